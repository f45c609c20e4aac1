"""Makes descent-lab-math.woff2 of STIX Two Math: the characters of our formulas, some larger forms and the MATH table.

    pip install fonttools brotli
    python web/styles/math-font/subset.py STIXTwoMath.ttf

The font file is source/STIXTwoMath.input.ttf (version 2.12) of https://github.com/stipub/stixfonts, commit bea1dc9a.
Left out: script alphabets, bold, the optical sizes of scripts (ssty), arrows and what else no formula of ours writes.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Descent Lab Math"
OUT = Path(__file__).with_name("descent-lab-math.woff2")
# Of each character that grows so many sizes are kept; brackets beyond are put together of parts.
SIZES = 5
# Printed ASCII but for " # $ % & @ ` and the backslash; signs, powers, primes and hats; η of η⁺,
# which stands upright; operators; brackets; italic letters.
CHARACTERS = """
20-21 27-3F 41-5B 5D-5F 61-7E A0 AC B1 B2 B3 B7 B9 D7 302 303 304 2013 2016 2026 2032 207B 2061-2064 210E
3B7 2192 2202 2206 2207 2208 2211 2212 221A 221E 2248 2260 2264 2265
22C5 22EF 2308-230B 1D434-1D467 1D6E2-1D71B
"""


def keep_few_sizes(font: TTFont) -> None:
    variants = font["MATH"].table.MathVariants
    for constructions in (variants.VertGlyphConstruction, variants.HorizGlyphConstruction):
        for construction in constructions:
            del construction.MathGlyphVariantRecord[SIZES:]
            construction.VariantCount = len(construction.MathGlyphVariantRecord)


def main(source: str) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = []
    font = TTFont(source)
    keep_few_sizes(font)
    subsetter = subset.Subsetter(options)
    ranges = (part.split("-") for part in CHARACTERS.split())
    subsetter.populate(unicodes=[
        code for ends in ranges for code in range(int(ends[0], 16), int(ends[-1], 16) + 1)
    ])
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = FAMILY
        elif record.nameID == 6:
            record.string = FAMILY.replace(" ", "")
    font.flavor = "woff2"
    font["head"].modified = font["head"].created  # the same bytes whenever it is made
    font.recalcTimestamp = False
    font.save(OUT)
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")


main(sys.argv[1])
