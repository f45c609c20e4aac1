/* Lookahead (Zhang et al., 2019) over SGD with momentum: every k steps the slow point s goes a part
 * of the way to where the fast one has come, and that begins again there:
 *
 *     v_t = β v_{t-1} + g_t
 *     q = x_{t-1} - η v_t
 *     s_t = s_{t-1} + α (q - s_{t-1}) and x_t = s_t, if k divides t; else x_t = q
 *
 * The velocity goes on. Not here: other rules below it. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], momentum = hypers[1], k = hypers[2];
    const double alpha = t / k == floor(t / k) ? hypers[3] : 0;
    double *restrict v = slots;
    double *restrict s = slots + n;
    for (size_t i = 0; i < n; i++) {
        v[i] = momentum * v[i] + g[i];
        x[i] = x[i] - lr * v[i];
        if (alpha > 0) x[i] = s[i] = s[i] + alpha * (x[i] - s[i]);
    }
}

const lab_optimizer lab_optimizer_lookahead = {
    .key = "lookahead",
    .name = "Lookahead",
    .aliases = "slow weights, fast weights",
    .paper = "Zhang et al., Lookahead optimizer: k steps forward, 1 step back",
    .year = 2019,
    .since = 2,
    .rule = "v = momentum*v + g\n"
            "q = x - lr*v\n"
            "s = where(t/k == floor(t/k), s + alpha*(q - s), s)\n"
            "x = where(t/k == floor(t/k), s, q)",
    .note = "Every k steps of momentum, back by a part of the way: swings and noise shrink. Two "
            "slots.",
    .group = LAB_MODERN,
    .order = 86,
    .refuses = 1 << LAB_DECOUPLED, /* x returns to a slot that does not decay */
    .family = "momentum_torch",
    .hypers = {LAB_LEARNING_RATE(0.1),
               LAB_MOMENTUM("momentum", "β", 0.9),
               LAB_STEP_COUNT("k", "k", "steps forward", 5),
               {.key = "alpha",
                .symbol = "α",
                .label = "part of the way",
                .min = 1e-9,
                .max = 1,
                .preset = 0.5}},
    .slots = {{.key = "v"}, {.key = "s", .init = "x"}},
    .step = step,
};
