/* Exponential decay:
 *
 *     η_t = max(η0 λ^(s/k), η_min)
 *
 * s counts the steps already taken, so the first step uses η0. Smooth, not in stairs. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double decay = params[0], every = params[1], eta_min = params[2];
    return lab_at_least(lr0 * pow(decay, s / every), eta_min);
}

const lab_schedule lab_schedule_exponential = {
    .key = "exponential",
    .name = "Exponential decay",
    .formula = "max(lr0*decay^(s/every), eta_min)",
    .note = "After every k steps the rate has shrunk by the factor λ, smoothly.",
    .order = 30,
    .params = {{.key = "decay",
                .symbol = "λ",
                .label = "decay factor",
                .min = 1e-6,
                .max = 1,
                .preset = 0.5,
                .from = 0.01,
                .to = 1},
               LAB_DECAY_STEPS(10),
               LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
