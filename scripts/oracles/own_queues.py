#!/usr/bin/env python3
"""Writes tests/oracles/oracles_queues.csv: rows of our own, beside oracles_public.csv, computed without simulation.

REQUEUE  N nodes at t = 0, c servers; who waits longer than Exp(theta) leaves and comes back after Exp(gamma).
         First-step analysis of the Markov chain (at the station, in the pause), exact in fractions.
HOURS    N jobs at t = 0 at a center that keeps hours. Constant work: list scheduling on the axis of open time, mapped to
         the clock, in fractions. Exponential work: P(not done) by matrix exponentials (uniformisation) over the windows.
LOAD     N jobs at t = 0 that share a center of speed r(n): one end after the other, a sum over n.
ORDER    M/M/1 in orders other than FIFO: second moments of the wait, closed forms (L. Takacs, 1963; J. F. C. Kingman, 1962).

Usage: python3 scripts/oracles/own_queues.py > tests/oracles/oracles_queues.csv
"""

import csv
import json
import math
import sys
from fractions import Fraction

STAT = "stat: mean of R>=min_samples iid replications; |mean-value| <= 4.5*sd/sqrt(R), sd=sd_per_sample"
STEADY = (
    "steady: R>=30 iid replications, each deleting a warm-up of >=10% of its samples; pass iff |mean-value| <= "
    "k*s/sqrt(R) AND s/sqrt(R) <= 1% of value (k=5.48 at R=30, 4.76 at R=100, 4.5 for R>=1000: two-sided 6.8e-6)"
)
EXACT = "exact: |got-value| <= 1e-9*max(1,|value|)"
HEADER = (
    "id,family,model,params_json,time_unit,quantity,value,value_exact,sd_per_sample,tolerance,min_samples,method,"
    "independent_check"
).split(",")


def solve(matrix, right):
    """Gauss-Jordan in fractions."""
    n = len(matrix)
    rows = [list(line) + [value] for line, value in zip(matrix, right)]
    for column in range(n):
        pivot = next(i for i in range(column, n) if rows[i][column] != 0)
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [x / rows[column][column] for x in rows[column]]
        for i in range(n):
            if i != column and rows[i][column] != 0:
                factor = rows[i][column]
                rows[i] = [x - factor * y for x, y in zip(rows[i], rows[column])]
    return [line[-1] for line in rows]


def requeue(nodes, servers, mu, theta, gamma):
    """E[T] and E[T^2] from state (nodes at the station, 0 in the pause)."""
    mu, theta, gamma = Fraction(str(mu)), Fraction(str(theta)), Fraction(str(gamma))
    first = {(0, 0): Fraction(0)}
    second = {(0, 0): Fraction(0)}
    for left in range(1, nodes + 1):
        states = [(at, left - at) for at in range(left + 1)]
        place = {state: index for index, state in enumerate(states)}
        matrix = [[Fraction(0)] * len(states) for _ in states]
        ones, done_first, done_second = [], [], []
        for state in states:
            at, away = state
            ends = min(at, servers) * mu
            leaves = max(at - servers, 0) * theta
            returns = away * gamma
            line = matrix[place[state]]
            line[place[state]] += ends + leaves + returns
            if leaves:
                line[place[(at - 1, away + 1)]] -= leaves
            if returns:
                line[place[(at + 1, away - 1)]] -= returns
            ones.append(Fraction(1))
            done_first.append(ends * first[(at - 1, away)] if ends else Fraction(0))
            done_second.append(ends * second[(at - 1, away)] if ends else Fraction(0))
        mean = solve(matrix, [one + done for one, done in zip(ones, done_first)])
        square = solve(matrix, [2 * m + done for m, done in zip(mean, done_second)])
        for state in states:
            first[state], second[state] = mean[place[state]], square[place[state]]
    mean, square = first[(nodes, 0)], second[(nodes, 0)]
    return mean, math.sqrt(square - mean * mean)


