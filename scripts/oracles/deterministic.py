"""Families without chance: event loops in rational arithmetic, and one-line formulas."""

import heapq
import math
from fractions import Fraction


def exact(number):
    """A decimal of the file as a fraction: 0.1 is one tenth."""
    return Fraction(str(number))


def stations(releases, stages):
    """Completion times through FIFO stations (servers, constant seconds), ties by index."""
    ready = [exact(r) for r in releases]
    for servers, seconds in stages:
        free = [Fraction(0)] * servers
        order = sorted(range(len(ready)), key=lambda i: (ready[i], i))
        done = [None] * len(ready)
        for i in order:
            start = max(ready[i], heapq.heappop(free))
            done[i] = start + exact(seconds)
            heapq.heappush(free, done[i])
        ready = done
    return ready


def list_schedule(durations, servers, before=()):
    """The first ready task of the list starts wherever a server is free."""
    waits = [sum(1 for a, b in before if b == i) for i in range(len(durations))]
    done, running, now = [None] * len(durations), [], Fraction(0)
    started = [False] * len(durations)
    while any(d is None for d in done):
        for i in range(len(durations)):
            if not started[i] and waits[i] == 0 and len(running) < servers:
                started[i] = True
                heapq.heappush(running, (now + exact(durations[i]), i))
        now = running[0][0]
        while running and running[0][0] == now:
            end, i = heapq.heappop(running)
            done[i] = end
            for a, b in before:
                if a == i:
                    waits[b] -= 1
    return done


def fair_rates(flows, capacities):
    """Weighted max-min rates by progressive filling; flows = (links, cap or None, weight)."""
    rates, open_flows = {}, set(range(len(flows)))
    left = dict(capacities)
    while open_flows:
        level, bound = None, None
        for link, capacity in left.items():
            weight = sum(flows[i][2] for i in open_flows if link in flows[i][0])
            if weight and (level is None or capacity / weight < level):
                level, bound = capacity / weight, link
        capped = [i for i in open_flows if flows[i][1] is not None and (level is None or flows[i][1] <= level * flows[i][2])]
        if capped:
            pick = min(capped, key=lambda i: flows[i][1] / flows[i][2])
            chosen = [(pick, flows[pick][1])]
        else:
            chosen = [(i, level * flows[i][2]) for i in open_flows if bound in flows[i][0]]
        for i, rate in chosen:
            rates[i] = rate
            open_flows.discard(i)
            for link in flows[i][0]:
                left[link] -= rate
    return [rates[i] for i in range(len(flows))]


def fluid(params):
    """Completion times of flows whose max-min rates are recomputed at every event."""
    flows = [(exact(a), exact(s), links, None if cap is None else exact(cap), exact(w)) for a, s, links, cap, w in params["flows"]]
    capacities = {name: exact(c) for name, c in params["caps"].items()}
    changes = sorted((exact(t), name, exact(c)) for t, name, c in params["changes"])
    left = [size for _, size, *_ in flows]
    done, now = [None] * len(flows), Fraction(0)
    while any(d is None for d in done):
        active = [i for i in range(len(flows)) if flows[i][0] <= now and done[i] is None]
        rates = fair_rates([flows[i][2:] for i in active], capacities)
        events = [flows[i][0] for i in range(len(flows)) if flows[i][0] > now] + [t for t, _, _ in changes if t > now]
        events += [now + left[i] / r for i, r in zip(active, rates) if r > 0]
        then = min(events)
        for i, r in zip(active, rates):
            left[i] -= r * (then - now)
            if left[i] == 0:
                done[i] = then
        now = then
        for t, name, c in changes:
            if t == now:
                capacities[name] = c
    return done


