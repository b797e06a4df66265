"""Recomputes every row of an oracle file and prints the largest relative difference of each family.

Usage: python3 scripts/oracles/check.py [tests/oracles/oracles_public.csv]
"""

import csv
import json
import sys

from answers import answer

# SUMMAX: the public sum of two lognormals is a Gauss-Legendre convolution that is itself good to 1e-6 (its sd to 5e-5)
ALLOWED = {"CHANGE": 1e-4, "LAW": 1e-6, "USL": 1e-5, "SUMMAX": 1e-4}
ORDINARY = 2e-8


def difference(got, wanted):
    if isinstance(got, str):
        return 0.0 if got == wanted else 1.0
    numbers = got if isinstance(got, list) else [got]
    expected = [float(part) for part in wanted.split(";")]
    if len(numbers) != len(expected):
        return 1.0
    return max(abs(float(g) - w) / max(abs(w), 1e-300 if w else 1.0) for g, w in zip(numbers, expected))


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "tests/oracles/oracles_public.csv"
    worst, bad = {}, 0
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            value, sd = answer(row["family"], json.loads(row["params_json"]), row["quantity"])
            off = difference(value, row["value"])
            if sd is not None and row["sd_per_sample"]:
                off = max(off, difference(sd, row["sd_per_sample"]))
            rows, most = worst.get(row["family"], (0, 0.0))
            worst[row["family"]] = (rows + 1, max(most, off))
            if off > ALLOWED.get(row["family"], ORDINARY):
                bad += 1
                print(f"{row['id']}: {row['quantity']}: {value} (sd {sd}), file {row['value']} ({row['sd_per_sample']})")
    print(f"{'family':9}{'rows':>5}  largest relative difference")
    for family, (rows, most) in sorted(worst.items()):
        print(f"{family:9}{rows:5}  {most:.1e}")
    print(f"{len(worst)} families, {sum(r for r, _ in worst.values())} rows, {bad} differ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
