#!/usr/bin/env python3
"""Every fault that the recorded web offers, against the sources on a real broker, beside a run without faults.

    python3 .ci/recorded_faults.py --web ../shared/web --work DIR

Two runs side by side see the same days. In one of them each kind of transport fault strikes three answers of ten, once on
the Hub and once on arXiv, then every entry comes twice and pages drift: both must observe the same, key by key, version by
version, content by content, and the sites that were spared must be as fresh. Then the Hub and arXiv serve changed,
withdrawn and altered entries: just these become versions, and what stands at the end is what stood before. Answers that
are too large, packed as bombs, no text, empty or no data are refused with a reason that the source shows; lists that
come empty raise an alarm and withdraw nothing. Prints the figures and the memory; ends with 1 when one does not hold.
"""
import argparse, json, os, signal, sys, time, urllib.error, urllib.request
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from recorded_line import Web, say
from recorded_sources import Sources

FIRST, STEP, LATER = date(2026, 2, 4), timedelta(3), timedelta(14)
HUB, ARXIV = ["huggingface.co"], ["export.arxiv.org", "oaipmh.arxiv.org", "rss.arxiv.org"]
STRUCK = {"huggingface", "daily-papers", "arxiv"}
SOURCES = "arxiv,huggingface,daily-papers,openrouter,ollama,epoch,anthropic,far-ai,cohere,minimax,qwen,eleuther"
# What changes the entries of an answer; all other kinds spoil the answer as a whole.
CONTENT = ["duplicates", "page-drift", "entry-changed", "entry-withdrawn", "altered-numbers"]
SAME_SET = CONTENT[:2]
SHARE = 0.3
MOST_MEMORY = 1 << 30
# Which source shows the refusal of which kind: site, source, words of its message, state.
REFUSED = [
    ("openrouter.ai", "huge", "openrouter", "larger than", "failing"),
    ("huggingface.co", "gzip-bomb", "huggingface", "larger than", "failing"),
    ("export.arxiv.org", "invalid-utf8", "arxiv", "not UTF-8", "failing"),
    ("ollama.com", "html", "ollama", "nothing found at", "page-changed"),
    ("feeds", "malformed", "anthropic", "", "failing"),
    ("blogs", "empty", "qwen", "empty", "failing"),
]
EMPTIED = ["huggingface", "openrouter", "anthropic"]
LONG_AGO = "2012-01-01T00:00:00Z"


class Run:
    """A recorded web of its own and the sources that ask it."""

    def __init__(self, name):
        work = ARGUMENTS.work / name
        work.mkdir(parents=True, exist_ok=True)
        self.web = Web(ARGUMENTS.web, open(work / "web.log", "wb"))
        self.web.set_clock(f"{FIRST - STEP}T00:00:00Z")
        self.sources = Sources(work, self.web, f"{FIRST - STEP}T00:00:00Z", DIVIDE_CATEGORIES="cs.CL", DIVIDE_ONLY=SOURCES,
                               DIVIDE_CONNECT_TIMEOUT="PT1S", DIVIDE_ANSWER_TIMEOUT="PT1S")
        self.health = self.sources.health
        self.instant, self.since, self.lags = None, 0.0, {}

    def begin(self, instant, faults=()):
        """Sets the clock and lays the faults down between two instructions of the process that asks."""
        asking = self.sources.asking.process
        os.kill(asking.pid, signal.SIGSTOP)
        try:
            self.web.ask("/_control/reset", {})
            self.web.set_clock(instant)
            for fault in faults:
                self.web.ask("/_control/fault", fault)
        finally:
            os.kill(asking.pid, signal.SIGCONT)
        self.instant, self.since, self.lags = instant, time.monotonic(), {}

    def look(self):
        for source, health in list(self.health.newest.items()):
            if (health.get("lastSuccess") or "") >= self.instant and source not in self.lags:
                self.lags[source] = time.monotonic() - self.since
        return len(self.lags) >= len(SOURCES.split(","))

    def late(self):
        return "; ".join(f"{h['source']} {h.get('state')} {h.get('message', '')}" for h in self.health.newest.values()
                         if h["source"] not in self.lags)

    def state(self, source):
        return self.health.newest.get(source, {})

    def observations(self):
        versions = defaultdict(list)
        lines = self.sources.command("observations", "--format", "jsonl").splitlines()
        for seen in map(json.loads, lines):
            versions[seen["source"], seen["nativeId"]].append(seen)
        for key in versions:
            versions[key].sort(key=lambda seen: seen.get("revision", 0))
        return versions

    def memory(self):
        return {name: peak(process.process.pid) for name, process in
                (("sources", self.sources.asking), ("broker and registry", self.sources.servers))}

    def stop(self):
        self.sources.stop()
        self.web.stop()