def retries(params):
    """A bucket that answers 429: time of the last grant, number of 429, number that gave up."""
    rate, burst = exact(params["r"]), params["b"]
    level, last = Fraction(burst), Fraction(0)
    calls = [(Fraction(0), i, 0) for i in range(params["N"])]
    grant, rejected, gave_up = Fraction(0), 0, 0
    while calls:
        now, i, failures = heapq.heappop(calls)
        level, last = min(Fraction(burst), level + rate * (now - last)), now
        if level >= 1:
            level, grant = level - 1, now
            continue
        rejected += 1
        failures += 1
        if params["max_attempts"] is not None and failures == params["max_attempts"]:
            gave_up += 1
            continue
        if params["retry"] == "fixed":
            pause = exact(params["delay"])
        else:
            pause = min(exact(params["cap"]), exact(params["base"]) * exact(params["factor"]) ** (failures - 1))
        heapq.heappush(calls, (now + pause, i, failures))
    return grant, rejected, gave_up


def failures(params):
    """Scripted failures: a failing attempt takes its full time, then a pause, then the queue again."""
    servers, seconds, pause = params["c"], exact(params["s"]), exact(params["backoff"])
    to_fail = {int(node): count for node, count in params["failures"].items()}
    arrivals = [(Fraction(0), i) for i in range(params["N"])]
    running, waiting, done, now = [], [], {}, Fraction(0)
    while arrivals or running or waiting:
        while arrivals and arrivals[0][0] == now:
            heapq.heappush(waiting, heapq.heappop(arrivals))
        while waiting and len(running) < servers:
            heapq.heappush(running, (now + seconds, heapq.heappop(waiting)[1]))
        now = min([entry[0] for entry in (arrivals[:1] + running[:1])], default=now)
        while running and running[0][0] == now:
            _, i = heapq.heappop(running)
            if to_fail.get(i, 0) > 0:
                to_fail[i] -= 1
                heapq.heappush(arrivals, (now + pause, i))
            else:
                done[i] = now
    return [done[i] for i in range(params["N"])]


def priorities(params):
    """Non-preemptive priorities, FIFO inside a class."""
    jobs = [(exact(a), exact(s), p) for a, s, p in params["jobs"]]
    arrivals = sorted((a, i) for i, (a, _, _) in enumerate(jobs))
    waiting, running, done, now = [], [], [None] * len(jobs), Fraction(0)
    while arrivals or waiting or running:
        now = min(([arrivals[0][0]] if arrivals else []) + ([running[0][0]] if running else []))
        while running and running[0][0] == now:
            end, i = heapq.heappop(running)
            done[i] = end
        while arrivals and arrivals[0][0] == now:
            _, i = arrivals.pop(0)
            heapq.heappush(waiting, (jobs[i][2], jobs[i][0], i))
        while waiting and len(running) < params["c"]:
            i = heapq.heappop(waiting)[2]
            heapq.heappush(running, (now + jobs[i][1], i))
    return done


def permits_then_station(params):
    """Downloads in groups of equal flows, then a station."""
    n, permits = params["N"], params["permits"]
    ready, now, i = [], Fraction(0), 0
    while i < n:
        group = min(permits, n - i)
        rate = exact(params["C_MBps"]) / group
        if params["cap_MBps"] is not None:
            rate = min(rate, exact(params["cap_MBps"]))
        now += exact(params["S_MB"]) / rate
        ready += [now] * group
        i += group
    return stations(ready, [(params["c"], params["s"])])


def times(done, params, quantity):
    """The statistic that a row asks for of completion times in index order."""
    if quantity.startswith("mean completion") or quantity.startswith("mean wait"):
        return sum(done) / len(done)
    if quantity.startswith("sum of"):
        return sum(done)
    if quantity.startswith("completion times in"):
        return list(done)
    if quantity.startswith("completion time of node index"):
        return done[params["node"]]
    return max(done)


def bottleneck(params, quantity):
    base = max(stations([0] * params["N"], params["stages"]))
    gains = []
    for wide in range(len(params["stages"])):
        wider = [(2 * c if j == wide else c, s) for j, (c, s) in enumerate(params["stages"])]
        gains.append(base / max(stations([0] * params["N"], wider)))
    return gains if quantity.startswith("speed-up") else gains.index(max(gains)) + 1


