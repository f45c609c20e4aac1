/* A straight line from one factor of η0 to another, then constant:
 *
 *     η_t = η0 (α + (β - α) min(s, T)/T)
 *
 * s counts the steps already taken. torch's LinearLR, whose defaults (1/3 to 1 in 5) are a warm-up;
 * with α = 0 torch divides by 0, this starts at 0. */
#include "lab.h"

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double start_factor = params[0], end_factor = params[1], total_iters = params[2];
    const double taken = s < total_iters ? s : total_iters;
    return lr0 * (start_factor + (end_factor - start_factor) * taken / total_iters);
}

const lab_schedule lab_schedule_linear = {
    .key = "linear",
    .name = "Linear",
    .formula = "lr0*(start_factor + (end_factor - start_factor)*min(s, "
               "total_iters)/total_iters)",
    .note = "From one factor of η0 to another in a straight line, then constant. PyTorch’s "
            "LinearLR.",
    .order = 40,
    .params = {{.key = "start_factor",
                .symbol = "α",
                .label = "factor at the start",
                .max = 1,
                .preset = 1},
               {.key = "end_factor", .symbol = "β", .label = "factor at the end", .max = 1},
               LAB_STEP_COUNT("total_iters", "T", "steps in all", 50)},
    .rate = rate,
};
