#!/usr/bin/env python3
"""Trajectories of methods, which ask about points of their own choice: writes methods.json.

L-BFGS is torch.optim.LBFGS, BFGS has its line search, the simplex is scipy.optimize's. The others are written
out here: eigenvectors are numpy's, gradients autograd's, and a line search to slope 0 looks at all the zeros
of the polynomial that f is along the line. Counts are those of the calls that were made."""

import math
from collections import namedtuple

import numpy
import scipy
import torch
from scipy.optimize import minimize
from torch.optim.lbfgs import _strong_wolfe

from shared.golden_file import write

# degree: of the polynomial that f is along a line.
Objective = namedtuple("Objective", "key params start degree f")
OBJECTIVES = [
    Objective("quadratic", {"a": 1.0}, [70.0], 2, lambda x: x**2),
    Objective("composite", {}, [-2.5], 6, lambda x: (x**3 - 2 * x) ** 2),
    Objective("elongated", {"a": 0.1, "b": 2.0}, [-5.0, -2.0], 2, lambda x, y: 0.1 * x**2 + 2 * y**2),
    Objective(
        "rosenbrock", {"a": 1.0, "b": 100.0}, [-1.2, 1.0], 4, lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2
    ),
    Objective(
        "himmelblau", {}, [-1.0, 2.0], 4, lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
    ),
    Objective(
        "camel", {}, [-1.5, 1.0], 6, lambda x, y: (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2
    ),
]


def tensor(values):
    return torch.tensor(values, dtype=torch.float64)


class Asked:
    """f, its gradient and its Hessian at points, as lists; counts how often each is asked for."""

    def __init__(self, f):
        self.f, self.values, self.slopes, self.curvatures = f, 0, 0, 0

    def look(self, x):
        point = tensor(x).requires_grad_(True)
        value = self.f(*point)
        value.backward()
        return value.item(), point.grad.tolist()

    def value(self, x):
        self.values += 1
        return self.f(*tensor(x)).item()

    def slope(self, x):
        self.slopes += 1
        return self.look(x)[1]

    def hessian(self, x):
        self.curvatures += 1
        found = torch.autograd.functional.hessian(lambda point: self.f(*point), tensor(x))
        return found.numpy()


def dot(u, v):
    return sum(a * b for a, b in zip(u, v))


def along(x, a, d):
    return [xi + a * di for xi, di in zip(x, d)]


# Each method yields the point after a step, and what else the table has of it, for ever.


def lbfgs(f, start, h):
    point = tensor(start).requires_grad_(True)
    optimizer = torch.optim.LBFGS(
        [point],
        lr=h["lr"],
        max_iter=1,
        max_eval=1000,
        history_size=int(h["memory"]),
        tolerance_grad=0,
        tolerance_change=0,
        line_search_fn="strong_wolfe",
    )
    calls = 0

    def closure():
        nonlocal calls
        calls += 1
        optimizer.zero_grad()
        value = f(*point)
        value.backward()
        return value

    for step in range(10**9):
        optimizer.step(closure)
        # Each step but the first asks once more at a point that is known.
        yield point.tolist(), {"evals_f": calls - step}


def bfgs(f, start, h):
    x, inverse, before, calls = list(start), numpy.eye(len(start)), None, 1
    asked = Asked(f)
    while True:
        value, g = asked.look(x)
        if before is not None:
            s, y = numpy.array(before[0]), numpy.array(g) - numpy.array(before[1])
            if y @ s > 1e-10:
                k = numpy.eye(len(x)) - numpy.outer(s, y) / (y @ s)
                inverse = k @ inverse @ k.T + numpy.outer(s, s) / (y @ s)
        d = -inverse @ numpy.array(g)

        def at(place, a, way):
            found, slope = asked.look((place + a * way).tolist())
            return tensor(found), tensor(slope)

        _, _, a, count = _strong_wolfe(
            at, tensor(x), h["lr"], tensor(d.tolist()), tensor(value), tensor(g), tensor(float(d @ g))
        )
        a, calls = float(a), calls + count
        before = ((a * d).tolist(), g)
        x = along(x, a, d.tolist())
        yield x, {"evals_f": calls}


def simplex(f, start, h):
    corners = [list(start)] + [
        [x + (h["lr"] if i == k else 0) for i, x in enumerate(start)] for k in range(len(start))
    ]
    for steps in range(1, 10**9):
        asked = Asked(f)
        options = {"maxiter": steps + 1, "initial_simplex": corners, "xatol": 0, "fatol": 0}
        found = minimize(lambda x: asked.value(x.tolist()), start, method="Nelder-Mead", options=options)
        yield found.x.tolist(), {"evals_f": asked.values}


def saddle_free(f, start, h):
    x, asked = list(start), Asked(f)
    while True:
        values, vectors = numpy.linalg.eigh(asked.hessian(x))
        q = vectors @ ((vectors.T @ numpy.array(asked.slope(x))) / abs(values))
        x = along(x, -h["lr"], q.tolist())
        yield x, {"evals_g": asked.slopes, "evals_h": asked.curvatures}


def sam(f, start, h):
    x, asked = list(start), Asked(f)
    while True:
        g = asked.slope(x)
        uphill = asked.slope(along(x, h["rho"] / (math.hypot(*g) + 1e-12), g))
        x = along(x, -h["lr"], uphill)
        yield x, {"evals_g": asked.slopes}


def backtracking(f, start, h):
    x, asked = list(start), Asked(f)
    value = asked.value(x)
    while True:
        g, a = asked.slope(x), h["lr"]
        while not (new := asked.value(along(x, -a, g))) <= value - h["c"] * a * dot(g, g):
            a /= 2
        x, value = along(x, -a, g), new
        yield x, {"a": a, "evals_f": asked.values, "evals_g": asked.slopes}


def first_zero(asked, x, d, degree):
    """The first place beyond x where the slope of f along d is 0, to the last digit."""
    size = 2 * max(map(abs, x)) / max(map(abs, d))
    while True:
        at = numpy.linspace(0, 1, 4 * degree)
        slopes = [dot(asked.look(along(x, a * size, d))[1], d) for a in at]
        roots = numpy.polynomial.Polynomial.fit(at, slopes, degree - 1).roots()
        real = [z.real for z in roots if abs(z.imag) < 1e-7 * abs(z) and z.real > 1e-9]
        if 0.05 < min(real) < 1:
            break
        size *= 2 * min(real)
    low, high = min(real) * size * 0.999, min(real) * size * 1.001
    for _ in range(70):
        middle = (low + high) / 2
        if dot(asked.look(along(x, middle, d))[1], d) < 0:
            low = middle
        else:
            high = middle
    return low


def conjugate(beta):
    def method(f, start, h):
        x, asked, d, before = list(start), Asked(f), None, None
        degree = next(objective.degree for objective in OBJECTIVES if objective.f is f)
        while True:
            g = asked.look(x)[1]
            b = 0 if before is None else beta(g, before)
            d = [-gi + b * di for gi, di in zip(g, d or g)]
            a, before = first_zero(asked, x, d, degree), g
            x = along(x, a, d)
            yield x, {"a": a}

    return method


METHODS = {
    "lbfgs": (lbfgs, {"lr": 1.0, "memory": 5}, 20),
    "bfgs": (bfgs, {"lr": 1.0}, 20),
    "nelder_mead": (simplex, {"lr": 0.5}, 50),
    "newton_saddle_free": (saddle_free, {"lr": 0.5}, 20),
    "sam": (sam, {"lr": 1e-4, "rho": 0.05}, 50),
    "backtracking": (backtracking, {"lr": 1.0, "c": 1e-4}, 50),
    "steepest": (conjugate(lambda g, p: 0), {"lr": 1e-4}, 12),
    "cg_fr": (conjugate(lambda g, p: dot(g, g) / dot(p, p)), {"lr": 1e-4}, 6),
    "cg_pr": (
        conjugate(lambda g, p: max(0, (dot(g, g) - dot(g, p)) / dot(p, p))),
        {"lr": 1e-4},
        6,
    ),
}


def follow(objective, start, key):
    """As far as the steps are no rounding errors: until the gradient is 1e-6 of what it was."""
    method, hypers, steps = METHODS[key]
    asked, columns = Asked(objective.f), {}

    def note(x, more):
        value, g = asked.look(x)
        for name, entry in {**dict(zip("xy", x)), "f": value, **more}.items():
            columns.setdefault(name, []).append(entry)
        return max(map(abs, g))

    first = note(start, {})
    for _, (x, more) in zip(range(steps), method(objective.f, start, hypers)):
        if not note(x, more) > 1e-6 * first:
            columns = {name: column[:-1] for name, column in columns.items()}
            break
    length = len(columns["x"])
    return {name: [0 if "evals" in name else None] * (length - len(c)) + c for name, c in columns.items()}


def trusted(objective, key, columns):
    """How many rows do not hang on rounding: starts in neighbouring numbers lead to the same 13 digits."""
    length = len(columns["x"])
    for ulps in (-3, -2, -1, 1, 2, 3):
        moved = follow(objective, [x * (1 + ulps * 2**-52) for x in objective.start], key)
        for name in ("x", "y", "f"):
            size = max(map(abs, columns.get(name, [0.0])))
            pairs = list(zip(columns.get(name, []), moved.get(name, [])))
            off = [abs(a - b) > 2e-13 * max(abs(a), 1e-3 * size) for a, b in pairs]
            length = min(length, off.index(True) if True in off else len(off) or length)
    return length


def cases():
    for key, (_, hypers, _) in METHODS.items():
        for objective in OBJECTIVES:
            columns = follow(objective, objective.start, key)
            rows = trusted(objective, key, columns)
            if rows < min(4, len(columns["x"])):
                print(f"left out: {key} on {objective.key}: rounding decides from step {rows} on")
                continue
            if rows == 1:
                continue  # it is there in one step
            if "a" in columns:
                columns["a"][0] = 0.0
            yield {
                "objective": {"key": objective.key, "params": objective.params},
                "start": objective.start,
                "optimizer": {"key": key, "hypers": hypers},
                "columns": {name: column[:rows] for name, column in columns.items()},
            }


if __name__ == "__main__":
    write(__file__, ("torch", "scipy", "numpy"), cases())
