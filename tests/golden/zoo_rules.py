#!/usr/bin/env python3
"""Optimizers that PyTorch lacks, in 50-digit decimals: writes zoo_rules.json.

Each rule is one function of plain vectors, written from its paper (or its authors' code, where the
two differ and the code is what people run). Decimal arithmetic shares neither the base, nor the
precision, nor the code with the C core. A setting that magnifies a rounding error proves nothing at
1e-12, and neither does one that takes the sign of such an error: `magnification` finds both, and the
script stops unless the setting is named in LEFT_OUT with its reason."""

from collections import namedtuple
from decimal import Decimal as D
from decimal import getcontext

from shared.golden_file import write

getcontext().prec = 50
STEPS = 50
LARGEST_MAGNIFICATION = 1000
SHIFT = D("1e-9")

# rate suits rules that step by lr*g, pace those that step by lr itself, scale is the distance to go.
Objective = namedtuple("Objective", "key params start rate pace scale f gradient hessian")


def each(function, *vectors):
    return [function(*entries) for entries in zip(*vectors)]


def dot(a, b):
    return sum(each(lambda p, q: p * q, a, b), D(0))


def norm(a):
    return dot(a, a).sqrt()


def sign(a):
    return D((a > 0) - (a < 0))


def clamp(a, low, high):
    return max(low, min(high, a))


A, B, TILT = D(0.1), D(2.0), D(0.3)
THIRD, CAMEL = D(1) / 3, D("2.1")


def himmelblau(x, y):
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def himmelblau_gradient(x, y):
    p, q = x * x + y - 11, x + y * y - 7
    return [4 * x * p + 2 * q, 2 * p + 4 * y * q]


def himmelblau_hessian(x, y):
    p, q = x * x + y - 11, x + y * y - 7
    return 4 * p + 8 * x * x + 2, 4 * x + 4 * y, 2 + 4 * q + 8 * y * y


def valley(x, y):
    """Rosenbrock's with a = 1, b = 100."""
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2


def valley_gradient(x, y):
    return [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]


def valley_hessian(x, y):
    return 2 - 400 * (y - 3 * x * x), -400 * x, D(200)


def bend(x):
    return (x**3 - 2 * x) ** 2


def bend_gradient(x):
    return [2 * (x**3 - 2 * x) * (3 * x * x - 2)]


def bend_hessian(x):
    return (30 * x**4 - 48 * x * x + 8,)


# Parameters come in as what their float64 is exactly, as every constant does.
OBJECTIVES = (
    Objective(
        "quadratic",
        {"a": 1.0},
        [70.0],
        0.1,
        1.5,
        70,
        lambda x: x * x,
        lambda x: [2 * x],
        lambda x: (D(2),),
    ),
    Objective(
        "doublewell",
        {"c": 0.3},
        [1.6],
        0.02,
        0.05,
        1,
        lambda x: (x * x - 1) ** 2 + TILT * x,
        lambda x: [4 * x * (x * x - 1) + TILT],
        lambda x: (12 * x * x - 4,),
    ),
    Objective("composite", {}, [-2.5], 0.0005, 0.02, 1, bend, bend_gradient, bend_hessian),
    Objective(
        "bowl",
        {},
        [6.0, 9.0],
        0.1,
        0.3,
        9,
        lambda x, y: x * x + y * y,
        lambda x, y: [2 * x, 2 * y],
        lambda x, y: (D(2), D(0), D(2)),
    ),
    Objective(
        "elongated",
        {"a": 0.1, "b": 2.0},
        [-5.0, -2.0],
        0.2,
        0.1,
        5,
        lambda x, y: A * x * x + B * y * y,
        lambda x, y: [2 * A * x, 2 * B * y],
        lambda x, y: (2 * A, D(0), 2 * B),
    ),
    Objective(
        "rosenbrock",
        {"a": 1.0, "b": 100.0},
        [-1.2, 1.0],
        0.0005,
        0.01,
        2,
        valley,
        valley_gradient,
        valley_hessian,
    ),
    Objective(
        "himmelblau",
        {},
        [-1.0, 2.0],
        0.004,
        0.05,
        5,
        himmelblau,
        himmelblau_gradient,
        himmelblau_hessian,
    ),
)

