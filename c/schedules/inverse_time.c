/* Inverse time decay (Robbins & Monro, A Stochastic Approximation Method, 1951):
 *
 *     η_t = η0 / (1 + s/k)
 *
 * s counts the steps already taken, so that k = 1 is η0/t. Σ η_t diverges and Σ η_t² does not,
 * which is what their proof asks for. torch has none; Keras's InverseTimeDecay with decay_rate =
 * 1. */
#include "lab.h"

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double every = params[0];
    return lr0 / (1 + s / every);
}

const lab_schedule lab_schedule_inverse_time = {
    .key = "inverse_time",
    .name = "1/t decay",
    .formula = "lr0/(1 + s/every)",
    .note = "After k steps half is left, after 2k a third; k = 1 is η0/t (Robbins & Monro, 1951).",
    .order = 60,
    .params = {LAB_STEP_COUNT("every", "k", "decay steps", 10)},
    .rate = rate,
};
