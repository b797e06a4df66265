#!/usr/bin/env python3
"""Derives the down times of rolling restarts from the Google cluster trace of 2011.

Usage: google_reboots.py MACHINE_EVENTS.csv[.gz] OUT.csv

Input: machine_events of google/cluster-data ClusterData2011_2 (CC-BY 4.0), without header, columns: time in us,
machine id, event (0 ADD, 1 REMOVE, 2 UPDATE), platform, CPU, memory.

Matching: the events are taken in the order of the file, which is the order of time. A REMOVE opens an outage of its
machine; the next ADD of the same machine closes it; UPDATE changes nothing; an ADD of a machine that is not out (all
machines at time 0, and new ones) opens and closes nothing; an outage that is still open at the end of the trace is
dropped. The down time is the time of the ADD minus that of the REMOVE. Kept are down times from 14 to 20 min, both
included: the sharp peak that reads as restarts (the trace gives no reason).

Output: day (of the REMOVE, in days of 86,400 s from the start of the trace, rounded down) and down_s, in the order of
the ADDs. On stderr: what the trace holds, to be compared with scenarios/data/README.md.
"""

import csv
import gzip
import statistics
import sys

ADD, REMOVE = "0", "1"
LOW_US, HIGH_US = 14 * 60_000_000, 20 * 60_000_000
DAY_US = 86_400_000_000


def read(path):
    """Yields (time in us, machine, event)."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="ascii", newline="") as file:
        for row in csv.reader(file):
            yield int(row[0]), row[1], row[2]


def outages(events):
    """Pairs every REMOVE with the next ADD of its machine: [(removed, added, machine)], and how many stay open."""
    removed, pairs = {}, []
    for time, machine, event in events:
        if event == REMOVE:
            removed.setdefault(machine, time)
        elif event == ADD and machine in removed:
            pairs.append((removed.pop(machine), time, machine))
    return pairs, len(removed)


def most_at_once(pairs):
    """The most outages at one instant; one that ends where another begins does not overlap it."""
    changes = sorted([(start, 1) for start, _, _ in pairs] + [(end, -1) for _, end, _ in pairs])
    most = now = 0
    for _, change in changes:
        now += change
        most = max(most, now)
    return most


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    pairs, still_open = outages(read(sys.argv[1]))
    kept = [pair for pair in pairs if LOW_US <= pair[1] - pair[0] <= HIGH_US]
    with open(sys.argv[2], "w", encoding="ascii", newline="") as file:
        file.write("day,down_s\n")
        for start, end, _ in kept:
            whole, rest = divmod(end - start, 1_000_000)
            file.write(f"{start // DAY_US},{whole}.{rest:06d}\n")
    minutes = [(end - start) / 60e6 for start, end, _ in kept]
    starts = [start for start, _, _ in kept]
    days = (max(starts) - min(starts)) / DAY_US
    report = [
        f"outages that end: {len(pairs)}, still open at the end: {still_open}",
        f"kept, 14 to 20 min: {len(kept)} of {len({machine for _, _, machine in kept})} machines",
        f"mean {statistics.mean(minutes):.2f} min, standard deviation {statistics.stdev(minutes):.2f} min",
        f"at most {most_at_once(kept)} at once, {len(kept) / days:.1f} a day over {days:.2f} days",
    ]
    print("\n".join(report), file=sys.stderr)


if __name__ == "__main__":
    main()