# A rule takes (x, g, its slots, hypers, t, what) and returns the new x and the slots: vectors are
# lists, a slot that is one number per point is a Decimal. `what` has f and the Hessian, as asked.
# ---- element by element --------------------------------------------------------------------------


def average(beta, old, new):
    return each(lambda a, b: beta * a + (1 - beta) * b, old, new)


def square(g):
    return each(lambda a: a * a, g)


def corrected(v, beta, t):
    return each(lambda a: a / (1 - beta**t), v)


def adam_like(x, m, v, h, t):
    """x - lr m̂/(√v̂ + ε)"""
    m_hat, v_hat = corrected(m, h["beta1"], t), corrected(v, h["beta2"], t)
    return each(lambda a, b, c: a - h["lr"] * b / (c.sqrt() + h["eps"]), x, m_hat, v_hat)


def signsgd(x, g, s, h, t, what):
    """Bernstein et al. 2018."""
    return each(lambda a, b: a - h["lr"] * sign(b), x, g), {}


def lion(x, g, s, h, t, what):
    """Chen et al. 2023, algorithm 2."""
    u = average(h["beta1"], s["m"], g)
    step = each(lambda a, b: h["lr"] * (sign(b) + h["weight_decay"] * a), x, u)
    return each(lambda a, b: a - b, x, step), {"m": average(h["beta2"], s["m"], g)}


def adabelief(x, g, s, h, t, what):
    """Zhuang et al. 2020, with the authors' ε inside the average."""
    m = average(h["beta1"], s["m"], g)
    belief = each(lambda a, b: (a - b) * (a - b), g, m)
    v = each(lambda a: a + h["eps"], average(h["beta2"], s["s"], belief))
    return adam_like(x, m, v, h, t), {"m": m, "s": v}


def yogi(x, g, s, h, t, what):
    """Zaheer et al. 2018: v moves by at most (1 - β2) g²."""
    m = average(h["beta1"], s["m"], g)
    v = each(lambda a, b: a - (1 - h["beta2"]) * sign(a - b * b) * b * b, s["v"], g)
    return adam_like(x, m, v, h, t), {"m": m, "v": v}


def adan(x, g, s, h, t, what):
    """Xie et al. 2022; β are the parts kept, as in the authors' code."""
    d = each(lambda a, b: a - b if t > 1 else D(0), g, s["p"])
    m, w = average(h["beta1"], s["m"], g), average(h["beta2"], s["w"], d)
    n = average(h["beta3"], s["n"], square(each(lambda a, b: a + h["beta2"] * b, g, d)))
    m_hat, w_hat, n_hat = (corrected(v, h[b], t) for v, b in ((m, "beta1"), (w, "beta2"), (n, "beta3")))
    up = each(lambda a, b: a + h["beta2"] * b, m_hat, w_hat)
    new = each(lambda a, b, c: a - h["lr"] * b / (c.sqrt() + h["eps"]), x, up, n_hat)
    return new, {"m": m, "w": w, "n": n, "p": g}


def adabound(x, g, s, h, t, what):
    """Luo et al. 2019: Adam's rates between two bounds that meet at final_lr."""
    m, v = average(h["beta1"], s["m"], g), average(h["beta2"], s["v"], square(g))
    low = h["final_lr"] * (1 - 1 / (h["gamma"] * t + 1))
    high = h["final_lr"] * (1 + 1 / (h["gamma"] * t))
    size = h["lr"] * (1 - h["beta2"] ** t).sqrt() / (1 - h["beta1"] ** t)
    k = each(lambda a: clamp(size / (a.sqrt() + h["eps"]), low, high), v)
    return each(lambda a, b, c: a - b * c, x, k, m), {"m": m, "v": v}


def qhm(x, g, s, h, t, what):
    """Ma and Yarats 2019, equation 4."""
    m, nu = average(h["momentum"], s["m"], g), h["nu"]
    return each(lambda a, b, c: a - h["lr"] * ((1 - nu) * b + nu * c), x, g, m), {"m": m}


