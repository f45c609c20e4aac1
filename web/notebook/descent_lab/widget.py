"""The laboratory as a widget for Jupyter, marimo, Colab and VS Code."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from . import core
from ._built import Keys
from ._engine import VERSION
from ._experiment import Texts, has_runs, join_query, specs_of, split_query
from ._key import Key
from ._picture import picture

if TYPE_CHECKING:
    import pandas

_NEWEST = str(VERSION)
_OWN_TEXTS = ("fx", "rule")
"""Keys whose meaning depends on the version of the link."""


class DescentLab(Keys, anywidget.AnyWidget):
    """The laboratory in a cell.

        lab = DescentLab(f="quadratic", x0=[70], runs=["sgd,lr:0.1", {"key": "adam", "lr": 0.5}])

    Every key of a link is a trait, and follows what is done on the page: assign to it, or `observe` it.
    `runs` holds all of a link's `run=`, `from_` all of its `from=`. A key that is None is not said; once the page
    is there every key has its value. A bad value leaves its default and a notice, as in a link. Several keys
    change at once in `with lab.hold_trait_notifications():`.

    Args:
        query: a whole link's query, "f=quadratic&x0=70"; the keys win over it.
        **keys: keys of a link, and traits of every widget (`layout`).
    """

    _esm = Path(__file__).with_name("widget.mjs")
    query = traitlets.Unicode(help="What is shown, as a link's query.").tag(sync=True)
    notices = traitlets.List(
        traitlets.Unicode(), help="What of the link could not be taken at its word: a sentence each."
    ).tag(sync=True)
    _shown = traitlets.Dict(help="What the page shows: `query`, and the texts of all `keys`.").tag(sync=True)

    def __init__(self, query: str = "", **keys: Any) -> None:
        self._is_reading = False
        said = {name: keys.pop(name) for name in list(keys) if name in self._key_traits()}
        super().__init__(query=query, **keys)
        with self.hold_trait_notifications():
            for name, value in said.items():
                setattr(self, name, value)

    @classmethod
    def _key_traits(cls) -> dict[str, Key]:
        return {name: trait for name, trait in cls.class_traits().items() if isinstance(trait, Key)}

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """While traits are set from a link, which they must not change."""
        self._is_reading = True
        try:
            yield
        finally:
            self._is_reading = False

    def _texts(self) -> Texts:
        """The link's keys and texts: all of them where the page shows it."""
        if self._shown.get("query") == self.query:
            keys: Texts = self._shown["keys"]
            return keys
        return split_query(self.query)

    @traitlets.observe("query", "_shown")
    def _read(self, change: Any) -> None:
        is_stale = change.name == "_shown" and self._shown.get("query") != self.query
        if self._is_reading or is_stale:
            return
        texts = self._texts()
        with self._reading():
            for name, trait in self._key_traits().items():
                value = trait.read(list(texts.get(trait.key, [])))
                setattr(self, name, value or None if trait.several else value)

    @traitlets.observe(traitlets.All)
    def _write(self, change: Any) -> None:
        traits = self._key_traits()
        if self._is_reading or change.name not in traits:
            return
        changed = traits[change.name]
        texts = {key: list(each) for key, each in split_query(self.query).items()}
        texts[changed.key] = changed.texts(change.new)
        for key in changed.instead:
            texts.pop(key, None)
        version = texts.pop("v", [])
        texts["v"] = [_NEWEST] if changed.key in _OWN_TEXTS else version
        with self._reading():
            self.query = join_query(texts)
            for name, trait in traits.items():
                if trait.key in changed.instead:
                    setattr(self, name, None)

    @property
    def results(self) -> tuple[core.Run, ...]:
        """The runs, computed by the core: of every lab whose runs descend on f.

        Raises:
            ValueError: in another lab, and where no page shows the link and it cannot be taken at its word.
        """
        return tuple(core.run(**spec) for spec in specs_of(self._texts()))

    @property
    def columns(self) -> core.Columns:
        """The columns of the selected run (`sel`), as `core.run` has them: float64s, row t from 0."""
        results = self.results
        return results[min(int(self.sel or 1), len(results)) - 1].columns

    def to_pandas(self) -> pandas.DataFrame:
        """The tables of all runs, one below the other; the index is (run from 1, t)."""
        import pandas

        frames = {i: run.to_pandas() for i, run in enumerate(self.results, 1)}
        return pandas.concat(frames, names=["run", "t"])

    def to_svg(self) -> str:
        """A still picture of the runs, for where no page can be shown (GitHub, nbconvert, print)."""
        texts = self._texts()
        names = texts.get("run") or ["f"]
        return picture(specs_of(texts), self.results, names)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None or not has_runs(self._texts()):
            return bundle
        data, metadata = copy.deepcopy(bundle)
        try:
            data["image/svg+xml"] = self.to_svg()
        except ValueError as error:
            data["text/plain"] += f" ({error})"
        return data, metadata

    def __repr__(self) -> str:
        return f"DescentLab({self.query!r})"
