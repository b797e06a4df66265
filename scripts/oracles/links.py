#!/usr/bin/env python3
"""Computes tests/oracles/oracles_links.csv: locks with ticks, batches, polls on a token bucket, without simulating them.

Usage: links.py > oracles_links.csv

Exact rows are recursions in fractions over the customers, never over events; steady rows are closed forms. The columns are
those of oracles_public.csv.
"""

import csv
import json
import sys
from fractions import Fraction
from math import ceil, exp, factorial

COLUMNS = (
    "id,family,model,params_json,time_unit,quantity,value,value_exact,sd_per_sample,tolerance,min_samples,method,"
    "independent_check"
).split(",")
EXACT = "exact: |got-value| <= 1e-9*max(1,|value|) (integer-tick clocks: <= 1 tick per sequential service)"
COUNT = "exact integer equality"
STEADY = (
    "steady: R>=30 iid replications, each deleting a warm-up of >=10% of its samples; pass iff |mean-value| <= k*s/sqrt(R) "
    "AND s/sqrt(R) <= 1% of value (k=5.48 at R=30, 4.76 at R=100, 4.5 for R>=1000: two-sided 6.8e-6)"
)


def lock(arrivals, holds, period):
    """Starts of all holders: the first look at or after each release, ties by index."""
    starts, free, waiting = {}, Fraction(0), set(range(len(arrivals)))
    while waiting:
        def look(i):
            ticks = max(0, ceil((free - arrivals[i]) / period))
            return arrivals[i] + ticks * period, i

        start, i = min(look(i) for i in waiting)
        waiting.remove(i)
        starts[i] = start
        free = start + holds[i]
    return [starts[i] for i in range(len(arrivals))]


def lock_rows():
    cases = {
        "p1": ([0] * 6, [25] * 6, 10),
        "p2": ([0, 3, 4, 4, 11, 12, 40], [12, 7, 7, 1, 30, 2, 5], 6),
        "p3": ([i * 37 % 101 for i in range(60)], [5 + i * 13 % 17 for i in range(60)], 30),
    }
    for name, (arrivals, holds, period) in cases.items():
        starts = lock([Fraction(a) for a in arrivals], [Fraction(h) for h in holds], Fraction(period))
        ends = [start + hold for start, hold in zip(starts, holds)]
        looks = sum((start - arrival) / period for start, arrival in zip(starts, arrivals))
        model = (
            f"A lock that is looked at: {len(arrivals)} customers, each looks when it arrives and every {period} s until it "
            "finds the lock free; looks at one instant by index, after releases of that instant; no jitter."
        )
        params = {"arrivals": arrivals, "holds": holds, "period": period}
        method = "recursion over holders in fractions"
        yield f"LOCKTICK-{name}a", "LOCKTICK", model, params, "s", "makespan", max(ends), EXACT, "", method
        yield f"LOCKTICK-{name}b", "LOCKTICK", model, params, "s", "sum of completion times", sum(ends), EXACT, "", method
        yield f"LOCKTICK-{name}c", "LOCKTICK", model, params, "count", "looks in vain", looks, COUNT, "", method


def batches(arrivals, size, patience):
    """Departures: a batch closes with its B-th member or W after its first."""
    departures, first = [], 0
    while first < len(arrivals):
        closes = arrivals[first] + patience
        batch = [a for a in arrivals[first : first + size] if a <= closes]
        departures.append((batch[-1] if len(batch) == size else closes, len(batch)))
        first += len(batch)
    return departures


def batch_rows():
    for name, (count, size, patience) in {"p1": (200, 8, 20), "p2": (500, 3, 4)}.items():
        arrivals = sorted(i * 211 % 997 for i in range(count))
        out = batches([Fraction(a) for a in arrivals], size, Fraction(patience))
        model = f"Batches of at most {size}, closed {patience} s after their first member at the latest; given arrivals."
        params = {"arrivals": arrivals, "B": size, "W": patience}
        method = "recursion over batches in fractions"
        total = sum(at * members for at, members in out)
        yield f"BATCHDET-{name}a", "BATCHDET", model, params, "s", "sum of departure times", total, EXACT, "", method
        yield f"BATCHDET-{name}b", "BATCHDET", model, params, "count", "number of batches", len(out), COUNT, "", method
    for name, (rate, size, patience) in {"p1": (0.5, 8, 20.0), "p2": (3.0, 5, 1.0)}.items():
        load = rate * patience

        def poisson(k, load=load):
            return exp(-load) * load**k / factorial(k)

        def reached(k, poisson=poisson):
            return 1 - sum(poisson(j) for j in range(k))

        # members: 1 + sum of P(at least k more come in time); time spent while j more are there: P(N(W) > j) / rate
        members = 1 + sum(reached(k) for k in range(1, size))
        waited = sum((1 + j) * reached(j + 1) / rate for j in range(size - 1))
        model = (
            f"Poisson arrivals, rate {rate}/s, are collected in batches of at most {size}, closed {patience} s after their "
            "first member at the latest; stationary."
        )
        params = {"lam": rate, "B": size, "W": patience}
        samples, method = "30 x 100000", "renewal reward, closed form"
        yield f"BATCHPOIS-{name}a", "BATCHPOIS", model, params, "-", "mean batch size", members, STEADY, samples, method
        yield f"BATCHPOIS-{name}b", "BATCHPOIS", model, params, "s", "mean wait", waited / members, STEADY, samples, method


def refused(nodes, period, offset, polls, rate, burst):
    """Polls that find less than one token, in the order of (instant, index)."""
    level, last, count = Fraction(burst), Fraction(0), 0
    for now in sorted(i * offset + k * period for i in range(nodes) for k in range(polls)):
        level = min(Fraction(burst), level + rate * (now - last))
        last = now
        if level >= 1:
            level -= 1
        else:
            count += 1
    return count


def poll_rows():
    cases = {"p1": (100, 30, "0", 10, "2", 10), "p2": (40, 10, "1/4", 25, "3/2", 5), "p3": (300, 60, "1/5", 8, "3", 20)}
    for name, (nodes, period, offset, polls, rate, burst) in cases.items():
        count = refused(nodes, Fraction(period), Fraction(offset), polls, Fraction(rate), burst)
        model = (
            f"{nodes} nodes poll a service {polls} times, every {period} s, node i first at i x {offset} s; each poll is one "
            f"call at a token bucket (refill {rate}/s, burst {burst}, full at t=0) and is dropped when it is refused."
        )
        params = {
            "N": nodes,
            "period": period,
            "offset": float(Fraction(offset)),
            "polls": polls,
            "r": float(Fraction(rate)),
            "b": burst,
        }
        quantity, method = "total number of 429 responses", "recursion over polls in fractions"
        yield f"POLLTB-{name}", "POLLTB", model, params, "count", quantity, count, COUNT, "", method


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for rows in (lock_rows(), batch_rows(), poll_rows()):
        for name, family, model, params, unit, quantity, value, tolerance, samples, method in rows:
            exact = str(value) if isinstance(value, Fraction) else ""
            text = repr(float(value)) if isinstance(value, (float, Fraction)) else str(value)
            writer.writerow(
                [name, family, model, json.dumps(params, separators=(",", ":")), unit, quantity, text, exact, ""]
                + [tolerance, samples, method, ""]
            )


if __name__ == "__main__":
    main()
