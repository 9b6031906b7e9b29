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
import argparse, os, re, signal, sys, time, urllib.error, urllib.request
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from recorded import PATIENCE, Observed, Web, processor_seconds, say
from recorded_sources import OFTEN, Sources, every

FIRST, STEP, LATER = date(2026, 2, 4), timedelta(1), timedelta(14)
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
# An answer that never comes is given up after a second; while it hangs longer, arXiv's one connection is taken.
# A changed entry is one of an interface: a file that changes while a list names the commit of before is no web that there is.
HOW = {"timeout": {"seconds": 2}, "entry-changed": {"path": "/api/"}}
# So many repositories have taken what is served, and so many rounds have found nothing, before the truth is served again.
ENOUGH, ROUNDS = 3, 4
EMPTIED = ["huggingface", "openrouter", "anthropic"]
LONG_AGO = "2012-01-01T00:00:00Z"


class Run:
    """A recorded web of its own and the sources that ask it."""

    def __init__(self, name):
        work = ARGUMENTS.work / name
        work.mkdir(parents=True, exist_ok=True)
        # A reset sets the clock to where the web began: before all that is asked for, so that whoever looks then sees nothing new.
        self.web = Web(ARGUMENTS.web, open(work / "web.log", "wb"), now=f"{FIRST - STEP}T00:00:00Z")
        self.sources = Sources(work, self.web, f"{FIRST - STEP}T00:00:00Z", DIVIDE_CATEGORIES="cs.CL", DIVIDE_ONLY=SOURCES,
                               DIVIDE_CONNECT_TIMEOUT="PT1S", DIVIDE_ANSWER_TIMEOUT="PT1S")
        self.health = self.sources.health
        self.observed = Observed(self.sources.servers.data)
        self.instant, self.since = None, 0.0

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
        self.instant, self.since = instant, time.monotonic()

    def lags(self):
        return self.health.lags(self.instant, self.since)

    def await_answers(self):
        """Waits until all sources have answered at the clock; whether all have."""
        return self.health.wait_for(lambda: len(self.lags()) >= len(SOURCES.split(",")))

    def late(self):
        return "; ".join(f"{h['source']} {h.get('state')} {h.get('message', '')}" for h in list(self.health.newest.values())
                         if h["source"] not in self.lags())

    def state(self, source):
        return self.health.newest.get(source, {})

    def all_observations(self):
        """What the log of record holds: at least as many observations as the sources say that they have written."""
        written = lambda: sum(health.get("items", 0) for health in list(self.health.newest.values()))
        if not self.observed.wait_for(lambda: self.observed.count >= written()):
            raise SystemExit(f"{self.observed.count} of {written()} observations came to whom follows them")
        return self.observed.now()

    def newest_papers(self):
        """Ids on the page of the newest papers that the sources ask for."""
        query = "search_query=cat:cs.CL&sortBy=submittedDate&sortOrder=descending&start=0&max_results=200"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.web.url}/export.arxiv.org/api/query?{query}", timeout=10) as answer:
                    return set(re.findall(r"/abs/(\d{4}\.\d{5})v", answer.read().decode()))
            except urllib.error.HTTPError:
                time.sleep(0.1)  # the sources were asking: one at a time here as well
        raise SystemExit("the page of the newest papers cannot be had")

    def memory(self):
        return {name: peak(process.process.pid) for name, process in
                (("sources", self.sources.asking), ("broker and registry", self.sources.servers))}

    def stop(self):
        self.sources.stop()
        self.observed.stop()
        self.web.stop()


