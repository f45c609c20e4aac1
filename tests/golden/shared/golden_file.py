"""How golden data is written: one case a line, keys sorted, every float as the shortest decimal that
reads back as the same double. NaN, which JSON lacks, is null."""

import json
import math
import platform
from importlib import import_module
from pathlib import Path

FAMILIES = ("objective", "optimizer", "schedule", "smoother")


def write(script, packages, cases):
    """Writes the cases beside the script, with what made them and the keys of the units they prove."""
    cases = list(cases)
    made_with = {name: import_module(name).__version__ for name in packages}
    made_with["python"] = platform.python_version()
    proves = {case[family]["key"] for case in cases for family in FAMILIES if family in case}
    lines = ",\n".join(_text(_plain(case)) for case in cases)
    path = Path(script).with_suffix(".json")
    path.write_text(
        f'{{"made_with":{_text(made_with)},\n"proves":{_text(sorted(proves))},\n"cases":[\n{lines}\n]}}\n',
        encoding="utf-8",
    )
    print(f"{path.name}: {len(cases)} cases")


def _text(value):
    options = {"sort_keys": True, "ensure_ascii": False, "allow_nan": False}
    return json.dumps(value, separators=(",", ":"), **options)


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    if isinstance(value, float) and math.isnan(value):
        return None
    return value
