"""Families of statistics, fits, thresholds and random bits."""

import math
from fractions import Fraction

from numerics import Exponential, gamma_upper, harmonic, normal_quantile

MASK = 0xFFFFFFFF


def philox(counter, key, rounds):
    c, k = list(counter), list(key)
    for _ in range(rounds):
        a, b = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(b >> 32) ^ c[1] ^ k[0], b & MASK, (a >> 32) ^ c[3] ^ k[1], a & MASK]
        k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
    return c


def known_answer(p, q):
    words = lambda text: [int(word, 16) for word in text.split()]
    return " ".join(f"{word:08x}" for word in philox(words(p["ctr"]), words(p["key"]), p["rounds"]))


def sample(p, q):
    u = p["u"]
    if p["dist"] == "exponential":
        return -math.log1p(-u) / p["rate"]
    if p["dist"] == "weibull":
        return p["scale"] * (-math.log1p(-u)) ** (1 / p["shape"])
    z = normal_quantile(u)
    return p["mean"] + p["sd"] * z if p["dist"] == "normal" else math.exp(p["mu"] + p["sigma"] * z)


def binomial(n, share):
    """P(X = k), k = 0..n, in rational arithmetic."""
    s = Fraction(str(share))
    terms, term = [], (1 - s) ** n
    for k in range(n + 1):
        terms.append(term)
        term = term * (n - k) / (k + 1) * s / (1 - s)
    return terms


def ranks(p, q):
    terms = binomial(p["n"], p["p"])
    return float(sum(terms[p["lo"] : p["hi"]]))


def band(p, q):
    m, level, half = p["M"], p["level"], p["alpha"] / 2
    logs = [
        math.lgamma(m + 1) - math.lgamma(k + 1) - math.lgamma(m - k + 1) + k * math.log(level) + (m - k) * math.log1p(-level)
        for k in range(m + 1)
    ]
    terms = [math.exp(x) for x in logs]
    low, below = 0, terms[0]
    while below < half:
        low += 1
        below += terms[low]
    high, above = m, 0.0
    while above + terms[high] <= half:
        above += terms[high]
        high -= 1
    return [low, high]


def coverage(p, q):
    """Of a t interval from two exponential values: (X1 + X2) is gamma(2), independent of |X1 - X2| / (X1 + X2)."""
    if p["law"] == "normal":
        return p["level"]
    if p["n"] != 2:
        raise ValueError("coverage for exponential values is computed for n = 2 only")
    t = math.tan(math.pi / 2 * p["level"])

    def inside(d):
        upper = gamma_upper(2, 2 / (1 - t * d)) if t * d < 1 else 0.0
        return gamma_upper(2, 2 / (1 + t * d)) - upper

    from numerics import integrate

    return integrate(inside, 0.0, 1 / t, 1e-13) + integrate(inside, 1 / t, 1.0, 1e-13)


def solve(matrix, right):
    """Gaussian elimination with pivoting."""
    n = len(right)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(k + 1, n):
            factor = rows[i][k] / rows[k][k]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    for k in range(n - 1, -1, -1):
        rows[k][n] = (rows[k][n] - sum(rows[k][j] * rows[j][n] for j in range(k + 1, n))) / rows[k][k]
    return [row[n] for row in rows]


def least_squares(columns, y):
    normal = [[math.fsum(a * b for a, b in zip(one, two)) for two in columns] for one in columns]
    return solve(normal, [math.fsum(a * b for a, b in zip(one, y)) for one in columns])


def knee(p, q):
    """Hinge by golden section over N* in every gap that leaves two sizes on each side."""
    x, y = p["x"], p["y"]

    def fit(at):
        columns = [[1.0] * len(x), x, [max(0.0, v - at) for v in x]]
        c = least_squares(columns, y)
        rest = [v - sum(ci * col[i] for ci, col in zip(c, columns)) for i, v in enumerate(y)]
        return math.fsum(r * r for r in rest), c

    best = None
    for low, high in zip(x[1:], x[2:-1]):
        ratio = (math.sqrt(5) - 1) / 2
        for _ in range(90):
            one, two = high - ratio * (high - low), low + ratio * (high - low)
            if fit(one)[0] <= fit(two)[0]:
                high = two
            else:
                low = one
        at = (low + high) / 2
        squares, c = fit(at)
        if best is None or squares < best[0]:
            best = (squares, at, c)
    return best[1] if q.startswith("N*") else best[2][1] + best[2][2] if "after" in q else best[2][1]