def peak(pid):
    """The most memory that a process ever held, in bytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) << 10
    return 0


def rules(sites, kind, share):
    return [{"site": site, "kind": kind, "probability": share} for site in sites]


def await_true(what, condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    say(f"not within {seconds} s: {what()}")
    return False


def identity(versions):
    return {(key, seen.get("revision", 0), seen.get("contentHash"), seen.get("state", "present"))
            for key, all_seen in versions.items() for seen in all_seen}


def transport(plain, struck):
    """Each kind on each of two sites, then the two that must not change the set. Whether something does not hold."""
    kinds = [k for k in struck.web.ask("/_control/faults")["kinds"] if k not in CONTENT]
    turns = [(kind, kinds[(i + len(kinds) // 2) % len(kinds)], SHARE) for i, kind in enumerate(kinds)]
    turns += [(kind, kind, 1) for kind in SAME_SET]
    day, bad, spared, fired = FIRST, False, [], defaultdict(int)
    for on_hub, on_arxiv, share in turns:
        instant = f"{day}T12:00:00Z"
        plain.begin(instant)
        struck.begin(instant, rules(HUB, on_hub, share) + rules(ARXIV, on_arxiv, share))
        done = await_true(lambda: f"{on_hub}, {on_arxiv}: {plain.late()} | {struck.late()}",
                          lambda: plain.look() & struck.look(), 90)
        bad |= not done
        for fault, count in struck.web.ask("/_control/stats")["faults_fired"].items():
            fired[fault.split(" ")[-1]] += count
        worst = [max((lag for source, lag in run.lags.items() if source not in STRUCK), default=0) for run in (plain, struck)]
        spared.append(worst)
        say(f"{day}: {on_hub} on the Hub after {struck.lags.get('huggingface', -1):.1f} s, {on_arxiv} on arXiv after "
            f"{struck.lags.get('arxiv', -1):.1f} s; the others after {worst[1]:.1f} s, without faults {worst[0]:.1f} s")
        day += STEP
    never = [kind for kind in kinds + SAME_SET if not fired[kind]]
    say(f"{len(kinds)} kinds of transport faults and {len(SAME_SET)} of repetition, {sum(fired.values())} faults; never fired: {never or 'none'}")
    middle = [sorted(column)[len(column) // 2] for column in zip(*spared)]
    say(f"the spared sites are asked after {middle[0]:.2f} s without faults and {middle[1]:.2f} s with them, at the median")
    stale = middle[1] > middle[0] + 1
    expected, seen = identity(plain.observations()), identity(struck.observations())
    say(f"{len(expected)} observations without faults, {len(seen)} with; missing {len(expected - seen)}, more {len(seen - expected)}")
    for word, rows in (("missing", expected - seen), ("more", seen - expected)):
        for row in sorted(rows, key=str)[:5]:
            say(f"  {word}: {row}")
    return bad | bool(never) | stale | (expected != seen)


def changed(before, after):
    """Keys with more versions, and those new versions."""
    return {key: versions[len(before.get(key, [])):] for key, versions in after.items() if len(versions) > len(before.get(key, []))}


def served(run, kind, before, is_served):
    """Serves a kind of changed entries for a while, then the truth again. Whether something does not hold."""
    instant = run.instant
    run.begin(instant, rules(HUB + ARXIV[:1], kind, 1))
    await_true(lambda: f"{kind}: not enough of it came", lambda: enough(run, kind), 40)
    run.begin(instant)
    whole_turn = len([key for key in before if key[0] == "huggingface"]) // 20 + 3
    end, new, other = time.monotonic() + whole_turn * 6 + 20, {}, [None]
    while other and time.monotonic() < end:
        time.sleep(3)
        new = changed(before, run.observations())
        other = shown(run, unlike(before, new))
    strange = [key for key, versions in new.items() if key not in before or not all(is_served(before[key][-1], v) for v in versions)]
    places = {source: sum(1 for key in new if key[0] == source) for source in ("arxiv", "huggingface")}
    say(f"{kind}: {places['arxiv']} papers and {places['huggingface']} repositories got versions as served, "
        f"{len(strange)} others {strange[:3]}; seen again and yet not as before: {len(other)} {other[:3]}")
    return bool(other) | bool(strange) | (not all(places.values()))


def unlike(before, new):
    """Keys whose newest version is not what it was before."""
    return [key for key, versions in new.items() if key in before and not is_same(before[key][-1], versions[-1])]


def shown(run, keys):
    """Those that the sources have seen again: all but papers that the page of the newest no longer lists."""
    query = "search_query=cat:cs.CL&sortBy=submittedDate&sortOrder=descending&start=0&max_results=200"
    for _ in range(20):
        try:
            with urllib.request.urlopen(f"{run.web.url}/export.arxiv.org/api/query?{query}", timeout=10) as answer:
                page = answer.read().decode()
            return [key for key in keys if key[0] != "arxiv" or f"/abs/{key[1]}v" in page]
        except urllib.error.HTTPError:
            time.sleep(0.3)  # the sources were asking: one at a time here as well
    raise SystemExit("the page of the newest papers cannot be had")


def enough(run, kind):
    """Until the sources have gone over the Hub and arXiv at least twice while it is served."""
    fired = run.web.ask("/_control/stats")["faults_fired"]
    return fired.get(f"huggingface.co {kind}", 0) >= 50 and fired.get(f"export.arxiv.org {kind}", 0) >= 3


def is_same(before, seen):
    return seen.get("contentHash") == before.get("contentHash")


def parameters(seen):
    return (seen.get("hub") or {}).get("parameters") or 0


def is_changed(before, seen):
    """Twice the numbers on the Hub; the next version of a paper."""
    if before["source"] == "huggingface":
        return is_same(before, seen) or parameters(seen) == 2 * parameters(before)
    return before["source"] in STRUCK


def is_withdrawn(before, seen):
    return is_same(before, seen) or seen.get("state") == "withdrawn"


def is_altered(before, seen):
    if before["source"] == "huggingface":
        return is_same(before, seen) or parameters(seen) == 1000 * parameters(before)
    return before["source"] in STRUCK


def refused(run, before):
    """Answers of which nothing may be taken: the source says why, and nothing is written. On a later day, for what is
    unchanged is answered in a few bytes that cannot be spoiled."""
    later = f"{date.fromisoformat(run.instant[:10]) + LATER}T12:00:00Z"
    run.begin(later, [rule for site, kind, *_ in REFUSED for rule in rules([site], kind, 1)])
    bad = False
    for site, kind, source, words, state in REFUSED:
        shown = lambda: run.state(source).get("state") == state and words in run.state(source).get("message", "")
        ok = await_true(lambda: f"{kind} on {site}: {run.state(source)}", shown, 60)
        say(f"{kind} on {site}: {source} is {run.state(source).get('state')}: {run.state(source).get('message', '')[:150]}")
        bad |= not ok
    sources = {source for _, _, source, *_ in REFUSED}
    taken = [key for key in changed(before, run.observations()) if key[0] in sources]
    say(f"refusals counted: {sum(h.get('rejected', 0) for h in run.health.newest.values())}; observations of them: {len(taken)}")
    run.begin(later)
    bad |= not await_true(lambda: "after refusals: " + str({s: h.get("state") for s, h in run.health.newest.items()}), lambda: all_well(run), 90)
    more = [key for key in changed(before, run.observations()) if key[0] in sources]
    say(f"once they answer again {len(more)} observations of them")
    return bad | bool(taken) | (not more)


def all_well(run):
    return all(health.get("state") == "ok" for health in run.health.newest.values())


def emptied(run, before):
    """The web goes back to a day on which there was nothing, while our clock stands: an alarm, no deletion."""
    run.sources.asking.stop()
    words = run.sources.asking.words
    words[words.index("--clock") + 1] = run.instant + "!"
    run.sources.asking.start()
    run.web.set_clock(LONG_AGO)
    bad = False
    for source in EMPTIED:
        bad |= not await_true(lambda: f"emptied: {run.state(source)}", lambda: run.state(source).get("state") == "page-changed", 60)
        say(f"emptied: {source} is {run.state(source).get('state')}: {run.state(source).get('message', '')[:120]}")
    time.sleep(7)
    run.web.set_clock(run.instant)
    bad |= not await_true(lambda: "after nothing: " + str({s: h.get("state") for s, h in run.health.newest.items()}), lambda: all_well(run), 90)
    more = changed(before, run.observations())
    say(f"a web without anything: {len(more)} observations, none withdrawn: {not more}")
    return bad | bool(more)


def remembered(runs):
    bad = False
    for name, size in runs.memory().items():
        say(f"most memory of {name}: {size >> 20} MiB")
        bad |= size > MOST_MEMORY
    return bad


def main():
    begun, runs = time.monotonic(), []
    try:
        plain, struck = runs = [Run("plain"), Run("struck")]
        for run in runs:
            run.sources.asking.start()
        for run in runs:
            run.health.await_known(120)
        bad = transport(plain, struck)
        plain.stop()
        runs.remove(plain)
        say(f"{time.monotonic() - begun:.0f} s so far")
        for kind, is_served in (("entry-changed", is_changed), ("entry-withdrawn", is_withdrawn), ("altered-numbers", is_altered)):
            bad |= served(struck, kind, struck.observations(), is_served)
        bad |= refused(struck, struck.observations())
        bad |= remembered(struck)
        bad |= emptied(struck, struck.observations())
        bad |= remembered(struck)
        say(f"{time.monotonic() - begun:.0f} s in all")
        return 1 if bad else 0
    finally:
        for run in runs:
            run.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--web", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--work", type=lambda text: Path(text).resolve(), required=True)
    ARGUMENTS = parser.parse_args()
    ARGUMENTS.work.mkdir(parents=True, exist_ok=True)
    sys.exit(main())
