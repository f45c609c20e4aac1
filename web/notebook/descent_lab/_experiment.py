"""What a link says, as questions to the core: for results where no page has shown it yet. A link that the
page would mend is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

from . import core
from ._built import FIRST
from ._check import check_unit

Texts = Mapping[str, Sequence[str]]
"""A link: each key with its texts."""

OWN_RULE = "custom"


def split_query(query: str) -> dict[str, list[str]]:
    """The keys of a link's query and their texts."""
    texts: dict[str, list[str]] = {}
    for pair in query.lstrip("?").split("&"):
        name, equals, text = pair.partition("=")
        if equals:
            texts.setdefault(unquote(name), []).append(unquote(text))
    return texts


def join_query(texts: Texts) -> str:
    """The query of a link."""
    return "&".join(f"{name}={quote(text, safe=',:/;')}" for name, each in texts.items() for text in each)


def lab_of(texts: Texts) -> str:
    """The lab that a link opens."""
    return texts.get("lab", list(FIRST))[0]


def has_runs(texts: Texts) -> bool:
    """Whether a link's runs are those of `core.run`."""
    return {"f", "run", "steps"} <= FIRST.get(lab_of(texts), {}).keys()


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{name} is {text!r}; it must be a number") from None


def _unit(text: str) -> tuple[str, dict[str, str]]:
    """A unit's text: "adam,lr:0.1" is adam and its pairs."""
    key, *pairs = (part.strip() for part in text.split(","))
    split = (pair.partition(":") for pair in pairs if pair)
    return key, {name.strip(): value.strip() for name, _, value in split}


def _taken(pairs: dict[str, str], unit: dict[str, Any], field: str) -> dict[str, float]:
    """The parameters of a unit, taken out of the pairs."""
    keys = [param["key"] for param in unit[field]]
    return {key: _number(f"{key} of {unit['key']}", pairs.pop(key)) for key in keys if key in pairs}


def specs_of(said: Texts) -> list[dict[str, Any]]:
    """What `core.run` is asked for each run of a link.

    Raises:
        ValueError: for what cannot be taken at its word.
    """
    if not has_runs(said):
        raise ValueError(f'lab is "{lab_of(said)}"; only labs whose runs descend on f have results here')
    units = core.catalog()
    texts = {**FIRST[lab_of(said)], **said}
    objective: core.Spec
    if said.get("fx"):
        objective = {"formula": said["fx"][0]}
        starts = [1.0] * int(core.parse_formula(said["fx"][0]).get("dim", 1))
    else:
        key, pairs = _unit(texts["f"][0])
        record = check_unit("f", units["objectives"], key)
        objective = {"key": key, "params": _taken(pairs, record, "params")}
        starts = record["starts"][0] if said.get("f") else []
        _refuse_strays(key, pairs)
    start = starts if starts and not said.get("x0") else [_number("x0", x) for x in texts["x0"][0].split(",")]
    noise = {name: _number(name, texts[name][0]) for name in ("sigma", "seed")}
    asked: dict[str, Any] = {
        "objective": objective,
        "start": start,
        "steps": _number("steps", texts["steps"][0]),
        "noise": noise,
    }
    if said.get("precision"):
        asked["precision"] = _precision(said["precision"][0], noise["seed"])
    rule = next(iter(texts.get("rule", [])), "")
    changes = [_change(text) for text in texts.get("from", [])]
    return [
        {**asked, **_run(text, rule, units), "changes": [each for of, each in changes if of == number]}
        for number, text in enumerate(texts["run"], 1)
    ]


def _precision(text: str, seed: float) -> dict[str, Any]:
    """A number format, "bfloat16,stochastic:1"."""
    key, pairs = _unit(text)
    on: dict[str, Any] = {name: bool(_number(name, pairs.pop(name))) for name in ("stochastic", "master") if name in pairs}
    _refuse_strays(key, pairs)
    return {"format": key, **on, "seed": seed}


def _change(text: str) -> tuple[int, dict[str, Any]]:
    """A change in mid-run, "30,1,lr:0.01": the number of its run, and what `core.run` takes."""
    step, pairs = _unit(text)
    place = next((name for name in pairs if not pairs[name]), "")
    hypers = {name: _number(name, value) for name, value in pairs.items() if name != place}
    return int(_number("from", place)), {"from": _number("from", step), "hypers": hypers}


def _run(text: str, rule: str, units: dict[str, Any]) -> dict[str, Any]:
    """The optimizer, the schedule and the modifiers of a run's text."""
    key, pairs = _unit(text)
    plan = check_unit("schedule", units["schedules"], pairs.pop("schedule", units["schedules"][0]["key"]))
    pairs.pop("hidden", None)
    optimizer: core.Spec
    on: dict[str, float]
    if key == OWN_RULE:
        on = _modifiers(pairs, set(re.findall(r"[A-Za-z]\w*", rule)), units)
        params = _taken(pairs, plan, "params")
        optimizer = {"rule": rule, "hypers": {name: _number(name, value) for name, value in pairs.items()}}
    else:
        record = check_unit("run", units["optimizers"], key)
        optimizer = {"key": key, "hypers": _taken(pairs, record, "hypers")}
        params = _taken(pairs, plan, "params")
        on = _modifiers(pairs, set(record["refuses"]), units)
        _refuse_strays(key, pairs)
    return {"optimizer": optimizer, "schedule": {"key": plan["key"], "params": params}, "modifiers": on}


def _modifiers(pairs: dict[str, str], taken: set[str], units: dict[str, Any]) -> dict[str, float]:
    """The modifiers of a run, taken out of the pairs, but for names that its rule uses or refuses."""
    keys = [each["key"] for each in units["modifiers"] if each["key"] not in taken]
    return {key: _number(key, pairs.pop(key)) for key in keys if key in pairs}


def _refuse_strays(key: str, pairs: dict[str, str]) -> None:
    for name in pairs:
        raise ValueError(f'{key} has no "{name}"')
