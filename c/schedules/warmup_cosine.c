/* Linear warm-up, then cosine annealing (Goyal et al., 2017; Loshchilov & Hutter, 2017):
 *
 *     η_t = η0 (α + (1 - α) s/W)                              for s < W
 *     η_t = η_min + (η0 - η_min) (1 + cos(π (s - W)/T))/2     from then on
 *
 * s counts the steps already taken. torch's LinearLR(start_factor = α, total_iters = W) and
 * CosineAnnealingLR(T_max = T, eta_min) in a SequentialLR with its milestone at W: T counts from
 * there, and after W + T the rate climbs again. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double start_factor = params[0], total_iters = params[1], t_max = params[2],
                 eta_min = params[3];
    if (s < total_iters) return lr0 * (start_factor + (1 - start_factor) * s / total_iters);
    return eta_min + (lr0 - eta_min) * (1 + cos(LAB_PI * (s - total_iters) / t_max)) / 2;
}

const lab_schedule lab_schedule_warmup_cosine = {
    .key = "warmup_cosine",
    .name = "Warm-up and cosine",
    .formula = "where(s < total_iters, lr0*(start_factor + (1 - "
               "start_factor)*s/total_iters), "
               "eta_min + (lr0 - eta_min)*(1 + cos(pi*(s - total_iters)/t_max))/2)",
    .note = "Up in a straight line (Goyal et al., 2017), then down half a cosine. PyTorch’s "
            "LinearLR and CosineAnnealingLR in a SequentialLR.",
    .order = 100,
    .params = {{.key = "start_factor",
                .symbol = "α",
                .label = "factor at the start",
                .max = 1,
                .preset = 0.1},
               LAB_STEP_COUNT("total_iters", "W", "warm-up steps", 5),
               LAB_STEP_COUNT("t_max", "T", "steps to the lowest rate", 45),
               LAB_LOWEST_RATE("eta_min")},
    .rate = rate,
};
