#!/usr/bin/env python3
"""The register of organisations against the labelled lists: whom it lacks, and where it says something else.

    python3 .ci/register.py --labels ../shared/labels

Every organisation that stands in two or more of the labelled lists of makers must be in the register under one of its
names, and the type that the lists give it must be the register's. Ends with 1 when one is missing, when more types
differ than were looked at and left, when a row names no source, when two rows share a name, host or account, or when a parent has no row.
"""
import argparse, csv, json, sys, unicodedata
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
REGISTER = HOME / "streams/src/main/resources/org/computedivide/streams/data/organizations.csv"
# Read one by one and left as the register has them: docs/affiliations.md says why.
MOST_DIFFERENT_TYPES = 12


def folded(text):
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def cases(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def clashes(rows):
    """What two rows claim both, and parents that no row describes."""
    owners = {}
    for row in rows:
        for column, fold in ("aliases", folded), ("domains", str.lower), ("namespaces", str.lower):
            values = row[column].split("|") + ([row["name"]] if column == "aliases" else [])
            for value in {fold(value) for value in values} - {""}:
                owners.setdefault((column, value), set()).add(row["name"])
    names = {row["name"] for row in rows}
    found = [f"{value} ({column}): {', '.join(sorted(claim))}" for (column, value), claim in sorted(owners.items()) if len(claim) > 1]
    return found + [f"{row['name']} has the parent {row['parent']}" for row in rows if row["parent"] and row["parent"] not in names]


def main():
    rows = list(csv.DictReader(REGISTER.read_text(encoding="utf-8").splitlines()))
    known = {folded(name): row for row in rows for name in [row["name"], *row["aliases"].split("|")] if folded(name)}
    counts = Counter(name for case in cases(ARGUMENTS.labels / "affiliation/releases.jsonl")
                     for name in case["observation"]["organizations"])
    missing = sorted(name for name, number in counts.items() if number >= 2 and folded(name) not in known)
    types, countries, agreed = [], [], Counter()
    for case in cases(ARGUMENTS.labels / "affiliation/organizations.jsonl"):
        name, expected = case["observation"]["organizations"][0], case["expected"]["organization"]
        row = known.get(folded(name))
        if row is None:
            continue
        types += [f"{name}: {row['type']}, labelled {expected['type']}"] if expected["type"] != row["type"] else []
        country = expected.get("countryCode") or ""
        countries += [f"{name}: {row['country']}, labelled {country}"] if country and row["country"] and country != row["country"] else []
        agreed.update(types=expected["type"] == row["type"], countries=bool(country) and country == row["country"])
    unsourced = [row["name"] for row in rows if not row["source"].strip()]
    clashed = clashes(rows)
    print(f"{len(rows)} organisations; {len(counts)} names in the labelled lists, {sum(n >= 2 for n in counts.values())} of them twice or more")
    print(f"of the register's names that are labelled: types {agreed['types']} agree, {len(types)} differ; countries {agreed['countries']} agree, {len(countries)} differ")
    for title, words in ("missing", missing), ("type differs", types), ("country differs", countries), ("no source", unsourced), ("clash", clashed):
        for word in words:
            print(f"  {title}: {word}")
    return 1 if missing or unsourced or clashed or len(types) > MOST_DIFFERENT_TYPES else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--labels", type=Path, required=True)
    ARGUMENTS = parser.parse_args()
    sys.exit(main())
