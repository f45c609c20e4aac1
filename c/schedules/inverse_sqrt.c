/* Inverse square root decay:
 *
 *     η_t = max(η0 / √(1 + s/k), η_min)
 *
 * s counts the steps already taken, so that k = 1 is η0/√t, the rate of Zinkevich's proof for
 * convex functions (Online Convex Programming, 2003). torch has none. Not here: the warm-up of the
 * Transformer's schedule. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double every = params[0], eta_min = params[1];
    return lab_at_least(lr0 / sqrt(1 + s / every), eta_min);
}

const lab_schedule lab_schedule_inverse_sqrt = {
    .key = "inverse_sqrt",
    .name = "1/√t decay",
    .formula = "max(lr0/sqrt(1 + s/every), eta_min)",
    .note = "Slower than 1/t; k = 1 is η0/√t, the rate of proofs for convex f (Zinkevich, 2003).",
    .order = 70,
    .params = {LAB_DECAY_STEPS(1), LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
