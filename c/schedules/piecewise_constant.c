/* Piecewise constant: η0 at first, another rate from each boundary on:
 *
 *     η_t = η0 for s < b1,   v1 for s < b2,   v2 for s < b3,   v3 from then on
 *
 * s counts the steps already taken. Keras's PiecewiseConstantDecay with values = [η0, v1, v2, v3],
 * which changes one step later (s ≤ b1); torch's MultiStepLR where each value is γ times the one
 * before it. The rates are given as they are, not as factors of η0: 0.1·0.1 is not quite 0.01. A
 * boundary that no step reaches is never used. */
#include "lab.h"

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    if (s < params[0]) return lr0;
    if (s < params[2]) return params[1];
    return s < params[4] ? params[3] : params[5];
}

#define BOUNDARY(word, sign, value)                                                       \
    {                                                                                     \
        .key = word, .symbol = sign, .label = "boundary", .max = 100000, .preset = value, \
        .scale = LAB_INTEGER, .from = 0, .to = 100, .since = 2                            \
    }
#define VALUE(word, sign, rate_from_there)                                       \
    {                                                                            \
        .key = word, .symbol = sign, .label = "rate from there on", .max = 1000, \
        .preset = rate_from_there, .from = 0, .to = 1, .since = 2                \
    }

const lab_schedule lab_schedule_piecewise_constant = {
    .key = "piecewise_constant",
    .name = "Piecewise constant",
    .formula = "where(s < boundary1, lr0, where(s < boundary2, value1, "
               "where(s < boundary3, value2, value3)))",
    .note = "Another rate from each boundary on. PyTorch’s MultiStepLR; Keras’s "
            "PiecewiseConstantDecay changes one step later.",
    .order = 25,
    .params = {BOUNDARY("boundary1", "b_1", 10), VALUE("value1", "v_1", 0.1),
               BOUNDARY("boundary2", "b_2", 20), VALUE("value2", "v_2", 0.05),
               BOUNDARY("boundary3", "b_3", 30), VALUE("value3", "v_3", 0.01)},
    .rate = rate,
};
