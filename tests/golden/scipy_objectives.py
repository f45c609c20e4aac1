#!/usr/bin/env python3
"""Value, gradient and Hessian of the landscapes at seeded points: writes scipy_objectives.json.

Rosenbrock's function comes from SciPy as well (rosen, rosen_der, rosen_hess). All landscapes, SciPy's
one included, are written out here as formulas and differentiated numerically by mpmath with 50 digits,
where the error of a difference quotient is far below the last digit of a double: no derivative is worked
out by hand. No point is where a derivative does not exist."""

import random
from collections import namedtuple

import mpmath
from mpmath import mpf
from scipy.optimize import rosen, rosen_der, rosen_hess

from shared.golden_file import write

mpmath.mp.dps = 50
POINTS = 20

Objective = namedtuple("Objective", "key params box f")


def rosenbrock(a, b):
    return lambda x, y: (a - x) ** 2 + b * (y - x**2) ** 2


def beale(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def rastrigin(x, y):
    return 20 + sum(u**2 - 10 * mpmath.cos(2 * mpmath.pi * u) for u in (x, y))


def camel(x, y):
    return (4 - mpf(2.1) * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2


def sigmoid(x):
    return 1 / (1 + mpmath.exp(-x))


# box: the range of each coordinate in turn. mpf(0.1) is the float64 0.1, exactly.
OBJECTIVES = (
    Objective("quadratic", {"a": 9.0}, [-100, 100], lambda x: 9 * x**2),
    Objective("logsquare", {}, [0.5, 15], lambda x: mpmath.log(x**2)),
    Objective("composite", {}, [-3, 3], lambda x: (x**3 - 2 * x) ** 2),
    Objective("wavy", {}, [-4, 4], lambda x: x**2 - 3 * mpmath.sin(2 * x)),
    Objective("doublewell", {"c": 0.3}, [-2, 2], lambda x: (x**2 - 1) ** 2 + mpf(0.3) * x),
    Objective("abs", {}, [-5, 5], lambda x: abs(x)),
    Objective("hinge", {}, [-3, 4], lambda x: max(mpf(0), 1 - x)),
    Objective("staircase", {}, [-4.5, 4.5], lambda x: mpmath.floor(abs(x))),
    Objective("plateau", {}, [-6, 10], lambda x: (sigmoid(x) - 0.25) ** 2),
    Objective("cubic", {"c": -1.5}, [-2, 2], lambda x: x**3 - 1.5 * x),
    Objective("bowl", {}, [-10, 10] * 2, lambda x, y: x**2 + y**2),
    Objective(
        "elongated", {"a": 0.1, "b": 2.0}, [-6, 6] * 2, lambda x, y: mpf(0.1) * x**2 + 2 * y**2
    ),
    Objective("saddle", {}, [-2, 2] * 2, lambda x, y: x**2 - y**2),
    Objective("rosenbrock", {"a": 1.0, "b": 100.0}, [-2, 2, -1, 3], rosenbrock(1, 100)),
    Objective("rosenbrock", {"a": -0.5, "b": 8.0}, [-2, 2, -1, 3], rosenbrock(-0.5, 8)),
    Objective(
        "himmelblau", {}, [-6, 6] * 2, lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
    ),
    Objective("beale", {}, [-4.5, 4.5] * 2, beale),
    Objective("rastrigin", {}, [-1.8, 1.8] * 2, rastrigin),
    Objective("camel", {}, [-2, 2, -1.2, 1.2], camel),
    Objective("monkey", {}, [-2, 2] * 2, lambda x, y: x**3 - 3 * x * y**2),
    Objective("plateau2d", {}, [-3, 3] * 2, lambda x, y: 1 - mpmath.exp(-(x**2 + y**2) / 2)),
)

# Which derivative each column is: how often by x, how often by y.
COLUMNS = {
    1: {"f": 0, "gx": 1, "hxx": 2},
    2: {"f": (0, 0), "gx": (1, 0), "gy": (0, 1), "hxx": (2, 0), "hxy": (1, 1), "hyy": (0, 2)},
}


def points_of(objective, numbers):
    """POINTS seeded points, the coordinates multiples of 1/1024."""
    box = objective.box
    return [
        [round(numbers.uniform(*box[i : i + 2]) * 1024) / 1024 for i in range(0, len(box), 2)]
        for _ in range(POINTS)
    ]


def mpmath_case(objective, points):
    dim = len(points[0])
    columns = {
        name: [float(mpmath.diff(objective.f, *_place(point), order)) for point in points]
        for name, order in COLUMNS[dim].items()
    }
    return case(objective, points, "mpmath", columns)


def _place(point):
    place = tuple(map(mpf, point))
    return (place,) if len(place) == 2 else place


def scipy_case(objective, points):
    hessians = [rosen_hess(point) for point in points]
    columns = {
        "f": [float(rosen(point)) for point in points],
        "gx": [float(rosen_der(point)[0]) for point in points],
        "gy": [float(rosen_der(point)[1]) for point in points],
        "hxx": [float(h[0][0]) for h in hessians],
        "hxy": [float(h[0][1]) for h in hessians],
        "hyy": [float(h[1][1]) for h in hessians],
    }
    return case(objective, points, "scipy", columns)


def case(objective, points, source, columns):
    return {
        "objective": {"key": objective.key, "params": objective.params},
        "source": source,
        "points": dict(zip("xy", map(list, zip(*points)))),
        "columns": columns,
    }


def cases():
    numbers = random.Random(20)
    for objective in OBJECTIVES:
        points = points_of(objective, numbers)
        yield mpmath_case(objective, points)
        if objective.params == {"a": 1.0, "b": 100.0}:
            yield scipy_case(objective, points)


if __name__ == "__main__":
    write(__file__, ("mpmath", "numpy", "scipy"), cases())
