/* AggMo (Lucas et al., 2018) with three velocities, of momentum 0 (the gradient itself), 0.9 and
 * 0.99:
 *
 *     b_t = 0.9 b_{t-1} + g_t,  c_t = 0.99 c_{t-1} + g_t
 *     x_t = x_{t-1} - η / 3 (g_t + b_t + c_t) */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0];
    double *restrict b = slots;
    double *restrict c = slots + n;
    for (size_t i = 0; i < n; i++) {
        b[i] = 0.9 * b[i] + g[i];
        c[i] = 0.99 * c[i] + g[i];
        x[i] = x[i] - lr / 3 * (g[i] + b[i] + c[i]);
    }
}

const lab_optimizer lab_optimizer_aggmo = {
    .key = "aggmo",
    .name = "AggMo",
    .aliases = "aggregated momentum",
    .paper = "Lucas et al., Aggregated momentum: stability through passive damping",
    .year = 2018,
    .since = 2,
    .rule = "b = 0.9*b + g\n"
            "c = 0.99*c + g\n"
            "x = x - lr/3*(g + b + c)",
    .note = "Several momenta at once: the slow ones gather speed, the fast ones damp the swinging. "
            "Two slots.",
    .group = LAB_MODERN,
    .order = 78,
    .family = "momentum",
    .hypers = {LAB_LEARNING_RATE(0.1)},
    .slots = {{.key = "b"}, {.key = "c"}},
    .step = step,
};
