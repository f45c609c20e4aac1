/* LaProp (Ziyin, Wang & Ueda, 2020): normalise first, then average:
 *
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     m_t = β1 m_{t-1} + (1 - β1) η g_t √(1 - β2^t) / (√v_t + ε)
 *     x_t = x_{t-1} - m_t / (1 - β1^t) */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double first = 1 - pow(beta1, t), root = sqrt(1 - pow(beta2, t));
    for (size_t i = 0; i < n; i++) {
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        m[i] = beta1 * m[i] + (1 - beta1) * (lr * g[i] * root / (sqrt(v[i]) + eps));
        x[i] = x[i] - m[i] / first;
    }
}

const lab_optimizer lab_optimizer_laprop = {
    .key = "laprop",
    .name = "LaProp",
    .aliases = "RMSProp before momentum, decoupled momentum and adaptivity",
    .paper = "Ziyin, Wang & Ueda, LaProp: separating momentum and adaptivity in Adam",
    .year = 2020,
    .since = 2,
    .rule = "v = beta2*v + (1 - beta2)*g^2\n"
            "m = beta1*m + (1 - beta1)*(lr*g*sqrt(1 - beta2^t)/(sqrt(v) + eps))\n"
            "x = x - m/(1 - beta1^t)",
    .note = "Adam in the other order: gradients are normalised before they are averaged, which "
            "allows a small β₂. Two slots.",
    .group = LAB_MODERN,
    .order = 81,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-15)},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
