#!/usr/bin/env python3
"""Moving averages and the weights they give, from pandas: writes pandas_smoothing.json.

SMA is rolling(k).mean(); the EWA started at the first value is ewm(adjust=False), the bias-corrected
one ewm(adjust=True); the one started at V_0 = 0 is the former on the series with that 0 in front. The one
over gaps is ewm with either adjust and either ignore_na, on series with gaps, too."""

import numpy
import pandas

from shared.golden_file import write

WINDOWS = (1, 2, 3, 7)
RHOS = (0.0, 0.5, 0.9, 0.98, 0.999)


def sma(series, p):
    return series.rolling(p["window"]).mean()


def ewa_first(series, p):
    return series.ewm(alpha=1 - p["rho"], adjust=False).mean()


def ewa_corrected(series, p):
    return series.ewm(alpha=1 - p["rho"], adjust=True).mean()


def ewa(series, p):
    zero = series.iloc[:1] * 0
    return ewa_first(pandas.concat([zero, series], ignore_index=True), p).iloc[1:]


def ewm(series, p):
    flags = {"adjust": bool(p["adjust"]), "ignore_na": bool(p["ignore_na"])}
    return series.ewm(alpha=1 - p["rho"], **flags).mean()


def all_series():
    numbers = numpy.random.default_rng(30)
    yield "the lecture’s series", [3, 8, 6, 5, 1, 7, 9, 0, 8, 4]
    yield "random numbers", numbers.normal(size=30)
    yield "random numbers far from 0", 1e6 + numbers.normal(size=20)
    yield "a noisy sine", numpy.sin(numpy.arange(20) / 3) + 0.2 * numbers.normal(size=20)
    yield "a constant", [0.1] * 15
    yield "one value", [7]


def with_gaps():
    gap = numpy.nan
    numbers = numpy.random.default_rng(31).normal(size=40)
    numbers[[0, 1, 7, 8, 9, 10, 20, 39]] = gap
    yield "random numbers with gaps", numbers
    yield "the lecture’s series with gaps", [3, 8, gap, 5, 1, gap, gap, 0, 8, 4]
    yield "gaps at the start", [gap, gap, 7, 1]
    yield "a long gap", [5, 1, *[gap] * 150, 3, 2]
    yield "gaps alone", [gap, gap]


def gap_settings():
    # Not 0.5: there pandas (3.1) weighs a value behind a gap by 1 - ρ^k, as it does with times, and not by
    # α as its documentation says and as it does for every other ρ.
    for rho in (0.0, 0.6, 0.9, 0.98, 0.999):
        for adjust in (0, 1):
            for ignore_na in (0, 1):
                yield ewm, {"rho": rho, "adjust": adjust, "ignore_na": ignore_na}


def settings():
    for window in WINDOWS:
        yield sma, {"window": window}
    for rho in RHOS:
        for smoother in (ewa, ewa_first, ewa_corrected):
            yield smoother, {"rho": rho}


def cases():
    """Smoothed series, then weights: what each value alone, being 1, adds to the last average."""
    every = [(name, values, [*settings(), *gap_settings()]) for name, values in all_series()]
    every += [(name, values, gap_settings()) for name, values in with_gaps()]
    for name, values, chosen in every:
        series = pandas.Series(values, dtype="float64")
        for smoother, params in chosen:
            yield {
                "smoother": {"key": smoother.__name__, "params": params},
                "of": name,
                "series": series.tolist(),
                "columns": {"smooth": smoother(series, params).tolist()},
            }
    impulses = pandas.DataFrame(numpy.eye(10))
    for smoother, params in [*settings(), *gap_settings()]:
        yield {
            "smoother": {"key": smoother.__name__, "params": params},
            "of": "unit impulses",
            "columns": {"weights": smoother(impulses, params).iloc[-1].tolist()},
        }


if __name__ == "__main__":
    write(__file__, ("numpy", "pandas"), cases())
