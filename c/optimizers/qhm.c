/* QHM (Ma & Yarats, 2018): a mixture of the gradient and its average:
 *
 *     m_t = β m_{t-1} + (1 - β) g_t
 *     x_t = x_{t-1} - η ((1 - ν) g_t + ν m_t) */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], momentum = hypers[1], nu = hypers[2];
    double *restrict m = slots;
    for (size_t i = 0; i < n; i++) {
        m[i] = momentum * m[i] + (1 - momentum) * g[i];
        x[i] = x[i] - lr * ((1 - nu) * g[i] + nu * m[i]);
    }
}

const lab_optimizer lab_optimizer_qhm = {
    .key = "qhm",
    .name = "QHM",
    .aliases = "quasi-hyperbolic momentum",
    .paper = "Ma & Yarats, Quasi-hyperbolic momentum and Adam for deep learning",
    .year = 2018,
    .since = 2,
    .rule = "m = momentum*m + (1 - momentum)*g\n"
            "x = x - lr*((1 - nu)*g + nu*m)",
    .note = "Between gradient descent (ν = 0) and the averaged gradient (ν = 1); many methods are "
            "special cases. One slot.",
    .group = LAB_MODERN,
    .order = 76,
    .family = "momentum",
    .hypers =
        {LAB_LEARNING_RATE(0.1),
         LAB_MOMENTUM("momentum", "β", 0.999),
         {.key = "nu", .symbol = "ν", .label = "share of the average", .max = 1, .preset = 0.7}},
    .slots = {{.key = "m"}},
    .step = step,
};