def qhadam(x, g, s, h, t, what):
    """Ma and Yarats 2019, section 5."""
    m, v = average(h["beta1"], s["m"], g), average(h["beta2"], s["v"], square(g))
    m_hat, v_hat = corrected(m, h["beta1"], t), corrected(v, h["beta2"], t)
    one, two = h["nu1"], h["nu2"]

    def move(a, b, c, d):
        root = ((1 - two) * b * b + two * d).sqrt()
        return a - h["lr"] * ((1 - one) * b + one * c) / (root + h["eps"])

    return each(move, x, g, m_hat, v_hat), {"m": m, "v": v}


def aggmo(x, g, s, h, t, what):
    """Lucas et al. 2019, three velocities that keep 0, 0.9 and 0.99."""
    b = each(lambda p, q: D(0.9) * p + q, s["b"], g)
    c = each(lambda p, q: D(0.99) * p + q, s["c"], g)
    return each(lambda p, q, r, w: p - h["lr"] / 3 * (q + r + w), x, g, b, c), {"b": b, "c": c}


def ademamix(x, g, s, h, t, what):
    """Pagliardini et al. 2024, algorithm 1 without its warm-ups: only the fast average is corrected."""
    m, slow = average(h["beta1"], s["m"], g), average(h["beta3"], s["s"], g)
    v = average(h["beta2"], s["v"], square(g))
    m_hat, v_hat = corrected(m, h["beta1"], t), corrected(v, h["beta2"], t)
    up = each(lambda a, b: a + h["alpha"] * b, m_hat, slow)
    new = each(lambda a, b, c: a - h["lr"] * b / (c.sqrt() + h["eps"]), x, up, v_hat)
    return new, {"m": m, "s": slow, "v": v}


def adopt(x, g, s, h, t, what):
    """Taniguchi et al. 2024, the authors' code: the first step only fills v, clipping is (t - 1)^(1/4)."""
    if t == 1:
        return x, {"m": s["m"], "v": square(g)}
    most = (D(t) - 1).sqrt().sqrt()
    u = each(lambda a, b: clamp(a / max(b.sqrt(), h["eps"]), -most, most), g, s["v"])
    m = average(h["beta1"], s["m"], u)
    v = average(h["beta2"], s["v"], square(g))
    return each(lambda a, b: a - h["lr"] * b, x, m), {"m": m, "v": v}


def laprop(x, g, s, h, t, what):
    """Ziyin et al. 2020: normalise first, then average."""
    v = average(h["beta2"], s["v"], square(g))
    root = (1 - h["beta2"] ** t).sqrt()
    u = each(lambda a, b: h["lr"] * a * root / (b.sqrt() + h["eps"]), g, v)
    m = average(h["beta1"], s["m"], u)
    return each(lambda a, b: a - b / (1 - h["beta1"] ** t), x, m), {"m": m, "v": v}


def madgrad(x, g, s, h, t, what):
    """Defazio and Jelassi 2021, the authors' code."""
    lam = (h["lr"] + h["eps"]) * D(t).sqrt()
    v = each(lambda a, b: a + lam * b * b, s["v"], g)
    total = each(lambda a, b: a + lam * b, s["s"], g)
    cbrt = lambda a: a ** (D(1) / 3) if a > 0 else D(0)
    z = each(lambda a, b, c: a - b / (cbrt(c) + h["eps"]), s["o"], total, v)
    new = each(lambda a, b: h["momentum"] * a + (1 - h["momentum"]) * b, x, z)
    return new, {"s": total, "v": v, "o": s["o"]}


def lookahead(x, g, s, h, t, what):
    """Zhang et al. 2019, algorithm 1, over SGD with momentum, whose buffer goes on."""
    v = each(lambda a, b: h["momentum"] * a + b, s["v"], g)
    fast, slow = each(lambda a, b: a - h["lr"] * b, x, v), s["s"]
    if t % int(h["k"]) == 0:
        fast = slow = each(lambda a, b: a + h["alpha"] * (b - a), slow, fast)
    return fast, {"v": v, "s": slow}


