#!/usr/bin/env python3
"""The learning rates of PyTorch's schedulers, in float64: writes torch_schedules.json.

A column lr starts with step 1, as core.rate gives it: entry s is PyTorch's rate after s calls of step(). What
PyTorch lacks is its LambdaLR of the formula. ReduceLROnPlateau is told f after every step, f(x_1) first: on
series of its own here, with `f` in the data, and in whole runs of SGD, in which row 0 has no rate.

PyTorch's chainable schedulers multiply their way from rate to rate, which adds a rounding error a step; the longest
of them here stay a hundred times below the 1e-12 they are compared to."""

import math
import warnings

import torch
from torch.optim import SGD
from torch.optim import lr_scheduler as library

from shared.golden_file import write

COUNT = 120  # rates of most schedules


def cosine(optimizer, p):
    return library.CosineAnnealingLR(optimizer, T_max=p["t_max"], eta_min=p["eta_min"])


def warm_up(optimizer, p):
    rise = library.LinearLR(
        optimizer, start_factor=p["start_factor"], end_factor=1.0, total_iters=p["total_iters"]
    )
    return library.SequentialLR(optimizer, [rise, cosine(optimizer, p)], [p["total_iters"]])


def one_cycle(optimizer, p, **form):
    lr = optimizer.param_groups[0]["lr"]
    return library.OneCycleLR(optimizer, max_lr=lr, cycle_momentum=False, **p, **form)


class CosineDecay:
    """CosineAnnealingLR that is not stepped any more once it is at its lowest rate."""

    def __init__(self, optimizer, p):
        self.scheduler, self.left = cosine(optimizer, p), p["t_max"]

    def step(self):
        if self.left > 0:
            self.scheduler.step()
        self.left -= 1


def piecewise_constant(optimizer, p):
    """MultiStepLR: its γ is what one value is of the one before it."""
    milestones = [p["boundary1"], p["boundary2"], p["boundary3"]]
    gamma = p["value2"] / p["value1"]
    return library.MultiStepLR(optimizer, milestones, gamma)


def with_floor(factor):
    """A decay by a factor of the first rate, down to eta_min."""

    def scheduler(optimizer, p):
        lr = optimizer.param_groups[0]["lr"]
        floor = p.get("eta_min", 0) / lr
        return library.LambdaLR(optimizer, lambda s: max(factor(s, p), floor))

    return scheduler


def polynomial(optimizer, p):
    """optax's polynomial_schedule; PyTorch's PolynomialLR, which has no lowest rate, where that is 0."""
    lr, total, power = optimizer.param_groups[0]["lr"], p["total_iters"], p["power"]
    if not p.get("eta_min"):
        return library.PolynomialLR(optimizer, total_iters=total, power=power)
    end = p["eta_min"] / lr
    return library.LambdaLR(
        optimizer, lambda s: end + (1 - end) * (1 - min(s, total) / total) ** power
    )


def plateau(optimizer, p):
    rest = {key: value for key, value in p.items() if key != "absolute"}
    mode = "abs" if p.get("absolute") else "rel"
    return library.ReduceLROnPlateau(optimizer, threshold_mode=mode, **rest)


def restarts(optimizer, p):
    return library.CosineAnnealingWarmRestarts(
        optimizer, T_0=p["t_0"], T_mult=p["t_mult"], eta_min=p["eta_min"]
    )


