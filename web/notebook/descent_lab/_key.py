"""The trait of a key of a link: a value as Python has it, and as a link writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from numbers import Integral, Real
from typing import Any

import traitlets


def text_of(value: Any) -> str:
    """A value as a link writes it: 70, "0,1", "adam,lr:0.1"."""
    if isinstance(value, str):
        return value
    if isinstance(value, (bool, Integral)):
        return str(int(value))
    if isinstance(value, Real):
        number = float(value)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    if isinstance(value, Mapping):
        key, *pairs = value.items()
        return ",".join([text_of(key[1]), *(f"{name}:{text_of(each)}" for name, each in pairs)])
    return ",".join(text_of(each) for each in value)


_READ: dict[str, Any] = {
    "number": float,
    "integer": int,
    "numbers": lambda text: [float(part) for part in text.split(",") if part.strip()],
    "words": lambda text: [part.strip() for part in text.split(",") if part.strip()],
    "flag": lambda text: text.strip() == "1",
}


class Key(traitlets.TraitType[Any, Any]):
    """Takes what can stand in a link: a text, a number, a list of either; of a unit with parameters also a
    dict whose first value is the unit's key: `{"key": "adam", "lr": 0.1}`. None: not said."""

    info_text = "a text, a number, a list of them, a dict or None"

    def __init__(self, key: str, type: str, instead: list[str], several: bool, help: str) -> None:
        super().__init__(default_value=None, allow_none=True, help=help)
        self.key = key
        self.type = type
        self.instead = instead
        """Keys that say the same thing: a link has one of them."""
        self.several = several
        """Whether a link may have it several times: then the trait is a list."""

    def validate(self, obj: Any, value: Any) -> Any:
        if self.several and (isinstance(value, (str, Mapping)) or not isinstance(value, Iterable)):
            value = [value]
        try:
            return self.read(self.texts(value))
        except (TypeError, ValueError, AttributeError):
            self.error(obj, value)

    def texts(self, value: Any) -> list[str]:
        """One text for each time a link has the key."""
        if value is None:
            return []
        return [text_of(each) for each in value] if self.several else [text_of(value)]

    def read(self, texts: list[str]) -> Any:
        """The value of a link's texts: what is no number stays a text, as the page may know its meaning."""
        if self.several:
            return list(texts)
        if not texts:
            return None
        try:
            return _READ[self.type](texts[0]) if self.type in _READ else texts[0]
        except ValueError:
            return texts[0]


def key_trait(key: str, type: str, instead: list[str], several: bool = False, help: str = "") -> Any:
    """A Key, in a class whose annotations say what it holds."""
    return Key(key, type, instead, several, help)
