/* One cycle in straight lines (Smith, A disciplined approach, 2018):
 *
 *     up from η0/d to η0, which is reached at s = p T - 1,
 *     then down to η0/(d d_end), reached at s = T - 1, and constant after it
 *
 * s counts the steps already taken. torch's OneCycleLR with anneal_strategy = 'linear'; for
 * the rest see one_cycle.c. */
#include "lab.h"

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double total_steps = params[0], pct_start = params[1];
    const double start = 1 / params[2], end = 1 / (params[2] * params[3]);
    const double peak = pct_start * total_steps - 1;
    if (s < peak) return lr0 * (start + (1 - start) * s / peak);
    const double fall = (s + 1 - pct_start * total_steps) / (total_steps * (1 - pct_start));
    return lr0 * (end + (1 - end) * (1 - (fall < 1 ? fall : 1)));
}

const lab_schedule lab_schedule_one_cycle_linear = {
    .key = "one_cycle_linear",
    .name = "One cycle, linear",
    .formula = "lr0*where(s < pct_start*total_steps - 1, "
               "1/div_factor + (1 - 1/div_factor)*s/(pct_start*total_steps - 1), "
               "1/(div_factor*final_div_factor) + (1 - 1/(div_factor*final_div_factor))*(1 - "
               "min((s + 1 - pct_start*total_steps)/(total_steps*(1 - pct_start)), 1)))",
    .note = "One cycle in straight lines. PyTorch’s OneCycleLR with anneal_strategy = 'linear'.",
    .order = 112,
    .params = {LAB_STEP_COUNT("total_steps", "T", "steps in all", 50), LAB_RISING_PART(0.3, 0.99),
               LAB_FIRST_DIVISOR(25), LAB_LAST_DIVISOR(1e4)},
    .rate = rate,
};
