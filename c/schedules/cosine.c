/* Cosine annealing (Loshchilov & Hutter, SGDR, 2017), without the restarts:
 *
 *     η_t = η_min + (η0 - η_min) (1 + cos(π s/T))/2
 *
 * s counts the steps already taken. torch's CosineAnnealingLR: after T steps the rate climbs to η0
 * again, falls, and so on. torch multiplies its way from rate to rate, this is its closed form;
 * they differ by rounding alone. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double t_max = params[0], eta_min = params[1];
    return eta_min + (lr0 - eta_min) * (1 + cos(LAB_PI * s / t_max)) / 2;
}

const lab_schedule lab_schedule_cosine = {
    .key = "cosine",
    .name = "Cosine annealing",
    .formula = "eta_min + (lr0 - eta_min)*(1 + cos(pi*s/t_max))/2",
    .note = "Down half a cosine in T steps, then up again (Loshchilov & Hutter, 2017). PyTorch’s "
            "CosineAnnealingLR.",
    .order = 80,
    .params = {LAB_STEP_COUNT("t_max", "T", "steps to the lowest rate", 50),
               LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
