"""Numerical methods of the oracle generator, standard library only: quadrature, special functions, laws, chains."""

import math
from statistics import NormalDist

_GAUSS_7 = (
    (0.0, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327),
    (0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0.0),
    (0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975),
    (0.586087235467691130294144691693013, 0.169004726639267902826583426598550, 0.0),
    (0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780),
    (0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0.0),
    (0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082),
    (0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0.0),
)


def _kronrod(f, a, b):
    """Gauss (7) and Kronrod (15) sums of one piece."""
    middle, half = (a + b) / 2, (b - a) / 2
    kronrod = gauss = 0.0
    for x, w, g in _GAUSS_7:
        value = f(middle) if x == 0 else f(middle - half * x) + f(middle + half * x)
        kronrod += w * value
        gauss += g * value
    return kronrod * half, abs(kronrod - gauss) * half


def integrate(f, a, b, relative=1e-12, depth=40):
    """Adaptive Gauss-Kronrod; pieces whose error is negligible beside the whole are not refined."""
    whole = max(abs(_kronrod(f, a + (b - a) * k / 16, a + (b - a) * (k + 1) / 16)[0]) for k in range(16))

    def piece(low, high, level):
        value, error = _kronrod(f, low, high)
        if level == 0 or error <= relative * max(abs(value), 1e-4 * whole):
            return value
        middle = (low + high) / 2
        return piece(low, middle, level - 1) + piece(middle, high, level - 1)

    return sum(piece(a + (b - a) * k / 16, a + (b - a) * (k + 1) / 16, depth) for k in range(16))


def gamma_upper(shape, x):
    """Q(shape, x), the regularised upper incomplete gamma function, by series or Lentz's continued fraction."""
    if x <= 0:
        return 1.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        n = shape
        while abs(term) > 1e-17 * abs(total):
            n += 1
            term *= x / n
            total += term
        return 1 - front * total
    b = x + 1 - shape
    c, d = 1e300, 1 / b
    h = d
    for i in range(1, 10_000):
        an = -i * (i - shape)
        b += 2
        d = 1 / (an * d + b)
        c = b + an / c
        h *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return front * h


class Law:
    """A law by survival function, support and atoms."""

    def __init__(self, survival, lower=0.0, upper=math.inf, density=None):
        self.survival, self.lower, self.upper, self.density = survival, lower, upper, density

    def quantile_of_maximum(self, n, p):
        tail = -math.expm1(math.log(p) / n)
        low, width = self.lower, 1e-6
        while self.survival(self.lower + width) > tail:
            low, width = self.lower + width, width * 2
        high = min(self.lower + width, self.upper)
        for _ in range(200):
            middle = (low + high) / 2
            if self.survival(middle) <= tail:
                high = middle
            else:
                low = middle
        return high

    def maximum(self, n):
        """(mean, sd) of the largest of n."""

        def above(x):
            s = self.survival(x)
            return 1.0 if s >= 1 else -math.expm1(n * math.log1p(-s))

        cuts = [self.lower]
        for tail in (1 - 1e-9, 0.999, 0.9, 0.5, 0.1, 1e-2, 1e-4, 1e-7, 1e-10, 1e-13, 1e-16, 1e-20, 1e-25, 1e-32):
            share = 1 - (1 - tail) ** (1 / n) if tail > 0.5 else -math.expm1(math.log1p(-tail) / n)
            if 0 < share < 1:
                cuts.append(self._tail_point(share))
        cuts = [x for x in sorted(set(cuts)) if x <= self.upper]
        first = sum(integrate(above, a, b) for a, b in zip(cuts, cuts[1:]))
        mean = self.lower + first
        second = sum(integrate(lambda x: 2 * (x - self.lower) * above(x), a, b) for a, b in zip(cuts, cuts[1:]))
        return mean, math.sqrt(max(0.0, second - first * first))

    def _tail_point(self, share):
        low, width = self.lower, 1e-9
        while self.survival(min(self.lower + width, self.upper)) > share and self.lower + width < self.upper:
            low, width = self.lower + width, width * 2
        high = min(self.lower + width, self.upper)
        while high - low > 1e-3 * (high - self.lower):  # a cut of the range need not be exact
            middle = (low + high) / 2
            if self.survival(middle) <= share:
                high = middle
            else:
                low = middle
        return high


class Pareto(Law):
    """Moments of the maximum in closed form: E[M^k] = xm^k n B(n, 1 - k/alpha)."""

    def __init__(self, alpha, xm):
        super().__init__(lambda x: (xm / x) ** alpha if x > xm else 1.0, xm)
        self.alpha, self.xm = alpha, xm

    def maximum(self, n):
        def moment(k):
            log = math.lgamma(n + 1) + math.lgamma(1 - k / self.alpha) - math.lgamma(n + 1 - k / self.alpha)
            return self.xm**k * math.exp(log)

        return moment(1), math.sqrt(moment(2) - moment(1) ** 2)