def schedule_free(x, direction, g, s, h, t):
    """Defazio et al. 2024: x is where gradients are taken, a the average that is the answer."""
    c, lr = D(1) / t, h["lr"]
    keep = h.get("momentum", h.get("beta1"))

    def move(a, z, d):
        return (1 - c) * a + c * z - lr * (1 - keep * (1 - c)) * d

    new = each(move, x, s["z"], direction)
    z = each(lambda a, d: a - lr * d, s["z"], direction)
    mean = each(lambda a, b: (1 - c) * a + c * b, s["a"], z)
    return new, {"z": z, "a": mean}


def schedulefree_sgd(x, g, s, h, t, what):
    return schedule_free(x, g, g, s, h, t)


def schedulefree_adamw(x, g, s, h, t, what):
    v = average(h["beta2"], s["v"], square(g))
    d = each(lambda a, b: a / (b.sqrt() + h["eps"]), g, corrected(v, h["beta2"], t))
    new, slots = schedule_free(x, d, g, s, h, t)
    return new, {"v": v, **slots}


def padam(x, g, s, h, t, what):
    """Chen et al. 2018: the root of Adam, raised to a part of itself."""
    m, v = average(h["beta1"], s["m"], g), average(h["beta2"], s["v"], square(g))
    size = h["lr"] * (1 - h["beta2"] ** t).sqrt() / (1 - h["beta1"] ** t)
    power = 2 * h["partial"]
    new = each(lambda a, b, c: a - size * b / (c.sqrt() + h["eps"]) ** power, x, m, v)
    return new, {"m": m, "v": v}


# ---- the whole vector ----------------------------------------------------------------------------


def normalized_gd(x, g, s, h, t, what):
    size = norm(g)
    return each(lambda a, b: a - h["lr"] * b / size if size else a, x, g), {}


def lars(x, g, s, h, t, what):
    """You et al. 2017, without decay."""
    p, q = norm(x), norm(g)
    local = h["trust"] * p / q if p and q else D(1)
    v = each(lambda a, b: h["momentum"] * a + h["lr"] * local * b, s["v"], g)
    return each(lambda a, b: a - b, x, v), {"v": v}


def lamb(x, g, s, h, t, what):
    """You et al. 2019, with both moments corrected, without decay."""
    m, v = average(h["beta1"], s["m"], g), average(h["beta2"], s["v"], square(g))
    m_hat, v_hat = corrected(m, h["beta1"], t), corrected(v, h["beta2"], t)
    u = each(lambda a, b: a / (b.sqrt() + h["eps"]), m_hat, v_hat)
    p, q = norm(x), norm(u)
    ratio = p / q if p and q else D(1)
    return each(lambda a, b: a - h["lr"] * ratio * b, x, u), {"m": m, "v": v}


def novograd(x, g, s, h, t, what):
    """Ginsburg et al. 2019: v is one number for the vector and starts at ‖g‖²."""
    q = dot(g, g)
    v = q if t == 1 else h["beta2"] * s["v"] + (1 - h["beta2"]) * q
    m = each(lambda a, b: h["beta1"] * a + b / (v.sqrt() + h["eps"]), s["m"], g)
    return each(lambda a, b: a - h["lr"] * b, x, m), {"m": m, "v": v}


def prodigy(x, g, s, h, t, what):
    """Mishchenko and Defazio 2023, the authors' code without bias correction or bound on growth."""
    d, beta3, start = s["d"], h["beta2"].sqrt(), h["d0"]
    rate = d * h["lr"]
    weight = d / start * rate
    r = beta3 * s["r"] + weight * dot(g, each(lambda a, b: a - b, s["o"], x))
    m = each(lambda a, b: h["beta1"] * a + (1 - h["beta1"]) * d * b, s["m"], g)
    v = each(lambda a, b: h["beta2"] * a + (1 - h["beta2"]) * d * d * b * b, s["v"], g)
    total = each(lambda a, b: beta3 * a + weight * b, s["s"], g)
    size = sum(each(abs, total), D(0))
    grown = max(d, r / size) if size else d
    new = each(lambda a, b, c: a - rate * b / (c.sqrt() + grown * h["eps"]), x, m, v)
    return new, {"m": m, "v": v, "s": total, "o": s["o"], "r": r, "d": grown}


def polyak(x, g, s, h, t, what):
    """Polyak 1969: the step that would end at f* if f were its tangent's cone."""
    q = dot(g, g)
    k = h["lr"] * (what["f"] - h["f_star"]) / q if q else D(0)
    return each(lambda a, b: a - k * b, x, g), {}


