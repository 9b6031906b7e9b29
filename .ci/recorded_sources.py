#!/usr/bin/env python3
"""The sources alone on the recorded web: every visible item exactly once, politely, over all its weeks.

    python3 .ci/recorded_sources.py weeks --web ../shared/web --work DIR
    python3 .ci/recorded_sources.py kills --web ../shared/web --work DIR

weeks: one process holds broker and registry, another one asks the sources; the recorded web's clock moves on a day at a time,
and the second process starts anew every two weeks. Then the log of record is compared with the records, and the web's
own statistics with our manners. kills: a history is loaded while the process that asks is killed twenty times; the log
must hold each paper once all the same. Ends with 1 when an item is missing or double, or a manner was forgotten.
"""
import argparse, json, random, subprocess, sys, time
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from recorded import HOME, PATIENCE, Health, Process, Web, divide, processor_seconds, say

FIRST, LAST = date(2026, 2, 2), date(2026, 5, 25)
CATEGORIES = "cs.CL,cs.LG,cs.CV,cs.AI,cs.RO,cs.SD,eess.AS,stat.ML"
DAYS_BETWEEN_RESTARTS = 14
KILLS = 20
# So many answers are judged while nothing changes.
LEAST_ANSWERS = 150
# A round a day, which the jump of the clock begins; with the second, a round in every 0.6 seconds.
DAILY, OFTEN = "PT12H", "PT1M"


def every(interval):
    return {f"DIVIDE_{kind}_INTERVAL": interval for kind in ("ARXIV", "HUB", "FEED", "TABLE")}


class Sources:
    """Broker and registry in one process, the sources in another."""

    def __init__(self, work, web, since, **settings):
        self.settings = {"DIVIDE_TIME_SCALE": "0.01", "DIVIDE_WEB": web.url, **every(DAILY), **settings}
        self.servers = Process(work / "servers", "up", "--parts", "servers").start()
        run = self.servers.run()
        self.at = ["--kafka", run["kafka"], "--registry", run["registry"]]
        self.health = Health(self.servers.data)
        self.asking = Process(work / "sources", "up", "--parts", "sources", *self.at, "--clock", web.url + "/_control/clock",
                              "--since", since, **self.settings)

    def restart(self, **settings):
        self.asking.stop()
        self.asking.environment.update(settings)
        self.asking.start()

    def ids(self):
        """Every source that is set, asked or not."""
        return {json.loads(line)["source"] for line in self.command("sources", "--format", "jsonl").splitlines()}

    def command(self, *words):
        return divide(*words, "--data", str(self.servers.data), **self.settings)

    def stop(self):
        for process in (self.asking, self.health, self.servers):
            process.stop()


def weeks(web, sources):
    """All recorded weeks, a day at a time."""
    begun, slowest, started, count = time.monotonic(), (0.0, None), 0.0, 0
    ids, day = sources.ids(), FIRST
    while day <= LAST:
        instant = f"{day}T12:00:00Z"
        step = time.monotonic()
        web.set_clock(instant)
        restarted = (day - FIRST).days % DAYS_BETWEEN_RESTARTS == 0
        if restarted:
            # From the last day on they are asked again and again, for what is told of a web on which nothing changes.
            sources.restart(**(every(OFTEN) if day == LAST else {}))
        sources.health.await_all(instant, ids)
        took = time.monotonic() - step
        if restarted:
            started += took
        else:
            slowest = max(slowest, (took, day))
        day += timedelta(1)
    say(f"{(LAST - FIRST).days + 1} days in {time.monotonic() - begun:.0f} s, of which {started:.0f} s on days with a "
        f"restart; slowest other day {slowest[0]:.1f} s ({slowest[1]}); {len(ids)} sources")


def counts(web):
    return {site: dict(seen["statuses"], requests=seen["requests"]) for site, seen in web.ask("/_control/stats")["sites"].items()}


def unchanged_answers(web, sources):
    """Asked again and again while the clock stands: what share of the answers said in a few bytes that nothing changed?"""
    before, same, whole, end = counts(web), 0, 0, time.monotonic() + PATIENCE
    while same + whole < LEAST_ANSWERS and time.monotonic() < end:
        time.sleep(0.2)
        same = whole = 0
        for site, now in counts(web).items():
            then = before.get(site, {})
            same += now.get("304", 0) - then.get("304", 0)
            whole += now.get("200", 0) - then.get("200", 0)
    share = same / max(1, same + whole)
    say(f"of {same + whole} answers while nothing changed {share:.1%} were 304")
    return same + whole < LEAST_ANSWERS or share < 0.9


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
        bad = unchanged_answers(web, sources)
        stats = ARGUMENTS.work / "stats.json"
        stats.write_text(json.dumps(web.ask("/_control/stats")), encoding="utf-8")
        return bad | compared(sources, FIRST, LAST, f"{LAST}T12:00:00.999Z", "--categories", CATEGORIES, "--stats", str(stats))
    finally:
        sources.stop()


def killed_backfill(web):
    """A history is loaded; the process that loads it is killed as soon as it has read another page or two."""
    first, last, clock, chance = date(2026, 3, 2), date(2026, 3, 29), "2026-04-10T12:00:00Z", random.Random(20260302)
    web.set_clock(clock)
    sources = Sources(ARGUMENTS.work, web, clock, DIVIDE_ONLY="arxiv", DIVIDE_CATEGORIES=CATEGORIES)
    progress = lambda: sources.health.newest.get("arxiv", {}).get("backfill") or {}
    order = None
    try:
        # Who orders a history is told after a minute that nobody takes the order.
        sources.asking.start()
        sources.health.wait_for(lambda: sources.health.newest)
        order = Process(ARGUMENTS.work / "order", "backfill", "arxiv", "--from", str(first), "--to", str(last), *sources.at,
                        DIVIDE_CATEGORIES=CATEGORIES).start()
        kills = 0
        while kills < KILLS and progress().get("state") != "done":
            pages = progress().get("pages", 0)
            if not sources.health.wait_for(lambda: progress().get("pages", 0) > pages):
                raise SystemExit(f"no page of the history is read within {PATIENCE} s: {sources.health.newest}")
            time.sleep(chance.uniform(0, 0.3))
            sources.asking.kill()
            kills += 1
            sources.asking.start()
        say(f"{kills} kills, then {progress().get('done', 0):.0%} of the history was loaded")
        order.process.wait(PATIENCE)
        say(f"loaded: {progress()}")
        return (kills < KILLS) | (order.process.returncode != 0) | compared(
            sources, first, last, clock, "--only", "arxiv", "--categories", CATEGORIES)
    finally:
        if order:
            order.stop()
        sources.stop()


def main():
    begun = time.monotonic()
    web = Web(ARGUMENTS.web, open(ARGUMENTS.work / "web.log", "wb"))
    try:
        bad = {"weeks": all_weeks, "kills": killed_backfill}[ARGUMENTS.proof](web)
    finally:
        web.stop()
    say(f"{time.monotonic() - begun:.0f} s in all, {processor_seconds():.0f} s of a processor")
    return 1 if bad else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("proof", choices=("weeks", "kills"))
    parser.add_argument("--web", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--work", type=lambda text: Path(text).resolve(), required=True)
    ARGUMENTS = parser.parse_args()
    ARGUMENTS.work.mkdir(parents=True, exist_ok=True)
    sys.exit(main())