def series(params):
    """Two buckets in series, FIFO at both."""
    ready = [Fraction(0)] * params["N"]
    for rate, burst in (params["b1"], params["b2"]):
        level, last, grants = Fraction(burst), Fraction(0), []
        for arrival in ready:
            now = max(arrival, last)
            level, last = min(Fraction(burst), level + exact(rate) * (now - last)), now
            if level < 1:
                last += (1 - level) / exact(rate)
                level = Fraction(1)
            level -= 1
            grants.append(last)
        ready = grants
    return ready


def costs(params):
    total, grants = Fraction(0), []
    for cost in params["costs"]:
        total += cost
        grants.append(max(Fraction(0), (total - params["b"]) / exact(params["r"])))
    return grants


def windows(params, quantity):
    n, limit = params["N"], params["limit"]
    if quantity.startswith("total"):
        return sum(n - k * limit for k in range(1, math.ceil(n / limit) + 1) if n > k * limit)
    return (math.ceil(n / limit) - 1) * exact(params["window"])


ANSWERS = {
    "DDC": lambda p, q: times(stations([0] * p["N"], [(p["c"], p["s"])]), p, q),
    "PIPE": lambda p, q: times(stations(p["release"] or [0] * p["N"], p["stages"]), p, q),
    "BARR": lambda p, q: sum(-(-p["N"] // c) * exact(s) for c, s in p["stages"]),
    "BOTT": bottleneck,
    "WAVE": lambda p, q: sum(-(-n // p["c"]) * exact(p["s"]) for n in p["waves"]) + (len(p["waves"]) - 1) * exact(p["bake"]),
    "ROLLK": lambda p, q: times(list_schedule(p["durations"], p["k"]), p, q),
    "SEMA": lambda p, q: -(-p["N"] // p["permits"]) * sum(exact(s) for s in p["steps"]),
    "RACKDET": lambda p, q: -(-p["R"] // p["racks_parallel"])
    * (-(-p["M"] // p["per_rack"]) * exact(p["s"]) + exact(p["verify"]))
    - exact(p["verify"]),
    "TBDET": lambda p, q: times([max(Fraction(0), (i + 1 - p["b"]) / exact(p["r"])) for i in range(p["N"])], p, q),
    "TBCOST": lambda p, q: times(costs(p), p, q),
    "TB2": lambda p, q: max(series(p)),
    "TBRETRY": lambda p, q: retries(p)[0 if "last grant" in q else 1 if "429" in q else 2],
    "FIXWIN": windows,
    "PSDET": lambda p, q: exact(p["S_MB"])
    / min(exact(p["C_MBps"]) / p["N"], exact(p["cap_MBps"]) if p["cap_MBps"] else exact(p["C_MBps"])),
    "HYB": lambda p, q: times(permits_then_station(p), p, q),
    "FLUID": lambda p, q: times(fluid(p), p, q),
    "RATES": lambda p, q: fair_rates(
        [(links, None if cap is None else exact(cap), exact(w)) for links, cap, w in p["flows"]],
        {name: exact(c) for name, c in p["caps"].items()},
    ),
    "FAILDET": lambda p, q: times(failures(p), p, q),
    "PRIOD": lambda p, q: times(priorities(p), p, q),
    "GRAHAM": lambda p, q: max(list_schedule(p["durations"], p["m"], p["prec"])),
    "CHAIN": lambda p, q: exact(p["F_MB"]) / exact(p["C_MBps"]) / p["chunks"] * (p["N"] + p["chunks"] - 1),
    "TREE": lambda p, q: p["N"].bit_length() * exact(p["F_MB"]) / exact(p["C_MBps"]),
    "MUND": lambda p, q: (p["chunks"] + p["N"].bit_length() - 1) * exact(p["F_MB"]) / (exact(p["C_MBps"]) * p["chunks"]),
    "KR": lambda p, q: max(
        exact(p["F_MB"]) / exact(p["us"]),
        exact(p["F_MB"]) / min(map(exact, p["d"])),
        p["N"] * exact(p["F_MB"])
        / (exact(p["us"]) + (p["N"] * exact(p["u"][0]) if len(p["u"]) == 1 else sum(map(exact, p["u"])))),
    ),
}
