/* Momentum as an exponentially weighted average of the gradient (the lecture’s third form):
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     x_t = x_{t-1} - η m_t
 *
 * Not here: bias correction (adam_first has it). */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1];
    double *restrict m = slots;
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        x[i] = x[i] - lr * m[i];
    }
}

const lab_optimizer lab_optimizer_momentum_ewa = {
    .key = "momentum_ewa",
    .name = "Momentum, averaged gradient",
    .aliases = "EWA form, EMA form, averaged gradient, exponentially weighted average, β",
    .paper = "Polyak, Some methods of speeding up the convergence of iteration methods",
    .year = 1964,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "x = x - lr*m",
    .stable = "2*(1 + beta1)/(1 - beta1)",
    .note = "Steps along an average of the gradients; the lecture’s third form and the first half "
            "of Adam.",
    .group = LAB_LECTURE,
    .order = 22,
    .family = "momentum",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9)},
    .slots = {{.key = "m"}},
    .step = step,
};
