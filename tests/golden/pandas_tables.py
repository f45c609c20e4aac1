#!/usr/bin/env python3
"""Tables as pandas writes and reads them: writes pandas_tables.json.

Each case is a text, how many columns are wanted, and what pandas reads in it when it is told the separator, the decimal
sign, the thousands and the index, none of which our reader is told. Texts come from frames of random numbers in many
formats, and from the documentation's kinds: quotes, missing values, printed frames."""

import io

import numpy as np
import pandas as pd

from shared.golden_file import write

random = np.random.default_rng(7)


def case(text, wanted=2, **how):
    frame = pd.read_csv(io.StringIO(text), **how)
    numbers = frame.select_dtypes("number")
    columns = [[str(name).strip(), [float(value) for value in numbers[name]]] for name in numbers]
    return {"text": text, "wanted": wanted, "columns": columns}


def frame(rows, names, digits, scale=10.0):
    values = np.round(random.normal(0, scale, (rows, len(names))), digits)
    return pd.DataFrame(values, columns=names)


CASES = []
for digits in (1, 2, 3, 6):
    for sep, decimal in ((",", "."), (";", "."), (";", ","), ("\t", "."), ("\t", ","), (" ", ",")):
        table = frame(6, ["x", "y"], digits)
        how = {"sep": sep, "decimal": decimal}
        CASES.append(case(table.to_csv(index=False, **how), **how))
        CASES.append(case(table.to_csv(index=False, header=False, **how), names=["", " "], **how))

# The index that to_csv writes, and a printed frame has.
indexed = frame(5, ["loss", "accuracy"], 3)
CASES.append(case(indexed.to_csv(), index_col=0))
CASES.append(case(indexed.to_csv(sep=";", decimal=","), sep=";", decimal=",", index_col=0))
CASES.append(case(indexed.to_string() + "\n", sep=r"\s+", index_col=0))
CASES.append(case(indexed.to_string(index=False) + "\n", sep=r"\s+"))

# Missing values, and the words for them.
for word in ("", "NaN", "NA", "N/A", "null", "None", "<NA>", "#N/A"):
    gaps = frame(6, ["x", "y"], 2)
    gaps.iloc[2, 0] = np.nan
    gaps.iloc[5, 1] = np.nan
    CASES.append(case(gaps.to_csv(index=False, na_rep=word)))
    CASES.append(case(gaps.to_csv(index=False, na_rep=word, sep="\t"), sep="\t"))

# Groups of thousands, quoted where the separator asks for it.
big = pd.DataFrame({"x": ["1,200", "950", "12,345,678"], "y": ["2,500.75", "3", "1,000"]})
CASES.append(case(big.to_csv(index=False), thousands=","))
CASES.append(case(big.to_csv(index=False, header=False), thousands=",", names=["", " "]))
CASES.append(case(big.to_csv(index=False, sep="\t"), thousands=",", sep="\t"))
dotted = pd.DataFrame({"x": ["1.200", "950", "12.345.678"], "y": ["2.500,75", "3", "1.000"]})
CASES.append(case(dotted.to_csv(index=False, sep=";"), thousands=".", decimal=",", sep=";"))

# Quotes within quotes, separators and line ends within them, and columns of words.
words = pd.DataFrame(
    {"who, “said”": ['a "b"', "c, d", "e\nf"], "x": [1.5, 2.0, 3.25], "y\nor z": [4, 5, 6]}
)
for quoting in (0, 1, 2):
    CASES.append(case(words.to_csv(index=False, quoting=quoting)))
    CASES.append(case(words.to_csv(index=False, quoting=quoting, sep=";"), sep=";"))

# Powers of ten, signs, no digit before or behind the point.
CASES.append(case("a,b\n1e3,-2.5E-4\n+.5,5.\n-0,1e+2\n"))
# TensorBoard, and a run of Weights & Biases.
BOARD = "Wall time,Step,Value\n1712345678.1234,0,0.693\n1712345680.5,1,0.5\n1712345691.0,2,0.4\n"
CASES.append(case(BOARD, wanted=1))
RUN = '"Step","run - loss","run - loss__MIN"\n"0","0.693","0.69"\n"1","0.5","0.5"\n'
CASES.append(case(RUN, wanted=1))

write(__file__, ["pandas", "numpy"], CASES)
