#!/usr/bin/env python3
"""Every source of posts and products on the recorded web: are all its items seen, and which of them announce a model?

    python3 .ci/recorded_labs.py --web ../shared/web --work DIR

Asks each source once through divide sources test, compares the ids with the records (feeds, blogs, OpenRouter, Ollama,
and of the papers of the day the first day), and counts what divide enrich calls a release. Ends with 1 when an item of a
recorded source is missing or more than once, or when fewer posts are recognised than before.
"""
import argparse, gzip, json, subprocess, sys
from collections import Counter, defaultdict
from pathlib import Path
import xml.etree.ElementTree as ET

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from recorded import DIVIDE, HOME, Web, say

CLOCK, SINCE = "2026-08-23T00:00:00Z", "2010-01-01T00:00:00Z"
# 512 posts of labs were recognised when the check was written, some of them wrongly; what is learned may lower it a little.
LEAST_RECOGNISED = 200


def addresses():
    """Address of each lab by its id, read from the lab files."""
    found = {}
    for file in sorted((HOME / "producers/src/main/resources/org/computedivide/producers/labs").glob("*.yaml")):
        fields = dict(line.split(": ", 1) for line in file.read_text(encoding="utf-8").splitlines() if ": " in line and line[0] != " ")
        found[fields["id"]] = fields["url"].removeprefix("https://").rstrip("/")
    return found


def name(tag):
    return tag.rpartition("}")[2]


def feed_ids(path):
    """What each entry calls itself, else its link."""
    ids = set()
    for entry in ET.parse(path).iter():
        if name(entry.tag) in ("item", "entry"):
            words = {name(child.tag): (child.text or child.get("href") or "").strip() for child in reversed(entry)}
            ids.add(words.get("guid") or words.get("id") or words.get("link"))
    return ids


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as text:
        return [json.loads(line) for line in text if line.strip()]


def expected(data):
    """Ids of the items of each recorded source."""
    aliases = {real.rstrip("/"): recorded for real, recorded in json.loads((data / "aliases.json").read_text()).items()}
    wanted = {}
    for lab, address in addresses().items():
        kind, _, record = aliases.get(address, "").partition("/")
        if kind == "feeds":
            wanted[lab] = feed_ids(data / "feeds" / f"{record}.xml")
        elif kind == "blogs":
            wanted[lab] = {f"https://{address}/{post['slug']}/" for post in lines(data / "blogs" / f"{record}.jsonl.gz")}
    with gzip.open(data / "openrouter/models.json.gz") as models:
        wanted["openrouter"] = {model["id"] for model in json.load(models)["data"]}
    with gzip.open(data / "ollama/library.json.gz") as models:
        wanted["ollama"] = {model["name"] for model in json.load(models)}
    return wanted


def divide(*words, check=True):
    answer = subprocess.run([DIVIDE, *words], capture_output=True, text=True, env={**ENVIRONMENT})
    if check and answer.returncode:
        raise SystemExit(f"divide {' '.join(words)} ended with {answer.returncode}: {answer.stderr}")
    return answer.stdout


def main():
    web = Web(ARGUMENTS.web, open(ARGUMENTS.work / "labs-web.log", "wb"))
    try:
        web.set_clock(CLOCK)
        wanted = expected(ARGUMENTS.web / "data")
        log = ARGUMENTS.work / "labs.jsonl"
        log.write_text(divide("sources", "test", *sorted(wanted), "--items", "1000", "--format", "jsonl", "--web", web.url,
                              "--clock", CLOCK + "!", "--since", SINCE), encoding="utf-8")
    finally:
        web.stop()
    seen, posts = defaultdict(Counter), Counter()
    for line in log.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        seen[item["source"]][item["nativeId"]] += 1
    for line in divide("enrich", str(log)).splitlines():
        judged = json.loads(line)
        posts[judged["source"]] += judged.get("release") in (True, "true")
    bad = 0
    for source, ids in sorted(wanted.items()):
        missing, more = sorted(ids - set(seen[source])), sorted(i for i, n in seen[source].items() if n > 1 or i not in ids)
        bad += bool(missing or more)
        say(f"{source}: {len(ids)} recorded, {len(seen[source])} seen, missing {len(missing)}, double or unknown {len(more)}; "
            f"{posts[source]} announce a model" + "".join(f"\n  missing {i}" for i in missing[:3])
            + "".join(f"\n  not recorded or double {i}" for i in more[:3]))
    of_labs = sum(n for source, n in posts.items() if source not in ("openrouter", "ollama"))
    say(f"{len(wanted)} recorded sources, {sum(map(len, wanted.values()))} items; {of_labs} posts of labs announce a model")
    return 1 if bad or of_labs < LEAST_RECOGNISED else 0


if __name__ == "__main__":
    import os
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--web", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--work", type=lambda text: Path(text).resolve(), required=True)
    ARGUMENTS = parser.parse_args()
    ENVIRONMENT = dict(os.environ, DIVIDE_TIME_SCALE="0.01")
    sys.exit(main())