SCHEDULERS = {
    "linear": lambda optimizer, p: library.LinearLR(optimizer, **p),
    "polynomial": polynomial,
    "piecewise_constant": piecewise_constant,
    "step": with_floor(lambda s, p: p["rate"] ** -(s // p["period"])),
    "exponential": with_floor(lambda s, p: p["decay"] ** (s / p["every"])),
    "inverse_time": with_floor(lambda s, p: 1 / (1 + s / p["every"])),
    "inverse_sqrt": with_floor(lambda s, p: (1 + s / p["every"]) ** -0.5),
    "cosine": cosine,
    "cosine_decay": CosineDecay,
    "cosine_restarts": restarts,
    "warmup_cosine": warm_up,
    "one_cycle": one_cycle,
    "one_cycle_linear": lambda o, p: one_cycle(o, p, anneal_strategy="linear"),
    "one_cycle_three_phase": lambda o, p: one_cycle(o, p, three_phase=True),
    "reduce_on_plateau": plateau,
}


def sgd(start, lr):
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    return point, SGD([point], lr=lr)


def rates(key, params, lr, count):
    """The rates of the first `count` steps."""
    point, optimizer = sgd([1.0], lr)
    point.grad = torch.zeros_like(point)
    scheduler, found = SCHEDULERS[key](optimizer, params), []
    for s in range(count):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if s < count - 1:
            scheduler.step()
    return found


def settings():
    """Key, parameters and how many rates; one_cycle has no more than total_steps of them."""
    for start, end, total in ((1.0, 0.0, 50), (1 / 3, 1.0, 5), (0.2, 0.9, 30), (1.0, 0.1, 1)):
        yield "linear", {"start_factor": start, "end_factor": end, "total_iters": total}, COUNT
    for total, power in ((50, 2.0), (30, 1.0), (100, 0.5), (7, 3.7), (10, 0.0), (1, 1.0)):
        yield "polynomial", {"total_iters": total, "power": power}, COUNT
    for total, power, eta_min in ((50, 2.0, 0.01), (9, 0.7, 0.2)):
        params = {"total_iters": total, "power": power, "eta_min": eta_min}
        yield "polynomial", params, COUNT
    for key in ("inverse_time", "inverse_sqrt"):
        for every in (1, 10, 37, 100000, 0.3, 2.75, 1e9):
            yield key, {"every": every}, COUNT
        for every, eta_min in ((1, 0.05), (12.5, 0.3)):
            yield key, {"every": every, "eta_min": eta_min}, COUNT
    for period, rate, eta_min in ((10, 2.0, 0.0), (7, 3.0, 0.05), (1, 1.1, 0.02)):
        yield "step", {"period": period, "rate": rate, "eta_min": eta_min}, COUNT
    for decay, every, eta_min in ((0.5, 2.5, 0.0), (0.9, 1, 0.1), (0.1, 1e9, 0.0), (0.2, 33.3, 0.3)):
        yield "exponential", {"decay": decay, "every": every, "eta_min": eta_min}, COUNT
    for (b1, b2, b3), (v1, v2, v3) in (
        ((10, 20, 30), (0.05, 0.025, 0.0125)),
        ((1, 2, 90), (0.01, 0.001, 0.0001)),
        ((50, 51, 100000), (0.2, 0.4, 0.8)),
    ):
        boundaries = {"boundary1": b1, "boundary2": b2, "boundary3": b3}
        values = {"value1": v1, "value2": v2, "value3": v3}
        yield "piecewise_constant", {**boundaries, **values}, COUNT
    for t_max, eta_min in ((50, 0.0), (30, 0.01), (7, 0.3), (1, 0.0), (119, 0.05)):
        yield "cosine_decay", {"t_max": t_max, "eta_min": eta_min}, COUNT
    # Three times as long as T, or longer.
    for t_max, eta_min in ((50, 0.0), (30, 0.01), (40, 0.3), (7, 0.0), (2, 0.05), (1, 0.0)):
        yield "cosine", {"t_max": t_max, "eta_min": eta_min}, max(COUNT, 3 * t_max + 1)
    for t_0, t_mult, eta_min in (
        (10, 2, 0.0),
        (10, 1, 0.0),
        (7, 3, 0.02),
        (1, 2, 0.0),
        (1, 1, 0.0),
        (5, 10, 0.5),
        (60, 2, 0.0),
    ):
        params = {"t_0": t_0, "t_mult": t_mult, "eta_min": eta_min}
        yield "cosine_restarts", params, 450
    for start, total, t_max, eta_min in (
        (0.1, 5, 45, 0.0),
        (0.01, 20, 30, 0.02),
        (1.0, 3, 10, 0.0),
        (0.5, 1, 7, 0.3),
    ):
        params = {"start_factor": start, "total_iters": total, "t_max": t_max, "eta_min": eta_min}
        yield "warmup_cosine", params, COUNT
    for total, part, div, final in (
        (50, 0.3, 25.0, 1e4),
        (100, 0.25, 10.0, 100.0),
        (33, 0.4, 3.0, 1.0),
        (20, 0.0, 25.0, 1e4),
        (20, 0.99, 4.0, 10.0),
        (2, 0.3, 25.0, 1e4),
        (1, 0.3, 25.0, 1e4),
    ):
        params = {"pct_start": part, "div_factor": div, "final_div_factor": final}
        yield "one_cycle", {"total_steps": total, **params}, total
        if total > 1:  # else PyTorch has the end alone, as a difference that leaves few digits
            yield "one_cycle_linear", {"total_steps": total, **params}, total
    for total, part, div, final in (
        (50, 0.3, 25.0, 1e4),
        (100, 0.25, 10.0, 100.0),
        (33, 0.5, 3.0, 1.0),
        (20, 0.0, 25.0, 1e4),
        (41, 0.12, 4.0, 10.0),
        (2, 0.3, 25.0, 1e4),
    ):
        params = {"pct_start": part, "div_factor": div, "final_div_factor": final}
        yield "one_cycle_three_phase", {"total_steps": total, **params}, total


def rate_cases():
    for key, params, count in settings():
        lr = 0.37 if params.get("eta_min") else 0.1
        if "value1" in params:  # what MultiStepLR begins with
            lr = params["value1"] ** 2 / params["value2"]
        columns = {"lr": rates(key, params, lr, count)}
        yield {"schedule": {"key": key, "params": params}, "lr": lr, "columns": columns}


# What f may do over 80 steps.
SERIES = {
    "falls": [2.0 * 0.9**s for s in range(80)],
    "falls, then stays": [max(5.0 - 0.25 * s, 1.0) for s in range(80)],
    "falls ever slower": [1 + 1 / (1 + s) ** 2 for s in range(80)],
    "waves": [2 + math.sin(0.7 * s) / (1 + 0.05 * s) for s in range(80)],
    "grows": [1.1**s for s in range(80)],
    "stays below 0": [-1 - 0.1 * math.sin(s) for s in range(80)],
    "is infinite at first": [math.inf] * 9 + [3.0 - 0.01 * s for s in range(71)],
}


def plateau_settings():
    for factor, patience, threshold, cooldown, min_lr, absolute in (
        (0.5, 4, 1e-4, 0, 0.0, 0),
        (0.1, 10, 1e-4, 0, 0.0, 0),
        (0.5, 0, 1e-4, 0, 0.0, 0),
        (0.7, 2, 0.1, 5, 0.01, 0),
        (0.0, 3, 0.0, 1, 1e-3, 0),
        (0.9, 1, 0.5, 3, 0.5, 0),
        (0.5, 4, 1e-4, 0, 0.0, 1),
        (0.7, 2, 0.1, 5, 0.01, 1),
        (0.9, 1, 0.5, 3, 1e-3, 1),
    ):
        yield {
            "factor": factor,
            "patience": patience,
            "threshold": threshold,
            "cooldown": cooldown,
            "min_lr": min_lr,
            "absolute": absolute,
        }


def plateau_cases():
    for params in plateau_settings():
        schedule = {"key": "reduce_on_plateau", "params": params}
        for what, series in SERIES.items():
            _, optimizer = sgd([1.0], 0.1)
            scheduler = SCHEDULERS["reduce_on_plateau"](optimizer, params)
            lr = [0.1]
            for value in series[1:]:
                scheduler.step(value)
                lr.append(optimizer.param_groups[0]["lr"])
            finite = [value if math.isfinite(value) else "Infinity" for value in series]
            yield {"schedule": schedule, "lr": 0.1, "of": what, "f": finite, "columns": {"lr": lr}}


def quadratic(a):
    return {"key": "quadratic", "params": {"a": a}}, lambda x: a * x**2


def elongated(a, b):
    return {"key": "elongated", "params": {"a": a, "b": b}}, lambda x, y: a * x**2 + b * y**2


def run(objective, start, lr, schedule, steps):
    """A whole run: f is seen after every step, and a plateau is told of it."""
    record, function = objective
    point, optimizer = sgd(start, lr)
    scheduler = SCHEDULERS[schedule["key"]](optimizer, schedule["params"])
    columns, used = {}, math.nan
    for t in range(steps + 1):
        optimizer.zero_grad()
        value = function(*point)
        value.backward()
        if t > 0:
            scheduler.step(*([value.item()] if schedule["key"] == "reduce_on_plateau" else []))
        row = dict(zip("xy", point.tolist()), f=value.item(), lr=used)
        for name, entry in row.items():
            columns.setdefault(name, []).append(entry)
        used = optimizer.param_groups[0]["lr"]
        optimizer.step()
    return {
        "objective": record,
        "start": start,
        "optimizer": {"key": "sgd", "hypers": {"lr": lr}},
        "schedule": schedule,
        "columns": columns,
    }


def run_cases():
    def on_plateau(**changes):
        params = {**next(plateau_settings()), **changes}
        return {"key": "reduce_on_plateau", "params": params}

    # At η = 1 gradient descent on x² jumps to and fro for ever, until the rate is cut; at 1.02 it diverges first.
    yield run(quadratic(1.0), [70.0], 1.0, on_plateau(), 60)
    yield run(quadratic(1.0), [70.0], 1.02, on_plateau(patience=3, cooldown=4), 60)
    yield run(quadratic(9.0), [-2.0], 0.1112, on_plateau(factor=0.9, patience=0), 60)
    yield run(elongated(0.1, 2.0), [-5.0, -2.0], 0.5, on_plateau(threshold=0.05, min_lr=0.3), 60)
    yield run(quadratic(1.0), [70.0], 1.0, on_plateau(threshold=0.9, absolute=1), 60)
    for key, params, _ in settings():
        if key in ("cosine", "warmup_cosine") and params["t_max"] in (30, 45):
            schedule = {"key": key, "params": params}
            yield run(elongated(0.1, 2.0), [-5.0, -2.0], 0.45, schedule, 60)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    write(__file__, ("torch", "numpy"), [*rate_cases(), *plateau_cases(), *run_cases()])
