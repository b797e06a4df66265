"""Stationary and closed queues: birth-death chains, embedded chains, mean value analysis."""

import math

from numerics import integrate


def weights_of(birth, death, most):
    """Stationary law of a birth-death chain on 0..most."""
    law = [1.0]
    for k in range(1, most + 1):
        law.append(law[-1] * birth(k - 1) / death(k))
    total = math.fsum(law)
    return [w / total for w in law]


def erlang_b(load, servers):
    blocking = 1.0
    for k in range(1, servers + 1):
        blocking = load * blocking / (k + load * blocking)
    return blocking


def erlang_c(load, servers):
    blocking = erlang_b(load, servers)
    return blocking / (1 - load / servers * (1 - blocking))


def class_of(quantity):
    return int(quantity.rsplit("class ", 1)[1].split()[0]) - 1


def mm1(p, q):
    rho = p["lam"] / p["mu"]
    if "quantile of sojourn" in q:
        return -math.log(1 - p["p"]) / (p["mu"] - p["lam"])
    return rho * rho / (1 - rho) if "number in queue" in q else rho / (p["mu"] - p["lam"])


def mmc(p, q):
    delayed, spare = erlang_c(p["lam"] / p["mu"], p["c"]), p["c"] * p["mu"] - p["lam"]
    if "quantile" in q:
        return max(0.0, math.log(delayed / (1 - p["p"])) / spare)
    return delayed if q.startswith("P(wait") else delayed / spare


def mmck(p, q):
    law = weights_of(lambda k: p["lam"], lambda k: min(k, p["c"]) * p["mu"], p["K"])
    if "rejected" in q:
        return law[-1]
    waiting = math.fsum(max(0, k - p["c"]) * w for k, w in enumerate(law))
    return waiting / (p["lam"] * (1 - law[-1]))


def erlang_a(p, q):
    law = weights_of(lambda k: p["lam"], lambda k: min(k, p["c"]) * p["mu"] + max(0, k - p["c"]) * p["theta"], 2000)
    waiting = math.fsum(max(0, k - p["c"]) * w for k, w in enumerate(law))
    return p["theta"] * waiting / p["lam"] if "times out" in q else waiting


def md_c(p, q):
    """Number in system every D seconds: X' = max(0, X - c) + Poisson(lam D), by iteration to the fixed point."""
    load, c = p["lam"] * p["D"], p["c"]
    if c == 1:
        return load * p["D"] / (2 * (1 - load))
    most = int(c + 40 / (2 * (1 - load / c))) + 30
    poisson = [math.exp(k * math.log(load) - load - math.lgamma(k + 1)) for k in range(most + 1)]
    poisson = [w for w in poisson if w > 1e-18] if load < 50 else poisson
    law = [1.0] + [0.0] * most
    while True:
        merged = [math.fsum(law[: c + 1])] + law[c + 1 :]
        then = [0.0] * (most + 1)
        for x, mass in enumerate(merged):
            if mass > 1e-18:
                for k, w in enumerate(poisson):
                    if x + k <= most:
                        then[x + k] += mass * w
        total = math.fsum(then)
        then = [w / total for w in then]
        moved = sum(abs(a - b) for a, b in zip(law, then))
        law = then
        if moved < 1e-14:
            break
    return math.fsum(max(0, k - c) * w for k, w in enumerate(law)) / p["lam"]


def mg1(p, q):
    rho = p["lam"] * p["mean"]
    return p["lam"] * p["mean"] ** 2 * (1 + p["cv"] ** 2) / (2 * (1 - rho))


def gim1(p, q):
    lam, mu, root = p["lam"], p["mu"], p["lam"] / p["mu"]
    for _ in range(100_000):
        s = mu * (1 - root)
        then = math.exp(-s / lam) if p["arrivals"] == "D" else (2 * lam / (2 * lam + s)) ** 2
        if abs(then - root) < 1e-16:
            break
        root = then
    return root / (mu * (1 - root))


def batch(p, q):
    rho = p["batch_rate"] * p["batch"] * p["mean"]
    single = p["batch_rate"] * p["batch"] * p["mean"] ** 2 * (1 + p["scv"]) / (2 * (1 - rho))
    return single + (p["batch"] - 1) * p["mean"] / (2 * (1 - rho))


def priority(p, q):
    k = class_of(q)
    if "lams" in p:
        loads = [lam / (p["c"] * p["mu"]) for lam in p["lams"]]
        rest = erlang_c(sum(p["lams"]) / p["mu"], p["c"]) / (p["c"] * p["mu"])
        return rest / ((1 - sum(loads[:k])) * (1 - sum(loads[: k + 1])))
    loads = [c["lam"] * c["m1"] for c in p["classes"]]
    rests = [c["lam"] * c["m2"] / 2 for c in p["classes"]]
    above, through = 1 - sum(loads[:k]), 1 - sum(loads[: k + 1])
    if p["discipline"] == "non-preemptive":
        return sum(rests) / (above * through)
    return p["classes"][k]["m1"] / above + sum(rests[: k + 1]) / (above * through)


def repairman(p, q):
    law = weights_of(lambda k: (p["N"] - k) / p["think"], lambda k: min(k, p["c"]) / p["service"], p["N"])
    throughput = math.fsum(w * min(k, p["c"]) for k, w in enumerate(law)) / p["service"]
    waiting = math.fsum(w * max(0, k - p["c"]) for k, w in enumerate(law))
    return throughput if "throughput" in q else waiting / throughput


