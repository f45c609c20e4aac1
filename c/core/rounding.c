/* rounding.c: numbers of narrower formats, kept as doubles. */
#include "lab.h"

#include <math.h>
#include <string.h>

/* Largest numbers: (2 - 2^(1 - digits)) 2^(highest exponent); e4m3 lacks the last of them. */
const lab_format_info lab_formats[LAB_FORMAT_COUNT] = {
    [LAB_FLOAT64] = {"float64", 53, -1022, 0x1.fffffffffffffp1023, 1},
    [LAB_FLOAT32] = {"float32", 24, -126, 0x1.fffffep127, 1},
    [LAB_BFLOAT16] = {"bfloat16", 8, -126, 0x1.fep127, 1},
    [LAB_FLOAT16] = {"float16", 11, -14, 65504, 1},
    [LAB_E4M3] = {"e4m3", 4, -6, 448, 0},
    [LAB_E5M2] = {"e5m2", 3, -14, 57344, 1},
};

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static double power_of_two(int exponent) {
    const uint64_t bits = (uint64_t)(exponent + 1023) << 52;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* Rounds to a whole number of the format's spacings at the value: down if less than `share` of one
 * is left over, else up. share < 0: to the nearest. */
static double rounded(double value, const lab_format_info *to, double share) {
    if (value == 0 || isnan(value)) return value;
    const int exponent = (int)(bits_of(value) >> 52 & 0x7ff) - 1023;
    const double spacing =
        power_of_two((exponent > to->lowest ? exponent : to->lowest) - to->digits + 1);
    const double count = value / spacing, below = floor(count);
    const double whole = share < 0 ? rint(count) : below + (count - below > share);
    const double out = whole * spacing;
    if (fabs(out) <= to->largest) return copysign(out, value);
    return copysign(to->has_infinity ? INFINITY : to->largest, value);
}

void lab_round(double *values, size_t n, lab_format format) {
    if (format == LAB_FLOAT64) return;
    for (size_t i = 0; i < n; i++) values[i] = rounded(values[i], &lab_formats[format], -1);
}

void lab_round_at_random(double *values, size_t n, lab_format format, uint32_t seed,
                         uint32_t step) {
    for (size_t i = 0; i < n; i++) {
        const uint64_t bits = bits_of(values[i]);
        const uint32_t counter[4] = {step, 0, (uint32_t)(bits >> 32), (uint32_t)bits};
        uint32_t word[4];
        lab_philox(word, counter, (const uint32_t[2]){seed, 1});
        values[i] = rounded(values[i], &lab_formats[format], word[0] / 4294967296.0);
    }
}
