/* Adagrad, ε inside the root (Duchi, Hazan & Singer, 2011; the lecture):
 *
 *     s_t = s_{t-1} + g_t²
 *     x_t = x_{t-1} - η g_t / √(s_t + ε)
 *
 * Not here: ε outside the root and lr_decay (adagrad_torch). */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], eps = hypers[1];
    double *restrict s = slots;
    for (size_t i = 0; i < n; i++) {
        s[i] = s[i] + g[i] * g[i];
        x[i] = x[i] - lr * g[i] / sqrt(s[i] + eps);
    }
}

const lab_optimizer lab_optimizer_adagrad = {
    .key = "adagrad",
    .name = "Adagrad",
    .aliases = "adaptive gradient, sum of squared gradients",
    .paper = "Duchi, Hazan & Singer, Adaptive subgradient methods for online learning and "
             "stochastic optimization",
    .year = 2011,
    .rule = "s = s + g^2\n"
            "x = x - lr*g/sqrt(s + eps)",
    .effective = "lr/sqrt(s + eps)",
    .note = "ε inside the root, as in the lecture; the sum only grows, so the steps die out.",
    .group = LAB_LECTURE,
    .order = 30,
    .hypers = {LAB_LEARNING_RATE(0.5), LAB_EPSILON(1e-7), LAB_INITIAL_SUM("s0", "s_0", 0)},
    .slots = {{.key = "s", .init = "s0"}},
    .step = step,
};
