#!/usr/bin/env python3
"""The table of the exercise that goes with the lecture, in 50-digit decimals: writes course_exercise.json.

f(w1, w2) = 0.1 w1² + 2 w2² from (-5, -2), 30 steps of four optimizers. Written out as a student would, one
line a formula, for the constants exactly as the exercise prints them: 0.1 is a tenth here, not its float64."""

from decimal import Decimal as D
from decimal import getcontext

from shared.golden_file import write

getcontext().prec = 50
STEPS = 30
START = [D("-5"), D("-2")]


def gradient(w1, w2):
    return D("0.2") * w1, D("4") * w2


def gradient_descent(w, g, memory, t):
    return w - D("0.4") * g, memory


def momentum(w, g, v, t):
    v = D("0.5") * v + D("0.5") * g
    return w - D("0.6") * v, v


def rmsprop(w, g, s, t):
    s = D("0.9") * s + D("0.1") * g**2
    return w - D("0.3") * g / (s + D("1e-6")).sqrt(), s


def adam(w, g, memory, t):
    v, s = memory
    v = D("0.9") * v + D("0.1") * g
    s = D("0.999") * s + D("0.001") * g**2
    v_corrected = v / (1 - D("0.9") ** t)
    s_corrected = s / (1 - D("0.999") ** t)
    return w - D("0.2") * v_corrected / (s_corrected.sqrt() + D("1e-6")), (v, s)


# Each rule with what it remembers at first, and as the catalog has it.
RULES = (
    (gradient_descent, None, {"key": "sgd", "hypers": {"lr": 0.4}}),
    (momentum, D(0), {"key": "momentum_ewa", "hypers": {"lr": 0.6, "beta1": 0.5}}),
    (rmsprop, D(0), {"key": "rmsprop", "hypers": {"lr": 0.3, "rho": 0.9, "eps": 1e-6}}),
    (
        adam,
        (D(0), D(0)),
        {"key": "adam", "hypers": {"lr": 0.2, "beta1": 0.9, "beta2": 0.999, "eps": 1e-6}},
    ),
)


def table(rule, first):
    """The columns x = w1 and y = w2, row 0 the start."""
    w, memory, rows = START, [first, first], [START]
    for t in range(1, STEPS + 1):
        steps = [rule(*each, t) for each in zip(w, gradient(*w), memory)]
        w, memory = [list(part) for part in zip(*steps)]
        rows.append(w)
    return {axis: [float(row[i]) for row in rows] for i, axis in enumerate("xy")}


def cases():
    for rule, first, optimizer in RULES:
        yield {
            "objective": {"key": "elongated", "params": {"a": 0.1, "b": 2.0}},
            "start": [float(value) for value in START],
            "optimizer": optimizer,
            "columns": table(rule, first),
        }


if __name__ == "__main__":
    write(__file__, (), cases())