def barzilai_borwein(x, g, s, h, t, what):
    """Barzilai and Borwein 1988, the longer of the two rates; lr where it is not positive."""
    moved = each(lambda a, b: a - b, x, s["p"])
    turned = each(lambda a, b: a - b, g, s["q"])
    along = dot(moved, turned)
    k = dot(moved, moved) / along if t > 1 and along > 0 else h["lr"]
    return each(lambda a, b: a - k * b, x, g), {"p": x, "q": g}


# ---- curvature -----------------------------------------------------------------------------------


def newton(x, g, s, h, t, what):
    """x - lr H⁻¹ g, by Cramer's rule."""
    if len(x) == 1:
        return [x[0] - h["lr"] * g[0] / what["hessian"][0]], {}
    a, b, c = what["hessian"]
    det = a * c - b * b
    step = [(c * g[0] - b * g[1]) / det, (a * g[1] - b * g[0]) / det]
    return each(lambda p, q: p - h["lr"] * q, x, step), {}


def sophia(x, g, s, h, t, what):
    """Liu et al. 2023 with the exact diagonal of H at every step."""
    diagonal = what["hessian"][:: 2 if len(x) == 2 else 1]
    m = average(h["beta1"], s["m"], g)

    def move(a, b, c):
        return a - h["lr"] * clamp(b / max(h["gamma"] * c, h["eps"]), D(-1), D(1))

    return each(move, x, m, diagonal), {"m": m}


def settings(o):
    """Rule, initial slots (a number; "x": the start), hypers."""
    r, p, zero = o.rate, o.pace, {"m": 0.0, "v": 0.0}
    adam = {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8}
    yield signsgd, {}, {"lr": p / 3}
    yield lion, {"m": 0.0}, {"lr": p / 3, "beta1": 0.9, "beta2": 0.99, "weight_decay": 0.0}
    yield lion, {"m": 0.0}, {"lr": p / 3, "beta1": 0.9, "beta2": 0.99, "weight_decay": 0.1}
    yield adabelief, {"m": 0.0, "s": 0.0}, {"lr": p, **adam, "eps": 1e-16}
    yield yogi, {"m": 1e-6, "v": 1e-6}, {"lr": p, **adam, "eps": 1e-3, "v0": 1e-6}
    slots = {"m": 0.0, "w": 0.0, "n": 0.0, "p": 0.0}
    yield adan, slots, {"lr": p, "beta1": 0.98, "beta2": 0.92, "beta3": 0.99, "eps": 1e-8}
    yield adabound, zero, {"lr": p, **adam, "final_lr": r, "gamma": 1e-3}
    yield qhm, {"m": 0.0}, {"lr": r, "momentum": 0.999, "nu": 0.7}
    yield qhadam, zero, {"lr": p, **adam, "nu1": 0.7, "nu2": 1.0}
    yield qhadam, zero, {"lr": p, **adam, "beta2": 0.99, "nu1": 0.8, "nu2": 0.7}
    yield aggmo, {"b": 0.0, "c": 0.0}, {"lr": r / 10}
    yield ademamix, {"m": 0.0, "s": 0.0, "v": 0.0}, {"lr": p, **adam, "beta3": 0.9999, "alpha": 5.0}
    yield adopt, zero, {"lr": p, "beta1": 0.9, "beta2": 0.9999, "eps": 1e-6}
    yield laprop, zero, {"lr": p, **adam, "eps": 1e-15}
    hypers = {"lr": p / 10, "momentum": 0.9, "eps": 1e-6}
    yield madgrad, {"s": 0.0, "v": 0.0, "o": "x"}, hypers
    hypers = {"lr": r, "momentum": 0.5, "k": 5.0, "alpha": 0.5}
    yield lookahead, {"v": 0.0, "s": "x"}, hypers
    yield lookahead, {"v": 0.0, "s": "x"}, {**hypers, "momentum": 0.0, "k": 3.0, "alpha": 0.8}
    yield schedulefree_sgd, {"z": "x", "a": "x"}, {"lr": r, "momentum": 0.9}
    yield schedulefree_adamw, {"v": 0.0, "z": "x", "a": "x"}, {"lr": p, **adam}
    yield padam, zero, {"lr": p / 2, **adam, "partial": 0.25}
    yield normalized_gd, {}, {"lr": p / 3}
    yield lars, {"v": 0.0}, {"lr": 2.0, "momentum": 0.9, "trust": 0.001}
    yield lamb, zero, {"lr": 0.02, **adam, "eps": 1e-6}
    yield novograd, {"m": 0.0, "v": D(0)}, {"lr": p / 10, "beta1": 0.95, "beta2": 0.98, "eps": 1e-8}
    hypers = {"lr": 1.0, **adam, "d0": 0.5}
    yield prodigy, {**zero, "s": 0.0, "o": "x", "r": D(0), "d": D(hypers["d0"])}, hypers
    yield polyak, {}, {"lr": 0.4, "f_star": 0.0}
    yield barzilai_borwein, {"p": "x", "q": 0.0}, {"lr": r / 4}
    yield newton, {}, {"lr": 0.2}
    yield sophia, {"m": 0.0}, {"lr": 0.9 * p, "beta1": 0.96, "gamma": 0.05, "eps": 1e-12}


