#!/usr/bin/env python3
"""Moving averages and the weights they give, from pandas: writes pandas_smoothing.json.

SMA is rolling(k).mean(); the EWA started at the first value is ewm(adjust=False), the bias-corrected
one ewm(adjust=True); the one started at V_0 = 0 is the former on the series with that 0 in front."""

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


def all_series():
    numbers = numpy.random.default_rng(30)
    yield "the lecture’s series", [3, 8, 6, 5, 1, 7, 9, 0, 8, 4]
    yield "random numbers", numbers.normal(size=30)
    yield "random numbers far from 0", 1e6 + numbers.normal(size=20)
    yield "a noisy sine", numpy.sin(numpy.arange(20) / 3) + 0.2 * numbers.normal(size=20)
    yield "a constant", [0.1] * 15
    yield "one value", [7]


def settings():
    for window in WINDOWS:
        yield sma, {"window": window}
    for rho in RHOS:
        for smoother in (ewa, ewa_first, ewa_corrected):
            yield smoother, {"rho": rho}


def cases():
    """Smoothed series, then weights: what each value alone, being 1, adds to the last average."""
    for name, values in all_series():
        series = pandas.Series(values, dtype="float64")
        for smoother, params in settings():
            yield {
                "smoother": {"key": smoother.__name__, "params": params},
                "of": name,
                "series": series.tolist(),
                "columns": {"smooth": smoother(series, params).tolist()},
            }
    impulses = pandas.DataFrame(numpy.eye(10))
    for smoother, params in settings():
        yield {
            "smoother": {"key": smoother.__name__, "params": params},
            "of": "unit impulses",
            "columns": {"weights": smoother(impulses, params).iloc[-1].tolist()},
        }


if __name__ == "__main__":
    write(__file__, ("numpy", "pandas"), cases())
