/* Momentum, velocity form (Polyak, 1964; the lecture’s first form):
 *
 *     v_t = m v_{t-1} - η g_t
 *     x_t = x_{t-1} + v_t
 *
 * Not here: Nesterov’s look-ahead (nesterov), dampening. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], m = hypers[1];
    double *restrict v = slots;
    for (size_t i = 0; i < n; i++) {
        v[i] = m * v[i] - lr * g[i];
        x[i] = x[i] + v[i];
    }
}

const lab_optimizer lab_optimizer_momentum = {
    .key = "momentum",
    .name = "Momentum",
    .aliases = "heavy ball, Polyak momentum, velocity, classical momentum, SGD with momentum, γ, μ",
    .paper = "Polyak, Some methods of speeding up the convergence of iteration methods",
    .year = 1964,
    .rule = "v = m*v - lr*g\n"
            "x = x + v",
    .stable = "where(m < 1, 2*(1 + m), 0)",
    .note = "The velocity carries −η g and is added to x; the lecture’s first form.",
    .group = LAB_LECTURE,
    .order = 20,
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_MOMENTUM("m", "m", 0.9)},
    .slots = {{.key = "v"}},
    .step = step,
};
