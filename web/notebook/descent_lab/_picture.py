"""A still picture of runs, as SVG: f with its paths, seen from the side in 1D and from above in 2D."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from . import core
from ._built import COLOURS

WIDTH, HEIGHT = 720, 400
"""In px."""
MARGIN = {"left": 64, "right": 16, "top": 16, "bottom": 56}
SAMPLES = 400
"""Points of a curve."""
GRID = (56, 30)
"""Cells of a plane."""
LEVELS = 14
MARKED = 200
"""Points of a path that are marked."""
FARTHEST = 1e9

Range = tuple[float, float]
Point = tuple[float, float]


def _padded(values: Sequence[float]) -> Range:
    low, high = min(values), max(values)
    pad = 0.06 * (high - low) or 1.0
    return low - pad, high + pad


class _Frame:
    """A box of the picture with what it shows of x and y."""

    def __init__(self, x: Range, y: Range) -> None:
        self.x, self.y = x, y

    def place(self, x: float, y: float) -> Point:
        """A point in px, at most one picture outside of it."""
        inner = (WIDTH - MARGIN["left"] - MARGIN["right"], HEIGHT - MARGIN["top"] - MARGIN["bottom"])
        across = min(2.0, max(-1.0, (x - self.x[0]) / (self.x[1] - self.x[0])))
        up = min(2.0, max(-1.0, (y - self.y[0]) / (self.y[1] - self.y[0])))
        return MARGIN["left"] + across * inner[0], HEIGHT - MARGIN["bottom"] - up * inner[1]

    def line(self, points: Sequence[Point]) -> str:
        """A path through points, each place once; it is interrupted where there is none."""
        parts: list[str] = []
        command, last = "M", ""
        for x, y in points:
            if not (math.isfinite(x) and math.isfinite(y)):
                command = "M"
                continue
            place = "{:.1f},{:.1f}".format(*self.place(x, y))
            if command == "M" or place != last:
                parts.append(command + place)
            command, last = "L", place
        return "".join(parts) if len(parts) > 1 else ""

    def axes(self) -> Iterator[str]:
        """Ticks with their numbers."""
        left, bottom = MARGIN["left"], HEIGHT - MARGIN["bottom"]
        for value in _ticks(self.x):
            at, _ = self.place(value, self.y[0])
            yield f'<text x="{at:.1f}" y="{bottom + 18}" text-anchor="middle">{_number(value)}</text>'
        for value in _ticks(self.y):
            _, at = self.place(self.x[0], value)
            yield f'<text x="{left - 8}" y="{at + 4:.1f}" text-anchor="end">{_number(value)}</text>'
        width, height = WIDTH - left - MARGIN["right"], bottom - MARGIN["top"]
        yield (
            f'<rect x="{left}" y="{MARGIN["top"]}" width="{width}" height="{height}" fill="none"'
            f' stroke="{COLOURS["line"]}"/>'
        )


def _ticks(within: Range) -> list[float]:
    """About five round numbers."""
    low, high = within
    raw = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * each for each in (1, 2, 5, 10) if power * each >= raw)
    return [i * step for i in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _number(value: float) -> str:
    return f"{value:.6g}".replace("-", "−")


def picture(specs: Sequence[dict[str, Any]], runs: Sequence[core.Run], names: Sequence[str]) -> str:
    """The SVG of runs on one objective."""
    objective, start = specs[0]["objective"], list(specs[0]["start"])
    draw = _plane if len(start) == 2 else _curve
    marks = "".join(draw(objective, start, runs))
    keys = "".join(_legend(names))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}"'
        f' role="img" font-family="system-ui, sans-serif" font-size="13" fill="{COLOURS["ink-soft"]}">'
        f"<title>{escape(', '.join(names))}</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{COLOURS["paper"]}"/>'
        f'<clipPath id="lab-clip"><rect x="{MARGIN["left"]}" y="{MARGIN["top"]}"'
        f' width="{WIDTH - MARGIN["left"] - MARGIN["right"]}"'
        f' height="{HEIGHT - MARGIN["top"] - MARGIN["bottom"]}"/>'
        f"</clipPath>{marks}{keys}</svg>"
    )


def _colour(index: int) -> str:
    hues = [colour for token, colour in COLOURS.items() if token.startswith("run-")]
    return hues[index % len(hues)]


def _legend(names: Sequence[str]) -> Iterator[str]:
    at = float(MARGIN["left"])
    for i, name in enumerate(names):
        y = HEIGHT - 14
        yield f'<circle cx="{at + 4:.0f}" cy="{y - 4}" r="4" fill="{_colour(i)}"/>'
        yield f'<text x="{at + 14:.0f}" y="{y}" fill="{COLOURS["ink"]}">{escape(name)}</text>'
        at += 34 + 6.6 * len(name)


def _paths(frame: _Frame, runs: Sequence[core.Run], ordinate: str) -> Iterator[str]:
    yield '<g clip-path="url(#lab-clip)">'
    for i, run in enumerate(runs):
        points = list(zip(run.columns["x"], run.columns[ordinate]))
        yield f'<path d="{frame.line(points)}" fill="none" stroke="{_colour(i)}" stroke-width="1.6"/>'
        seen = [point for point in points[:MARKED] if all(map(math.isfinite, point))]
        for x, y in dict.fromkeys(frame.place(*point) for point in seen):
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{_colour(i)}"/>'
    yield "</g>"


def _view(objective: Any, start: Sequence[float], axis: int) -> Range:
    """What is shown along an axis: the objective's display range, widened to the start."""
    values = [start[axis]]
    if "key" in objective:
        units = core.catalog()["objectives"]
        box = next(unit["box"] for unit in units if unit["key"] == objective["key"])
        values += box[2 * axis : 2 * axis + 2]
    else:
        reach = max(1.0, 1.5 * abs(start[axis]))
        values += [-reach, reach]
    return _padded([min(FARTHEST, max(-FARTHEST, value)) for value in values])


