#!/usr/bin/env python3
"""Runs whose hypers change at a step, in float64 by PyTorch: writes torch_changes.json.

A change is what one does between two steps: param_groups[0]["lr"] = 0.01, or another momentum or
betas. Where a schedule goes on, its base is changed: scheduler.base_lrs[0] = 0.01. Landscapes and
optimizers are those of torch_optimizers.py."""

import torch
from torch.optim.lr_scheduler import LambdaLR

from shared.golden_file import write
from torch_optimizers import LARGEST_MAGNIFICATION, OBJECTIVES, STEPS, magnification, make_optimizer


def apply(optimizer, scheduler, hypers):
    group = optimizer.param_groups[0]
    if "lr" in hypers and scheduler:
        scheduler.base_lrs[0] = hypers["lr"]
        group["lr"] = hypers["lr"] * scheduler.lr_lambdas[0](scheduler.last_epoch)
    elif "lr" in hypers:
        group["lr"] = hypers["lr"]
    if "mu" in hypers:
        group["momentum"] = hypers["mu"]
    if "eps" in hypers:
        group["eps"] = hypers["eps"]
    if "beta1" in hypers or "beta2" in hypers:
        beta1, beta2 = group["betas"]
        group["betas"] = (hypers.get("beta1", beta1), hypers.get("beta2", beta2))


def follow(objective, start, key, hypers, changes, decay):
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make_optimizer(key, point, hypers)
    scheduler = LambdaLR(optimizer, lambda s: decay**s) if decay else None
    columns, lr = {}, float("nan")
    for t in range(STEPS + 1):
        optimizer.zero_grad()
        value = objective.f(*point)
        value.backward()
        row = dict(zip("xy", point.tolist()), f=value.item(), lr=lr)
        for name, entry in row.items():
            columns.setdefault(name, []).append(entry)
        for change in changes:
            if change["from"] == t + 1:
                apply(optimizer, scheduler, change["hypers"])
        lr = optimizer.param_groups[0]["lr"]
        optimizer.step()
        if scheduler:
            scheduler.step()
    return columns


def case(objective, key, hypers, changes, decay=None):
    shift = 1e-9
    setting = (key, hypers, changes, decay)
    columns = follow(objective, objective.start, *setting)
    moved = follow(objective, [x * (1 + shift) for x in objective.start], *setting)
    size = magnification(columns, moved, shift)
    if not size <= LARGEST_MAGNIFICATION:
        raise SystemExit(f"{objective.key}, {setting}: magnifies an error by {size:.0f}")
    schedule = {"key": "constant", "params": {}}
    if decay:
        schedule = {"key": "exponential", "params": {"decay": decay, "every": 1}}
    return {
        "objective": {"key": objective.key, "params": objective.params},
        "start": objective.start,
        "optimizer": {"key": key, "hypers": hypers},
        "changes": changes,
        "schedule": schedule,
        "columns": columns,
    }


def cases():
    for name in ("parabola", "wavy", "elongated", "rosenbrock", "camel"):
        objective = OBJECTIVES[name]
        rate, pace = objective.rate, objective.pace
        drop = [{"from": 20, "hypers": {"lr": rate / 10}}]
        yield case(objective, "sgd", {"lr": rate}, drop)
        yield case(objective, "sgd", {"lr": rate}, drop, 0.95)
        back = [
            {"from": 1, "hypers": {"lr": rate / 20}},
            {"from": 12, "hypers": {"lr": rate / 5}},
            {"from": 30, "hypers": {"mu": 0.5}},
        ]
        yield case(objective, "momentum_torch", {"lr": rate / 5, "mu": 0.9}, back)
        adam = {"lr": pace, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}
        slower = [
            {"from": 15, "hypers": {"lr": pace / 4, "beta1": 0.5}},
            {"from": 40, "hypers": {"beta2": 0.99, "eps": 1e-4}},
        ]
        yield case(objective, "adam", adam, slower)
        yield case(objective, "adam", adam, slower[:1], 0.97)


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    write(__file__, ("torch", "numpy"), list(cases()))
