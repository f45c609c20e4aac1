"""Checks at the door: what a caller hands over is made plain data of our own, or refused with an error that
names the key, the value and what is allowed."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from numbers import Real
from typing import Any


def shown(value: object) -> str:
    """A value as an error quotes it."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def check_real(name: str, value: object) -> float:
    """A number; NaN and infinities pass."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} is {shown(value)}; it must be a number")
    return float(value)


def check_number(name: str, value: object, low: float = -math.inf, high: float = math.inf) -> float:
    """A finite number within [low, high]."""
    number = check_real(name, value)
    if not (low <= number <= high and math.isfinite(number)):
        within = f" from {low:g} to {high:g}" if math.isfinite(low) else ""
        raise ValueError(f"{name} is {shown(value)}; it must be a finite number{within}")
    return number


def check_integer(name: str, value: object, low: int, high: int) -> int:
    """A whole number within [low, high]."""
    number = check_number(name, value, low, high)
    if not number.is_integer():
        raise ValueError(f"{name} is {shown(value)}; it must be a whole number from {low} to {high}")
    return int(number)


def check_list(name: str, value: object, most: int) -> array[float]:
    """A copy of any list of numbers (list, tuple, array, NumPy, pandas); NaN and infinities pass."""
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise TypeError(f"{name} is {shown(value)}; it must be a list of numbers")
    numbers = array("d", (check_real(f"{name}[{i}]", each) for i, each in enumerate(value)))
    if len(numbers) > most:
        raise ValueError(f"{name} has {len(numbers)} values; at most {most} are allowed")
    return numbers


def check_mapping(name: str, value: object, allowed: Sequence[str]) -> dict[str, Any]:
    """A copy of a dict that has no other keys than those allowed; None: an empty one."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} is {shown(value)}; it must be a dict of {', '.join(allowed)}")
    for key in value:
        if key not in allowed:
            takes = f"it takes {', '.join(allowed)}" if allowed else "it takes none"
            raise ValueError(f"{name} has no {shown(key)}; {takes}")
    return dict(value)


def check_text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} is {shown(value)}; it must be a text")
    return value


def check_unit(family: str, units: Sequence[dict[str, Any]], key: object) -> dict[str, Any]:
    """Finds a unit's record by its key."""
    for unit in units:
        if unit["key"] == key:
            return unit
    keys = ", ".join(unit["key"] for unit in units)
    raise ValueError(f"{family} is {shown(key)}; it must be one of {keys}")


def check_params(name: str, given: object, params: Sequence[dict[str, Any]]) -> list[float]:
    """The values of all parameters in the record's order, presets filled in."""
    values = check_mapping(f"what {name} is given", given, [param["key"] for param in params])
    return [_check_param(name, param, values.get(param["key"])) for param in params]


def _check_param(name: str, param: dict[str, Any], value: object) -> float:
    if value is None:
        return float(param["preset"])
    about = f"{param['key']} of {name}"
    if param["scale"] in ("integer", "switch"):
        return float(check_integer(about, value, int(param["min"]), int(param["max"])))
    return check_number(about, value, param["min"], param["max"])
