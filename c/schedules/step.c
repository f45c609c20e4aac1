/* Step decay: every p steps the rate is divided by k:
 *
 *     η_t = max(η0 / k^⌊s/p⌋, η_min)
 *
 * s counts the steps already taken, so the first step uses η0. torch’s StepLR with gamma = 1/k. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double period = params[0], rate = params[1], eta_min = params[2];
    return lab_at_least(lr0 / pow(rate, floor(s / period)), eta_min);
}

const lab_schedule lab_schedule_step = {
    .key = "step",
    .name = "Step decay",
    .formula = "max(lr0/rate^floor(s/period), eta_min)",
    .note = "Every p steps the rate is divided by k.",
    .order = 20,
    .params = {LAB_STEP_COUNT("period", "p", "steps between two cuts", 10),
               {.key = "rate",
                .symbol = "k",
                .label = "divide by",
                .min = 1,
                .max = 1000,
                .preset = 2,
                .from = 1,
                .to = 10},
               LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
