/* One cycle in three phases (Smith & Topin, Super-Convergence, 2018), half a cosine each:
 *
 *     up from η0/d to η0, which is reached at s = q = p T - 1,
 *     down to η0/d again, reached at s = 2 q,
 *     then down to η0/(d d_end), reached at s = T - 1, and constant after it
 *
 * s counts the steps already taken. torch's OneCycleLR with three_phase = True; for the rest see
 * one_cycle.c. p is at most 1/2, so that there is a third phase. */
#include "lab.h"

#include <math.h>

static double rate(double s, double steps, double lr0, const double *params) {
    (void)steps;
    const double total_steps = params[0], peak = params[1] * total_steps - 1;
    const double start = 1 / params[2], end = 1 / (params[2] * params[3]);
    /* The first two phases mirror each other around the peak. */
    if (s < 2 * peak) return lr0 * (start + (1 - start) * (1 - cos(LAB_PI * s / peak)) / 2);
    const double fall = lab_at_most((s - 2 * peak) / (total_steps - 1 - 2 * peak), 1);
    return lr0 * (end + (start - end) * (1 + cos(LAB_PI * fall)) / 2);
}

const lab_schedule lab_schedule_one_cycle_three_phase = {
    .key = "one_cycle_three_phase",
    .name = "One cycle, three phases",
    .formula = "lr0*where(s < 2*(pct_start*total_steps - 1), "
               "1/div_factor + (1 - 1/div_factor)*(1 - cos(pi*s/(pct_start*total_steps - 1)))/2, "
               "1/(div_factor*final_div_factor) + (1/div_factor - 1/(div_factor*final_div_factor))*"
               "(1 + cos(pi*min((s - 2*(pct_start*total_steps - 1))/"
               "(total_steps - 1 - 2*(pct_start*total_steps - 1)), 1)))/2)",
    .note = "Up to η0, down again as fast, then on down to almost 0. PyTorch’s OneCycleLR with "
            "three_phase = True.",
    .order = 114,
    .params = {LAB_STEP_COUNT("total_steps", "T", "steps in all", 50), LAB_RISING_PART(0.3, 0.5),
               LAB_FIRST_DIVISOR(25), LAB_LAST_DIVISOR(1e4)},
    .rate = rate,
};
