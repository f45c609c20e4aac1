/* Down to η_min as a power of what is left of T steps:
 *
 *     η_t = η_min + (η0 - η_min) (1 - min(s, T)/T)^p
 *
 * s counts the steps already taken. With η_min = 0 torch's PolynomialLR, whose default power is 1;
 * otherwise optax's polynomial_schedule and Keras's PolynomialDecay. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double total_iters = params[0], power = params[1], eta_min = params[2];
    const double taken = s < total_iters ? s : total_iters;
    return eta_min + (lr0 - eta_min) * pow(1 - taken / total_iters, power);
}

const lab_schedule lab_schedule_polynomial = {
    .key = "polynomial",
    .name = "Polynomial decay",
    .formula = "eta_min + (lr0 - eta_min)*(1 - min(s, total_iters)/total_iters)^power",
    .note = "Down to the lowest rate as a power of the part of T steps that is left. PyTorch’s "
            "PolynomialLR.",
    .order = 50,
    .params = {LAB_STEP_COUNT("total_iters", "T", "steps in all", 50),
               {.key = "power",
                .symbol = "p",
                .label = "power",
                .max = 100,
                .preset = 2,
                .from = 0,
                .to = 5},
               LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
