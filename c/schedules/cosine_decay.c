/* Cosine decay: half a cosine down to η_min in T steps, then constant:
 *
 *     η_t = η_min + (η0 - η_min) (1 + cos(π min(s, T)/T))/2
 *
 * s counts the steps already taken. optax's cosine_decay_schedule and Keras's CosineDecay with
 * alpha = η_min/η0. torch's CosineAnnealingLR climbs again after T steps: see cosine.c. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double t_max = params[0], eta_min = params[1];
    return eta_min + (lr0 - eta_min) * (1 + cos(LAB_PI * lab_at_most(s, t_max) / t_max)) / 2;
}

const lab_schedule lab_schedule_cosine_decay = {
    .key = "cosine_decay",
    .name = "Cosine decay",
    .formula = "eta_min + (lr0 - eta_min)*(1 + cos(pi*min(s, t_max)/t_max))/2",
    .note = "Down half a cosine in T steps, then it stays at the lowest rate. Keras’s CosineDecay, "
            "optax’s cosine_decay_schedule.",
    .order = 85,
    .params = {LAB_STEP_COUNT("t_max", "T", "steps to the lowest rate", 50),
               LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
