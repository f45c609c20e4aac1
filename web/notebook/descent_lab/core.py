"""The core of Descent Lab without a browser: the same core.wasm as the page's, with the same digits.

    >>> from descent_lab import core
    >>> run = core.run("quadratic", start=70, optimizer={"key": "sgd", "hypers": {"lr": 0.1}}, steps=2)
    >>> list(run.columns["x"])
    [70.0, 56.0, 44.8]

Keys, parameters, their ranges and presets are those of `catalog()`. All numbers are float64; steps are
counted, nothing else has a unit. NaN and infinities are results, not errors. Every function can be called
from any thread.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar

from ._check import check_integer, check_list, check_mapping, check_number, check_text
from ._engine import LARGEST_SEED, VERSION, Engine
from ._run import Column, Columns, Numbers, Run, SampleRun, Spec, read_walk, take

__all__ = [
    "Column", "Columns", "Run", "SampleRun", "Spec",
    "batch", "catalog", "evaluate", "hessian", "parse_formula", "parse_rule",
    "points", "rate", "run", "sample", "smooth", "weights",
]  # fmt: skip

LARGEST_SIGMA = 1e6
MOST_POINTS = 2**22
AT_ONCE = 4096
"""Points that pass through the arena at once."""
AXES = ("x", "y")

_lock = threading.RLock()
_engines: list[Engine] = []
_Answer = TypeVar("_Answer")


def _asks(method: Callable[..., _Answer]) -> Callable[..., _Answer]:
    """Gives a function the core, loaded when it is first asked, and nobody else meanwhile."""

    @wraps(method)
    def asked(*arguments: Any, **words: Any) -> _Answer:
        with _lock:
            if not _engines:
                _engines.append(Engine())
            _engines[0].begin()
            return method(*arguments, **words)

    return asked


def _core() -> Engine:
    return _engines[0]


@_asks
def catalog() -> dict[str, Any]:
    """Every objective, optimizer, schedule and smoother with its parameters, as the C records have them, and
    the limits of the core. Shared: do not change it."""
    return _core().catalog


@_asks
def run(
    objective: Spec,
    start: float | Numbers,
    optimizer: Spec,
    steps: int,
    schedule: Spec | None = None,
    noise: Mapping[str, float] | None = None,
    modifiers: Mapping[str, float] | None = None,
    changes: Sequence[Mapping[str, Any]] | None = None,
    precision: str | Mapping[str, Any] | None = None,
) -> Run:
    """Runs an optimizer on an objective. A number that is not finite ends the run, as a result.

    Args:
        objective: a key, `{"key": …, "params": {…}}`, `{"formula": "x^2 + 10*sin(x)"}` of x (and y), or
            `{"data": {"x": […], "y": […]}}`: the mean squared error of a line, w as x and b as y.
        start: x_0; one number in 1D, two in 2D.
        optimizer: a key, `{"key": …, "hypers": {…}}`, or `{"rule": "x = x - lr*g", "hypers": {…}}`.
        steps: 0 to `catalog()["limits"]["steps"]`.
        schedule: a key or `{"key": …, "params": {…}}`: the rate over time; constant when left out.
        noise: `{"sigma": …, "seed": …}`: normal noise on each component of the gradient, and its seed.
        modifiers: what is done to the gradient and to x before the rule, as in `{"clip": 1, "wd": 0.01}`; see
            `catalog()["modifiers"]`.
        changes: other hypers in mid-run, as in `[{"from": 30, "hypers": {"lr": 0.01}}]`: from step 30 on.
        precision: the number format that all of it is computed in, a key of `catalog()["formats"]` or
            `{"format": "bfloat16", "stochastic": True, "master": True, "seed": 1}`; float64 when left out.

    Raises:
        TypeError, ValueError: naming the key, the value and what is allowed.
    """
    core = _core()
    core.round_to(precision, optimizer)
    walk = read_walk(core, optimizer, schedule, start, steps, modifiers, changes)
    spec = check_mapping("noise", noise, ["sigma", "seed"])
    sigma = check_number("noise.sigma", spec.get("sigma", 0), 0, LARGEST_SIGMA)
    seed = check_integer("noise.seed", spec.get("seed", 1), 0, LARGEST_SEED)
    landscape = core.field(objective)
    table = take(core, landscape, walk, (sigma, seed, 0), AXES[: landscape.dim], "f")
    return Run(**table)


@_asks
def sample(
    data: Mapping[str, Numbers],
    start: Numbers,
    optimizer: Spec,
    batch: int,
    epochs: int | None = None,
    steps: int | None = None,
    schedule: Spec | None = None,
    standardise: bool = False,
    seed: int = 1,
    modifiers: Mapping[str, float] | None = None,
    changes: Sequence[Mapping[str, Any]] | None = None,
) -> SampleRun:
    """Fits the line w*x + b to data by steps that each see a batch of it.

    Args:
        data: `{"x": […], "y": […]}`, 1 to `catalog()["limits"]["data"]` points.
        start: w and b at step 0.
        optimizer, schedule, modifiers, changes: as of `run`; the schedule counts steps, not epochs.
        batch: how many points a step sees; as many as there are, or more: all of them.
        epochs: how often all points are seen; this or `steps`.
        standardise: whether x (not y) is first given mean 0 and standard deviation 1.
        seed: of the order of the points.
    """
    core = _core()
    n = len(core.data(data)[0])
    limits = core.catalog["limits"]
    size = check_integer("batch", batch, 1, limits["data"])
    in_epoch = -(-n // min(size, n))
    if (epochs is None) == (steps is None):
        raise TypeError("sample takes either epochs or steps")
    if epochs is not None:
        steps = in_epoch * check_integer("epochs", epochs, 0, limits["steps"] // in_epoch)
    first = check_integer("seed", seed, 0, LARGEST_SEED)
    walk = read_walk(core, optimizer, schedule, start, steps, modifiers, changes)
    landscape = core.data_field({"data": data, "standardise": standardise})
    table = take(core, landscape, walk, (0.0, first, size), ("w", "b"), "loss")
    mean, deviation = landscape.scale
    return SampleRun(**table, in_epoch=in_epoch, scale={"mean": mean, "deviation": deviation})


@_asks
def batch(n: int, batch: int, step: int, seed: int = 1) -> list[int]:
    """The points that a step of `sample` sees: every epoch takes all n once, in an order that seed and epoch
    decide.

    Args:
        n: how many points there are.
        batch: how many a step sees.
        step: from 1.

    Returns:
        Indices, from 0.
    """
    core = _core()
    limits = core.catalog["limits"]
    count = check_integer("n", n, 1, limits["data"])
    size = check_integer("batch", batch, 1, limits["data"])
    first = check_integer("seed", seed, 0, LARGEST_SEED)
    at = check_integer("step", step, 1, limits["steps"] + 1)
    out = core.wasm.reserve(count)
    seen = core.wasm.call("lab_abi_batch", out, count, size, first, at - 1)
    return [int(index) for index in core.wasm.doubles(out, seen)]


def evaluate(objective: Spec, x: Numbers, y: Numbers | None = None) -> Columns:
    """Value and gradient of an objective at n points.

    Args:
        objective: as of `run`.
        x, y: n coordinates each; y in 2D only.

    Returns:
        f and gx, in 2D also gy: n float64s each.
    """
    return _at_points("evaluate", ("f", "gx", "gy"), objective, x, y)


def hessian(objective: Spec, x: Numbers, y: Numbers | None = None) -> Columns:
    """Second derivatives of an objective at n points: hxx, in 2D also hxy and hyy; n float64s each."""
    return _at_points("hessian", ("hxx", "hxy", "hyy"), objective, x, y)


@_asks
def _at_points(
    question: str, names: tuple[str, ...], objective: Spec, x: Numbers, y: Numbers | None
) -> Columns:
    core = _core()
    wasm = core.wasm
    given = [check_list("x", x, MOST_POINTS)]
    n = len(given[0])
    landscape = core.field(objective)
    if landscape.dim == 2:
        given.append(check_list("y", y, MOST_POINTS))
        if len(given[1]) != n:
            raise ValueError(f"y has {len(given[1])} values; x has {n}")
    answers: Columns = {name: array("d") for name in names if landscape.dim == 2 or "y" not in name}
    block = min(n, AT_ONCE)
    inputs = [wasm.reserve(block), wasm.reserve(block)]
    outs = [wasm.reserve(block) for _ in names]
    for at in range(0, n, AT_ONCE):
        size = min(AT_ONCE, n - at)
        for pointer, values in zip(inputs, given):
            wasm.write(pointer, values[at : at + size])
        wasm.call(f"lab_abi_{question}", landscape.pointer, size, *inputs, *outs)
        for pointer, column in zip(outs, answers.values()):
            column.extend(wasm.doubles(pointer, size))
    return answers


@_asks
def points(objective: Spec) -> list[dict[str, Any]]:
    """All stationary points of an objective within its display range: x, y and kind of each."""
    core = _core()
    out = core.wasm.reserve(3 * core.catalog["limits"]["points"])
    count = core.wasm.call("lab_abi_points", core.field(objective).pointer, out)
    found = core.wasm.doubles(out, 3 * count)
    kinds = core.catalog["pointKinds"]
    return [
        {"x": found[i], "y": found[i + 1], "kind": kinds[int(found[i + 2])]} for i in range(0, 3 * count, 3)
    ]


@_asks
def rate(schedule: Spec, lr: float, steps: int, f: Numbers | None = None) -> array[float]:
    """The learning rate of each step: entry s belongs to step s + 1.

    Args:
        schedule: a key or `{"key": …, "params": {…}}`.
        lr: η₀.
        f: f after 0, 1, … steps, for schedules that observe (`observes` in the catalog).

    Returns:
        `steps` float64s.
    """
    core = _core()
    first = check_number("lr", lr)
    count = check_integer("steps", steps, 0, core.catalog["limits"]["steps"])
    _, _, record = core.unit("schedules", schedule)
    seen = 0
    if record["observes"]:
        values = check_list("f", [] if f is None else f, 10**6)
        if len(values) < count:
            raise ValueError(
                f"f has {len(values)} values; {record['key']} needs one for each of {count} steps"
            )
        seen = core.wasm.place(values[:count])
    out = core.wasm.reserve(count)
    unit = core.plain("schedules", schedule)
    core.wasm.check(core.wasm.call("lab_abi_rates", out, *unit, first, count, seen))
    return core.wasm.doubles(out, count)


@_asks
def smooth(smoother: Spec, series: Numbers) -> array[float]:
    """A moving average of a series, as long as the series; NaN where it is not defined yet.

    Args:
        smoother: a key or `{"key": …, "params": {…}}`.
        series: at most `catalog()["limits"]["series"]` numbers.
    """
    core = _core()
    values = check_list("series", series, core.catalog["limits"]["series"])
    unit = core.plain("smoothers", smoother)
    out, place = core.wasm.reserve(len(values)), core.wasm.place(values)
    core.wasm.check(core.wasm.call("lab_abi_smooth", out, place, len(values), *unit))
    return core.wasm.doubles(out, len(values))


@_asks
def weights(smoother: Spec, n: int) -> array[float]:
    """How much each of n values counts in a smoother's last average: n float64s."""
    core = _core()
    count = check_integer("n", n, 0, core.catalog["limits"]["series"])
    unit = core.plain("smoothers", smoother)
    out = core.wasm.reserve(count)
    core.wasm.check(core.wasm.call("lab_abi_weights", out, count, *unit))
    return core.wasm.doubles(out, count)


def parse_formula(text: str, version: int = VERSION) -> dict[str, Any]:
    """Reads an own f(x) or f(x, y), also as people type it: 8xsin(2x), |x|.

    Returns:
        `ast`, `dim`, `hypers` and `as_read`, the text as it was read; or `error`, with where and why.
    """
    return _parse("objectives", text, version, ())


def parse_rule(text: str, version: int = VERSION, supplied: Iterable[str] = ()) -> dict[str, Any]:
    """Reads an own update rule: names that it reads but never assigns are its hypers, names that it reads
    before it assigns them are its slots. Returns what `parse_formula` does.

    Args:
        supplied: names of parameters that have values: they keep those, whatever else the name could mean.
    """
    return _parse("optimizers", text, version, supplied)


@_asks
def _parse(family: str, text: str, version: int, supplied: Iterable[str]) -> dict[str, Any]:
    core = _core()
    own = check_text("the text", text)
    read = check_integer("version", version, 1, VERSION)
    program, error = core.compile(family, own, version=read, supplied=list(supplied))
    if error:
        return {"error": error}
    ast = core.ast(program)
    return {
        "ast": ast,
        "dim": ast["dim"],
        "hypers": ast["hypers"],
        "as_read": core.source(program),
        "error": None,
    }