# Chaotic: rates that jump in a curved valley, or near a minimum that is not at f*; a rate still growing
# where the path swings.
LEFT_OUT = {
    ("barzilai_borwein", "rosenbrock"),
    ("polyak", "rosenbrock"),
    ("polyak", "doublewell"),
    ("prodigy", "quadratic"),
    ("prodigy", "bowl"),
}


def begin(objective, initial):
    point = [D(value) for value in objective.start]
    return {
        key: value if isinstance(value, D) else [*point] if value == "x" else [D(value) for _ in point]
        for key, value in initial.items()
    }


def follow(objective, rule, initial, hypers, shift=D(0)):
    """The columns of a run as Decimals: x, [y], f, and the slots."""
    axes = "xy"[: len(objective.start)]
    exact = {key: D(value) for key, value in hypers.items()}
    slots = begin(objective, initial)
    point = [D(value) * (1 + shift) for value in objective.start]
    for key, value in initial.items():
        if value == "x":
            slots[key] = [*point]
    columns = {}
    for t in range(STEPS + 1):
        row = {**dict(zip(axes, point)), "f": objective.f(*point)}
        for key, value in slots.items():
            names = [key] if isinstance(value, D) else [f"{key}_{axis}" for axis in axes]
            row.update(zip(names, [value] if isinstance(value, D) else value))
        for name, value in row.items():
            columns.setdefault(name, []).append(value)
        what = {"f": row["f"], "hessian": objective.hessian(*point)}
        point, slots = rule(point, objective.gradient(*point), slots, exact, t + 1, what)
    return columns


def magnification(columns, moved):
    """How many times larger a relative change of the start has become, at worst."""
    worst = D(0)
    for name in {"x", "y"} & set(columns):
        size = max(map(abs, columns[name]))
        for a, b in zip(columns[name], moved[name]):
            worst = max(worst, abs(a - b) / max(abs(a), D("1e-3") * size) / SHIFT)
    return worst


def case(objective, rule, initial, hypers):
    setting = (objective, rule, initial, hypers)
    columns = follow(*setting)
    size = magnification(columns, follow(*setting, SHIFT))
    name = (rule.__name__, objective.key)
    if not size <= LARGEST_MAGNIFICATION:
        if name in LEFT_OUT:
            return None
        raise SystemExit(f"{name}, {hypers}: magnifies an error by {float(size):.0f}")
    kept = {"x", "y", "f"} if len(objective.start) > 1 else set(columns)
    kept |= {name for name in columns if "_" not in name}
    return {
        "objective": {"key": objective.key, "params": objective.params},
        "start": objective.start,
        "optimizer": {"key": rule.__name__, "hypers": hypers},
        "columns": {k: [float(v) for v in column] for k, column in columns.items() if k in kept},
    }


def cases():
    for objective in OBJECTIVES:
        for setting in settings(objective):
            found = case(objective, *setting)
            if found:
                yield found


if __name__ == "__main__":
    write(__file__, (), cases())