def peak(pid):
    """The most memory that a process ever held, in bytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) << 10
    return 0


def rules(sites, kind, share):
    return [{"site": site, "kind": kind, "probability": share, **HOW.get(kind, {})} for site in sites]


def await_state(run, what, condition):
    if run.health.wait_for(condition):
        return True
    say(f"{what}: not within {PATIENCE} s: " + "; ".join(
        f"{h['source']} {h.get('state')} {h.get('message', '')}" for h in list(run.health.newest.values())))
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
        for run, name in ((struck, "with faults"), (plain, "without")):
            if not run.await_answers():
                say(f"{on_hub}, {on_arxiv}: {name} late: {run.late()}")
                bad = True
        for fault, count in struck.web.ask("/_control/stats")["faults_fired"].items():
            fired[fault.split(" ")[-1]] += count
        worst = [max((lag for source, lag in run.lags().items() if source not in STRUCK), default=0) for run in (plain, struck)]
        spared.append(worst)
        say(f"{day}: {on_hub} on the Hub after {struck.lags().get('huggingface', -1):.1f} s, {on_arxiv} on arXiv after "
            f"{struck.lags().get('arxiv', -1):.1f} s; the others after {worst[1]:.1f} s, without faults {worst[0]:.1f} s")
        day += STEP
    never = [kind for kind in kinds + SAME_SET if not fired[kind]]
    say(f"{len(kinds)} kinds of transport faults and {len(SAME_SET)} of repetition, {sum(fired.values())} faults; never fired: {never or 'none'}")
    middle = [sorted(column)[len(column) // 2] for column in zip(*spared)]
    say(f"the spared sites are asked after {middle[0]:.2f} s without faults and {middle[1]:.2f} s with them, at the median")
    stale = middle[1] > 1.5 * middle[0] + 1
    expected, seen = identity(plain.all_observations()), identity(struck.all_observations())
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
    new_of = lambda source: sum(1 for key in changed(before, run.observed.versions) if key[0] == source)
    if not run.observed.wait_for(lambda: new_of("arxiv") and new_of("huggingface") >= ENOUGH):
        say(f"{kind}: not enough of it was taken")
    run.begin(instant)
    # A paper that the page of the newest no longer lists is not asked for again.
    listed = run.newest_papers()
    other = lambda: [key for key in unlike(before, changed(before, run.observed.versions)) if key[0] != "arxiv" or key[1] in listed]
    run.observed.wait_for(lambda: not other())
    new = changed(before, run.observed.now())
    strange = [key for key, versions in new.items() if key not in before or not all(is_served(before[key][-1], v) for v in versions)]
    left = [key for key in unlike(before, new) if key[0] != "arxiv" or key[1] in listed]
    places = {source: sum(1 for key in new if key[0] == source) for source in ("arxiv", "huggingface")}
    say(f"{kind}: {places['arxiv']} papers and {places['huggingface']} repositories got versions as served, "
        f"{len(strange)} others {strange[:3]}; seen again and yet not as before: {len(left)} {left[:3]}")
    return bool(left) | bool(strange) | (not all(places.values()))


def unlike(before, new):
    """Keys whose newest version is not what it was before."""
    return [key for key, versions in new.items() if key in before and not is_same(before[key][-1], versions[-1])]


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
        bad |= not await_state(run, f"{kind} on {site}", shown)
        say(f"{kind} on {site}: {source} is {run.state(source).get('state')}: {run.state(source).get('message', '')[:150]}")
    sources = {source for _, _, source, *_ in REFUSED}
    taken = [key for key in changed(before, run.all_observations()) if key[0] in sources]
    say(f"refusals counted: {sum(h.get('rejected', 0) for h in list(run.health.newest.values()))}; observations of them: {len(taken)}")
    run.begin(later)
    bad |= not await_state(run, "after refusals", lambda: all_well(run))
    more = [key for key in changed(before, run.all_observations()) if key[0] in sources]
    say(f"once they answer again {len(more)} observations of them")
    return bad | bool(taken) | (not more)


def all_well(run):
    """Whether each source was asked with success at this clock."""
    return all(h.get("state") == "ok" and (h.get("lastSuccess") or "") >= run.instant for h in list(run.health.newest.values()))


def emptied(run, before):
    """The web goes back to a day on which there was nothing, while our clock stands: an alarm, no deletion."""
    run.sources.asking.stop()
    words = run.sources.asking.words
    words[words.index("--clock") + 1] = run.instant + "!"
    run.web.set_clock(LONG_AGO)
    run.sources.asking.start()
    bad = False
    for source in EMPTIED:
        bad |= not await_state(run, "emptied", lambda: run.state(source).get("state") == "page-changed")
        say(f"emptied: {source} is {run.state(source).get('state')}: {run.state(source).get('message', '')[:120]}")
    # A deletion is believed after two rounds, so more than that must have found nothing.
    errors = {source: run.state(source).get("errors", 0) for source in EMPTIED}
    bad |= not await_state(run, "emptied again and again", lambda: all(
        run.state(source).get("errors", 0) >= errors[source] + ROUNDS for source in EMPTIED))
    run.web.set_clock(run.instant)
    bad |= not await_state(run, "after nothing", lambda: all(h.get("state") == "ok" for h in list(run.health.newest.values())))
    more = changed(before, run.all_observations())
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
        bad = transport(plain, struck)
        plain.stop()
        runs.remove(plain)
        say(f"{time.monotonic() - begun:.0f} s so far")
        # From here on what is unlike before is waited for: round upon round, for all that is known takes many.
        # A busy machine takes a while to unpack a bomb, and what is too slow is not told apart from what is too large.
        struck.sources.restart(**every(OFTEN), DIVIDE_ANSWER_TIMEOUT="PT30S")
        for kind, is_served in (("entry-changed", is_changed), ("entry-withdrawn", is_withdrawn), ("altered-numbers", is_altered)):
            bad |= served(struck, kind, struck.all_observations(), is_served)
        bad |= refused(struck, struck.all_observations())
        bad |= remembered(struck)
        bad |= emptied(struck, struck.all_observations())
        bad |= remembered(struck)
    finally:
        for run in runs:
            run.stop()
    say(f"{time.monotonic() - begun:.0f} s in all, {processor_seconds():.0f} s of a processor")
    return 1 if bad else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--web", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--work", type=lambda text: Path(text).resolve(), required=True)
    ARGUMENTS = parser.parse_args()
    ARGUMENTS.work.mkdir(parents=True, exist_ok=True)
    sys.exit(main())
