#!/usr/bin/env python3
"""The whole line on the recorded web: once as it should go, once with ten kills, and the same tables after both.

    python3 .ci/recorded_line.py --web ../shared/web --work DIR

The recorded web's clock stands at 2026-02-16, then at 2026-03-02; the monitor follows it. Ends with 1 when an
observation is missing or double, a table differs from its topics, no alert or newsletter comes out, the page does not
answer, or the run with kills ends with other tables than the run without.
"""
import argparse, json, os, random, re, signal, subprocess, sys, time, urllib.request
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from recorded import DIVIDE, HOME, PATIENCE, Web, say

FIRST, LAST = "2026-02-16T00:00:00Z", "2026-03-02T00:00:00Z"
SINCE = "2026-02-14T00:00:00Z"
KILLS = 10
# What is compared must have had its last fits and draws, which follow within this time, and their rows a few seconds more.
FITS = 15
REST = FITS + 15
# Without source health and the places of readers: they depend on when things came in, not on what came in.
TABLES = ["releases", "variants", "facts", "tallies", "trends", "alerts", "digests", "corrections", "rejected",
          "dead_letters"]

# One of every kind; all the labs have a check of their own, and a site that is down keeps the table of sources moving.
SOURCES = "arxiv,huggingface,landmarks,epoch,daily-papers,openrouter,ollama,anthropic,cohere,far-ai,minimax,qwen"
# What every look at a source writes, whether there was news or not.
ALWAYS_WRITTEN = {"divide.sources.v1"}
# A process of minutes is over before thorough compilation pays.
JAVA = "-XX:TieredStopAtLevel=1"


class Monitor:
    """One data directory, and the process that runs on it."""

    def __init__(self, data, web):
        self.data, self.web, self.process = data, web, None
        self.log = open(data.with_suffix(".out"), "ab")
        self.environment = dict(os.environ, DIVIDE_JAVA_OPTIONS=JAVA, DIVIDE_FITS_INTERVAL=f"PT{FITS}S", DIVIDE_TIME_SCALE="0.01", DIVIDE_CATEGORIES="cs.CL",
                                DIVIDE_ARXIV_INTERVAL="PT5M", DIVIDE_HUB_INTERVAL="PT5M",
                                DIVIDE_FEED_INTERVAL="PT5M", DIVIDE_TABLE_INTERVAL="PT5M", DIVIDE_ONLY=SOURCES, DIVIDE_WEB=web.url)

    def start(self):
        self.process = subprocess.Popen(
            [DIVIDE, "up", "--data", str(self.data), "--clock", self.web.url + "/_control/clock",
             "--since", SINCE], stdout=self.log, stderr=self.log, env=self.environment)

    def run_file(self):
        try:
            return json.loads((self.data / "divide.run.json").read_text())
        except (OSError, ValueError):
            return {}

    def page(self):
        """Address of the page, once it answers."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"the monitor ended with {self.process.returncode}; see {self.log.name}")
            run = self.run_file()
            if run.get("pid") == self.process.pid and run.get("page"):
                try:
                    with urllib.request.urlopen(run["page"], timeout=5) as answer:
                        if answer.status == 200:
                            return run["page"]
                except OSError:
                    pass
            time.sleep(0.2)
        raise SystemExit("the page does not answer")

    def end(self):
        """Leaves nothing behind when a check broke the run off."""
        if self.process and self.process.poll() is None:
            self.stop()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        return time.monotonic() - begun

    def command(self, *words):
        answer = subprocess.run([DIVIDE, *words, "--data", str(self.data)], capture_output=True, text=True,
                                env=self.environment)
        if answer.returncode:
            raise SystemExit(f"divide {' '.join(words)} ended with {answer.returncode}: {answer.stderr}{answer.stdout[-2000:]}")
        return answer.stdout

    def rows(self, *words):
        return [json.loads(line) for line in self.command(*words, "--format", "jsonl").splitlines()]

    def asks(self, path):
        """What the page's interface says; None while it does not answer."""
        try:
            with urllib.request.urlopen(self.run_file()["page"] + "api/v1/" + path, timeout=20) as answer:
                return json.loads(answer.read())
        except (OSError, KeyError, ValueError):
            return None

    def settle(self, clock, still=5):
        """Waits until every source has been asked at this clock and nothing has come into the tables for some seconds."""
        end, before, since, late = time.monotonic() + PATIENCE, None, time.monotonic(), None
        while time.monotonic() < end:
            time.sleep(1)
            health, status = self.asks("sources?limit=100"), self.asks("status")
            if not health or not status or len(health["items"]) < len(SOURCES.split(",")):
                continue
            late = [h for h in health["items"] if not is_asked(h, clock)]
            read = {topic: n for topic, n in status["positions"].items() if topic not in ALWAYS_WRITTEN}
            if read != before or late:
                before, since = read, time.monotonic()
            elif time.monotonic() - since >= still:
                return
        late = [(h["source"], h["state"], h["last_success"], h["message"]) for h in late or []]
        raise SystemExit(f"the line does not come to rest at {clock} within {PATIENCE} s; late: {late}")

    def tables(self):
        return {name: self.command("table", name, "--format", "jsonl") for name in TABLES}


