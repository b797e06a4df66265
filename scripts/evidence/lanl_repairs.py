#!/usr/bin/env python3
"""Derives the repair times of the failure data of Los Alamos, 1996-2005 (LA-UR-05-7318).

Usage: lanl_repairs.py FAILURES.csv[.xz] OUT.csv

Kept are the records with a positive down time, in the order of the file. Output: node ("system-node", both as the data
number them from zero), cause (the blame category that is filled in; undetermined where none is) and down_min.
On stderr: number, mean and standard deviation of the natural logarithm of the minutes.
"""

import csv
import lzma
import math
import statistics
import sys

CAUSES = ["Facilities", "Hardware", "Human Error", "Network", "Undetermined", "Software"]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    opener = lzma.open if sys.argv[1].endswith(".xz") else open
    logs = []
    with opener(sys.argv[1], "rt", encoding="latin-1", newline="") as source, open(
        sys.argv[2], "w", encoding="ascii", newline=""
    ) as out:
        out.write("node,cause,down_min\n")
        for row in csv.DictReader(source):
            minutes = int(row["Down Time"])
            if minutes > 0:
                cause = next((name for name in CAUSES if row[name].strip()), "Undetermined")
                out.write(f"{row['System']}-{row['nodenumz']},{cause.lower().replace(' ', '-')},{minutes}\n")
                logs.append(math.log(minutes))
    print(f"{len(logs)} repairs, mu {statistics.fmean(logs):.4f}, sigma {statistics.pstdev(logs):.4f}", file=sys.stderr)


if __name__ == "__main__":
    main()
