/* Lion (Chen et al., 2023), found by a search over programs:
 *
 *     u_t = β1 m_{t-1} + (1 - β1) g_t
 *     x_t = x_{t-1} - η (sign(u_t) + λ x_{t-1})
 *     m_t = β2 m_{t-1} + (1 - β2) g_t */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], weight_decay = hypers[3];
    double *restrict m = slots;
    for (size_t i = 0; i < n; i++) {
        const double u = beta1 * m[i] + (1 - beta1) * g[i];
        x[i] = x[i] - lr * (lab_sign(u) + weight_decay * x[i]);
        m[i] = beta2 * m[i] + (1 - beta2) * g[i];
    }
}

const lab_optimizer lab_optimizer_lion = {
    .key = "lion",
    .name = "Lion",
    .aliases = "evolved sign momentum",
    .paper = "Chen et al., Symbolic discovery of optimization algorithms",
    .year = 2023,
    .since = 2,
    .rule = "u = beta1*m + (1 - beta1)*g\n"
            "x = x - lr*(sign(u) + weight_decay*x)\n"
            "m = beta2*m + (1 - beta2)*g",
    .note = "The sign of a momentum: every step is η long in each coordinate. Half of Adam’s "
            "memory: one slot.",
    .group = LAB_MODERN,
    .order = 71,
    .hypers = {LAB_LEARNING_RATE(0.01), LAB_BETA1(0.9), LAB_BETA2(0.99), LAB_WEIGHT_DECAY(0)},
    .slots = {{.key = "m"}},
    .step = step,
};
