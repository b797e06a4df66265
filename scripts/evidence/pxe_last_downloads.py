#!/usr/bin/env python3
"""When each node of a bare-metal install over PXE made its last download: mean and spread, for scenarios/evidence/cobbler_*.

Usage: pxe_last_downloads.py results-tftp-40.csv ...   (openstack/performance-docs@5da860c, provisioning/cobbler, Apache-2.0)

Every node ends its installation with one download of about 3.5 Mbit, which stands out of the server's egress once the
packages are over (second 540 on). A second with 7 Mbit holds two nodes, so seconds are weighted by their traffic.
"""
import csv
import math
import sys

LAST_PACKAGES = 540  # seconds; later egress is last downloads only
NOISE = 0.5  # Mbit/s


def last_downloads(path):
    """Yields (second, Mbit) of the seconds with egress after the packages."""
    with open(path, newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) == 9][1:]
    for second, row in enumerate(rows):
        if second >= LAST_PACKAGES and float(row[4]) > NOISE:
            yield second, float(row[4])


for name in sys.argv[1:]:
    seconds = list(last_downloads(name))
    weight = sum(mbit for _, mbit in seconds)
    mean = sum(second * mbit for second, mbit in seconds) / weight
    spread = math.sqrt(sum((second - mean) ** 2 * mbit for second, mbit in seconds) / weight)
    print(f"{name}: {weight:.0f} Mbit, mean {mean:.1f} s, standard deviation {spread:.1f} s, last {seconds[-1][0]} s")
