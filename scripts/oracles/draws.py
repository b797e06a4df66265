"""Fresh parameters for every family, over the ranges that the families are meant for.

A draw is (params, asks): asks = [(quantity, what the quantity adds to the params)]. `index` counts the models of a family.
"""

import math
import random


def decimal(rng, low, high, digits=2):
    return round(rng.uniform(low, high), digits)


def stages(rng, count):
    return [[rng.randint(1, 40), decimal(rng, 1, 90, 1)] for _ in range(count)]


def grid(rng):
    """Sizes of a sweep, spread over decades."""
    return sorted(rng.sample([10, 20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000, 2000, 3000, 5000, 8000, 10000], 10))


def ddc(rng, index):
    params = {"N": rng.randint(200, 9000), "c": rng.randint(3, 120), "s": decimal(rng, 5, 200, 1)}
    node = rng.randrange(params["N"])
    return params, [
        ("makespan", {}),
        ("mean completion time over nodes", {}),
        (f"completion time of node index {node} (0-based)", {"node": node}),
    ]


def pipe(rng, index):
    n = rng.randint(8, 60)
    release = None if index % 2 == 0 else sorted(rng.randint(0, 60) for _ in range(n))
    return {"N": n, "stages": stages(rng, rng.randint(2, 4)), "release": release}, [
        ("makespan", {}),
        ("mean completion time over nodes", {}),
    ]


def bott(rng, index):
    n = rng.randint(100, 400)
    chosen = stages(rng, 3)
    return {"N": n, "stages": chosen}, [
        ("speed-up of the makespan when ONLY step j gets twice its servers, j=1..J", {}),
        ("bottleneck step (1-based; the step with the largest speed-up above / largest load bound)", {}),
    ]


def retry(rng, index):
    params = {"N": rng.randint(30, 150), "r": float(rng.randint(1, 5)), "b": rng.randint(5, 30)}
    if index % 3 == 0:
        params |= {"retry": "fixed", "delay": rng.randint(2, 9), "max_attempts": None}
    else:
        most = None if index % 3 == 1 else rng.randint(4, 7)
        params |= {"retry": "expo", "base": rng.randint(1, 3), "factor": 2, "cap": 60, "max_attempts": most}
    asks = [("time of the last grant", {}), ("total number of 429 responses", {})]
    return params, asks + ([("number of requests that give up", {})] if params["max_attempts"] else [])


def fluid(rng, index):
    links = {"spine": rng.randint(30, 60), "r1": rng.randint(15, 30), "r2": rng.randint(15, 30)}
    if index % 3 == 0:
        links = {"L": rng.randint(8, 30)}
    flows = []
    for _ in range(rng.randint(3, 6)):
        path = ["L"] if "L" in links else ["spine", rng.choice(["r1", "r2"])]
        cap = rng.choice([None, None, rng.randint(3, 9)]) if "L" in links else None
        flows.append([rng.randint(0, 6), rng.randint(2, 12) * 10, path, cap, 1])
    flows.sort(key=lambda flow: flow[0])
    changes = [[rng.randint(4, 9), "L", rng.randint(4, 20)]] if "L" in links and index % 2 else []
    return {"flows": flows, "caps": links, "changes": changes}, [
        ("completion times in flow order", {}),
        ("time the last flow ends", {}),
    ]


def rates(rng, index):
    links = {name: rng.randint(6, 20) for name in "abc"}
    paths = [["a"], ["a", "b"], ["b"], ["b", "c"], ["c"]]
    flows = [[rng.choice(paths), rng.choice([None, None, rng.randint(1, 4)]), rng.choice([1, 1, 2, 4])] for _ in range(5)]
    return {"flows": flows, "caps": links}, [("rates in flow order (MB/s)", {})]


def graham(rng, index):
    n = rng.randint(8, 12)
    before = sorted({tuple(sorted(rng.sample(range(n), 2))) for _ in range(rng.randint(3, 7))})
    durations = [rng.randint(1, 9) for _ in range(n)]
    return {"durations": durations, "m": rng.randint(2, 4), "prec": [list(pair) for pair in before]}, [("makespan", {})]


def priod(rng, index):
    jobs = [[rng.randint(0, 12), rng.randint(1, 5), rng.randint(0, 2)] for _ in range(rng.randint(6, 12))]
    return {"c": rng.randint(1, 3), "jobs": jobs}, [
        ("completion times in job index order", {}),
        ("sum of completion times", {}),
    ]