def closed(p, q):
    demands, think = p["D"], p["Z"]
    if "saturation" in q:
        return (think + sum(demands)) / max(demands)
    queues = [0.0] * len(demands)
    for n in range(1, p["N"] + 1):
        stays = [d * (1 + length) for d, length in zip(demands, queues)]
        throughput = n / (think + sum(stays))
        queues = [throughput * stay for stay in stays]
    return throughput if "throughput" in q else sum(stays)


def closed_servers(p, q):
    """Convolution of station factors s^n / (min(1,c) min(2,c) ...) and Z^n / n!."""
    most = p["N"]
    constants = [p["Z"] ** n / math.factorial(n) for n in range(most + 1)]
    for mean, servers in p["stations"]:
        factor = [1.0]
        for n in range(1, most + 1):
            factor.append(factor[-1] * mean / min(n, servers))
        constants = [math.fsum(constants[k] * factor[n - k] for k in range(n + 1)) for n in range(most + 1)]
    return constants[most - 1] / constants[most]


def two_classes(p, q):
    (most1, most2), think, demands = p["N"], p["Z"], p["D"]
    queues = {(0, 0): [0.0] * len(demands)}
    throughputs = {}
    for n1 in range(most1 + 1):
        for n2 in range(most2 + 1):
            if n1 == n2 == 0:
                continue
            total, rates = [0.0] * len(demands), []
            for k, (n, before) in enumerate([(n1, (n1 - 1, n2)), (n2, (n1, n2 - 1))]):
                if n == 0:
                    rates.append(0.0)
                    continue
                stays = [d[k] * (1 + length) for d, length in zip(demands, queues[before])]
                rates.append(n / (think[k] + sum(stays)))
                total = [t + rates[-1] * stay for t, stay in zip(total, stays)]
            queues[n1, n2], throughputs[n1, n2] = total, rates
    return throughputs[most1, most2][class_of(q)]


def sharing(p, q):
    rho = p["lam"] * p["mean_size_MB"] / p["C_MBps"]
    return rho / (1 - rho) if "number of active" in q else p["mean_size_MB"] / p["C_MBps"] / (1 - rho)


def capped_sharing(p, q):
    servers = round(p["C_MBps"] / p["cap_MBps"])
    load = p["lam"] * p["mean_size_MB"] / p["cap_MBps"]
    delayed, rho = erlang_c(load, servers), load / servers
    if "fraction" in q:
        return delayed * rho
    return (load + delayed * rho / (1 - rho)) / p["lam"]


def dropper(p, q):
    """M/D/1 with room for b: chain at departures, blocking 1 - 1 / (pi_0 + rho)."""
    rho, room = p["lam"] / p["r"], p["b"]
    arrivals = [math.exp(-rho) * rho**k / math.factorial(k) for k in range(room + 1)]
    law = [1.0]
    for k in range(room - 1):
        known = law[0] * arrivals[k] + math.fsum(law[j] * arrivals[k - j + 1] for j in range(1, k + 1))
        law.append((law[k] - known) / arrivals[0])
    return 1 - 1 / (law[0] / math.fsum(law) + rho)


def shaper(p, q):
    """E[max(0, V - (b - 1)/r)] of the M/D/1 workload V by Erlang's finite sum for its law."""
    service, lam = 1 / p["r"], p["lam"]
    rho = lam * service

    def at_most(t):
        terms = []
        for j in range(int(t / service + 1e-12) + 1):
            u = lam * (t - j * service)
            terms.append((-u) ** j / math.factorial(j) * math.exp(u))
        return (1 - rho) * math.fsum(terms)

    below = sum(integrate(lambda t: 1 - at_most(t), j * service, (j + 1) * service) for j in range(p["b"] - 1))
    return rho * service / (2 * (1 - rho)) - below


def early(p, q):
    """Number that each customer finds, from empty; customer 1 arrives at 0."""
    lam, mu, c, n = p["lam"], p["mu"], p["c"], p["n"]
    leave = [min(k, c) * mu / (lam + min(k, c) * mu) for k in range(n + 1)]
    law, waits = [1.0], []
    for _ in range(n):
        waits.append(math.fsum(w * max(0, k - c + 1) for k, w in enumerate(law)) / (c * mu))
        grown, flow, then = [0.0] + law, 0.0, [0.0] * (len(law) + 1)
        for k in range(len(law), -1, -1):
            flow += grown[k]
            then[k] = flow * (1 - leave[k])
            flow *= leave[k]
        law = then
    return math.fsum(waits) / n if q.startswith("mean over") else waits[-1]


ANSWERS = {
    "MM1": mm1,
    "MMC": mmc,
    "MMCK": mmck,
    "ERLA": erlang_a,
    "ERLB": lambda p, q: erlang_b(p["lam"] * p["mean_service"], p["c"]),
    "MDC": md_c,
    "MG1": mg1,
    "GIM1": gim1,
    "BATCH": batch,
    "PRIO": priority,
    "REPAIR": repairman,
    "CLOSED": closed,
    "CLOSEDM": closed_servers,
    "MVA2": two_classes,
    "PS1": sharing,
    "PSCAP": capped_sharing,
    "TBPOIS": dropper,
    "TBQ": shaper,
    "TRMMC": early,
}
