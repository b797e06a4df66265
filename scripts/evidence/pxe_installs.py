#!/usr/bin/env python3
"""Derives elapsed time and server egress of PXE installs from the logs of the OpenStack performance team.

Usage: pxe_installs.py results-http-1.csv results-http-10.csv ... > OUT.csv

Input: the logs beside doc/source/test_results/provisioning/cobbler in openstack/performance-docs (Apache-2.0). Three
lines of text (start, end, elapsed), then one row a second: time, cpu, RAM, net_recv, net_send, ... The network columns are
called Mbit/s; they are whole numbers of bytes only if one Mbit is 2^20 bits, which this script checks.

Output, one row a log: protocol, nodes, elapsed_s (as the log states it), seconds (rows), egress_mib_per_node,
peak_mbit_s (10^6 bits, one-second peak of the server's sending).
"""

import csv
import re
import sys

MEBI = 1 << 20


def derive(path):
    """One row of the output."""
    name = re.search(r"results-([a-z]+)-(\d+)\.csv$", path)
    with open(path, encoding="ascii", newline="") as file:
        lines = file.read().splitlines()
    elapsed = re.search(r"([\d.]+) seconds", lines[2]).group(1)
    rows = [float(row["net_send"]) for row in csv.DictReader(lines[3:])]
    small = [value for value in rows if 0 < value < 0.1]
    for value in small:
        size = value * MEBI / 8
        if abs(size - round(size)) > 0.01:
            sys.exit(f"{path}: {value} is no whole number of bytes; are these megabits of 10^6 bits?")
    nodes = int(name.group(2))
    egress = sum(rows) / 8 / nodes
    return name.group(1), nodes, elapsed, len(rows), f"{egress:.1f}", f"{max(rows) * MEBI / 1e6:.0f}"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["protocol", "nodes", "elapsed_s", "seconds", "egress_mib_per_node", "peak_mbit_s"])
    out.writerows(sorted(derive(path) for path in sys.argv[1:]))


if __name__ == "__main__":
    main()