def _curve(objective: Any, start: Sequence[float], runs: Sequence[core.Run]) -> Iterator[str]:
    across = _view(objective, start, 0)
    xs = [across[0] + (across[1] - across[0]) * i / SAMPLES for i in range(SAMPLES + 1)]
    values = core.evaluate(objective, xs)["f"]
    known = [value for value in values if math.isfinite(value)] or [0.0]
    frame = _Frame(across, _padded(known))
    yield from frame.axes()
    yield (
        f'<path d="{frame.line(list(zip(xs, values)))}" fill="none" stroke="{COLOURS["ink"]}"'
        ' stroke-width="1.8" clip-path="url(#lab-clip)"/>'
    )
    yield from _paths(frame, runs, "f")


def _plane(objective: Any, start: Sequence[float], runs: Sequence[core.Run]) -> Iterator[str]:
    frame = _Frame(_view(objective, start, 0), _view(objective, start, 1))
    columns, rows = GRID
    xs = [frame.x[0] + (frame.x[1] - frame.x[0]) * i / columns for i in range(columns + 1)]
    ys = [frame.y[0] + (frame.y[1] - frame.y[0]) * j / rows for j in range(rows + 1)]
    f = core.evaluate(objective, [x for _ in ys for x in xs], [y for y in ys for _ in xs])["f"]
    ordered = sorted(value for value in f if math.isfinite(value))
    yield from frame.axes()
    for i in range(1, LEVELS):
        # Closer where f is low, as steps end there.
        level = ordered[int((i / LEVELS) ** 2 * (len(ordered) - 1))] if ordered else 0.0
        lines = "".join(frame.line(piece) for piece in _contour(xs, ys, f, level))
        yield (
            f'<path d="{lines}" fill="none" stroke="{COLOURS["ink"]}" stroke-opacity="0.2"'
            ' clip-path="url(#lab-clip)"/>'
        )
    yield from _paths(frame, runs, "y")


def _contour(
    xs: Sequence[float], ys: Sequence[float], f: Sequence[float], level: float
) -> Iterator[list[Point]]:
    """The pieces of a level line, one for each half of a cell that it crosses (marching triangles)."""
    across = len(xs)
    for j in range(len(ys) - 1):
        for i in range(across - 1):
            at = j * across + i
            corners = [
                (xs[i + a], ys[j + b], f[at + a + b * across]) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))
            ]
            for triangle in (corners[:3], [corners[0], *corners[2:]]):
                above = [value > level for _, _, value in triangle]
                if any(above) and not all(above):
                    yield [
                        _between(triangle[k], triangle[(k + 1) % 3], level)
                        for k in range(3)
                        if above[k] != above[(k + 1) % 3]
                    ]


def _between(a: tuple[float, float, float], b: tuple[float, float, float], level: float) -> Point:
    part = (level - a[2]) / (b[2] - a[2])
    return a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])
