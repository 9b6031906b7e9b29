#!/usr/bin/env python3
"""Is every visible item of the recorded web in the observation log exactly once per version?

    ./divide observations --format jsonl | python3 .ci/check_observations.py --from 2026-02-16 --to 2026-03-02

Reads observations as JSON lines (standard input or FILE) and compares them with the records of the recorded web: arXiv
papers of the categories by their listing day, hub models by createdAt, both within the span. Only the span's items are
asked for; the log may hold more. Prints counts; ends with 1 when something is missing or double.
"""
import argparse, gzip, json, sys
from collections import Counter, defaultdict
from pathlib import Path

VOLATILE = ("observedAt", "revision", "intake", "contentHash")


def records(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def papers(data, categories, first, last):
    """Ids with the version numbers that the span's last day shows."""
    found = {}
    for path in sorted((data / "arxiv").glob("*.jsonl.gz")):
        for paper in records(path):
            if first <= paper["listed"] <= last and categories & set(paper["categories"]):
                found[paper["id"]] = paper
    return found


def models(data, first, end):
    """Ids of the models made from a day on until the instant where the clock stands."""
    return {m["id"]: m for m in records(data / "hf" / "models.jsonl.gz") if first <= m.get("createdAt", "") <= end}


def newest(record, clock):
    """Number of the newest version that is shown at the clock; 0 for what has no numbers."""
    return max((number for number, moment in record.get("versions", []) if moment <= clock), default=0)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("file", nargs="?", help="observations as JSON lines; standard input when absent")
    options.add_argument("--data", default=Path(__file__).resolve().parents[2] / "shared/web/data", type=Path)
    options.add_argument("--from", dest="first", default="2026-02-16", help="first day of the span")
    options.add_argument("--to", dest="last", default="2026-03-02", help="last day of the span, where the clock stands")
    options.add_argument("--clock", help="where the clock stands; the first second of the last day when absent")
    options.add_argument("--categories", default="cs.CL", help="arXiv categories, separated by commas")
    options.add_argument("--only", help="compare only this source")
    options.add_argument("--stats", help="file with the answer of /_control/stats, to check the manners")
    options.add_argument("--time-scale", type=float, default=0.01, help="of the recorded web, for --stats")
    chosen = options.parse_args()
    clock = chosen.clock or chosen.last + "T00:00:00.999Z"

    versions, states, doubles, total = defaultdict(list), {}, [], Counter()
    contents = defaultdict(Counter)
    with (open(chosen.file, encoding="utf-8") if chosen.file else sys.stdin) as lines:
        for line in lines:
            if not line.strip():
                continue
            seen = json.loads(line)
            key = (seen["source"], seen["nativeId"])
            total[seen["source"]] += 1
            versions[key].append(seen.get("revision", 0))
            contents[key][seen.get("contentHash", "")] += 1
            states[key] = seen.get("state", "present")
    doubles = [key for key, revisions in versions.items() if len(set(revisions)) < len(revisions)]
    doubles += [key for key, hashes in contents.items() if max(hashes.values()) > 1 and key not in doubles]

    bad = bool(doubles)
    for source, wanted in (("arxiv", papers(chosen.data, set(chosen.categories.split(",")), chosen.first, chosen.last)),
                           ("huggingface", models(chosen.data, chosen.first, clock))):
        if chosen.only and source != chosen.only:
            continue
        missing = sorted(i for i in wanted if (source, i) not in versions)
        lost = sorted(i for i in wanted if (source, i) in versions and states[(source, i)] != "present")
        double = sorted(i for s, i in doubles if s == source)
        old = sorted(i for i in wanted if (source, i) in versions and max(versions[(source, i)]) < newest(wanted[i], clock))
        more = sorted(i for i in wanted if len(versions.get((source, i), [])) > 1 + len(wanted[i].get("versions", [])))
        print(f"{source}: expected {len(wanted)}, seen {len(wanted) - len(missing)}, missing {len(missing)}, "
              f"double {len(double)}, newest version missing {len(old)}, more versions than shown {len(more)}, withdrawn {len(lost)}; in the log {total[source]}")
        for name, ids in (("missing", missing), ("double", double), ("newest version missing", old), ("more versions", more), ("withdrawn", lost)):
            if ids:
                print(f"  {name}: {', '.join(ids[:10])}{' ...' if len(ids) > 10 else ''}")
        bad |= bool(missing or double or old or lost or (more and source == "arxiv"))
    other = {s: n for s, n in sorted(total.items()) if s not in ("arxiv", "huggingface")}
    print("others in the log: " + ", ".join(f"{s} {n}" for s, n in other.items()))
    if any(s not in ("arxiv", "huggingface") for s, _ in doubles):
        print("  double: " + ", ".join("/".join(d) for d in doubles if d[0] not in ("arxiv", "huggingface"))[:500])
    if chosen.stats:
        bad |= impolite(json.loads(Path(chosen.stats).read_text(encoding="utf-8")), chosen.time_scale)
    return 1 if bad else 0


def impolite(stats, scale):
    """The manners, as the recorded web saw them."""
    bad = False
    agents = set()
    for site, seen in sorted(stats["sites"].items()):
        agents |= set(seen["user_agents"])
        gap = seen["min_gap_seconds"]
        print(f"{site}: {seen['requests']} requests, smallest gap {'none' if gap is None else f'{gap:.3f} s'}, "
              f"most at once {seen['max_concurrent']}, refused {seen['rate_limited']}, answers {dict(seen['statuses'])}")
        too_close = "arxiv.org" in site and gap is not None and gap < 3 * scale
        # Feeds and blogs of many hosts are served from one place there, so only single sites tell about one connection.
        bad |= (site not in ("feeds", "blogs") and seen["max_concurrent"] > 1) or seen["rate_limited"] > 0 or too_close
    print("User-Agent: " + "; ".join(sorted(agents)))
    return bad or len(agents) != 1


if __name__ == "__main__":
    sys.exit(main())
