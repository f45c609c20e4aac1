#!/usr/bin/env python3
"""A line fitted to data in batches by PyTorch's optimizers, in float64: writes sampling.json.

Which points a step sees is read from sampling_orders.json (see sampling_orders.js): an input, like the data.
The loss is torch's mse_loss and its gradient autograd's. Standardisation is written out here."""

import json
from pathlib import Path

import torch
from torch.nn.functional import mse_loss
from torch.optim import SGD, Adagrad, Adam, RMSprop
from torch.optim.lr_scheduler import ConstantLR, ExponentialLR, StepLR

from shared.golden_file import write

STEPS = 40
START = [0.3, -0.5]
LARGEST_MAGNIFICATION = 1000
INPUT = json.loads(Path(__file__).with_name("sampling_orders.json").read_text())
X, Y = (torch.tensor(INPUT["data"][name], dtype=torch.float64) for name in "xy")
CONSTANT = {"key": "constant", "params": {}}
STEP = {"key": "step", "params": {"period": 7, "rate": 2.0}}
EXPONENTIAL = {"key": "exponential", "params": {"decay": 0.9, "every": 1}}


def make_optimizer(key, point, h):
    """PyTorch's optimizer for our key and hypers."""
    if key == "sgd":
        return SGD([point], lr=h["lr"])
    if key in ("momentum_torch", "nesterov"):
        return SGD([point], lr=h["lr"], momentum=h["mu"], nesterov=key == "nesterov")
    if key == "adagrad_torch":
        return Adagrad([point], lr=h["lr"], eps=h["eps"])
    if key == "rmsprop_torch":
        return RMSprop([point], lr=h["lr"], alpha=h["alpha"], eps=h["eps"])
    return Adam([point], lr=h["lr"], betas=(h["beta1"], h["beta2"]), eps=h["eps"])


def make_scheduler(schedule, optimizer):
    p = schedule["params"]
    if schedule["key"] == "step":
        return StepLR(optimizer, step_size=p["period"], gamma=1 / p["rate"])
    if schedule["key"] == "exponential":
        return ExponentialLR(optimizer, gamma=p["decay"])
    return ConstantLR(optimizer, factor=1)


def batches(size):
    """The indices each step sees; the last batch of an epoch is what is left."""
    return [order[i : i + size] for order in INPUT["orders"] for i in range(0, len(order), size)]


def follow(start, x, optimizer_key, hypers, schedule, size):
    """The columns of one run, row 0 the start; the gradient of a row is that of the batch to come."""
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make_optimizer(optimizer_key, point, hypers)
    scheduler = make_scheduler(schedule, optimizer)
    columns, lr = {}, float("nan")
    for seen in batches(size)[: STEPS + 1]:
        optimizer.zero_grad()
        w, b = point
        value = mse_loss(w * x[seen] + b, Y[seen])
        value.backward()
        row = dict(zip("wb", point.tolist()), lr=lr, batch_loss=value.item())
        row["loss"] = mse_loss(w * x + b, Y).item()
        row["gw"], row["gb"] = point.grad.tolist()
        for name, entry in row.items():
            columns.setdefault(name, []).append(entry)
        lr = optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()
    return columns


def magnification(columns, moved, shift):
    """How many times larger a relative change of the start has become, at worst."""
    worst = 0
    for name in "wb":
        size = max(map(abs, columns[name]))
        for a, b in zip(columns[name], moved[name]):
            worst = max(worst, abs(a - b) / max(abs(a), 1e-3 * size) / shift)
    return worst


def case(optimizer_key, hypers, schedule, size, standardise):
    x = (X - X.mean()) / X.std(unbiased=False) if standardise else X
    setting = (x, optimizer_key, hypers, schedule, size)
    shift = 1e-9
    columns = follow(START, *setting)
    moved = follow([v * (1 + shift) for v in START], *setting)
    grown = magnification(columns, moved, shift)
    if not (grown <= LARGEST_MAGNIFICATION and len(columns["w"]) == STEPS + 1):
        raise SystemExit(f"{setting[1:]}: magnifies an error by {grown:.0f}")
    return {
        "data": INPUT["data"]["key"],
        "seed": INPUT["seed"],
        "standardise": standardise,
        "start": START,
        "optimizer": {"key": optimizer_key, "hypers": hypers},
        "schedule": schedule,
        "batch": size,
        "columns": columns,
    }


def settings():
    """Optimizer, hypers and schedule for each; the rates suit both scales of x."""
    yield "sgd", {"lr": 0.01}, CONSTANT
    yield "sgd", {"lr": 0.01}, STEP
    yield "momentum_torch", {"lr": 0.002, "mu": 0.9}, CONSTANT
    yield "momentum_torch", {"lr": 0.002, "mu": 0.9}, EXPONENTIAL
    yield "nesterov", {"lr": 0.002, "mu": 0.9}, CONSTANT
    yield "adagrad_torch", {"lr": 0.2, "eps": 1e-10}, CONSTANT
    yield "rmsprop_torch", {"lr": 0.02, "alpha": 0.9, "eps": 1e-8}, CONSTANT
    yield "adam", {"lr": 0.05, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}, CONSTANT
    yield "adam", {"lr": 0.05, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}, STEP


if __name__ == "__main__":
    torch.set_num_threads(1)
    cases = [
        case(*setting, size, standardise)
        for setting in settings()
        for size in (1, 32)
        for standardise in (False, True)
    ]
    write(__file__, ("torch", "numpy"), cases)
