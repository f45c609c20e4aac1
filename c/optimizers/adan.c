/* Adan (Xie et al., 2022); β multiplies the old average, as in the authors' code:
 *
 *     d_t = g_t - g_{t-1},  d_1 = 0
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     w_t = β2 w_{t-1} + (1 - β2) d_t
 *     n_t = β3 n_{t-1} + (1 - β3) (g_t + β2 d_t)²
 *     x_t = x_{t-1} - η (m_t / (1 - β1^t) + β2 w_t / (1 - β2^t)) / (√(n_t / (1 - β3^t)) + ε)
 *
 * Not here: weight decay. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], beta3 = hypers[3],
                 eps = hypers[4];
    double *restrict m = slots;
    double *restrict w = slots + n;
    double *restrict square = slots + 2 * n;
    double *restrict p = slots + 3 * n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t), third = 1 - pow(beta3, t);
    for (size_t i = 0; i < n; i++) {
        const double d = t > 1 ? g[i] - p[i] : 0, ahead = g[i] + beta2 * d;
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        w[i] = beta2 * w[i] + (1 - beta2) * d;
        square[i] = beta3 * square[i] + (1 - beta3) * (ahead * ahead);
        x[i] = x[i] - lr * (m[i] / first + beta2 * w[i] / second) / (sqrt(square[i] / third) + eps);
        p[i] = g[i];
    }
}

const lab_optimizer lab_optimizer_adan = {
    .key = "adan",
    .name = "Adan",
    .aliases = "adaptive Nesterov momentum",
    .paper = "Xie et al., Adan: adaptive Nesterov momentum algorithm",
    .year = 2022,
    .since = 2,
    .rule = "d = where(t > 1, g - p, 0)\n"
            "m = beta1*m + (1 - beta1)*g\n"
            "w = beta2*w + (1 - beta2)*d\n"
            "n = beta3*n + (1 - beta3)*(g + beta2*d)^2\n"
            "x = x - lr*(m/(1 - beta1^t) + beta2*w/(1 - beta2^t))/(sqrt(n/(1 - beta3^t)) + eps)\n"
            "p = g",
    .effective = "lr/(sqrt(n/(1 - beta3^t)) + eps)",
    .note = "Nesterov’s look ahead from the difference of two gradients. Four slots.",
    .group = LAB_MODERN,
    .order = 74,
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.98),
               LAB_DECAY("beta2", "β_2", "decay of the differences", 0.92),
               LAB_DECAY("beta3", "β_3", "decay of the squares", 0.99), LAB_EPSILON(1e-8)},
    .slots = {{.key = "m"}, {.key = "w"}, {.key = "n"}, {.key = "p", .symbol = "g"}},
    .step = step,
};
