"""Descent Lab in notebooks: `core`, the laboratory's own numbers without a browser, and `DescentLab`, the
laboratory as a widget."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from . import core

if TYPE_CHECKING:
    from .widget import DescentLab

__all__ = ["DescentLab", "core"]
__version__ = version("descent-lab")


def __getattr__(name: str) -> Any:
    # Autograders want the core alone: ipywidgets takes half a second to import.
    if name == "DescentLab":
        from .widget import DescentLab

        return DescentLab
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
