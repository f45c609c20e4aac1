/* One cycle (Smith & Topin, Super-Convergence, 2018), in two phases of half a cosine each:
 *
 *     up from η0/d to η0, which is reached at s = p T - 1,
 *     then down to η0/(d d_end), reached at s = T - 1
 *
 * s counts the steps already taken. torch's OneCycleLR with max_lr = η0, total_steps = T, pct_start
 * = p, div_factor = d, final_div_factor = d_end. After T steps torch raises an error; here the rate
 * stays where it is. Not here: the momentum, which torch moves against the rate unless
 * cycle_momentum = False. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double total_steps = params[0], pct_start = params[1];
    const double start = 1 / params[2], end = 1 / (params[2] * params[3]);
    const double peak = pct_start * total_steps - 1;
    if (s < peak) return lr0 * (start + (1 - start) * (1 - cos(LAB_PI * s / peak)) / 2);
    const double fall = (s + 1 - pct_start * total_steps) / (total_steps * (1 - pct_start));
    return lr0 * (end + (1 - end) * (1 + cos(LAB_PI * (fall < 1 ? fall : 1))) / 2);
}

const lab_schedule lab_schedule_one_cycle = {
    .key = "one_cycle",
    .name = "One cycle",
    .formula =
        "lr0*where(s < pct_start*total_steps - 1, "
        "1/div_factor + (1 - 1/div_factor)*(1 - cos(pi*s/(pct_start*total_steps - 1)))/2, "
        "1/(div_factor*final_div_factor) + (1 - 1/(div_factor*final_div_factor))*(1 + cos(pi*"
        "min((s + 1 - pct_start*total_steps)/(total_steps*(1 - pct_start)), 1)))/2)",
    .note = "Up to η0 and down to almost 0 in T steps (Smith & Topin, 2018). PyTorch’s "
            "OneCycleLR with max_lr = η0; the momentum stays.",
    .order = 110,
    .params = {LAB_STEP_COUNT("total_steps", "T", "steps in all", 50), LAB_RISING_PART(0.3, 0.99),
               LAB_FIRST_DIVISOR(25), LAB_LAST_DIVISOR(1e4)},
    .rate = rate,
};
