#!/usr/bin/env python3
"""What is done to any optimizer's step, as PyTorch does it, in float64: writes torch_modifiers.json.

    clip, clipvalue   torch.nn.utils.clip_grad_norm_ and clip_grad_value_, before the step
    l2                weight_decay of the optimizer: λ x joins the gradient
    wd                weight_decay of AdamW, which NAdam and RAdam call decoupled

An optimizer of PyTorch has one of the last two at most; where a case has both, or an optimizer that
lacks it, the two lines of torch.optim are written out in their order: grad.add(param, alpha=l2), then
param.mul_(1 - lr*wd). Landscapes, optimizers and the check for magnified errors are those of
torch_optimizers.py."""

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim import Adam, AdamW, NAdam, RAdam, SGD
from torch.optim.lr_scheduler import ExponentialLR

from shared.golden_file import write
from torch_optimizers import (
    LARGEST_MAGNIFICATION,
    OBJECTIVES,
    SLOTS,
    STEPS,
    magnification,
    make_optimizer,
)

# Its m passes through 0, where a relative error of the start is magnified 4300 times; 2600 is the most of
# any slot of the other cases.
LEFT_OUT = {("radam", "wavy", "wd")}
ADAM = {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8}


def adam_words(hypers):
    return {
        "lr": hypers["lr"],
        "betas": (hypers["beta1"], hypers["beta2"]),
        "eps": hypers["eps"],
    }


def decayed_by_torch(key, point, hypers, modifiers):
    """PyTorch's optimizer with its own weight decay, where it has the one that is asked for."""
    asked = {name: modifiers[name] for name in ("l2", "wd") if name in modifiers}
    if len(asked) != 1:
        return None
    ((name, factor),) = asked.items()
    if key == "adam":
        maker = Adam if name == "l2" else AdamW
        return maker([point], weight_decay=factor, **adam_words(hypers))
    if key in ("nadam", "radam"):
        maker = NAdam if key == "nadam" else RAdam
        more = {"momentum_decay": hypers["momentum_decay"]} if key == "nadam" else {}
        return maker(
            [point],
            weight_decay=factor,
            decoupled_weight_decay=name == "wd",
            **adam_words(hypers),
            **more,
        )
    if key == "sgd" and name == "l2":
        return SGD([point], lr=hypers["lr"], weight_decay=factor)
    return None


def take_step(optimizer, point, modifiers, has_own_decay):
    if "clip" in modifiers:
        clip_grad_norm_([point], modifiers["clip"])
    if "clipvalue" in modifiers:
        clip_grad_value_([point], modifiers["clipvalue"])
    if not has_own_decay:
        with torch.no_grad():
            if "l2" in modifiers:
                point.grad = point.grad.add(point, alpha=modifiers["l2"])
            if "wd" in modifiers:
                point.mul_(1 - optimizer.param_groups[0]["lr"] * modifiers["wd"])
    optimizer.step()


def follow(objective, start, key, hypers, modifiers, decay):
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    own = decayed_by_torch(key, point, hypers, modifiers)
    optimizer = own or make_optimizer(key, point, hypers)
    scheduler = ExponentialLR(optimizer, gamma=decay) if decay else None
    columns = {}
    for _ in range(STEPS + 1):
        optimizer.zero_grad()
        value = objective.f(*point)
        value.backward()
        row = dict(zip("xy", point.tolist()), f=value.item())
        for ours, theirs in SLOTS.get(key, {}).items():
            held = optimizer.state[point].get(theirs)
            if held is not None or theirs.startswith("exp_avg"):
                row[f"{ours}_x"] = 0.0 if held is None else held[0].item()
        for name, entry in row.items():
            columns.setdefault(name, []).append(entry)
        take_step(optimizer, point, modifiers, own is not None)
        if scheduler:
            scheduler.step()
    return {name: column for name, column in columns.items() if len(column) == STEPS + 1}


def case(objective, key, hypers, modifiers, decay=None):
    shift = 1e-9
    setting = (key, hypers, modifiers, decay)
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
        "modifiers": modifiers,
        "schedule": schedule,
        "columns": columns,
    }


def cases():
    for objective in OBJECTIVES.values():
        rate, pace = objective.rate, objective.pace
        sgd = {"lr": rate}
        adam = {"lr": pace, **ADAM}
        momentum = {"lr": rate / 5, "mu": 0.9}
        # Thresholds between the first gradients and the last, so that both sides of them are seen.
        for modifiers in ({"clip": 2.0}, {"clipvalue": 1.5}, {"l2": 0.1}, {"wd": 0.1}):
            yield case(objective, "sgd", sgd, modifiers)
            yield case(objective, "adam", adam, modifiers)
        yield case(objective, "momentum_torch", momentum, {"clip": 5.0, "l2": 0.01})
        yield case(objective, "adam", adam, {"clip": 3.0, "clipvalue": 1.0, "l2": 0.05, "wd": 0.2})
    for name in ("steep", "wavy", "rosenbrock"):
        objective = OBJECTIVES[name]
        rate, pace = objective.rate, objective.pace
        adam = {"lr": pace, **ADAM}
        for factor in ({"l2": 0.5}, {"wd": 0.5}):
            yield case(objective, "nadam", {**adam, "lr": pace / 2, "momentum_decay": 0.004}, factor)
            if ("radam", name, *factor) not in LEFT_OUT:
                yield case(objective, "radam", {**adam, "lr": pace / 4}, factor)
        yield case(objective, "adam", adam, {"wd": 0.5}, 0.9)
        yield case(objective, "sgd", {"lr": rate}, {"clip": 1.0, "wd": 0.2}, 0.9)


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    write(__file__, ("torch", "numpy"), list(cases()))
