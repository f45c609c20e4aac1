/* A rate that stays:
 *
 *     η_t = η0
 *
 * s counts the steps already taken, so the first step uses η0.  */
#include "lab.h"

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps, (void)s, (void)params;
    return lr0;
}

const lab_schedule lab_schedule_constant = {
    .key = "constant",
    .name = "Constant rate",
    .formula = "lr0",
    .note = "The same rate at every step.",
    .order = 10,
    .rate = rate,
};
