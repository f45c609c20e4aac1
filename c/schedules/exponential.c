/* Exponential decay:
 *
 *     η_t = η0 λ^(s/k)
 *
 * s counts the steps already taken, so the first step uses η0. Smooth, not in stairs. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double decay = params[0], every = params[1];
    return lr0 * pow(decay, s / every);
}

const lab_schedule lab_schedule_exponential = {
    .key = "exponential",
    .name = "Exponential decay",
    .formula = "lr0*decay^(s/every)",
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
               LAB_STEP_COUNT("every", "k", "decay steps", 10)},
    .rate = rate,
};