class Straggler(Law):
    """Two values: fast, and slow with probability p."""

    def __init__(self, p, fast, slow):
        super().__init__(lambda x: 0.0 if x >= slow else p if x >= fast else 1.0, fast, slow)
        self.p, self.fast, self.slow = p, fast, slow

    def maximum(self, n):
        hit = -math.expm1(n * math.log1p(-self.p))
        return self.fast + (self.slow - self.fast) * hit, (self.slow - self.fast) * math.sqrt(hit * (1 - hit))

    def quantile_of_maximum(self, n, p):
        return self.fast if p <= (1 - self.p) ** n else self.slow


class Exponential(Law):
    """Moments of the maximum in closed form: harmonic sums."""

    def __init__(self, rate):
        super().__init__(lambda x: math.exp(-rate * x), density=lambda x: rate * math.exp(-rate * x))
        self.rate = rate

    def maximum(self, n):
        first = math.fsum(1 / k for k in range(1, n + 1))
        second = math.fsum(1 / (k * k) for k in range(1, n + 1))
        return first / self.rate, math.sqrt(second) / self.rate


class Constant(Law):
    def __init__(self, value):
        super().__init__(lambda x: 1.0 if x < value else 0.0, value, value)
        self.value = value

    def maximum(self, n):
        return self.value, 0.0


def lognormal(mu, sigma):
    root = math.sqrt(2)
    return Law(
        lambda x: 0.5 * math.erfc((math.log(x) - mu) / (sigma * root)) if x > 0 else 1.0,
        density=lambda x: math.exp(-0.5 * ((math.log(x) - mu) / sigma) ** 2) / (x * sigma * math.sqrt(2 * math.pi))
        if x > 0
        else 0.0,
    )


def law(name, numbers):
    """The laws of oracle files, numbers in the order of the files."""
    a, b, *rest = [*numbers, None, None]
    if name == "exponential":
        return Exponential(a)
    if name == "uniform":
        return Law(lambda x: (b - x) / (b - a) if x < b else 0.0, a, b)
    if name == "weibull":
        return Law(lambda x: math.exp(-((x / b) ** a)))
    if name == "lognormal":
        return lognormal(a, b)
    if name == "gamma":
        return Law(lambda x: gamma_upper(a, x / b))
    if name == "pareto":
        return Pareto(a, b)
    if name == "straggler":
        return Straggler(a, b, rest[0])
    if name == "const":
        return Constant(a)
    raise ValueError(name)


def sum_of_two(first, second):
    """The law of X + Y by P(X > t) + integral of f_X(x) S_Y(t - x); X needs a density."""
    known = {}

    def survival(t):
        if t <= 0:
            return 1.0
        if t not in known:
            inner = integrate(lambda x: first.density(x) * second.survival(t - x), 0.0, t, 1e-11, 12)
            known[t] = min(1.0, first.survival(t) + inner)
        return known[t]

    return Law(survival)


def normal_quantile(u):
    """AS 241 (Wichura, 1988), then one Newton step on the tail."""
    z = NormalDist().inv_cdf(u)
    for _ in range(2):
        tail = 0.5 * math.erfc(-z / math.sqrt(2)) if z < 0 else 0.5 * math.erfc(z / math.sqrt(2))
        want = u if z < 0 else 1 - u
        density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
        z -= (tail - want) / density if z < 0 else (want - tail) / density
    return z


def absorption_moments(start, transitions):
    """E and sd of the time to absorption of an acyclic chain; transitions(state) = [(rate, next)], [] = absorbed."""
    known = {}
    stack = [start]
    while stack:
        state = stack[-1]
        if state in known:
            stack.pop()
            continue
        moves = transitions(state)
        missing = [nxt for _, nxt in moves if nxt not in known]
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        if not moves:
            known[state] = (0.0, 0.0)
            continue
        total = sum(rate for rate, _ in moves)
        mean = sum(rate * known[nxt][0] for rate, nxt in moves) / total
        square = sum(rate * known[nxt][1] for rate, nxt in moves) / total
        known[state] = (1 / total + mean, 2 / total**2 + 2 / total * mean + square)
    mean, square = known[start]
    return mean, math.sqrt(square - mean * mean)


def harmonic(n):
    if n < 1000:
        return math.fsum(1 / k for k in range(1, n + 1))
    return math.log(n) + 0.57721566490153286061 + 1 / (2 * n) - 1 / (12 * n**2) + 1 / (120 * n**4)
