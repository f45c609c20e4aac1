#!/usr/bin/env python3
"""The lecture's rules that PyTorch lacks, in 50-digit decimals: writes independent_rules.json.

Each rule is one function of plain numbers, written from the lecture's formulas. Decimal arithmetic
shares neither the base, nor the precision, nor the code with the C core: what it gives is the exact path
of the given float64 constants, rounded once, when it is written. The landscapes are polynomials with
their gradients."""

from collections import namedtuple
from decimal import Decimal as D
from decimal import getcontext

from shared.golden_file import write

getcontext().prec = 50
STEPS = 50

# rate suits rules that step by lr*g, pace those that step by lr itself. f and gradient take the
# coordinates one by one.
Objective = namedtuple("Objective", "key params start rate pace f gradient")


def valley(x, y):
    """Rosenbrock's with a = 1, b = 100."""
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def valley_gradient(x, y):
    return -2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)


# Parameters come in as what their float64 is exactly, as every constant below does.
A, B, TILT = D(0.1), D(2.0), D(0.3)
OBJECTIVES = (
    Objective("quadratic", {"a": 1.0}, [70.0], 0.1, 1.5, lambda x: x**2, lambda x: (2 * x,)),
    Objective(
        "doublewell",
        {"c": 0.3},
        [1.6],
        0.02,
        0.05,
        lambda x: (x**2 - 1) ** 2 + TILT * x,
        lambda x: (4 * x * (x**2 - 1) + TILT,),
    ),
    Objective(
        "elongated",
        {"a": 0.1, "b": 2.0},
        [-5.0, -2.0],
        0.4,
        0.2,
        lambda x, y: A * x**2 + B * y**2,
        lambda x, y: (2 * A * x, 2 * B * y),
    ),
    Objective(
        "rosenbrock", {"a": 1.0, "b": 100.0}, [-1.2, 1.0], 0.001, 0.01, valley, valley_gradient
    ),
)

# A rule takes (x, g, its slots, hypers, t) of one coordinate and returns the new x and slots.


def momentum(x, g, s, h, t):
    v = h["m"] * s["v"] - h["lr"] * g
    return x + v, {"v": v}


def momentum_averaged(x, g, s, h, t):
    v = h["rho"] * s["v"] - (1 - h["rho"]) * h["lr"] * g
    return x + v, {"v": v}


def momentum_ewa(x, g, s, h, t):
    m = h["beta1"] * s["m"] + (1 - h["beta1"]) * g
    return x - h["lr"] * m, {"m": m}


def adagrad(x, g, slots, h, t):
    s = slots["s"] + g * g
    return x - h["lr"] * g / (s + h["eps"]).sqrt(), {"s": s}


def rmsprop(x, g, slots, h, t):
    s = h["rho"] * slots["s"] + (1 - h["rho"]) * g * g
    return x - h["lr"] * g / (s + h["eps"]).sqrt(), {"s": s}


def moments(g, s, h):
    m = h["beta1"] * s["m"] + (1 - h["beta1"]) * g
    v = h["beta2"] * s["v"] + (1 - h["beta2"]) * g * g
    return {"m": m, "v": v}


def adam_simple(x, g, slots, h, t):
    s = moments(g, slots, h)
    return x - h["lr"] * s["m"] / (s["v"] + h["eps"]).sqrt(), s


def adam_first(x, g, slots, h, t):
    s = moments(g, slots, h)
    m_hat = s["m"] / (1 - h["beta1"] ** t)
    return x - h["lr"] * m_hat / (s["v"] + h["eps"]).sqrt(), s


def settings(objective):
    """Rule, initial slots, hypers; the lecture's constants first."""
    r, p = objective.rate, objective.pace
    yield momentum, {"v": 0.0}, {"lr": r / 5, "m": 0.9}
    yield momentum_averaged, {"v": 0.0}, {"lr": r, "rho": 0.9}
    yield momentum_ewa, {"m": 0.0}, {"lr": r, "beta1": 0.9}
    yield adagrad, {"s": 0.0}, {"lr": 4 * p, "eps": 1e-7, "s0": 0.0}
    yield adagrad, {"s": 0.1}, {"lr": 4 * p, "eps": 1e-7, "s0": 0.1}
    yield rmsprop, {"s": 0.0}, {"lr": p / 2, "rho": 0.9, "eps": 1e-7}
    adam = {"beta1": 0.9, "beta2": 0.999, "eps": 1e-6}
    yield adam_simple, {"m": 0.0, "v": 0.0}, {"lr": p / 4, **adam}
    yield adam_first, {"m": 0.0, "v": 0.0}, {"lr": p / 8, **adam}


def follow(objective, rule, initial, hypers):
    """The columns of a run: x, [y], f, and the slots of every coordinate."""
    axes = "xy"[: len(objective.start)]
    exact = {key: D(value) for key, value in hypers.items()}
    point = [D(value) for value in objective.start]
    slots = [{key: D(value) for key, value in initial.items()} for _ in axes]
    columns = {}
    for t in range(STEPS + 1):
        row = {**dict(zip(axes, point)), "f": objective.f(*point)}
        for axis, held in zip(axes, slots):
            row.update({f"{key}_{axis}": value for key, value in held.items()})
        for name, value in row.items():
            columns.setdefault(name, []).append(float(value))
        moved = [
            rule(x, g, held, exact, t + 1)
            for x, g, held in zip(point, objective.gradient(*point), slots)
        ]
        point, slots = [x for x, _ in moved], [held for _, held in moved]
    return columns


def case(objective, rule, initial, hypers):
    return {
        "objective": {"key": objective.key, "params": objective.params},
        "start": objective.start,
        "optimizer": {"key": rule.__name__, "hypers": hypers},
        "columns": follow(objective, rule, initial, hypers),
    }


def cases():
    """Every rule on every landscape, then what the course exercise asks beyond PyTorch's rules."""
    for objective in OBJECTIVES:
        for setting in settings(objective):
            yield case(objective, *setting)
    elongated = next(objective for objective in OBJECTIVES if objective.key == "elongated")
    yield case(elongated, momentum_ewa, {"m": 0.0}, {"lr": 0.6, "beta1": 0.5})
    yield case(elongated, rmsprop, {"s": 0.0}, {"lr": 0.3, "rho": 0.9, "eps": 1e-6})


if __name__ == "__main__":
    write(__file__, (), cases())
