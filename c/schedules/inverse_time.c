/* Inverse time decay (Robbins & Monro, A Stochastic Approximation Method, 1951):
 *
 *     η_t = max(η0 / (1 + s/k), η_min)
 *
 * s counts the steps already taken, so that k = 1 is η0/t. Σ η_t diverges and Σ η_t² does not,
 * which is what their proof asks for. torch has none; Keras's InverseTimeDecay with decay_rate =
 * 1. */
#include "lab.h"

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double every = params[0], eta_min = params[1];
    return lab_at_least(lr0 / (1 + s / every), eta_min);
}

const lab_schedule lab_schedule_inverse_time = {
    .key = "inverse_time",
    .name = "1/t decay",
    .formula = "max(lr0/(1 + s/every), eta_min)",
    .note = "After k steps half is left, after 2k a third; k = 1 is η0/t (Robbins & Monro, 1951).",
    .order = 60,
    .params = {LAB_DECAY_STEPS(10), LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
