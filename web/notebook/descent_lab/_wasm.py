"""One instance of core.wasm and its memory: an arena of float64s that C lends, handed out from the bottom and
taken back whole. The core needs no imports."""

from __future__ import annotations

import json
import struct
import sys
from array import array
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

import wasmtime

DOUBLE = 8
"""Bytes of a float64."""


def _engine() -> wasmtime.Engine:
    """Keeps the compiled core in the user's cache, where there can be one: compiling takes half a second."""
    config = wasmtime.Config()
    try:
        config.cache = True
    except wasmtime.WasmtimeError:
        pass
    return wasmtime.Engine(config)


def _revive(value: Any) -> Any:
    """A part of the catalog: numbers come as "#" and the hexadecimal digits of their bits."""
    if isinstance(value, dict):
        return {key: _revive(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_revive(part) for part in value]
    if isinstance(value, str) and value.startswith("#"):
        return struct.unpack(">d", bytes.fromhex(value[1:]))[0]
    return value


class Wasm:
    """What is reserved holds until the next `reset`."""

    def __init__(self) -> None:
        engine = _engine()
        code = files(__package__).joinpath("core.wasm").read_bytes()
        self._store = wasmtime.Store(engine)
        self._exports = wasmtime.Instance(self._store, wasmtime.Module(engine, code), []).exports(self._store)
        self._memory: Any = self._exports["memory"]
        self.call("_initialize")
        self._start: int = self.call("lab_abi_arena")
        self._size: int = self.call("lab_abi_arena_size")
        self._used = 0
        length = self.call("lab_abi_catalog", self._start, DOUBLE * self._size)
        self.catalog: dict[str, Any] = _revive(json.loads(self.bytes(self._start, length)))

    def call(self, name: str, *arguments: float) -> Any:
        """Calls an export. An int is an i32, signed or not; a float is an f64."""
        function: Any = self._exports[name]
        return function(
            self._store,
            *(one - (one >> 31 << 32) if isinstance(one, int) and one > 0 else one for one in arguments),
        )

    def check(self, status: int) -> None:
        """Raises what a status says, unless it is 0."""
        if status != 0:
            raise ValueError(self.text(self.call("lab_abi_sentence", status)))

    def reset(self) -> None:
        """Takes everything back."""
        self._used = 0

    def reserve(self, length: int) -> int:
        """Reserves `length` float64s; returns their byte offset."""
        room = self._size - self._used
        if length > room:
            raise ValueError(f"the core has room for {room} numbers more, not {length}")
        pointer = self._start + DOUBLE * self._used
        self._used += length
        return pointer

    def reserve_bytes(self, length: int) -> int:
        return self.reserve(-(-length // DOUBLE))

    def place(self, values: Iterable[float], length: int = 0) -> int:
        """Copies values into the arena, with zeros up to `length`."""
        numbers = array("d", values)
        numbers.extend([0.0] * (length - len(numbers)))
        pointer = self.reserve(len(numbers))
        self.write(pointer, numbers)
        return pointer

    def write(self, pointer: int, numbers: array[float]) -> None:
        if sys.byteorder == "big":
            numbers = array("d", numbers)
            numbers.byteswap()
        self._memory.write(self._store, bytearray(numbers.tobytes()), pointer)

    def doubles(self, pointer: int, length: int) -> array[float]:
        """A copy of the float64s at `pointer`."""
        numbers = array("d", self.bytes(pointer, DOUBLE * length))
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers

    def place_text(self, text: str) -> tuple[int, int]:
        """Places a text with a 0 behind; returns its byte offset and its length in bytes."""
        encoded = text.encode()
        pointer = self.reserve_bytes(len(encoded) + 1)
        self._memory.write(self._store, bytearray(encoded + b"\0"), pointer)
        return pointer, len(encoded)

    def bytes(self, pointer: int, length: int) -> bytes:
        return bytes(self._memory.read(self._store, pointer, pointer + length))

    def text(self, pointer: int) -> str:
        """The text that ends with a 0 byte at `pointer`."""
        length = 0
        while self.bytes(pointer + length, 1) != b"\0":
            length += 1
        return self.bytes(pointer, length).decode()

    def written(self, name: str, *about: int) -> str:
        """A text that an export writes: it is asked twice, first for the length."""
        length = self.call(name, 0, 0, *about)
        pointer = self.reserve_bytes(length)
        self.call(name, pointer, length, *about)
        return self.bytes(pointer, length).decode()
