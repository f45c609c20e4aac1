/* Philox4x32-10 against the known answers its authors publish (Random123, kat_vectors). */
#include "check.h"
#include "lab.h"

#include <math.h>

static void known_answers(void) {
    static const struct {
        uint32_t counter[4], key[2], out[4];
    } table[] = {
        {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         {0xa4093822, 0x299f31d0},
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        uint32_t out[4];
        lab_philox(out, table[i].counter, table[i].key);
        for (int w = 0; w < 4; w++)
            CHECK(out[w] == table[i].out[w], "row %zu word %d: %08x", i, w, (unsigned)out[w]);
    }
}

/* Mean and variance of n standard normal numbers: within 5 standard errors. */
static void normal_moments(void) {
    enum { PAIRS = 50000 };
    double sum = 0, squares = 0, cross = 0;
    for (uint32_t step = 0; step < PAIRS; step++) {
        double z[2];
        lab_normal(z, 1, step, 0);
        sum += z[0] + z[1];
        squares += z[0] * z[0] + z[1] * z[1];
        cross += z[0] * z[1];
    }
    const double n = 2.0 * PAIRS;
    CHECK(fabs(sum / n) < 5 / sqrt(n), "mean %g", sum / n);
    CHECK(fabs(squares / n - 1) < 5 * sqrt(2 / n), "variance %g", squares / n);
    CHECK(fabs(cross / PAIRS) < 5 / sqrt(PAIRS), "covariance %g", cross / PAIRS);
}

static void seeds_and_lanes_differ(void) {
    double a[2], b[2], c[2], again[2];
    lab_normal(a, 1, 3, 0), lab_normal(b, 2, 3, 0), lab_normal(c, 1, 3, 1),
        lab_normal(again, 1, 3, 0);
    CHECK(a[0] != b[0] && a[0] != c[0], "%g %g %g", a[0], b[0], c[0]);
    CHECK(a[0] == again[0] && a[1] == again[1], "%g %g", a[0], again[0]);
}

int main(void) {
    return RUN_TESTS(
        {"Philox gives the words its authors publish", known_answers},
        {"normal numbers have mean 0, variance 1 and are uncorrelated", normal_moments},
        {"another seed or lane gives other noise, the same one the same", seeds_and_lanes_differ});
}
