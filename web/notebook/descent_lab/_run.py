"""Runs: how their steps are taken, and what comes of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Union

from ._check import check_integer, check_list, check_mapping, check_number, shown
from ._engine import Engine, Field

if TYPE_CHECKING:
    import pandas

Columns = dict[str, "array[float]"]
"""float64 columns by name; NumPy and pandas take them without a copy."""
Numbers = Iterable[float]
Spec = Union[str, Mapping[str, Any]]
"""A key of the catalog, or a dict that says more; each function says which."""

MOST_START = 100


@dataclass(frozen=True)
class Column:
    """What a column holds."""

    name: str
    kind: str
    """One of `catalog()["columnKinds"]`: coordinate, f, gradient, norm, rate, slot, update, …"""
    slot: str | None
    """The key of the slot, for a column of kind "slot"."""
    axis: str | None
    """"x" or "y" ("w" or "b" of a fitted line); None: of the whole point."""


@dataclass(frozen=True)
class Run:
    """A run: a table with one row a step, from 0. Row t holds x_t, f and the gradient there, and the rate,
    the slots and the update of the step that led to it; NaN where there is no such number."""

    dim: int
    """How many coordinates a point has: 1 or 2."""
    rows: int
    """steps + 1, or fewer when the run left the finite numbers (in its last row)."""
    layout: tuple[Column, ...]
    """What each column holds, in order."""
    columns: Columns
    """By name, `rows` float64s each: x, (y,) f, gx, (gy,) gnorm, lr, the slots (v_x, …), dx, (dy)."""
    diagnosis: dict[str, Any]
    """What the run did: `kind` and `remark` in a word each, and the numbers of `catalog()["report"]`."""
    notices: tuple[str, ...] = ()
    """What was read otherwise than it was written: a sentence each."""

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return list(self.columns)

    def to_pandas(self) -> pandas.DataFrame:
        """The table; its index is the step t."""
        import pandas

        return pandas.DataFrame(self.columns, index=pandas.RangeIndex(self.rows, name="t"))


@dataclass(frozen=True)
class SampleRun(Run):
    """A line w*x + b fitted to data. Its columns are w, b, loss (of all points), gw, gb, gnorm (of the batch
    that the next step sees), lr, the slots, dw, db and batch_loss."""

    in_epoch: int = 0
    """How many steps make an epoch."""
    scale: dict[str, float] = field(default_factory=dict)
    """`mean` and `deviation`: x was shifted by the one and divided by the other."""


Changes = list[tuple[int, dict[str, float]]]
"""Steps, and the hypers that change there."""
Walk = tuple[Spec, Spec, "array[float]", int, dict[str, float], Changes]


def read_walk(
    core: Engine,
    optimizer: Spec,
    schedule: Spec | None,
    start: object,
    steps: object,
    modifiers: object,
    changes: object,
) -> Walk:
    """What every run needs besides its landscape."""
    place = check_list("start", start if isinstance(start, Iterable) else [start], MOST_START)
    for i, value in enumerate(place):
        check_number(f"start[{i}]", value)
    count = check_integer("steps", steps, 0, core.catalog["limits"]["steps"])
    on = _read_modifiers(core, optimizer, modifiers)
    later = _read_changes(core, changes)
    return optimizer, schedule or core.catalog["schedules"][0]["key"], place, count, on, later


def _read_changes(core: Engine, given: object) -> Changes:
    """Changes in mid-run, in the order of their steps."""
    limits = core.catalog["limits"]
    if given is None:
        return []
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise TypeError(f"changes is {shown(given)}; it must be a list of dicts of from, hypers")
    if len(given) > limits["changes"]:
        raise ValueError(f"changes has {len(given)} entries; at most {limits['changes']} are allowed")
    read: Changes = []
    for i, each in enumerate(given):
        change = check_mapping(f"changes[{i}]", each, ["from", "hypers"])
        step = check_integer(f"from of changes[{i}]", change.get("from"), 1, limits["steps"])
        read.append((step, dict(change.get("hypers") or {})))
    return sorted(read, key=lambda change: change[0])


def _changed(
    core: Engine, optimizer: Spec, now: dict[str, float], hypers: dict[str, float]
) -> dict[str, float]:
    """All hypers after a change."""
    key = optimizer.get("key") if isinstance(optimizer, Mapping) else optimizer
    units = [unit for unit in core.catalog["optimizers"] if unit["key"] == key]
    params = {param["key"]: param for param in units[0]["hypers"]} if units else {}
    for name, value in check_mapping("hypers of a change", hypers, list(now)).items():
        bounds = (params[name]["min"], params[name]["max"]) if name in params else ()
        now = {**now, name: check_number(f"{name} of a change", value, *bounds)}
    return now


def _read_modifiers(core: Engine, optimizer: Spec, given: object) -> dict[str, float]:
    """The numbers of the modifiers that are on, by key."""
    key = optimizer.get("key") if isinstance(optimizer, Mapping) else optimizer
    units = [unit for unit in core.catalog["optimizers"] if unit["key"] == key]
    refused = units[0]["refuses"] if units else []
    allowed = {each["key"]: each for each in core.catalog["modifiers"] if each["key"] not in refused}
    numbers = check_mapping("modifiers", given, list(allowed))
    return {
        key: check_number(f"{key} of modifiers", value, allowed[key]["min"], allowed[key]["max"])
        for key, value in numbers.items()
    }


def take(
    core: Engine,
    landscape: Field,
    walk: Walk,
    random: tuple[float, int, int],
    axes: tuple[str, ...],
    value: str,
) -> dict[str, Any]:
    """Takes the steps. random: sigma, seed and batch."""
    wasm, limits = core.wasm, core.catalog["limits"]
    optimizer, schedule, start, steps, modifiers, changes = walk
    if len(start) != landscape.dim:
        raise ValueError(f"start has {len(start)} numbers; this objective takes {landscape.dim}")
    rule = core.rule(optimizer)
    units = (landscape.pointer, rule.pointer, *core.plain("schedules", schedule))
    report_length = len(core.catalog["report"])
    place, report = wasm.place(start), wasm.reserve(report_length)
    state = wasm.reserve_bytes(wasm.call("lab_abi_run_size"))
    wasm.check(wasm.call("lab_abi_run_begin", state, *units, place, steps, *random))
    if core.rounding:
        kept, seen = (core.rounding[family][0] for family in ("optimizers", "objectives"))
        wasm.call("lab_abi_run_round", state, kept, seen)
    if modifiers:
        keys = [each["key"] for each in core.catalog["modifiers"]]
        on = sum(1 << i for i, key in enumerate(keys) if key in modifiers)
        values = [modifiers.get(key, 0.0) for key in keys]
        wasm.call("lab_abi_run_modify", state, on, wasm.place(values))
    hypers = rule.hypers
    for step, later in changes:
        hypers = _changed(core, optimizer, hypers, later)
        placed = wasm.place(list(hypers.values()), limits["params"])
        wasm.check(wasm.call("lab_abi_run_change", state, step, placed))
    out = wasm.reserve(3 * limits["columns"])
    count = wasm.call("lab_abi_run_layout", out, state)
    layout = _layout(core, wasm.doubles(out, 3 * count), rule.slots, axes, value)
    table = wasm.reserve(count * (steps + 1))
    rows = abs(wasm.call("lab_abi_run_on", state, table, steps + 1))
    wasm.call("lab_abi_run_report", state, table, report)
    columns = {
        column.name: wasm.doubles(table + 8 * i * (steps + 1), rows) for i, column in enumerate(layout)
    }
    diagnosis = dict(zip(core.catalog["report"], wasm.doubles(report, report_length)))
    for word, words in (("kind", "kinds"), ("remark", "remarks")):
        diagnosis[word] = core.catalog[words][int(diagnosis[word])]
    return {
        "dim": landscape.dim, "rows": rows, "layout": layout, "columns": columns,
        "diagnosis": diagnosis, "notices": tuple(core.notices),
    }  # fmt: skip


def _layout(
    core: Engine, numbers: array[float], slots: list[dict[str, Any]], axes: tuple[str, ...], value: str
) -> tuple[Column, ...]:
    """The columns as C numbers them: kind, slot and axis of each, -1 for none."""
    layout: list[Column] = []
    for i in range(0, len(numbers), 3):
        kind, slot, axis = (int(number) for number in numbers[i : i + 3])
        word: str = core.catalog["columnKinds"][kind]
        held = slots[slot]["key"] if slot >= 0 else None
        along = axes[axis] if axis >= 0 else None
        name = _column_name(word, held, along, value)
        while any(name == column.name for column in layout):
            name += "_slot"  # an own slot may be called as another column is
        layout.append(Column(name, word, held, along))
    return tuple(layout)


def _column_name(kind: str, slot: str | None, axis: str | None, value: str) -> str:
    names = {
        "coordinate": f"{axis}",
        "f": value,
        "gradient": f"g{axis}",
        "norm": "gnorm",
        "rate": "lr",
        "slot": f"{slot}" if axis is None else f"{slot}_{axis}",
        "update": f"d{axis}",
        "batch_loss": "batch_loss",
        "evals_f": "evals_f",
        "evals_g": "evals_g",
        "evals_h": "evals_h",
        "effective": f"rate_{axis}",
    }
    return names[kind]
