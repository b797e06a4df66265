#!/usr/bin/env python3
"""Derives all outages of machines from the Google cluster trace of 2011, as a log for o1sim fit.

Usage: google_outages.py MACHINE_EVENTS.csv[.gz] OUT.csv

Input and matching as in google_reboots.py. Output: machine (numbered by first appearance in the file), removed_us and
added_us (microseconds from the start of the trace; empty where the machine never came back), in the order of removal.
"""

import sys

from google_reboots import ADD, REMOVE, read


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    numbers, outages, open_at = {}, [], {}
    for time, machine, event in read(sys.argv[1]):
        number = numbers.setdefault(machine, len(numbers))
        if event == REMOVE and number not in open_at:
            open_at[number] = len(outages)
            outages.append([number, time, ""])
        elif event == ADD and number in open_at:
            outages[open_at.pop(number)][2] = time
    with open(sys.argv[2], "w", encoding="ascii", newline="") as out:
        out.write("machine,removed_us,added_us\n")
        out.writelines(f"{number},{removed},{added}\n" for number, removed, added in outages)
    print(f"{len(outages)} outages, {len(open_at)} without an end", file=sys.stderr)


if __name__ == "__main__":
    main()
