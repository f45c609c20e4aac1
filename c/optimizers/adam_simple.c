/* Adam without bias correction, ε inside the root (the lecture’s simple Adam):
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     x_t = x_{t-1} - η m_t / √(v_t + ε)
 *
 * Not here: bias correction (adam_first, adam). */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + n;
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        x[i] = x[i] - lr * m[i] / sqrt(v[i] + eps);
    }
}

const lab_optimizer lab_optimizer_adam_simple = {
    .key = "adam_simple",
    .name = "Adam without correction",
    .aliases = "Adam without bias correction",
    .paper = "Kingma & Ba, Adam: a method for stochastic optimization",
    .year = 2014,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "x = x - lr*m/sqrt(v + eps)",
    .effective = "lr/sqrt(v + eps)",
    .note = "The lecture’s simple Adam: no correction, ε inside the root; its first steps are too "
            "long.",
    .group = LAB_LECTURE,
    .order = 50,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-7)},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
