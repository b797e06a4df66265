"""Terminating families with chance: maxima, absorbing chains, sums. An answer is (mean, sd), sd None where unknown."""

import math
from functools import reduce

from numerics import Exponential, Law, absorption_moments, gamma_upper, integrate, law, lognormal, sum_of_two

PARAMETERS = {
    "exponential": ["rate"],
    "uniform": ["a", "b"],
    "weibull": ["shape", "scale"],
    "lognormal": ["mu", "sigma"],
    "gamma": ["shape", "scale"],
    "pareto": ["alpha", "xm"],
    "straggler": ["p_slow", "fast", "slow"],
}


def one_step(p, q):
    node = law(p["dist"], [p[name] for name in PARAMETERS[p["dist"]]])
    return node.maximum(p["N"]) if q.startswith("E[") else node.quantile_of_maximum(p["N"], p["p"])


def in_turn(parts):
    """Independent makespans one after the other."""
    return reduce(lambda sum_, part: (sum_[0] + part[0], math.hypot(sum_[1], part[1])), parts, (0.0, 0.0))


def barriers(p, q):
    return in_turn([law(name, numbers).maximum(p["N"]) for name, numbers in p["steps"]])


def waves(p, q):
    node = law(p["dist"], p["par"])
    mean, sd = in_turn([node.maximum(size) for size in p["waves"]])
    return mean + p["bake"] * (len(p["waves"]) - 1), sd


def sums(p, q):
    kind = p["kind"]
    if kind == "erlang":
        node = Law(lambda x: gamma_upper(p["k"], p["rate"] * x))
    elif kind == "hypo2":
        a, b = p["r1"], p["r2"]
        node = Law(lambda x: (b * math.exp(-a * x) - a * math.exp(-b * x)) / (b - a))
    elif kind == "unif2":
        v, w = sorted((p["w1"], p["w2"]))

        def tail(x):
            if x < v:
                return 1 - x * x / (2 * v * w)
            return 1 - (x - v / 2) / w if x < w else max(0.0, (v + w - x) ** 2 / (2 * v * w))

        node = Law(tail, 0.0, v + w)
    else:
        node = sum_of_two(lognormal(p["mu1"], p["s1"]), lognormal(p["mu2"], p["s2"]))
    return node.maximum(p["N"])


def racks(p, q):
    m, rate, steps = p["M"], p["rate"], p["J"]
    mean, sd = Exponential(rate).maximum(m)
    if p["mode"] == "sequential":
        return p["R"] * steps * mean, sd * math.sqrt(p["R"] * steps)

    def tail(x):
        if x <= 0:
            return 1.0
        left = math.exp(-rate * x)
        return -math.expm1(m * (math.log1p(-left) if left < 0.5 else math.log(-math.expm1(-rate * x))))

    def density(x):
        return m * rate * math.exp(-rate * x) * (1 - math.exp(-rate * x)) ** (m - 1)

    if steps > 2:
        raise ValueError("racks in parallel are computed for at most two steps")
    one = Law(tail, density=density)
    return (one if steps == 1 else sum_of_two(one, one)).maximum(p["R"])


def geometric(p, q):
    """Attempts until the last of N succeeds: P(K > k) = 1 - (1 - p^k)^N."""
    first = second = 0.0
    for k in range(100_000):
        above = 1.0 if k == 0 else -math.expm1(p["N"] * math.log1p(-(p["p"] ** k)))
        first += above
        second += (2 * k + 1) * above
        if above < 1e-18:
            break
    return p["d"] * first, p["d"] * math.sqrt(second - first * first)


def attempts(p, q):
    n, fail, most = p["N"], p["p"], p["max_attempts"]
    if q.startswith("probability"):
        return math.exp(n * math.log1p(-(fail**most))), None
    first = sum(fail**k for k in range(most))
    second = sum((2 * k + 1) * fail**k for k in range(most))
    return n * first, math.sqrt(n * (second - first * first))


def servers(n, c, mu, q, probability=None):
    """N exponential services on c servers: N - c gaps of rate c mu, then a maximum of c."""
    busy = min(n, c)
    mean = (n - busy) / (c * mu) + math.fsum(1 / k for k in range(1, busy + 1)) / mu
    sd = math.sqrt((n - busy) / (c * mu) ** 2 + math.fsum(1 / k**2 for k in range(1, busy + 1)) / mu**2)
    if probability is None:
        return mean, sd
    gaps, rate = n - busy, c * mu

    def at_most(t):
        if gaps == 0:
            return (-math.expm1(-mu * t)) ** busy

        def density(x):
            if x <= 0:
                return 0.0 if gaps > 1 else rate
            return math.exp(gaps * math.log(rate) + (gaps - 1) * math.log(x) - rate * x - math.lgamma(gaps))

        low = max(0.0, gaps / rate - 12 * math.sqrt(gaps) / rate)
        return integrate(lambda x: density(x) * (-math.expm1(-mu * (t - x))) ** busy, low, t, 1e-12, 20)

    low, high = 0.0, mean + 20 * sd
    for _ in range(60):
        middle = (low + high) / 2
        if at_most(middle) < probability:
            low = middle
        else:
            high = middle
    return high


