/* Cosine annealing with warm restarts (Loshchilov & Hutter, SGDR, 2017):
 *
 *     η_t = η_min + (η0 - η_min) (1 + cos(π T_cur/T_i))/2,   T_i = T_0 m^i
 *
 * s counts the steps already taken, T_cur those since the i-th restart. With u = 1 + (m - 1) s/T_0,
 * which is m^i at that restart, i = ⌊log u/log m⌋ and T_cur/T_i = (u/m^i - 1)/(m - 1). torch's
 * CosineAnnealingWarmRestarts, whose default m (T_mult) is 1. */
#include "lab.h"

#include <math.h>

/* T_cur/T_i. At a restart the quotient of the logarithms is whole up to rounding; 1e-9 is far less
 * than a step. */
static double part_of_cycle(double s, double t_0, double t_mult) {
    if (!(t_mult > 1)) return s / t_0 - floor(s / t_0);
    const double u = 1 + (t_mult - 1) * s / t_0;
    return (u / pow(t_mult, floor(log(u) / log(t_mult) + 1e-9)) - 1) / (t_mult - 1);
}

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double part = part_of_cycle(s, params[0], params[1]), eta_min = params[2];
    return eta_min + (lr0 - eta_min) * (1 + cos(LAB_PI * part)) / 2;
}

const lab_schedule lab_schedule_cosine_restarts = {
    .key = "cosine_restarts",
    .name = "Cosine with warm restarts",
    .formula = "eta_min + (lr0 - eta_min)*(1 + cos(pi*where(t_mult > 1, "
               "((1 + (t_mult - 1)*s/t_0)"
               "/t_mult^floor(log(1 + (t_mult - 1)*s/t_0)/log(t_mult) + 1e-9) - 1)/(t_mult - 1), "
               "s/t_0 - floor(s/t_0))))/2",
    .note = "Half a cosine again and again, each cycle m times as long (SGDR: Loshchilov & "
            "Hutter, 2017). PyTorch’s CosineAnnealingWarmRestarts.",
    .order = 90,
    .params = {LAB_STEP_COUNT("t_0", "T_0", "steps of the first cycle", 10),
               {.key = "t_mult",
                .symbol = "m",
                .label = "growth of a cycle",
                .min = 1,
                .max = 100,
                .preset = 2,
                .scale = LAB_INTEGER,
                .from = 1,
                .to = 4},
               LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
