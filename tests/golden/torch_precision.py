#!/usr/bin/env python3
"""Runs in narrower formats with tensors of PyTorch, operation by operation: writes torch_precision.json.

Every number is a tensor of the format and every operation one of PyTorch's on it, so that every result
is rounded to the format by PyTorch. The eight-bit formats have no arithmetic there: an operation of them
is one in float32, converted by PyTorch. The landscapes are those whose value and gradient can be worked
out in one order only (doubling is exact). master: the gradient in the format, everything else in float32."""

import torch

from shared.golden_file import write

FORMATS = {
    "float32": torch.float32,
    "bfloat16": torch.bfloat16,
    "float16": torch.float16,
    "e4m3": torch.float8_e4m3fn,
    "e5m2": torch.float8_e5m2,
}
STEPS = 50
SMALL = {"e4m3", "e5m2"}


class Number:
    """A number of a format."""

    def __init__(self, value, kind):
        self.kind = kind
        wide = value if torch.is_tensor(value) else torch.tensor(value, dtype=torch.float64)
        self.tensor = wide.to(FORMATS[kind])

    def work(self, do, *others):
        kind = self.kind
        numbers = [n if isinstance(n, Number) else Number(n, kind) for n in (self, *others)]
        tensors = [n.tensor.to(torch.float32) if kind in SMALL else n.tensor for n in numbers]
        return Number(do(*tensors), kind)

    def __add__(self, other):
        return self.work(torch.add, other)

    def __sub__(self, other):
        return self.work(torch.sub, other)

    def __mul__(self, other):
        return self.work(torch.mul, other)

    def __truediv__(self, other):
        return self.work(torch.div, other)

    def __rsub__(self, other):
        return Number(other, self.kind) - self

    def __rmul__(self, other):
        return Number(other, self.kind) * self

    # In float64, then converted: torch.sqrt and torch.pow of a float32 are not always the nearest one
    # (the root of 40.39977 is 6.3560815; torch 2.15 has 6.3560810).
    def sqrt(self):
        return Number(torch.sqrt(self.tensor.to(torch.float64)), self.kind)

    def power(self, exponent):
        return Number(torch.pow(self.tensor.to(torch.float64), float(exponent)), self.kind)

    def to(self, kind):
        return Number(self.tensor.to(torch.float64), kind)

    def __float__(self):
        return float(self.tensor)


def square(x):
    return x * x, [2 * x]


def valley(x, y):
    return x * x + 10 * (y * y), [2 * x, 10 * (2 * y)]


LANDSCAPES = {"x^2": square, "x^2 + 10*y^2": valley}


def sgd(x, g, slots, t, lr):
    return x - lr * g, slots


def momentum(x, g, slots, t, lr, momentum):
    (m,) = slots
    m = momentum * m + g
    return x - lr * m, [m]


def rmsprop(x, g, slots, t, lr, rho, eps):
    (s,) = slots
    s = rho * s + (1 - rho) * (g * g)
    return x - lr * g / (s.sqrt() + eps), [s]


def adam(x, g, slots, t, lr, beta1, beta2, eps):
    m, v = slots
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * (g * g)
    m_hat = m / (1 - beta1.power(t))
    v_hat = v / (1 - beta2.power(t))
    return x - lr * m_hat / (v_hat.sqrt() + eps), [m, v]


# As the formulas are written in the language; the slots come in their order.
RULES = {
    "x = x - lr*g": (sgd, []),
    "m = momentum*m + g; x = x - lr*m": (momentum, ["m"]),
    "s = rho*s + (1 - rho)*g^2; x = x - lr*g/(sqrt(s) + eps)": (rmsprop, ["s"]),
    "m = beta1*m + (1 - beta1)*g; v = beta2*v + (1 - beta2)*g^2; "
    "mhat = m/(1 - beta1^t); vhat = v/(1 - beta2^t); x = x - lr*mhat/(sqrt(vhat) + eps)": (
        adam,
        ["m", "v"],
    ),
}
HYPERS = {
    sgd: {"lr": 0.03},
    momentum: {"lr": 0.02, "momentum": 0.9},
    rmsprop: {"lr": 0.05, "rho": 0.9, "eps": 1e-3},
    adam: {"lr": 0.05, "beta1": 0.9, "beta2": 0.99, "eps": 1e-3},
}
STARTS = {"x^2": [3.7], "x^2 + 10*y^2": [-5.3, 1.7]}


def run(f, rule, kind, master):
    step, names = RULES[rule]
    kept = "float32" if master else kind
    hypers = {key: Number(value, kept) for key, value in HYPERS[step].items()}
    point = [Number(value, kept) for value in STARTS[f]]
    axes = ["x", "y"][: len(point)]
    slots = [[Number(0.0, kept) for _ in names] for _ in axes]
    columns = {name: [] for name in ["f", *axes, *(f"g{a}" for a in axes)]}
    columns |= {f"{name}_{axis}": [] for name in names for axis in axes}
    for t in range(STEPS + 1):
        value, slope = LANDSCAPES[f](*(number.to(kind) for number in point))
        columns["f"].append(float(value))
        for i, axis in enumerate(axes):
            columns[axis].append(float(point[i]))
            columns[f"g{axis}"].append(float(slope[i]))
            for name, slot in zip(names, slots[i]):
                columns[f"{name}_{axis}"].append(float(slot))
        if not all(torch.isfinite(torch.tensor(column[-1])) for column in columns.values()):
            break
        count = Number(float(t + 1), kept)
        for i in range(len(point)):
            point[i], slots[i] = step(point[i], slope[i].to(kept), slots[i], count, **hypers)
    return columns


def spoken(value):
    """JSON knows no number that is not finite."""
    return value if abs(value) < float("inf") else str(value)


def main():
    cases = []
    for f in LANDSCAPES:
        for rule in RULES:
            for kind in FORMATS:
                for master in (False, True):
                    if master and kind == "float32":
                        continue
                    columns = run(f, rule, kind, master)
                    cases.append(
                        {
                            "formula": f,
                            "start": STARTS[f],
                            "rule": rule,
                            "hypers": HYPERS[RULES[rule][0]],
                            "precision": {"format": kind, "master": master},
                            "columns": {k: [spoken(v) for v in c] for k, c in columns.items()},
                        }
                    )
    write(__file__, ["torch"], cases)


if __name__ == "__main__":
    main()