def erlang_jobs(p, q):
    k, rate = p["k"], p["phase_rate"]
    busy = min(p["N"], p["c"])

    def moves(state):
        waiting, left = state
        result = []
        for phases in set(left):
            rest = list(left)
            rest.remove(phases)
            now_waiting = waiting
            if phases > 1:
                rest.append(phases - 1)
            elif waiting > 0:
                rest.append(k)
                now_waiting -= 1
            result.append((rate * left.count(phases), (now_waiting, tuple(sorted(rest)))))
        return result

    return absorption_moments((p["N"] - busy, (k,) * busy), moves)


def retrial(p, q):
    def moves(state):
        busy, orbit = state
        result = [(busy * p["mu"], (busy - 1, orbit))] if busy else []
        if orbit and busy < p["c"]:
            result.append((orbit * p["theta"], (busy + 1, orbit - 1)))
        return result

    busy = min(p["N"], p["c"])
    return absorption_moments((busy, p["N"] - busy), moves)


def tandem(p, q):
    window = p["k"] or p["N"]

    def moves(state):
        outside, *at = state
        result = []
        for j, (count, rate) in enumerate(p["steps"]):
            if at[j] == 0:
                continue
            then, left = list(at), outside
            then[j] -= 1
            if j + 1 < len(at):
                then[j + 1] += 1
            elif left > 0:
                then[0] += 1
                left -= 1
            result.append((min(at[j], count) * rate, (left, *then)))
        return result

    inside = min(window, p["N"])
    return absorption_moments((p["N"] - inside, inside, *[0] * (len(p["steps"]) - 1)), moves)


def seeding(p, q):
    rates = [p["mu"] * min(p["seeds"] + k, p["N"] - k) for k in range(p["N"])]
    return math.fsum(1 / r for r in rates), math.sqrt(math.fsum(1 / r**2 for r in rates))


def flows(p, q):
    cap = p["cap_MBps"] or p["C_MBps"]
    means = [p["mean_MB"] / min(n * cap, p["C_MBps"]) for n in range(1, p["N"] + 1)]
    return math.fsum(means), math.sqrt(math.fsum(m * m for m in means))


def gossip(p, q):
    n = p["n"]
    means, squares = {n: 0.0}, {n: 0.0}
    for informed in range(n - 1, 0, -1):
        fresh = [1.0]
        for _ in range(informed):
            then = [0.0] * (len(fresh) + 1)
            for j, mass in enumerate(fresh):
                hit = max(0, n - informed - j) / (n - 1)
                then[j + 1] += mass * hit
                then[j] += mass * (1 - hit)
            fresh = then
        steps = [(j, mass) for j, mass in enumerate(fresh) if j > 0 and mass > 0]
        stay = fresh[0]
        mean = (1 + sum(mass * means[informed + j] for j, mass in steps)) / (1 - stay)
        after = stay * mean + sum(mass * means[informed + j] for j, mass in steps)
        squares[informed] = (1 + 2 * after + sum(mass * squares[informed + j] for j, mass in steps)) / (1 - stay)
        means[informed] = mean
    return means[1], math.sqrt(squares[1] - means[1] ** 2)


def interrupted(p, q):
    s, lam, repair = p["s"], p["lam"], p["repair"]
    if p["mode"] == "resume":
        return s * (1 + lam * repair), repair * math.sqrt(lam * s)
    through = math.exp(-lam * s)
    first = 1 / lam - s * through / (1 - through)
    second = 2 / lam**2 - (s * s + 2 * s / lam) * through / (1 - through)
    count, spread = (1 - through) / through, (1 - through) / through**2
    variance = count * (second - first**2) + spread * (first + repair) ** 2
    return (1 / lam + repair) * math.expm1(lam * s), math.sqrt(variance)


def halting(p, q):
    share = p["p"]
    below = math.fsum(
        math.comb(p["n"], k) * share**k * (1 - share) ** (p["n"] - k) for k in range(p["threshold"] + 1, p["n"] + 1)
    )
    return below, None


ANSWERS = {
    "OMAX": one_step,
    "BARMAX": barriers,
    "WAVEMAX": waves,
    "SUMMAX": sums,
    "RACKMAX": racks,
    "GEOM": geometric,
    "MAXATT": attempts,
    "EXPC": lambda p, q: servers(p["N"], p["c"], p["mu"], q, p.get("p")),
    "GEOMEXP": lambda p, q: servers(p["N"], p["c"], p["mu"] * (1 - p["p"]), q),
    "ERLJOBS": erlang_jobs,
    "RETRIAL": retrial,
    "TANDEM": tandem,
    "EPID": seeding,
    "PSEXP": flows,
    "GOSSIP": gossip,
    "RESTART": interrupted,
    "ABORT": halting,
}
