/* Padam (Chen et al., 2018): Adam's root raised to a part of itself; p = ½ is Adam, p = 0 momentum:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     x_t = x_{t-1} - η √(1 - β2^t) / (1 - β1^t) m_t / (√v_t + ε)^{2p} */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3],
                 partial = hypers[4];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double size = lr * sqrt(1 - pow(beta2, t)) / (1 - pow(beta1, t));
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        x[i] = x[i] - size * m[i] / pow(sqrt(v[i]) + eps, 2 * partial);
    }
}

const lab_optimizer lab_optimizer_padam = {
    .key = "padam",
    .name = "Padam",
    .aliases = "partially adaptive momentum",
    .paper = "Chen et al., Closing the generalization gap of adaptive gradient methods in training "
             "deep neural networks",
    .year = 2018,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "x = x - lr*sqrt(1 - beta2^t)/(1 - beta1^t)*m/(sqrt(v) + eps)^(2*partial)",
    .note = "Between momentum and Adam: a partly adaptive rate. Two slots.",
    .group = LAB_MODERN,
    .order = 85,
    .family = "adam",
    .hypers =
        {LAB_LEARNING_RATE(0.1),
         LAB_BETA1(0.9),
         LAB_BETA2(0.999),
         LAB_EPSILON(1e-8),
         {.key = "partial", .symbol = "p", .label = "adaptivity", .max = 0.5, .preset = 0.25}},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
