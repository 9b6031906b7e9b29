#!/usr/bin/env python3
"""The sources alone on the recorded web: every visible item exactly once, politely, over all its weeks.

    python3 .ci/recorded_sources.py weeks --web ../shared/web --work DIR
    python3 .ci/recorded_sources.py kills --web ../shared/web --work DIR

weeks: one process holds broker and registry, another one asks the sources; the recorded web's clock moves on a day at a time,
and the second process starts anew every two weeks. Then the log of record is compared with the records, and the web's
own statistics with our manners. kills: a history is loaded while the process that asks is killed twenty times; the log
must hold each paper once all the same. Ends with 1 when an item is missing or double, or a manner was forgotten.
"""
import argparse, json, os, random, subprocess, sys, threading, time
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from recorded_line import DIVIDE, HOME, Web, say

FIRST, LAST = date(2026, 2, 2), date(2026, 5, 25)
CATEGORIES = "cs.CL,cs.LG,cs.CV,cs.AI,cs.RO,cs.SD,eess.AS,stat.ML"
DAYS_BETWEEN_RESTARTS = 14
KILLS = 20
# The bundled table is read once, at the first start; a site that the recorded web does not have never answers.
NOT_RECORDED = "is not there (404)"


class Process:
    """One divide process on a data directory of its own."""

    def __init__(self, data, *words, **settings):
        self.data, self.process = data, None
        self.words = [DIVIDE, *words, "--data", str(data)]
        self.log = open(data.with_suffix(".out"), "ab")
        self.environment = dict(os.environ, **settings)

    def start(self):
        self.process = subprocess.Popen(self.words, stdout=self.log, stderr=self.log, env=self.environment)
        return self

    def run(self, seconds=60):
        """What other commands need to know, once the servers answer."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"{' '.join(self.words)} ended with {self.process.returncode}; see {self.log.name}")
            try:
                run = json.loads((self.data / "divide.run.json").read_text())
                if run["pid"] == self.process.pid:
                    return run
            except (OSError, ValueError):
                pass
            time.sleep(0.1)
        raise SystemExit(f"{' '.join(self.words)} does not start; see {self.log.name}")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)

    def kill(self):
        self.process.kill()
        self.process.wait()


class Health:
    """The newest word of each source on how it is doing, as divide sources --follow prints it."""

    def __init__(self, data):
        self.newest, self.changed = {}, threading.Condition()
        self.process = subprocess.Popen([DIVIDE, "sources", "--follow", "--format", "jsonl", "--data", str(data)],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            health = json.loads(line)
            with self.changed:
                self.newest[health["source"]] = health
                self.changed.notify_all()

    def late(self, instant):
        return [h for h in self.newest.values() if h["source"] != "landmarks" and (h.get("lastSuccess") or "") < instant
                and not (NOT_RECORDED in h.get("message", "") and not h.get("lastSuccess"))]

    def await_known(self, seconds):
        """Waits until every source has said that it is there: they all do when they start."""
        before, since, end = 0, time.monotonic(), time.monotonic() + seconds
        while time.monotonic() < end:
            if len(self.newest) != before:
                before, since = len(self.newest), time.monotonic()
            elif {"arxiv", "huggingface"} <= self.newest.keys() and time.monotonic() - since > 3:
                return
            time.sleep(0.1)
        raise SystemExit("not all sources have started")

    def await_all(self, instant, sources, seconds):
        """Waits until every source has been asked at this clock and has answered."""
        with self.changed:
            if not self.changed.wait_for(
                    lambda: len(self.newest) >= sources and not self.late(instant), seconds):
                raise SystemExit(f"{instant}: not all sources have answered within {seconds} s: " + "; ".join(
                    f"{h['source']} {h.get('state')} {h.get('lastSuccess', '')} {h.get('message', '')}" for h in self.late(instant)))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class Sources:
    """Broker and registry in one process, the sources in another."""

    def __init__(self, work, web, since, **settings):
        self.servers = Process(work / "servers", "up", "--parts", "servers").start()
        run = self.servers.run()
        at = ["--kafka", run["kafka"], "--registry", run["registry"]]
        self.health = Health(self.servers.data)
        self.asking = Process(
            work / "sources", "up", "--parts", "sources", *at, "--web", web.url, "--clock", web.url + "/_control/clock",
            "--since", since, **{"DIVIDE_TIME_SCALE": "0.01", **{f"DIVIDE_{kind}_INTERVAL": "PT5M" for kind in ("ARXIV", "HUB", "FEED", "TABLE")},
               **settings})

    def restart(self):
        self.asking.stop()
        self.asking.start()

    def command(self, *words):
        answer = subprocess.run([DIVIDE, *words, "--data", str(self.servers.data)], capture_output=True, text=True)
        if answer.returncode:
            raise SystemExit(f"divide {' '.join(words)} ended with {answer.returncode}: {answer.stderr}")
        return answer.stdout

    def stop(self):
        for process in (self.asking, self.health, self.servers):
            process.stop()


def weeks(web, sources):
    """All recorded weeks, a day at a time."""
    begun, slowest, started, count = time.monotonic(), 0.0, 0.0, 0
    day = FIRST
    while day <= LAST:
        instant = f"{day}T12:00:00Z"
        step = time.monotonic()
        web.set_clock(instant)
        restarted = (day - FIRST).days % DAYS_BETWEEN_RESTARTS == 0
        if restarted:
            sources.restart()
        if day == FIRST:
            sources.health.await_known(90)
        sources.health.await_all(instant, count, 90)
        count = len(sources.health.newest)
        took = time.monotonic() - step
        if restarted:
            started += took
        else:
            slowest = max(slowest, took)
        day += timedelta(1)
    say(f"{(LAST - FIRST).days + 1} days in {time.monotonic() - begun:.0f} s, of which {started:.0f} s on days with a "
        f"restart; slowest other day {slowest:.1f} s; {count} sources")


def counts(web):
    return {site: dict(seen["statuses"], requests=seen["requests"]) for site, seen in web.ask("/_control/stats")["sites"].items()}


def unchanged_answers(web, sources, seconds):
    """While the clock stands nothing changes: what share of the answers said so in a few bytes?"""
    before = counts(web)
    time.sleep(seconds)
    same = whole = 0
    for site, now in counts(web).items():
        then = before.get(site, {})
        same += now.get("304", 0) - then.get("304", 0)
        whole += now.get("200", 0) - then.get("200", 0)
    share = same / max(1, same + whole)
    say(f"of {same + whole} answers while nothing changed {share:.1%} were 304")
    return same + whole < 20 or share < 0.9


def compared(sources, first, last, clock, *more):
    """Whether the log differs from the records."""
    log = ARGUMENTS.work / "sources.jsonl"
    log.write_text(sources.command("observations", "--format", "jsonl"), encoding="utf-8")
    return subprocess.run([sys.executable, "-B", str(HOME / ".ci/check_observations.py"), str(log), "--data",
                           str(ARGUMENTS.web / "data"), "--from", str(first), "--to", str(last), "--clock", clock,
                           *more]).returncode != 0


def all_weeks(web):
    web.set_clock(f"{FIRST}T00:00:00Z")
    sources = Sources(ARGUMENTS.work, web, f"{FIRST}T00:00:00Z", DIVIDE_CATEGORIES=CATEGORIES)
    try:
        weeks(web, sources)
        bad = unchanged_answers(web, sources, 12)
        stats = ARGUMENTS.work / "stats.json"
        stats.write_text(json.dumps(web.ask("/_control/stats")), encoding="utf-8")
        return bad | compared(sources, FIRST, LAST, f"{LAST}T12:00:00.999Z", "--categories", CATEGORIES, "--stats", str(stats))
    finally:
        sources.stop()


def progress(sources):
    return sources.health.newest.get("arxiv", {}).get("backfill") or {}


def killed_backfill(web):
    """A history is loaded; the process that loads it is killed as soon as it has read another page or two."""
    first, last, clock, chance = date(2026, 3, 2), date(2026, 3, 29), "2026-04-10T12:00:00Z", random.Random(20260302)
    web.set_clock(clock)
    sources = Sources(ARGUMENTS.work, web, clock, DIVIDE_ONLY="arxiv", DIVIDE_CATEGORIES=CATEGORIES)
    order = None
    try:
        servers = sources.servers.run()
        order = Process(ARGUMENTS.work / "order", "backfill", "arxiv", "--from", str(first), "--to", str(last), "--kafka",
                        servers["kafka"], "--registry", servers["registry"], DIVIDE_CATEGORIES=CATEGORIES).start()
        kills = 0
        while kills < KILLS and progress(sources).get("state") != "done":
            sources.asking.start()
            pages, end = progress(sources).get("pages", 0), time.monotonic() + 60
            while progress(sources).get("pages", 0) <= pages and time.monotonic() < end:
                time.sleep(0.02)
            time.sleep(chance.uniform(0, 0.3))
            sources.asking.kill()
            kills += 1
        say(f"{kills} kills, then {progress(sources).get('done', 0):.0%} of the history was loaded")
        sources.asking.start()
        order.process.wait(120)
        say(f"loaded: {progress(sources)}")
        too_early = kills < KILLS
        return too_early | (order.process.returncode != 0) | compared(sources, first, last, clock, "--only", "arxiv", "--categories", CATEGORIES)
    finally:
        if order:
            order.stop()
        sources.stop()


def main():
    web = Web(ARGUMENTS.web, open(ARGUMENTS.work / "web.log", "wb"))
    begun = time.monotonic()
    try:
        bad = {"weeks": all_weeks, "kills": killed_backfill}[ARGUMENTS.proof](web)
        say(f"{time.monotonic() - begun:.0f} s in all")
        return 1 if bad else 0
    finally:
        web.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("proof", choices=("weeks", "kills"))
    parser.add_argument("--web", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--work", type=lambda text: Path(text).resolve(), required=True)
    ARGUMENTS = parser.parse_args()
    ARGUMENTS.work.mkdir(parents=True, exist_ok=True)
    sys.exit(main())