def is_asked(health, clock):
    """Whether a source has been asked at this clock: the bundled table is read once; what is not recorded fails like a site that is down."""
    return (health["source"] == "landmarks" or health["state"] in ("unreachable", "off", "blocked")
            or (health["last_success"] or "")[:19] >= clock[:19]
            or health["message"].endswith("is not there (404)") and (health["last_attempt"] or "")[:19] >= clock[:19])


def differences(plain, killed):
    for name in TABLES:
        a, b = set(plain[name].splitlines()), set(killed[name].splitlines())
        say(f"  {name}: {len(a)} rows" + ("" if a == b else f", {len(a - b)} only without kills, {len(b - a)} only with"))
        for which, rows in (("without", a - b), ("with", b - a)):
            for row in sorted(rows)[:2]:
                say(f"    only {which}: {row[:600]}")
        yield a != b


def plain_run(web, monitor):
    begun = time.monotonic()
    monitor.start()
    page = monitor.page()
    say(f"first start to the page: {time.monotonic() - begun:.1f} s")
    monitor.settle(FIRST)
    web.set_clock(LAST)
    monitor.settle(LAST, REST)
    say(f"two weeks are in after {time.monotonic() - begun:.1f} s")
    bad = observations(monitor, web)
    bad |= not_equal(monitor)
    bad |= products(monitor, page)
    tables = monitor.tables()
    say(f"stop took {monitor.stop():.1f} s")
    begun = time.monotonic()
    monitor.start()
    monitor.page()
    say(f"warm start to the page: {time.monotonic() - begun:.1f} s")
    monitor.stop()
    return tables, bad


def observations(monitor, web):
    log, stats = monitor.data.with_suffix(".jsonl"), monitor.data.with_suffix(".stats.json")
    log.write_text(monitor.command("observations", "--format", "jsonl"), encoding="utf-8")
    stats.write_text(json.dumps(web.ask("/_control/stats")), encoding="utf-8")
    return subprocess.run([sys.executable, "-B", str(HOME / ".ci/check_observations.py"), str(log), "--data",
                           str(ARGUMENTS.web / "data"), "--from", FIRST[:10], "--to", LAST[:10], "--stats",
                           str(stats)]).returncode != 0


def not_equal(monitor):
    answer = subprocess.run([DIVIDE, "check", "--data", str(monitor.data)])
    say("tables equal their topics" if answer.returncode == 0 else "a table differs from its topics")
    return answer.returncode != 0


def products(monitor, page):
    alerts = monitor.rows("alerts", "list")
    for alert in alerts[:5]:
        say(f"  alert {alert['rule']}: {alert.get('title', '')}")
    letter = monitor.command("newsletter", "--stdout")
    say("  newsletter: " + next((line for line in letter.splitlines() if re.match("#", line)), "empty"))
    with urllib.request.urlopen(page + "api/v1/releases?limit=1", timeout=10) as answer:
        shown = json.loads(answer.read())
    dead = monitor.command("table", "dead_letters", "--format", "jsonl")
    say(f"{len(alerts)} alerts, a newsletter of {len(letter)} characters, {len(dead.splitlines())} dead letters")
    return not alerts or len(letter) < 500 or not shown or bool(dead)


def killed_run(web, monitor):
    chance = random.Random(20260216)
    web.set_clock(FIRST)
    for number in range(KILLS):
        if number == KILLS // 2:
            monitor.start()
            monitor.page()
            monitor.settle(FIRST)
            web.set_clock(LAST)
        else:
            monitor.start()
        time.sleep(chance.uniform(1, 12))
        monitor.kill()
    begun = time.monotonic()
    monitor.start()
    monitor.page()
    say(f"start after the last kill to the page: {time.monotonic() - begun:.1f} s")
    monitor.settle(LAST, REST)
    bad = not_equal(monitor)
    tables = monitor.tables()
    monitor.stop()
    return tables, bad


def main():
    web = Web(ARGUMENTS.web, open(ARGUMENTS.work / "web.log", "wb"))
    monitors = [Monitor(ARGUMENTS.work / name, web) for name in ("plain", "killed")]
    try:
        plain, bad = plain_run(web, monitors[0])
        killed, bad_after_kills = killed_run(web, monitors[1])
        say(f"tables without and with {KILLS} kills:")
        unequal = any(list(differences(plain, killed)))
        return 1 if bad or bad_after_kills or unequal else 0
    finally:
        for monitor in monitors:
            monitor.end()
        web.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--web", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--work", type=lambda text: Path(text).resolve(), required=True)
    ARGUMENTS = parser.parse_args()
    sys.exit(main())