def to_clock(open_time, period, windows):
    """The first instant at which the center was open for open_time > 0."""
    per_period = sum(to - start for start, to in windows)
    whole = -(-open_time // per_period) - 1
    rest = open_time - whole * per_period
    for start, to in windows:
        if rest <= to - start:
            return whole * period + start + rest
        rest -= to - start
    raise AssertionError


def constant_hours(nodes, servers, work, period, windows):
    return [to_clock(work * (node // servers + 1), period, windows) for node in range(nodes)]


def uniformised(law, rates, span):
    """The law of how many are left after a span of open time; rates[n] = rate from n to n - 1."""
    top = max(rates)
    jumps = top * span
    weight = math.exp(-jumps)
    result = [0.0] * len(law)
    current = list(law)
    for step in range(1, 20 + int(10 * jumps)):
        result = [r + weight * c for r, c in zip(result, current)]
        weight *= jumps / step
        inflow = [current[n + 1] * rates[n + 1] / top for n in range(len(law) - 1)] + [0.0]
        current = [p * (1 - rate / top) + q for p, rate, q in zip(current, rates, inflow)]
    return result


def exponential_hours(nodes, servers, mu, period, windows):
    """E[T] and sd: T = clock(S), S = sum of independent exponential times; integrals of P(T > t) and 2 t P(T > t)."""
    rates = [min(n, servers) * mu for n in range(nodes + 1)]
    law = [0.0] * nodes + [1.0]
    mean = square = 0.0
    start = 0.0
    pieces = 100  # Simpson in each window
    nodes_of_simpson = lambda i: 1 if i in (0, pieces) else 4 if i % 2 else 2
    while sum(law[1:]) > 1e-15:
        before = 0.0
        for begin, end in windows:
            alive = sum(law[1:])
            gap_from, gap_to = start + before, start + begin
            mean += alive * (gap_to - gap_from)
            square += alive * (gap_to**2 - gap_from**2)
            h = (end - begin) / pieces
            for i in range(pieces + 1):
                weight = nodes_of_simpson(i) * h / 3
                mean += weight * sum(law[1:])
                square += weight * 2 * (start + begin + i * h) * sum(law[1:])
                if i < pieces:
                    law = uniformised(law, rates, h)
            before = end
        alive = sum(law[1:])
        mean += alive * (period - before)
        square += alive * ((start + period) ** 2 - (start + before) ** 2)
        start += period
    return mean, math.sqrt(square - mean * mean)


def usl(n, sigma, kappa):
    return Fraction(n) / (1 + Fraction(str(sigma)) * (n - 1) + Fraction(str(kappa)) * n * (n - 1))


def row(identity, model, params, quantity, value, exact="", sd="", tolerance=STAT, samples="10000", method="", check=""):
    unit = "s^2" if "second moment" in quantity else "s"
    value = value if isinstance(value, str) else f"{float(value):.13g}"
    sd = "" if sd == "" else f"{float(sd):.13g}"
    return [identity, identity.split("-")[0], model, json.dumps(params, separators=(",", ":")), unit, quantity, value,
            str(exact), sd, tolerance, samples, method, check]


def requeue_rows():
    for index, (n, c, mu, theta, gamma) in enumerate([(20, 4, 1.0, 0.5, 0.25), (12, 2, 0.5, 2.0, 1.0)], 1):
        mean, sd = requeue(n, c, mu, theta, gamma)
        yield row(
            f"REQUEUE-q{index}",
            f"{n} nodes at t=0, {c} servers FIFO, Exp service rate {mu}/s; who waits longer than Exp(rate {theta}/s) leaves "
            f"the queue and joins its end again after Exp(rate {gamma}/s), for ever.",
            {"N": n, "c": c, "mu": mu, "theta": theta, "gamma": gamma}, "E[makespan]", mean, sd=sd,
            method="CTMC first-step analysis, rational",
            check="theta -> 0 gives EXPC; c = N - 1 by hand")


def hours_rows():
    for index, (n, c, work, period, windows) in enumerate(
        [(7, 2, 5, 24, [[8, 12], [13, 17]]), (3, 1, 10, 10, [[0, 4]]), (5, 5, 8, 24, [[0, 8]])], 1):
        ends = constant_hours(n, c, Fraction(work), Fraction(period), windows)
        model = (f"{n} jobs of {work} s work at t=0, {c} servers FIFO that work in the windows {windows} of every {period} s; "
                 "outside work under way stands still.")
        params = {"N": n, "c": c, "work": work, "period": period, "windows": windows}
        yield row(f"HOURS-q{index}a", model, params, "makespan", max(ends), max(ends), tolerance=EXACT, samples="",
                  method="list scheduling on open time")
        yield row(f"HOURS-q{index}b", model, params, "sum of completion times", sum(ends), sum(ends), tolerance=EXACT,
                  samples="", method="list scheduling on open time")
    for index, (n, c, mu, period, windows) in enumerate([(10, 3, 0.5, 6, [[1, 3]]), (6, 2, 1.0, 8, [[0, 1], [4, 5]])], 4):
        mean, sd = exponential_hours(n, c, mu, float(period), windows)
        yield row(
            f"HOURS-q{index}",
            f"{n} nodes at t=0, {c} servers FIFO, Exp service rate {mu}/s, that work in the windows {windows} of every "
            f"{period} s; outside work under way stands still.",
            {"N": n, "c": c, "mu": mu, "period": period, "windows": windows}, "E[makespan]", mean, sd=sd,
            method="uniformisation over the windows", check="one window of the whole period gives EXPC")


def load_rows():
    for index, (n, mu, sigma, kappa) in enumerate([(20, 0.5, 0.05, 0.02), (50, 1.0, 0.1, 0.001)], 1):
        rates = [Fraction(str(mu)) * usl(k, sigma, kappa) for k in range(1, n + 1)]
        mean = sum(1 / rate for rate in rates)
        sd = math.sqrt(sum(1 / rate**2 for rate in rates))
        for letter, extra, served in [("a", {}, "all"), ("b", {"c": 1}, "one at a time")]:
            yield row(
                f"LOAD-q{index}{letter}",
                f"{n} nodes at t=0, Exp work mean {1 / mu} s, {served} in service at a center whose total speed with n present "
                f"is n/(1+{sigma}(n-1)+{kappa} n(n-1)) (USL).",
                {"N": n, "mu": mu, "sigma": sigma, "kappa": kappa} | extra, "E[makespan]", mean, sd=sd,
                method="pure death process: sum of 1/(mu r(n))")
    n, work, speeds = 5, 6, [1, 2, 1.5]
    speed = Fraction(str(speeds[-1]))
    yield row(
        "LOAD-q3", f"{n} jobs of {work} s work at t=0 share a center of total speed 1, 2, then 1.5 with 1, 2, 3 or more present.",
        {"N": n, "work": work, "speeds": speeds}, "makespan", n * work / speed, n * work / speed, tolerance=EXACT, samples="",
        method="equal shares end together: N w / r(N)")


def order_rows():
    for index, (lam, mu) in enumerate([(0.5, 1.0), (1.4, 2.0)], 1):
        rho = lam / mu
        fifo = 2 * rho / (mu * mu * (1 - rho) ** 2)
        factors = {"FIFO": 1, "LIFO": 1 / (1 - rho), "random": 2 / (2 - rho)}
        for letter, (order, factor) in zip("abc", factors.items()):
            yield row(
                f"ORDER-q{index}{letter}",
                f"M/M/1: Poisson arrivals rate {lam}/s, one server, Exp service rate {mu}/s, order of service {order}, "
                "nobody interrupted, stationary.",
                {"lam": lam, "mu": mu, "order": order}, "second moment of wait in queue", fifo * factor, tolerance=STEADY,
                samples="30 x 200000",
                method="E[W^2] = 2 rho/(mu^2 (1-rho)^2), times 1/(1-rho) for LIFO, 2/(2-rho) for random order")


def check():
    """What must come out where the answer is known otherwise."""
    harmonic = lambda n, c, mu: (n - c) / (c * mu) + sum(1 / (k * mu) for k in range(1, c + 1))
    assert abs(float(requeue(9, 3, 1.0, 0.0, 1.0)[0]) - harmonic(9, 3, 1.0)) < 1e-12
    # two nodes, one server: the second leaves, or not, before the first is done
    mu, theta, gamma = Fraction(1), Fraction(2), Fraction(3)
    away = (1 + mu * (1 / gamma + 1 / mu)) / (mu + gamma)  # + gamma/(mu+gamma) * both
    both = (1 + mu / mu + theta * away) / (mu + theta - theta * gamma / (mu + gamma))
    assert requeue(2, 1, 1, 2, 3)[0] == both
    assert abs(exponential_hours(9, 3, 1.0, 5.0, [[0, 5]])[0] - harmonic(9, 3, 1.0)) < 1e-9
    assert to_clock(Fraction(8), 24, [[0, 8]]) == 8 and to_clock(Fraction(9), 24, [[0, 8]]) == 25


def main():
    check()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADER)
    for source in (requeue_rows, hours_rows, load_rows, order_rows):
        writer.writerows(source())


if __name__ == "__main__":
    main()
