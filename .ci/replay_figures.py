#!/usr/bin/env python3
"""Compares the figures of a replay with those expected, number by number.

    replay_figures.py --expected expected-numbers.json --file models-facts.csv --figures OUT.json
"""
import argparse
import json
import math
import sys

TOLERANCE = 1e-9


def compare(path, expected, found, wrong):
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            wrong.append(f"{path}: {found!r} instead of an object")
            return 0
        for extra in sorted(found.keys() - expected.keys()):
            wrong.append(f"{path}.{extra}: {json.dumps(found[extra])[:80]} is not expected")
        for missing in sorted(expected.keys() - found.keys()):
            wrong.append(f"{path}.{missing}: missing, expected {json.dumps(expected[missing])[:80]}")
        return sum(compare(f"{path}.{key}", expected[key], found[key], wrong) for key in expected.keys() & found.keys())
    if isinstance(expected, list):
        if not isinstance(found, list) or len(found) != len(expected):
            wrong.append(f"{path}: {found!r} instead of {expected!r}")
            return 0
        return sum(compare(f"{path}[{i}]", e, f, wrong) for i, (e, f) in enumerate(zip(expected, found)))
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        if not isinstance(found, (int, float)) or not math.isclose(expected, found, rel_tol=TOLERANCE, abs_tol=0):
            wrong.append(f"{path}: {found!r} instead of {expected!r}")
    elif expected != found:
        wrong.append(f"{path}: {found!r} instead of {expected!r}")
    return 1


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--expected", required=True)
    arguments.add_argument("--file", required=True, help="name of the facts file in the expected figures")
    arguments.add_argument("--figures", required=True)
    options = arguments.parse_args()
    with open(options.expected, encoding="utf-8") as file:
        expected = json.load(file)[options.file]
    with open(options.figures, encoding="utf-8") as file:
        found = json.load(file)
    wrong = []
    compared = compare("", expected, found, wrong)
    for line in wrong[:40]:
        print(line)
    print(f"{options.file}: {compared} values compared, {len(wrong)} differ")
    sys.exit(1 if wrong or compared < 1000 else 0)


if __name__ == "__main__":
    main()
