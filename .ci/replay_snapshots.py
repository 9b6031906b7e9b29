#!/usr/bin/env python3
"""Compares states of one table replayed in order with the last alone, and the corrections with a plain diff of the files.

    replay_snapshots.py --ordered ROWS --last ROWS FILE FILE...

ROWS are directories of `divide replay --rows`. The tables must be the same but for when a row was first seen and how late that was; the
corrections must be the rows that went, the values that moved by more than 2 % or changed their class, and other dates.
"""
import argparse
import csv
import json
import pathlib
import sys

CLASSES = {"Academia": "academia", "Industry": "industry", "Government": "government", "Research collective": "nonprofit"}


def rows(folder, name):
    """All but how late a row was first seen: only what came after the first table was seen live."""
    with open(folder / name, encoding="utf-8") as file:
        return [row for row in map(json.loads, file) if row.get("measure") != "medianLag"]


def without_first_seen(release):
    for member in release["members"]:
        member.pop("intake", None)
    release.pop("firstObservedAt", None)
    return release


def table(path):
    named, seen = {}, {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = row["Model"]
            seen[name] = seen.get(name, 0) + 1
            named[name, seen[name]] = row
    return named


def affiliation(row):
    types = {CLASSES[entry.strip()] for entry in row["Organization categorization"].split(",") if entry.strip()}
    if len(types) < 2:
        return types.pop() if types else "unknown"
    return "collaboration" if {"academia", "industry"} <= types else "mixed"


def number(row, column):
    try:
        return float(row[column])
    except ValueError:
        return None


def moved(before, now):
    return before is not None and (now is None or abs(now - before) > 0.02 * max(abs(before), abs(now)))


def expected(files):
    tables = [table(file) for file in files]
    for before, now in zip(tables, tables[1:]):
        for key, row in before.items():
            name = key[0]
            if key not in now:
                yield name, "identity"
                continue
            if moved(number(row, "Training compute (FLOP)"), number(now[key], "Training compute (FLOP)")):
                yield name, "compute"
            if moved(number(row, "Parameters"), number(now[key], "Parameters")):
                yield name, "parameters"
            if affiliation(row) not in ("unknown", affiliation(now[key])):
                yield name, "affiliation"
            if row["Model accessibility"] not in ("", now[key]["Model accessibility"]):
                yield name, "weights"
            day, later = row["Publication date"], now[key]["Publication date"]
            if day and (not later or not later.startswith(day)):
                yield name, "published"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--ordered", required=True, type=pathlib.Path)
    arguments.add_argument("--last", required=True, type=pathlib.Path)
    arguments.add_argument("files", nargs="+")
    options = arguments.parse_args()
    wrong = 0
    for name in ("tallies.jsonl", "trends.jsonl", "releases.jsonl"):
        ordered, last = rows(options.ordered, name), rows(options.last, name)
        if name == "releases.jsonl":
            ordered, last = [list(map(without_first_seen, table)) for table in (ordered, last)]
        same = ordered == last and len(last) > 0
        print(name, len(last), "rows,", "same" if same else "DIFFER")
        wrong += not same
    wanted = sorted(expected(options.files))
    told = sorted((row["name"], row["field"]) for row in rows(options.ordered, "corrections.jsonl"))
    for pair in sorted(set(wanted) ^ set(told)):
        print(pair, "not told" if pair in wanted else "told, but not in the diff of the files")
    print(len(wanted), "corrections wanted,", len(told), "told")
    sys.exit(wrong > 0 or wanted != told)


if __name__ == "__main__":
    main()
