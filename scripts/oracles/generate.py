"""Writes a fresh oracle file: new parameters for every family, answers computed without the product.

Usage: python3 scripts/oracles/generate.py SEED OUT.csv [MODELS a family, 3 unless told otherwise]
Then:  ORACLES_CSV=OUT.csv dotnet test --filter Category=Oracles
Units, tolerances and numbers of samples are those of the same question in tests/oracles/oracles_public.csv.
"""

import csv
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

from answers import FAMILIES, answer
from draws import DRAWS, models

PUBLIC = Path(__file__).parents[2] / "tests" / "oracles" / "oracles_public.csv"


def question(family, quantity):
    """A question without its numbers: "expected wait of customer no. #"."""
    return family, re.sub(r"[0-9.]+", "#", quantity)


def text(value):
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ";".join(text(one) for one in value)
    if isinstance(value, Fraction):
        return str(int(value)) if value.denominator == 1 else f"{float(value):.15g}"
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def rows(seed, count):
    with open(PUBLIC, newline="", encoding="utf-8") as file:
        public = list(csv.DictReader(file))
    templates = {}
    for row in public:
        templates.setdefault(question(row["family"], row["quantity"]), row)
        templates.setdefault((row["family"], None), row)
    for family in sorted(DRAWS):
        for index, (params, asks) in enumerate(models(family, seed, count)):
            for letter, (quantity, more) in zip("abcdef", asks):
                template = templates.get(question(family, quantity)) or templates[family, None]
                value, sd = answer(family, params | more, quantity)
                yield {
                    **template,
                    "id": f"{family}-g{index + 1}{letter}",
                    "model": f"As {template['id']} of oracles_public.csv with these parameters.",
                    "params_json": json.dumps(params | more, separators=(",", ":")),
                    "quantity": quantity,
                    "value": text(value),
                    "value_exact": str(value) if isinstance(value, Fraction) else "",
                    "sd_per_sample": "" if sd is None or not template["sd_per_sample"] else f"{sd:.13g}",
                    "method": f"scripts/oracles, seed {seed}",
                    "independent_check": "",
                }


def main():
    seed, path = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    assert set(DRAWS) == set(FAMILIES), set(DRAWS) ^ set(FAMILIES)
    made = list(rows(seed, count))
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, made[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)
    print(f"{len(made)} rows of {len(DRAWS)} families in {path}")


if __name__ == "__main__":
    main()
