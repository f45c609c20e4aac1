"""What every question to the core begins with: landscapes, rules, schedules and averages laid out in the
arena (web/core/engine.js, spec.js, formula.js and data.js, the JavaScript API, do the same)."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ._check import (
    check_integer,
    check_list,
    check_mapping,
    check_number,
    check_params,
    check_real,
    check_text,
    check_unit,
)
from ._wasm import Wasm

VERSION = 2
"""The newest version of links, by which own texts are read."""
OWN = -1
"""Stands for the place of a unit in the core's table where a text is the user's own."""
MASTER = 1
"""The place of the format that a copy of the point is kept in: float32."""
LARGEST_SEED = 2**32 - 1
LARGEST_COUNT = 2**53 - 1
FIRST_RATE = 0.1
"""η of an own rule that is given none."""


class Field(NamedTuple):
    """A landscape in the arena."""

    pointer: int
    dim: int
    scale: tuple[float, float]
    """What x of data was shifted by and divided by."""


class Rule(NamedTuple):
    """An update rule in the arena."""

    pointer: int
    slots: list[dict[str, Any]]
    hypers: dict[str, float]
    """All of them, in the order in which C takes them."""


class Engine:
    """Lays out what was asked for; `notices` gathers what was read otherwise than it was written."""

    def __init__(self) -> None:
        self.wasm = Wasm()
        self.catalog = self.wasm.catalog
        self.notices: list[str] = []
        self.rounding: dict[str, tuple[int, int, int]] = {}
        self._place: dict[tuple[str, str], int] = {}
        for family in self.catalog["families"]:
            for place, unit in enumerate(self.catalog[family]):
                self._place[family, unit["key"]] = place
            self.catalog[family].sort(key=lambda unit: unit["order"])

    def begin(self) -> None:
        """Takes everything back."""
        self.wasm.reset()
        self.notices = []
        self.rounding = {}

    def round_to(self, given: object, optimizer: object) -> None:
        """Lets what is compiled from here on round its results: a format's key, or a dict with its options."""
        if given is None:
            return
        spec = {"format": given} if isinstance(given, str) else given
        named = check_mapping("precision", spec, ["format", "stochastic", "master", "seed"])
        formats = self.catalog["formats"]
        seen = formats.index(check_unit("format", formats, named.get("format")))
        seed = check_integer("seed", named.get("seed", 1), 0, LARGEST_SEED)
        if seen == 0:
            return
        key = optimizer.get("key") if isinstance(optimizer, Mapping) else optimizer
        if any(unit["key"] == key and unit["kind"] == "method" for unit in self.catalog["optimizers"]):
            raise ValueError(f"optimizer {key} is a method: its precision is float64")
        kept = MASTER if named.get("master") else seen
        self.rounding = {"objectives": (seen, 0, 0), "optimizers": (kept, bool(named.get("stochastic")), seed)}

    def _sized(self, name: str) -> int:
        return self.wasm.reserve_bytes(self.wasm.call(f"lab_abi_{name}_size"))

    # ---- units of the catalog

    def unit(
        self, family: str, given: object, params: str = "params"
    ) -> tuple[int, list[float], dict[str, Any]]:
        """A unit named by its key, or by {"key", params}: its place, its parameters and its record."""
        word = family[:-1]
        spec = {"key": given} if isinstance(given, str) else check_mapping(word, given, ["key", params])
        record = check_unit(word, self.catalog[family], spec.get("key"))
        declared = record["hypers"] if family == "optimizers" else record["params"]
        values = check_params(f"{word} {record['key']}", spec.get(params), declared)
        return self._place[family, record["key"]], values, record

    def plain(self, family: str, given: object) -> tuple[int, int]:
        """A schedule or a smoother as the core takes it: its place and its parameters."""
        place, values, _ = self.unit(family, given)
        return place, self.wasm.place(values, self.catalog["limits"]["params"])

    def field(self, given: object) -> Field:
        """A landscape."""
        if isinstance(given, Mapping) and "data" in given:
            return self.data_field(given)
        if isinstance(given, Mapping) and "formula" in given:
            spec = check_mapping("objective", given, ["formula", "t"])
            t = check_integer("t of the objective", spec.get("t", 1), 1, LARGEST_COUNT)
            program = self.own_program("objectives", check_text("formula", spec["formula"]), ())
            pointer = self._sized("field")
            self.wasm.call("lab_abi_program_field", pointer, program, 0, float(t))
            return Field(pointer, self.ast(program)["dim"], (0.0, 1.0))
        place, values, record = self.unit("objectives", given)
        pointer = self._sized("field")
        self.wasm.check(self.wasm.call("lab_abi_field", pointer, place, self.wasm.place(values)))
        if self.rounding:
            program, _ = self.compile("objectives", record["formula"], place)
            self.wasm.call("lab_abi_field_compute", pointer, program)
        return Field(pointer, int(record["dim"]), (0.0, 1.0))

    def data(self, given: object) -> tuple[array[float], array[float]]:
        """Points that a line is fitted to."""
        spec = check_mapping("data", given, ["x", "y"])
        most = self.catalog["limits"]["data"]
        x, y = (check_list(f"data.{name}", spec.get(name), most) for name in ("x", "y"))
        for name, column in (("x", x), ("y", y)):
            for i, value in enumerate(column):
                check_number(f"data.{name}[{i}]", value)
        if not 0 < len(x) == len(y):
            raise ValueError(f"data.x has {len(x)} values, data.y {len(y)}; a line needs as many of both")
        return x, y

    def data_field(self, given: object) -> Field:
        """The loss of a line w*x + b on data: its x is w and its y is b."""
        spec = check_mapping("objective", given, ["data", "standardise"])
        x, y = self.data(spec["data"])
        n, px, py = len(x), self.wasm.place(x), self.wasm.place(y)
        scale = [0.0, 1.0]
        if spec.get("standardise"):
            out = self.wasm.reserve(2)
            self.wasm.check(self.wasm.call("lab_abi_standardise", px, out, px, n))
            scale = list(self.wasm.doubles(out, 2))
        pointer = self._sized("field")
        self.wasm.check(self.wasm.call("lab_abi_data_field", pointer, px, py, n, 0))
        return Field(pointer, 2, (scale[0], scale[1]))

    def rule(self, given: object) -> Rule:
        """An update rule with its hypers."""
        if isinstance(given, Mapping) and "rule" in given:
            return self._own_rule(check_mapping("optimizer", given, ["rule", "hypers"]))
        place, values, record = self.unit("optimizers", given, "hypers")
        pointer = self._sized("rule")
        if self.rounding:
            program, _ = self.compile("optimizers", record["rule"], place)
            placed = self.wasm.place(values, self.catalog["limits"]["params"])
            self.wasm.call("lab_abi_program_rule", pointer, program, placed)
        else:
            self.wasm.check(self.wasm.call("lab_abi_rule", pointer, place, self.wasm.place(values)))
        keys = [param["key"] for param in record["hypers"]]
        return Rule(pointer, record["slots"], dict(zip(keys, values)))

    def _own_rule(self, spec: dict[str, Any]) -> Rule:
        given = spec.get("hypers") or {}
        hypers = {key: check_real(f"{key} of the rule", value) for key, value in given.items()}
        program = self.own_program("optimizers", check_text("rule", spec["rule"]), list(hypers))
        ast = self.ast(program)
        values = [
            check_number(f"{key} of the rule", hypers.get(key, FIRST_RATE if key == "lr" else None))
            for key in ["lr", *ast["hypers"]]
        ]
        pointer = self._sized("rule")
        placed = self.wasm.place(values, self.catalog["limits"]["params"])
        self.wasm.call("lab_abi_program_rule", pointer, program, placed)
        return Rule(pointer, ast["slots"], dict(zip(["lr", *ast["hypers"]], values)))

    # ---- formulas

    def compile(
        self, family: str, text: str, place: int = OWN, version: int = VERSION, supplied: Sequence[str] = ()
    ) -> tuple[int, dict[str, Any] | None]:
        """Compiles a text: the program, or what is wrong with it."""
        source, length = self.wasm.place_text(text)
        names, _ = self.wasm.place_text(" ".join(supplied))
        program, error = self._sized("program"), self._sized("error")
        index = self.catalog["families"].index(family)
        unit = (index, place, version, names)
        if self.wasm.call("lab_abi_compile", program, error, source, length, *unit) == 0:
            if family in self.rounding:
                self.wasm.call("lab_abi_program_round", program, *map(int, self.rounding[family]))
            return program, None
        about: dict[str, Any] = {
            word: self.wasm.text(self.wasm.call("lab_abi_error_text", error, which))
            for which, word in enumerate(("code", "sentence", "found", "expected", "nearest"))
        }
        about["at"], about["length"] = (
            self.wasm.call("lab_abi_error_place", error, which) for which in (0, 1)
        )
        return program, about

    def own_program(self, family: str, text: str, supplied: Sequence[str]) -> int:
        """A user's own text, compiled; raises where and why it cannot be read."""
        program, error = self.compile(family, text, supplied=supplied)
        if error:
            said = re.sub(r"\{(\w+)\}", lambda word: str(error.get(word[1], "")), error["sentence"])
            raise ValueError(f'"{text}", at character {error["at"] + 1}: {said}')
        source = self.source(program)
        if source != text:
            self.notices.append(f'"{text}" was read as "{source}"')
        return program

    def ast(self, program: int) -> dict[str, Any]:
        """The syntax tree of a program."""
        tree: dict[str, Any] = json.loads(self.wasm.written("lab_abi_ast", program))
        return tree

    def source(self, program: int) -> str:
        """The text of a program, as it was read."""
        return self.wasm.written("lab_abi_source", program)
