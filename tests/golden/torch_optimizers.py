#!/usr/bin/env python3
"""Trajectories of PyTorch's optimizers and schedulers in float64: writes torch_optimizers.json.

The landscapes are written out here and differentiated by autograd, so nothing in the data comes from
the code it proves. A run that would magnify a rounding error beyond all proportion proves nothing at
1e-12; `magnification` finds such a run and the script stops."""

from collections import namedtuple

import torch
from torch.optim import (
    ASGD,
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    Adamax,
    AdamW,
    NAdam,
    RAdam,
    RMSprop,
    Rprop,
)
from torch.optim.lr_scheduler import ConstantLR, ExponentialLR, LambdaLR, StepLR

from shared.golden_file import write

STEPS = 50
LARGEST_MAGNIFICATION = 1000

# rate suits rules that step by lr*g, pace those that step by lr itself.
Objective = namedtuple("Objective", "key params start rate pace f")
OBJECTIVES = {
    "parabola": Objective("quadratic", {"a": 1.0}, [70.0], 0.1, 1.5, lambda x: x**2),
    "steep": Objective("quadratic", {"a": 9.0}, [70.0], 0.1, 1.5, lambda x: 9 * x**2),
    "wavy": Objective("wavy", {}, [-3.2], 0.02, 0.05, lambda x: x**2 - 3 * torch.sin(2 * x)),
    "composite": Objective("composite", {}, [-2.5], 0.0005, 0.02, lambda x: (x**3 - 2 * x) ** 2),
    "elongated": Objective(
        "elongated",
        {"a": 0.1, "b": 2.0},
        [-5.0, -2.0],
        0.45,
        0.1,
        lambda x, y: 0.1 * x**2 + 2 * y**2,
    ),
    "rosenbrock": Objective(
        "rosenbrock",
        {"a": 1.0, "b": 100.0},
        [-1.2, 1.0],
        0.0005,
        0.01,
        lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
    ),
    "himmelblau": Objective(
        "himmelblau",
        {},
        [-1.0, 2.0],
        0.004,
        0.05,
        lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
    ),
    "camel": Objective(
        "camel",
        {},
        [-1.5, 1.0],
        0.01,
        0.02,
        lambda x, y: (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2,
    ),
}
FEW = ("steep", "wavy", "rosenbrock")
# A rule that takes the sign of g, where g passes through 0: a rounding error there decides.
LEFT_OUT = {("rprop", "elongated")}
DIVERGING = Objective("quadratic", {"a": 20.0}, [2.0], 0.1, 0.1, lambda x: 20 * x**2)

# Our keys of the state PyTorch keeps, where it keeps it.
SLOTS = {
    "momentum_torch": {"b": "momentum_buffer"},
    "nesterov": {"b": "momentum_buffer"},
    "adagrad_torch": {"s": "sum"},
    "rmsprop_torch": {"s": "square_avg", "a": "grad_avg", "b": "momentum_buffer"},
    "adam": {"m": "exp_avg", "v": "exp_avg_sq"},
    "sgd_torch": {"b": "momentum_buffer"},
    "asgd": {"a": "ax"},
    "adadelta": {"s": "square_avg", "u": "acc_delta"},
    "amsgrad": {"m": "exp_avg", "v": "exp_avg_sq", "w": "max_exp_avg_sq"},
    "adamw": {"m": "exp_avg", "v": "exp_avg_sq"},
    "adamax": {"m": "exp_avg", "u": "exp_inf"},
    "nadam": {"m": "exp_avg", "v": "exp_avg_sq"},
    "radam": {"m": "exp_avg", "v": "exp_avg_sq"},
    "rprop": {"p": "prev"},
}


def adam_like(maker, point, h, **more):
    return maker([point], lr=h["lr"], betas=(h["beta1"], h["beta2"]), eps=h["eps"], **more)


# Our hypers in PyTorch's words, of the optimizers that are called after PyTorch's.
MAKERS = {
    "adam": lambda point, h: adam_like(Adam, point, h),
    "amsgrad": lambda point, h: adam_like(Adam, point, h, amsgrad=True),
    "adamw": lambda point, h: adam_like(AdamW, point, h, weight_decay=h["weight_decay"]),
    "adamax": lambda point, h: adam_like(Adamax, point, h),
    "nadam": lambda point, h: adam_like(NAdam, point, h, momentum_decay=h["momentum_decay"]),
    "radam": lambda point, h: adam_like(RAdam, point, h),
    "adadelta": lambda point, h: Adadelta([point], lr=h["lr"], rho=h["rho"], eps=h["eps"]),
    "asgd": lambda point, h: ASGD([point], **h),
    "sgd_torch": lambda point, h: SGD([point], **{**h, "nesterov": bool(h["nesterov"])}),
    "rprop": lambda point, h: Rprop(
        [point],
        lr=h["lr"],
        etas=(h["eta_minus"], h["eta_plus"]),
        step_sizes=(h["min_step"], h["max_step"]),
    ),
}


def make_optimizer(key, point, h):
    """PyTorch's optimizer for our key and hypers."""
    if key == "sgd":
        return SGD([point], lr=h["lr"])
    if key in ("momentum_torch", "nesterov"):
        return SGD([point], lr=h["lr"], momentum=h["mu"], nesterov=key == "nesterov")
    if key == "adagrad_torch":
        return Adagrad(
            [point],
            lr=h["lr"],
            lr_decay=h["lr_decay"],
            initial_accumulator_value=h["s0"],
            eps=h["eps"],
        )
    if key == "rmsprop_torch":
        return RMSprop(
            [point],
            lr=h["lr"],
            alpha=h["alpha"],
            eps=h["eps"],
            centered=bool(h["centered"]),
            momentum=h["momentum"],
        )
    return MAKERS[key](point, h)


def make_scheduler(schedule, optimizer):
    """PyTorch's scheduler for our schedule; two of PyTorch's make our exponential one."""
    key, p = schedule["key"], schedule["params"]
    if key == "step":
        return StepLR(optimizer, step_size=p["period"], gamma=1 / p["rate"])
    if key == "exponential" and p["every"] == 1:
        return ExponentialLR(optimizer, gamma=p["decay"])
    if key == "exponential":
        return LambdaLR(optimizer, lambda s: p["decay"] ** (s / p["every"]))
    return ConstantLR(optimizer, factor=1)


def follow(objective, start, optimizer_key, hypers, schedule):
    """The columns of one run, row 0 the start; each slot's column as far as PyTorch keeps it."""
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make_optimizer(optimizer_key, point, hypers)
    scheduler = make_scheduler(schedule, optimizer)
    columns, lr = {}, float("nan")
    for t in range(STEPS + 1):
        optimizer.zero_grad()
        value = objective.f(*point)
        value.backward()
        row = dict(zip("xy", point.tolist()), f=value.item(), lr=lr)
        for ours, theirs in SLOTS.get(optimizer_key, {}).items():
            before = point.detach() if theirs == "ax" else torch.zeros_like(point)
            held = optimizer.state[point].get(theirs, before)
            row[f"{ours}_x"] = held[0].item()
        for name, entry in row.items():
            columns.setdefault(name, []).append(entry)
        lr = optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()
    state = optimizer.state[point]
    missing = [ours for ours, theirs in SLOTS.get(optimizer_key, {}).items() if theirs not in state]
    return {name: column for name, column in columns.items() if name[:-2] not in missing}


def magnification(columns, moved, shift):
    """How many times larger a relative change of the start has become, at worst."""
    worst = 0
    for name in ("x", "y"):
        size = max(map(abs, columns.get(name, [0.0])))
        for a, b in zip(columns.get(name, []), moved.get(name, [])):
            worst = max(worst, abs(a - b) / max(abs(a), 1e-3 * size) / shift)
    return worst


def case(objective, optimizer_key, hypers, schedule=None):
    """One line of the data; the slots only in 1D, the rates only where they change."""
    schedule = schedule or {"key": "constant", "params": {}}
    shift = 1e-9
    setting = (optimizer_key, hypers, schedule)
    columns = follow(objective, objective.start, *setting)
    moved = follow(objective, [x * (1 + shift) for x in objective.start], *setting)
    size = magnification(columns, moved, shift)
    if not size <= LARGEST_MAGNIFICATION:
        raise SystemExit(f"{objective.key}, {setting}: magnifies an error by {size:.0f}")
    kept = {"x", "y", "f"}
    if schedule["key"] != "constant":
        kept.add("lr")
    elif len(objective.start) == 1:
        kept = set(columns) - {"lr"}
    return {
        "objective": {"key": objective.key, "params": objective.params},
        "start": objective.start,
        "optimizer": {"key": optimizer_key, "hypers": hypers},
        "schedule": schedule,
        "columns": {name: column for name, column in columns.items() if name in kept},
    }


def settings(objective):
    """Optimizer key, hypers, and whether every landscape gets this setting or only FEW."""
    r, p = objective.rate, objective.pace
    yield "sgd", {"lr": r}, True
    yield "sgd", {"lr": r / 4}, False
    for mu, lr, everywhere in ((0.9, r / 5, True), (0.5, r / 2, False), (0.99, r / 20, False)):
        yield "momentum_torch", {"lr": lr, "mu": mu}, everywhere
    for mu, lr, everywhere in ((0.9, r / 5, True), (0.5, r / 2, False)):
        yield "nesterov", {"lr": lr, "mu": mu}, everywhere
    for eps, lr_decay, s0, everywhere in (
        (1e-10, 0.0, 0.0, True),
        (1e-10, 0.05, 0.0, False),
        (1e-2, 0.2, 0.1, False),
    ):
        hypers = {"lr": 4 * p, "eps": eps, "lr_decay": lr_decay, "s0": s0}
        yield "adagrad_torch", hypers, everywhere
    for alpha, eps, centered, momentum, everywhere in (
        (0.99, 1e-8, 0, 0.0, True),
        (0.9, 1e-2, 0, 0.0, False),
        (0.9, 1e-8, 1, 0.0, False),
        (0.99, 1e-8, 0, 0.5, False),
        (0.95, 1e-4, 1, 0.9, False),
    ):
        lr = p / 4 * (1 - momentum)
        hypers = {"lr": lr, "alpha": alpha, "eps": eps, "centered": centered, "momentum": momentum}
        yield "rmsprop_torch", hypers, everywhere
    for beta1, beta2, eps, everywhere in (
        (0.9, 0.999, 1e-8, True),
        (0.5, 0.9, 1e-8, False),
        (0.0, 0.99, 1e-2, False),
        (0.9, 0.999, 1e-4, False),
    ):
        yield "adam", {"lr": p, "beta1": beta1, "beta2": beta2, "eps": eps}, everywhere
    yield from more_settings(r, p)


def more_settings(r, p):
    """The same for the rest of torch.optim."""
    plain = {"momentum": 0.0, "dampening": 0.0, "weight_decay": 0.0, "nesterov": 0}
    yield "sgd_torch", {"lr": r, **plain}, False
    for more, lr, everywhere in (
        ({"momentum": 0.9, "dampening": 0.5, "weight_decay": 0.01}, r / 5, True),
        ({"momentum": 0.9, "nesterov": 1, "weight_decay": 0.1}, r / 5, False),
    ):
        yield "sgd_torch", {"lr": lr, **plain, **more}, everywhere
    for lambd, alpha, t0, everywhere in ((1e-3, 0.75, 1e6, True), (0.1, 0.75, 20, False)):
        yield "asgd", {"lr": r, "lambd": lambd, "alpha": alpha, "t0": t0}, everywhere
    yield "adadelta", {"lr": 20 * p, "rho": 0.9, "eps": 1e-6}, True
    yield "adadelta", {"lr": p, "rho": 0.5, "eps": 1e-2}, False
    adam = {"lr": p, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}
    yield "amsgrad", {**adam, "beta2": 0.9}, True
    yield "amsgrad", {**adam, "beta1": 0.5, "beta2": 0.5}, False
    yield "adamw", {**adam, "weight_decay": 0.01}, True
    yield "adamw", {**adam, "weight_decay": 0.5}, False
    yield "adamax", {**adam, "lr": p / 2}, True
    yield "adamax", {**adam, "beta2": 0.9}, False
    yield "nadam", {**adam, "lr": p / 2, "momentum_decay": 0.004}, True
    yield "nadam", {**adam, "lr": p / 2, "momentum_decay": 0.1}, False
    yield "radam", {**adam, "lr": p / 4}, True
    yield "radam", {**adam, "beta2": 0.9}, False
    bounds = {"min_step": 1e-6, "max_step": 50}
    yield "rprop", {"lr": p / 10, "eta_minus": 0.5, "eta_plus": 1.2, **bounds}, True
    yield "rprop", {"lr": p, "eta_minus": 0.3, "eta_plus": 1.5, **bounds}, False


def exercise_cases():
    """The course exercise on 0.1 w1^2 + 2 w2^2 from (-5, -2), as far as PyTorch has its rules."""
    elongated = OBJECTIVES["elongated"]
    yield case(elongated, "sgd", {"lr": 0.4})
    yield case(elongated, "adam", {"lr": 0.2, "beta1": 0.9, "beta2": 0.999, "eps": 1e-6})


def optimizer_cases():
    for name, objective in OBJECTIVES.items():
        for key, hypers, everywhere in settings(objective):
            if (everywhere or name in FEW) and (key, name) not in LEFT_OUT:
                yield case(objective, key, hypers)
    yield case(DIVERGING, "sgd", {"lr": DIVERGING.rate})


def schedule_cases():
    """The rate of every step, and that the step uses it."""
    schedules = (
        {"key": "step", "params": {"period": 10, "rate": 2.0}},
        {"key": "step", "params": {"period": 7, "rate": 3.0}},
        {"key": "step", "params": {"period": 1, "rate": 1.25}},
        {"key": "exponential", "params": {"decay": 0.9, "every": 1}},
        {"key": "exponential", "params": {"decay": 0.5, "every": 10}},
    )
    for schedule in schedules:
        for name in ("wavy", "elongated"):
            yield case(OBJECTIVES[name], "sgd", {"lr": OBJECTIVES[name].rate}, schedule)
    wavy = OBJECTIVES["wavy"]
    yield case(wavy, "momentum_torch", {"lr": wavy.rate / 5, "mu": 0.9}, schedules[0])
    hypers = {"lr": wavy.pace, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}
    yield case(wavy, "adam", hypers, schedules[4])


if __name__ == "__main__":
    torch.set_num_threads(1)
    # NAdam and ASGD keep their rates in numbers of the default type.
    torch.set_default_dtype(torch.float64)
    cases = [*optimizer_cases(), *exercise_cases(), *schedule_cases()]
    write(__file__, ("torch", "numpy"), cases)