def growth(p, q):
    """The parameters that the points were made from; only the check needs to find them again."""
    n, t, family = p["N"], p["T"], p["family"]
    name = q.split()[-1]
    if family in ("log", "linear", "sqrt"):
        term = {"log": math.log, "linear": float, "sqrt": math.sqrt}[family]
        c, a = least_squares([[1.0] * len(n), [term(v) for v in n]], t)
        return {"c": c, "a": a}[name]
    if family == "hinge":
        c = t[0]
        (n1, t1), (n2, t2) = list(zip(n, t))[-2:]
        a = (t2 - t1) / (n2 - n1)
        return {"c": c, "a": a, "Nstar": n1 - (t1 - c) / a}[name]
    if family == "ceil":
        s = min(t)
        k = next(k for k in range(1, max(n) + 1) if all(abs(s * -(-v // k) - w) < 1e-9 * w for v, w in zip(n, t)))
        return {"s": s, "k": k}[name]

    def fit(b):
        c, a = least_squares([[1.0] * len(n), [v**b for v in n]], t)
        return math.fsum((w - c - a * v**b) ** 2 for v, w in zip(n, t)), c, a

    low, high, ratio = 0.05, 2.0, (math.sqrt(5) - 1) / 2
    for _ in range(100):
        one, two = high - ratio * (high - low), low + ratio * (high - low)
        if fit(one)[0] <= fit(two)[0]:
            high = two
        else:
            low = one
    b = (low + high) / 2
    _, c, a = fit(b)
    return {"a": a, "b": b, "c": c}[name]


def scalability(p, q):
    """Levenberg-Marquardt in gamma, sigma, kappa from the linear fit of N / X."""
    sizes, rates = p["N"], p["X"]
    loads = [[1.0] * len(sizes), [n - 1.0 for n in sizes], [n * (n - 1.0) for n in sizes]]
    c = least_squares([[v * x / n for v, x, n in zip(col, rates, sizes)] for col in loads], [1.0] * len(sizes))
    at = [1 / c[0], c[1] / c[0], c[2] / c[0]]

    def curve(g, s, k):
        return [g * n / (1 + s * (n - 1) + k * n * (n - 1)) for n in sizes]

    def squares(at):
        return math.fsum((x - f) ** 2 for x, f in zip(rates, curve(*at)))

    damping = 1e-3
    for _ in range(400):
        f = curve(*at)
        load = [g * 1.0 / v * n for g, v, n in zip([at[0]] * len(f), f, sizes)]
        slopes = [
            [v / at[0] for v in f],
            [-v * (n - 1) / d for v, n, d in zip(f, sizes, load)],
            [-v * n * (n - 1) / d for v, n, d in zip(f, sizes, load)],
        ]
        scale = [math.sqrt(math.fsum(v * v for v in col)) for col in slopes]
        slopes = [[v / s for v in col] for col, s in zip(slopes, scale)]
        normal = [[math.fsum(a * b for a, b in zip(u, v)) for v in slopes] for u in slopes]
        right = [math.fsum(a * (x - b) for a, x, b in zip(u, rates, f)) for u in slopes]
        for i in range(3):
            normal[i][i] += damping
        then = [a + d / s for a, d, s in zip(at, solve(normal, right), scale)]
        if squares(then) < squares(at):
            at, damping = then, damping / 10
        else:
            damping *= 10
            if damping > 1e12:
                break
    g, s, k = at
    name = q.split()[1]
    peak = math.sqrt(max(0.0, 1 - s) / k) if k > 0 else math.nan
    return {"gamma": g, "sigma": s, "kappa": k, "N*": peak, "X(N*)": g * peak / (1 + s * (peak - 1) + k * peak * (peak - 1))}[name]


def largest(p, q):
    kind, budget = p["kind"], p.get("budget", 0)
    makespan = {
        "exp_inf": lambda n: harmonic(n) / p["rate"],
        "exp_c": lambda n: max(0, n - p["c"]) / (p["c"] * p["mu"]) + harmonic(min(n, p["c"])) / p["mu"],
        "ddc": lambda n: -(-n // p["c"]) * Fraction(str(p["s"])),
        "tb": lambda n: max(0, n - p["b"]) / Fraction(str(p["r"])),
        "link": lambda n: max(Fraction(str(p["cap"])) * n / Fraction(str(p["C"])), 1),
    }[kind]
    budget = 1 if kind == "link" else budget
    low, high = 0, 1
    while makespan(high) <= budget:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if makespan(middle) <= budget else (low, middle)
    return low


ANSWERS = {
    "KAT": known_answer,
    "SAMP": sample,
    "OSCI": ranks,
    "COVBAND": band,
    "COVT": lambda p, q: (coverage(p, q), None),
    "CRN": lambda p, q: (p["m1"] - p["m2"]) ** 2 / (p["m1"] ** 2 + p["m2"] ** 2),
    "CHANGE": knee,
    "LAW": growth,
    "USL": scalability,
    "NSTAR": largest,
}
