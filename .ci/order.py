#!/usr/bin/env python3
"""Runs made-up observations through the line in other orders, partitions and instances: the same bytes must come out.

    order.py --work DIRECTORY [--divide ./divide]

Each observation has several versions; some are withdrawn and come back. Six runs on a real broker: the order of the
file, then shuffles (every fourth observation twice) over 1, 3, 7 and 12 partitions, one by two instances of which the
first is killed half-way, so that the standby takes over.
"""
import argparse
import hashlib
import json
import pathlib
import random
import subprocess
import sys
import time

RUNS = [
    [],
    ["--shuffle", "1", "--partitions", "1"],
    ["--shuffle", "2", "--partitions", "3"],
    ["--shuffle", "3", "--partitions", "7"],
    ["--shuffle", "4", "--partitions", "7", "--instances", "2"],
    ["--shuffle", "5", "--partitions", "3", "--instances", "2", "--kill"],
]
TABLES = ["releases.jsonl", "tallies.jsonl", "trends.jsonl"]
BIRDS = ["Heron", "Egret", "Bittern", "Ibis", "Crane", "Rail", "Coot", "Grebe", "Loon", "Tern", "Skua", "Plover"]
MAKERS = ["lakeside", "marshlab", "fenworks", "delta-university"]


def observations():
    dice = random.Random(20261122)
    for i in range(60):
        bird, maker = dice.choice(BIRDS), dice.choice(MAKERS)
        size, tokens = dice.choice([1, 3, 7, 34, 70]), dice.choice([1, 2, 6, 15])
        day = f"2026-{dice.randint(1, 3):02d}-{dice.randint(1, 28):02d}"
        for version in range(dice.randint(1, 4)):
            yield observed(i, version, bird, maker, size, tokens + version, day, dice)


def observed(i, version, bird, maker, size, tokens, day, dice):
    paper = i % 3 == 0
    name = f"{bird}-{1 + i % 2}-{size}B"
    text = (
        f"We introduce {bird} {1 + i % 2}, a language model with {size}B parameters trained from scratch on {tokens}T tokens "
        f"using {256 * (1 + i % 4)} H100 GPUs for {20 + i} days. The weights are released under Apache 2.0."
    )
    seen = {
        "source": "arxiv" if paper else "huggingface",
        "nativeId": f"2603.{i:05d}" if paper else f"{maker}/{name}",
        "revision": version,
        "state": "withdrawn" if dice.random() < 0.15 else "present",
        "form": "paper" if paper else "repository",
        "origin": "arxiv" if paper else "huggingface",
        "url": f"https://arxiv.org/abs/2603.{i:05d}" if paper else f"https://huggingface.co/{maker}/{name}",
        "title": f"{bird} {1 + i % 2}: a language model" if paper else f"{maker}/{name}",
        "publishedAt": day,
        "observedAt": f"2026-03-{29 + min(version, 2)}T{dice.randint(0, 23):02d}:00:00Z",
        "text": text,
    }
    if paper:
        seen["links"] = [f"https://huggingface.co/{maker}/{name}"]
    else:
        seen["organizations"] = [maker]
        seen["hub"] = {"license": "apache-2.0", "pipelineTag": "text-generation", "parameters": size * 1_000_000_000}
    seen["contentHash"] = hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()
    return seen


def tables(folder):
    return {name: (folder / name).read_bytes() for name in TABLES}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--work", required=True, type=pathlib.Path)
    arguments.add_argument("--divide", default="./divide")
    options = arguments.parse_args()
    file = options.work / "observations.jsonl"
    file.write_text("".join(json.dumps(seen) + "\n" for seen in observations()), encoding="utf-8")
    first, wrong = None, 0
    for run in RUNS:
        begun = time.monotonic()
        folder = options.work / f"order-{RUNS.index(run)}"
        subprocess.run(
            [options.divide, "replay", "--observations", str(file), "--rows", str(folder), *run], check=True, stdout=subprocess.DEVNULL
        )
        found = tables(folder)
        first = first or found
        differ = [name for name in TABLES if found[name] != first[name]]
        wrong += len(differ)
        lines = {name: data.count(b"\n") for name, data in found.items()}
        print(" ".join(run) or "in order", lines, f"{time.monotonic() - begun:.0f} s", f"DIFFER: {differ}" if differ else "same", flush=True)
    if min(data.count(b"\n") for data in first.values()) < 5:
        print("too few rows to prove anything")
        wrong += 1
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
