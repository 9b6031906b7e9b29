"""What the checks on the recorded web share: the web itself, divide processes, and a look at the sources that costs nothing.

A look through a command starts a Java process each time, which takes as much of a small machine as what is looked at.
Health and Observed therefore keep one command open that follows a topic, and wake whoever waits when a line comes.
"""
import json, os, resource, socket, subprocess, sys, threading, time, urllib.request
from collections import defaultdict
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
DIVIDE = str(HOME / "divide")
# A check is over before thorough compilation pays.
QUICK = dict(os.environ, DIVIDE_JAVA_OPTIONS=f"-XX:TieredStopAtLevel=1 {os.environ.get('DIVIDE_JAVA_OPTIONS', '')}")
# Seconds for what must come: a machine that is slow or busy is no failure, what never comes is one.
PATIENCE = 600
# The bundled table is read once, at the first start; a site that the recorded web does not have never answers.
BUNDLED, NOT_RECORDED = "landmarks", "is not there (404)"


def say(*words):
    print(*words, flush=True)


def processor_seconds():
    """What all processes of this check that have ended took of the processors, whoever else was at work."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def divide(*words, **settings):
    """What a command prints."""
    answer = subprocess.run([DIVIDE, *words], capture_output=True, text=True, env={**QUICK, **settings})
    if answer.returncode:
        raise SystemExit(f"divide {' '.join(words)} ended with {answer.returncode}: {answer.stderr}{answer.stdout[-2000:]}")
    return answer.stdout


class Web:
    """The recorded web on a free port."""

    def __init__(self, folder, log, now="2026-02-16T00:00:00Z"):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [sys.executable, "-B", "serve.py", "--data", "data", "--port", str(port), "--now", now, "--rate-limits",
             "--time-scale", "0.01"], cwd=folder, stdout=log, stderr=log)
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            try:
                self.ask("/_control/clock")
                return
            except OSError:
                time.sleep(0.25)
        raise SystemExit("the recorded web does not start")

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(self.url + path, data=data, timeout=30) as answer:
            return json.loads(answer.read())

    def set_clock(self, instant):
        self.ask("/_control/clock", {"now": instant})

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class Process:
    """One divide process on a data directory of its own."""

    def __init__(self, data, *words, **settings):
        self.data, self.process = data, None
        self.words = [DIVIDE, *words, "--data", str(data)]
        self.log = open(data.with_suffix(".out"), "ab")
        self.environment = {**QUICK, **settings}

    def start(self):
        self.process = subprocess.Popen(self.words, stdout=self.log, stderr=self.log, env=self.environment)
        return self

    def run(self):
        """What other commands need to know, once the servers answer."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"{' '.join(self.words)} ended with {self.process.returncode}; see {self.log.name}")
            try:
                run = json.loads((self.data / "divide.run.json").read_text())
                if run["pid"] == self.process.pid:
                    return run
            except (OSError, ValueError):
                pass
            time.sleep(0.05)
        raise SystemExit(f"{' '.join(self.words)} does not start; see {self.log.name}")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)

    def kill(self):
        self.process.kill()
        self.process.wait()


class Followed:
    """What comes into a topic, from one command that stays open."""

    def __init__(self, data, *words):
        self.changed = threading.Condition()
        self.process = subprocess.Popen([DIVIDE, *words, "--follow", "--format", "jsonl", "--data", str(data)],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=QUICK)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            value = json.loads(line)
            with self.changed:
                self.came(value)
                self.changed.notify_all()

    def wait_for(self, condition):
        """Whether it holds within the time; asked again with each line that comes."""
        with self.changed:
            return self.changed.wait_for(condition, PATIENCE)

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)


class Health(Followed):
    """The newest word of each source on how it is doing."""

    def __init__(self, data):
        self.newest, self.successes = {}, defaultdict(list)
        super().__init__(data, "sources")

    def came(self, health):
        source, success = health["source"], health.get("lastSuccess") or ""
        if success != (self.newest.get(source, {}).get("lastSuccess") or ""):
            self.successes[source].append((success, time.monotonic()))
        self.newest[source] = health

    def lags(self, instant, since):
        """Of each source that was asked at this clock: how long after a moment here that was known."""
        with self.changed:
            return {source: min(at for success, at in successes if success >= instant) - since
                    for source, successes in self.successes.items() if successes[-1][0] >= instant}

    def late(self, instant, ids):
        """Sources that were not asked with success at this clock, but for what never changes or is not recorded."""
        told = (self.newest.get(source, {"source": source, "state": "silent"}) for source in sorted(ids - {BUNDLED}))
        return [h for h in told if (h.get("lastSuccess") or "") < instant
                and not (NOT_RECORDED in h.get("message", "") and not h.get("lastSuccess"))]

    def await_all(self, instant, ids):
        """Waits until each of the sources has been asked at this clock and has answered."""
        if not self.wait_for(lambda: not self.late(instant, ids)):
            raise SystemExit(f"{instant}: not all sources have answered within {PATIENCE} s: " + "; ".join(
                f"{h['source']} {h.get('state')} {h.get('lastSuccess', '')} {h.get('message', '')}"
                for h in self.late(instant, ids)))


class Observed(Followed):
    """All that was observed so far: the versions of each item, in their order."""

    def __init__(self, data):
        self.versions, self.count = {}, 0
        super().__init__(data, "observations")

    def came(self, observation):
        key = observation["source"], observation["nativeId"]
        versions = self.versions.setdefault(key, [])
        versions.append({name: value for name, value in observation.items() if name != "text"})
        versions.sort(key=lambda seen: seen.get("revision", 0))
        self.count += 1

    def now(self):
        """As it stands now; what comes later does not change it."""
        with self.changed:
            return {key: list(versions) for key, versions in self.versions.items()}
