/* QHAdam (Ma & Yarats, 2018): both of Adam's moments mixed with what they average:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     x_t = x_{t-1} - η ((1 - ν1) g_t + ν1 m̂_t) / (√((1 - ν2) g_t² + ν2 v̂_t) + ε)
 *
 * where m̂ and v̂ are the corrected averages of Adam. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3],
                 nu1 = hypers[4], nu2 = hypers[5];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        const double up = (1 - nu1) * g[i] + nu1 * (m[i] / first);
        x[i] = x[i] - lr * up / (sqrt((1 - nu2) * (g[i] * g[i]) + nu2 * (v[i] / second)) + eps);
    }
}

const lab_optimizer lab_optimizer_qhadam = {
    .key = "qhadam",
    .name = "QHAdam",
    .aliases = "quasi-hyperbolic Adam",
    .paper = "Ma & Yarats, Quasi-hyperbolic momentum and Adam for deep learning",
    .year = 2018,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "mhat = m/(1 - beta1^t)\n"
            "vhat = v/(1 - beta2^t)\n"
            "x = x - lr*((1 - nu1)*g + nu1*mhat)/(sqrt((1 - nu2)*g^2 + nu2*vhat) + eps)",
    .note = "Adam with two more knobs; at 1 and 1 it is Adam. Two slots.",
    .group = LAB_MODERN,
    .order = 77,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1),
               LAB_BETA1(0.9),
               LAB_BETA2(0.999),
               LAB_EPSILON(1e-8),
               {.key = "nu1",
                .symbol = "ν_1",
                .label = "share of the first average",
                .max = 1,
                .preset = 1},
               {.key = "nu2",
                .symbol = "ν_2",
                .label = "share of the second average",
                .max = 1,
                .preset = 1}},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