def change(rng, index):
    x = [float(v) for v in grid(rng)]
    knee, slope = rng.uniform(x[3], x[6]), decimal(rng, 0.02, 0.1)
    y = [round(10 + slope * max(0.0, v - knee) + rng.gauss(0, 0.01 * slope * x[-1]), 3) for v in x]
    return {"x": x, "y": y}, [("N* (break point)", {}), ("slope after the break (b1+b2)", {})]


def growth(rng, index):
    family = ["power", "log", "hinge", "ceil", "linear"][index % 5]
    n, c, a = grid(rng), decimal(rng, 10, 90, 0), decimal(rng, 0.5, 9, 1)
    asks = [("recovered c", {}), ("recovered a", {})]
    if family == "power":
        b = rng.choice([0.3, 0.4, 0.6, 0.7, 0.8])
        t = [c + a * v**b for v in n]
        asks.append(("recovered b", {}))
    elif family == "log":
        t = [c + a * math.log(v) for v in n]
    elif family == "linear":
        t = [c + a * v for v in n]
    elif family == "hinge":
        knee = decimal(rng, n[3] + 0.1 * (n[4] - n[3]), n[4], 0)
        t = [c + a * max(0.0, v - knee) for v in n]
        asks.append(("recovered Nstar", {}))
    else:
        k, s = rng.randint(8, 90), decimal(rng, 20, 200, 0)
        n = sorted({1, k // 2, k, k + 1, 2 * k, 2 * k + 1, 3 * k, 3 * k + 1, 7 * k - 3, 20 * k, 60 * k + 5})
        t = [s * -(-v // k) for v in n]
        asks = [("recovered k", {}), ("recovered s", {})]
    return {"N": n, "T": [float(f"{v:.12g}") for v in t], "family": family}, asks


def usl(rng, index):
    n = [1, 2, 4, 8, 16, 32, 64, 128]
    g, s, k = decimal(rng, 20, 200, 0), decimal(rng, 0.01, 0.08, 3), decimal(rng, 1e-4, 9e-4, 5)
    x = [g * v / (1 + s * (v - 1) + k * v * (v - 1)) for v in n]
    if index % 2:
        x = [float(f"{v * (1 + rng.gauss(0, 0.02)):.6g}") for v in x]
        return {"N": n, "X": x}, [(f"least-squares {name}", {}) for name in ("gamma", "sigma", "kappa")]
    names = ("gamma", "sigma", "kappa", "N* = sqrt((1-sigma)/kappa)", "X(N*)")
    return {"N": n, "X": [float(f"{v:.12g}") for v in x]}, [(f"recovered {name}", {}) for name in names]


def nstar(rng, index):
    kind = ["exp_inf", "exp_c", "ddc", "tb", "link"][index % 5]
    params = {
        "exp_inf": lambda: {"rate": decimal(rng, 0.005, 0.05, 3), "budget": 0.0},
        "exp_c": lambda: {"c": rng.randint(10, 90), "mu": decimal(rng, 0.01, 0.05, 3), "budget": float(rng.randint(2000, 6000))},
        "ddc": lambda: {"c": rng.randint(10, 90), "s": decimal(rng, 20, 200, 1), "budget": float(rng.randint(1000, 9000))},
        "tb": lambda: {"r": float(rng.randint(5, 80)), "b": rng.randint(10, 400), "budget": float(rng.randint(10, 300))},
        "link": lambda: {"C": float(rng.randint(300, 2000)), "cap": decimal(rng, 3, 40, 1)},
    }[kind]()
    if kind == "exp_inf":
        params["budget"] = round(rng.uniform(5, 11) / params["rate"], 1)
    return {"kind": kind, **params}, [("N*", {})]


LAWS = {
    "exponential": lambda rng: [decimal(rng, 0.005, 0.1, 3)],
    "uniform": lambda rng: [decimal(rng, 5, 30, 1), decimal(rng, 40, 120, 1)],
    "weibull": lambda rng: [decimal(rng, 0.7, 2.5, 1), decimal(rng, 20, 90, 1)],
    "lognormal": lambda rng: [decimal(rng, 2, 5, 1), decimal(rng, 0.2, 0.8, 1)],
    "gamma": lambda rng: [decimal(rng, 1.2, 6, 1), decimal(rng, 5, 40, 1)],
    "pareto": lambda rng: [decimal(rng, 3, 5, 1), decimal(rng, 10, 60, 1)],
    "straggler": lambda rng: [rng.choice([0.001, 0.002, 0.005]), 60.0, float(rng.randint(300, 1200))],
}
NAMES = {
    "exponential": ["rate"],
    "uniform": ["a", "b"],
    "weibull": ["shape", "scale"],
    "lognormal": ["mu", "sigma"],
    "gamma": ["shape", "scale"],
    "pareto": ["alpha", "xm"],
    "straggler": ["p_slow", "fast", "slow"],
}


def omax(rng, index):
    name = list(LAWS)[index % len(LAWS)]
    numbers = dict(zip(NAMES[name], LAWS[name](rng)))
    params = {"dist": name, "N": rng.choice([5, 20, 200, 1000, 3000]), **numbers}
    return params, [("E[max]", {}), ("0.99-quantile of max", {"p": 0.99})]


def summax(rng, index):
    n = rng.choice([50, 300, 1000])
    kind = ["erlang", "hypo2", "unif2", "logn2"][index % 4]
    numbers = {
        "erlang": lambda: {"k": rng.randint(2, 6), "rate": decimal(rng, 0.02, 0.5, 2)},
        "hypo2": lambda: {"r1": decimal(rng, 0.05, 0.2), "r2": decimal(rng, 0.01, 0.04, 3)},
        "unif2": lambda: {"w1": decimal(rng, 10, 40, 0), "w2": decimal(rng, 41, 90, 0)},
        "logn2": lambda: {"mu1": decimal(rng, 0, 1, 1), "s1": decimal(rng, 0.2, 0.6, 1), "mu2": decimal(rng, 0, 1, 1), "s2": decimal(rng, 0.2, 0.6, 1)},
    }[kind]()
    return {"N": n, "kind": kind, **numbers}, [("E[makespan]", {})]


def barmax(rng, index):
    names = rng.sample(["exponential", "uniform", "weibull", "lognormal"], 2)
    steps = [[name, LAWS[name](rng)] for name in names] + [["const", [decimal(rng, 5, 60, 0)]]] * (index % 2)
    return {"N": rng.choice([100, 500, 2000]), "steps": steps}, [("E[makespan]", {})]


def wavemax(rng, index):
    name = ["exponential", "weibull", "lognormal"][index % 3]
    sizes = [1, rng.randint(5, 20), rng.randint(50, 200), rng.randint(300, 900)]
    params = {"waves": sizes, "dist": name, "par": LAWS[name](rng), "bake": float(rng.randint(60, 900))}
    return params, [("E[makespan]", {})]


def rackmax(rng, index):
    mode = "sequential" if index % 2 == 0 else "parallel"
    steps = rng.randint(1, 3) if mode == "sequential" else rng.randint(1, 2)
    params = {"R": rng.randint(5, 30), "M": rng.randint(8, 32), "rate": decimal(rng, 0.05, 0.5), "J": steps, "mode": mode}
    return params, [("E[makespan]", {})]


def maxatt(rng, index):
    params = {"N": rng.randint(500, 2000), "p": rng.choice([0.02, 0.03, 0.05]), "max_attempts": rng.randint(2, 3)}
    return params, [
        ("probability that the rollout ends with zero failed nodes", {}),
        ("expected total number of attempts", {}),
    ]


def expc(rng, index):
    params = {"N": rng.randint(20, 400), "c": rng.randint(2, 40), "mu": decimal(rng, 0.02, 1)}
    return params, [("E[makespan]", {}), ("0.95-quantile of makespan", {"p": 0.95})]


def tandem(rng, index):
    count = 2 + index % 2
    params = {
        "N": rng.randint(8, 16),
        "steps": [[rng.randint(1, 3), decimal(rng, 0.4, 1.5, 1)] for _ in range(count)],
        "k": rng.randint(3, 5) if index % 3 == 2 else None,
    }
    return params, [("E[makespan]", {})]


def trmmc(rng, index):
    c = [1, 3, 8][index % 3]
    n = rng.randint(50, 200)
    params = {"lam": round(c * rng.uniform(0.8, 1.1), 2), "mu": 1.0, "c": c, "n": n}
    return params, [(f"mean over customers 1..{n} of wait in queue", {}), (f"expected wait of customer no. {n}", {})]


def restart(rng, index):
    mode = ["restart", "restart", "resume"][index % 3]
    params = {"s": float(rng.randint(200, 900)), "lam": decimal(rng, 0.0005, 0.002, 4)}
    return params | {"repair": float(rng.randint(0, 200)), "mode": mode}, [("E[completion time]", {})]


def mm1(rng, index):
    params = {"lam": decimal(rng, 0.4, 0.8), "mu": 1.0}
    return params, [
        ("mean wait in queue Wq (excl. service)", {}),
        ("0.95-quantile of sojourn time (wait+service)", {"p": 0.95}),
        ("time-average number in queue Lq", {}),
    ]


def mmc(rng, index):
    c = rng.randint(2, 12)
    params = {"lam": round(c * rng.uniform(0.6, 0.85), 2), "mu": 1.0, "c": c}
    return params, [
        ("P(wait>0) (Erlang C)", {}),
        ("mean wait in queue Wq", {}),
        ("0.95-quantile of wait in queue", {"p": 0.95}),
    ]


def mmck(rng, index):
    c = rng.randint(2, 8)
    params = {"lam": round(c * rng.uniform(0.9, 1.3), 2), "mu": 1.0, "c": c, "K": c + rng.randint(2, 15)}
    return params, [("probability an arrival is rejected", {}), ("mean wait in queue of ACCEPTED arrivals", {})]


def erla(rng, index):
    c = rng.randint(3, 12)
    params = {"lam": round(c * rng.uniform(1.0, 1.3), 2), "mu": 1.0, "c": c, "theta": rng.choice([0.25, 0.5, 1.0])}
    return params, [("probability a request times out", {}), ("time-average queue length", {})]


def erlb(rng, index):
    c = rng.randint(4, 15)
    params = {"lam": round(c * rng.uniform(0.7, 1.1), 2), "mean_service": 1, "c": c}
    params["dist"] = ["exponential", "constant"][index % 2]
    return params, [("blocking probability (Erlang B)", {})]


def mg1(rng, index):
    mean, cv = 1.0, rng.choice([0.5, 0.7, 1.2])
    params = {"lam": decimal(rng, 0.5, 0.8), "dist": ["lognormal", "gamma"][index % 2], "mean": mean, "cv": cv}
    if params["dist"] == "lognormal":
        variance = math.log1p(cv * cv)
        params |= {"mu": math.log(mean) - variance / 2, "sigma": math.sqrt(variance)}
    else:
        params |= {"shape": 1 / cv**2, "scale": mean * cv**2}
    return params, [("mean wait in queue Wq", {})]


def prio(rng, index):
    if index % 3 == 2:
        c = rng.randint(4, 10)
        lams = [round(c * share, 2) for share in (rng.uniform(0.15, 0.25), rng.uniform(0.2, 0.3), rng.uniform(0.2, 0.3))]
        return {"lams": lams, "mu": 1.0, "c": c, "discipline": "non-preemptive"}, [
            (f"mean wait in queue of class {k}", {}) for k in (1, 2, 3)
        ]
    classes = [
        {"lam": decimal(rng, 0.2, 0.35), "m1": 1.0, "m2": 2.0, "dist": "exponential", "mean": 1.0},
        {"lam": decimal(rng, 0.2, 0.4), "m1": 1.0, "m2": 2.0, "dist": "exponential", "mean": 1.0},
    ]
    discipline, words = [("non-preemptive", "mean wait in queue"), ("preemptive-resume", "mean sojourn time")][index % 3]
    return {"classes": classes, "discipline": discipline}, [(f"{words} of class {k}", {}) for k in (1, 2)]


def closed(rng, index):
    params = {
        "D": [decimal(rng, 0.1, 1, 1) for _ in range(rng.randint(2, 3))],
        "Z": decimal(rng, 0, 8, 0),
        "N": rng.randint(4, 25),
    }
    return params, [
        ("throughput (cycles/s)", {}),
        ("mean cycle response time (excl. think)", {}),
        ("saturation population N* = (Z+sum D)/max D", {}),
    ]


def mva2(rng, index):
    params = {
        "D": [[decimal(rng, 0.1, 0.6, 1) for _ in range(2)] for _ in range(2)],
        "Z": [float(rng.randint(2, 6)) for _ in range(2)],
        "N": [rng.randint(3, 6) for _ in range(2)],
    }
    return params, [(f"throughput of class {k} (cycles/s)", {}) for k in (1, 2)]


def ps1(rng, index):
    law = ["exponential", "lognormal"][index % 2]
    params = {"lam": decimal(rng, 0.4, 0.7), "dist": law, "mean_size_MB": 1.0, "cv": 1.0 if index % 2 == 0 else 1.5, "C_MBps": 1}
    return params, [("mean flow sojourn time", {}), ("time-average number of active flows", {})]


def pscap(rng, index):
    servers = rng.randint(4, 12)
    params = {"lam": round(servers * rng.uniform(0.6, 0.8), 2), "dist": ["exponential", "lognormal"][index % 2]}
    params |= {"mean_size_MB": 1.0, "C_MBps": float(servers), "cap_MBps": 1.0}
    return params | ({"cv": 1.0} if index % 2 else {}), [
        ("mean flow sojourn time", {}),
        ("fraction of time with n > C/cap (link saturated, per-flow rate < cap)", {}),
    ]


def kr(rng, index):
    n = rng.randint(3, 6)
    u = [float(rng.randint(2, 60)) for _ in range(n)]
    params = {"F_MB": float(rng.randint(200, 2000)), "us": float(rng.randint(20, 150)), "u": u}
    return params | {"d": [float(rng.randint(10, 120)) for _ in range(n)], "N": n}, [("minimum distribution time", {})]


def kat(rng, index):
    words = lambda count: " ".join(f"{rng.getrandbits(32):08x}" for _ in range(count))
    return {"gen": "philox4x32", "rounds": 10, "ctr": words(4), "key": words(2)}, [("output words (hex)", {})]


def samp(rng, index):
    name = ["exponential", "normal", "lognormal", "weibull"][index % 4]
    numbers = {
        "exponential": lambda: {"rate": decimal(rng, 0.01, 2)},
        "normal": lambda: {"mean": 0.0, "sd": 1.0},
        "lognormal": lambda: {"mu": decimal(rng, 0, 5, 1), "sigma": decimal(rng, 0.2, 1.5, 1)},
        "weibull": lambda: {"shape": decimal(rng, 0.5, 3, 1), "scale": decimal(rng, 10, 90, 1)},
    }[name]()
    return {"dist": name, **numbers, "u": rng.choice([1e-9, 0.001, 0.2, 0.37, 0.6, 0.9, 0.9999])}, [("value", {})]


def osci(rng, index):
    n, p = rng.randint(20, 200), rng.choice([0.5, 0.75, 0.9, 0.95])
    middle, width = round(n * p), rng.randint(2, 6)
    return {"n": n, "p": p, "lo": max(1, middle - width), "hi": min(n, middle + width)}, [("exact coverage", {})]


def covt(rng, index):
    level = [0.9, 0.99, 0.8, 0.95][index % 4]
    if index % 2 == 0:
        return {"n": 2, "mean": decimal(rng, 1, 90, 0), "level": level, "law": "exponential"}, [("true coverage", {})]
    return {"n": rng.randint(3, 20), "level": level, "law": "normal"}, [("true coverage", {})]


def hyb(rng, index):
    params = {"N": rng.randint(20, 120), "S_MB": float(rng.randint(1, 9) * 100), "C_MBps": float(rng.choice([500, 1000, 1250]))}
    params |= {"cap_MBps": rng.choice([None, 25.0, 50.0]), "permits": rng.randint(5, 40), "c": rng.randint(3, 20)}
    return params | {"s": float(rng.randint(20, 120))}, [("makespan", {}), ("mean completion time", {})]


def faildet(rng, index):
    n = rng.randint(10, 30)
    scripted = {str(node): rng.randint(1, 2) for node in rng.sample(range(n), 4)}
    params = {"N": n, "c": rng.randint(2, 6), "s": float(rng.randint(5, 20)), "failures": scripted}
    return params | {"backoff": float(rng.randint(3, 40))}, [("makespan", {}), ("sum of completion times", {})]


def single(quantity, make):
    """A family with one question."""
    return lambda rng, index: (make(rng, index), [(quantity, {})])


DRAWS = {
    "ABORT": single("probability of halt", lambda r, i: {"n": r.randint(50, 200), "p": decimal(r, 0.01, 0.03, 3), "threshold": r.randint(1, 4)}),
    "BARMAX": barmax,
    "BARR": single("makespan", lambda r, i: {"N": r.randint(100, 2000), "stages": stages(r, 3)}),
    "BATCH": single(
        "mean wait in queue per request",
        lambda r, i: {"batch_rate": decimal(r, 0.04, 0.1), "batch": r.randint(3, 7), "mean": 1.0, "scv": 0},
    ),
    "BOTT": bott,
    "CHAIN": single(
        "time the last node has the whole file",
        lambda r, i: {"N": r.randint(10, 90), "F_MB": float(r.randint(2, 20) * 100), "C_MBps": float(r.choice([50, 100, 125])), "chunks": r.choice([10, 50, 100, 200])},
    ),
    "CHANGE": change,
    "CLOSED": closed,
    "CLOSEDM": single(
        "throughput (cycles/s)",
        lambda r, i: {"stations": [[decimal(r, 0.5, 3, 1), r.randint(2, 5)], [decimal(r, 0.1, 0.6, 1), 1]], "Z": float(r.randint(4, 15)), "N": r.randint(8, 30)},
    ),
    "COVBAND": single(
        "acceptance counts lo;hi (hits inside [lo,hi] pass)",
        lambda r, i: {"M": r.choice([500, 1000, 3000, 5000]), "level": r.choice([0.9, 0.95, 0.99]), "alpha": r.choice([0.001, 0.0001, 0.01])},
    ),
    "COVT": covt,
    "CRN": single(
        "Var(difference) with CRN / Var(difference) with independent streams",
        lambda r, i: {"m1": decimal(r, 5, 20, 1), "m2": decimal(r, 21, 40, 1)},
    ),
    "DDC": ddc,
    "EPID": single("E[time all have the file]", lambda r, i: {"N": r.randint(50, 800), "seeds": r.randint(1, 5), "mu": decimal(r, 0.02, 0.2)}),
    "ERLA": erla,
    "ERLB": erlb,
    "ERLJOBS": single("E[makespan]", lambda r, i: {"N": r.randint(4, 9), "c": r.randint(2, 3), "k": r.randint(2, 3), "phase_rate": decimal(r, 0.5, 3, 1)}),
    "EXPC": expc,
    "FAILDET": faildet,
    "FIXWIN": lambda r, i: (
        {"N": r.randint(200, 1500), "limit": r.randint(50, 200), "window": r.randint(10, 90)},
        [("time of the last grant", {}), ("total number of 429 responses", {})],
    ),
    "FLUID": fluid,
    "GEOM": single("E[makespan]", lambda r, i: {"N": r.randint(5, 1000), "p": decimal(r, 0.01, 0.4), "d": float(r.randint(5, 90))}),
    "GEOMEXP": single(
        "E[makespan]", lambda r, i: {"N": r.randint(50, 300), "c": r.randint(5, 30), "p": decimal(r, 0.05, 0.3), "mu": decimal(r, 0.02, 0.2)}
    ),
    "GIM1": single("mean wait in queue Wq", lambda r, i: {"arrivals": ["D", "E2"][i % 2], "lam": decimal(r, 0.6, 0.85), "mu": 1.0}),
    "GOSSIP": single("E[number of rounds]", lambda r, i: {"n": r.randint(5, 80)}),
    "GRAHAM": graham,
    "HYB": hyb,
    "KAT": kat,
    "KR": kr,
    "LAW": growth,
    "MAXATT": maxatt,
    "MDC": single("mean wait in queue Wq", lambda r, i: (lambda c: {"lam": round(c * r.uniform(0.6, 0.85), 2), "D": 1.0, "c": c})(r.randint(1, 5))),
    "MG1": mg1,
    "MM1": mm1,
    "MMC": mmc,
    "MMCK": mmck,
    "MUND": single(
        "minimum makespan",
        lambda r, i: {"N": r.randint(50, 2000), "F_MB": float(r.choice([320, 640, 1280])), "C_MBps": float(r.choice([50, 100])), "chunks": r.choice([16, 32, 64])},
    ),
    "MVA2": mva2,
    "NSTAR": nstar,
    "OMAX": omax,
    "OSCI": osci,
    "PIPE": pipe,
    "PRIO": prio,
    "PRIOD": priod,
    "PS1": ps1,
    "PSCAP": pscap,
    "PSDET": single(
        "time the last flow ends",
        lambda r, i: {"N": r.randint(5, 900), "S_MB": float(r.randint(1, 20) * 50), "C_MBps": float(r.choice([500, 1250])), "cap_MBps": [None, 25.0, 100.0][i % 3]},
    ),
    "PSEXP": single(
        "E[time the last flow ends]",
        lambda r, i: {"N": r.randint(20, 200), "mean_MB": decimal(r, 5, 30, 1), "C_MBps": float(r.choice([20, 50, 100])), "cap_MBps": [None, 2.0, 5.0][i % 3]},
    ),
    "RACKDET": single(
        "last node completion time",
        lambda r, i: {"R": r.randint(5, 40), "M": r.randint(4, 30), "per_rack": r.randint(2, 8), "racks_parallel": r.randint(1, 6), "s": float(r.randint(60, 400)), "verify": float(r.randint(10, 90))},
    ),
    "RACKMAX": rackmax,
    "RATES": rates,
    "REPAIR": lambda r, i: (
        {"N": r.randint(8, 40), "think": float(r.randint(15, 60)), "service": float(r.randint(2, 5)), "c": r.randint(1, 3), "think_dist": "exponential"},
        [("throughput (repairs/s)", {}), ("mean wait in repair queue", {})],
    ),
    "RESTART": restart,
    "RETRIAL": single(
        "E[makespan]", lambda r, i: {"N": r.randint(8, 30), "c": r.randint(2, 6), "mu": decimal(r, 0.5, 2, 1), "theta": decimal(r, 0.2, 1.5, 1)}
    ),
    "ROLLK": lambda r, i: (
        {"k": r.randint(2, 5), "durations": [r.randint(1, 12) for _ in range(r.randint(8, 20))]},
        [("makespan", {}), ("sum of completion times", {})],
    ),
    "SAMP": samp,
    "SEMA": single("makespan", lambda r, i: {"N": r.randint(50, 600), "permits": r.randint(5, 40), "steps": [r.randint(5, 60) for _ in range(r.randint(1, 4))]}),
    "SUMMAX": summax,
    "TANDEM": tandem,
    "TB2": single(
        "time of the last grant of bucket 2",
        lambda r, i: {"N": r.randint(50, 300), "b1": [float(r.randint(2, 12)), r.randint(5, 60)], "b2": [float(r.randint(2, 12)), r.randint(5, 60)]},
    ),
    "TBCOST": single(
        "sum of grant times", lambda r, i: {"costs": [r.randint(1, 9) for _ in range(r.randint(5, 12))], "r": float(r.choice([1, 2, 4, 5])), "b": r.randint(9, 20)}
    ),
    "TBDET": lambda r, i: (
        {"N": r.randint(100, 5000), "r": float(r.choice([5, 20, 25, 50])), "b": r.randint(10, 300)},
        [("time of the last grant", {}), ("mean wait over all N requests", {})],
    ),
    "TBPOIS": single("rejection probability", lambda r, i: {"lam": decimal(r, 0.8, 1.1), "r": 1.0, "b": r.randint(2, 6)}),
    "TBQ": single("mean wait for a token", lambda r, i: {"lam": decimal(r, 0.7, 0.85), "r": 1.0, "b": r.randint(2, 5)}),
    "TBRETRY": retry,
    "TREE": single(
        "time the last node has the file",
        lambda r, i: {"N": r.randint(20, 3000), "F_MB": float(r.randint(1, 20) * 100), "C_MBps": float(r.choice([50, 100, 125]))},
    ),
    "TRMMC": trmmc,
    "USL": usl,
    "WAVE": single(
        "makespan",
        lambda r, i: {"waves": [1, r.randint(5, 20), r.randint(50, 200), r.randint(300, 900)], "c": r.randint(5, 60), "s": decimal(r, 10, 90, 1), "bake": float(r.randint(60, 900))},
    ),
    "WAVEMAX": wavemax,
}


def models(family, seed, count):
    """The first `count` models of a family for a seed; another family's draws do not move them."""
    return [DRAWS[family](random.Random(f"{seed}/{family}/{index}"), index) for index in range(count)]
