/* ADOPT (Taniguchi et al., 2024), as in the authors' code. The first step only fills v, and so
 * bounds nothing:
 *
 *     u_t = g_t / max(√v_{t-1}, ε), clipped to ± (t - 1)^¼
 *     m_t = β1 m_{t-1} + (1 - β1) u_t
 *     x_t = x_{t-1} - η m_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²,  v_1 = g_1² */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double most = pow(t - 1, 0.25);
    for (size_t i = 0; i < n; i++) {
        const double root = sqrt(v[i]), ratio = g[i] / (root < eps ? eps : root);
        const double above = ratio < -most ? -most : ratio, u = above > most ? most : above;
        m[i] = beta1 * m[i] + (1 - beta1) * u;
        x[i] = x[i] - lr * m[i];
        v[i] = t > 1 ? beta2 * v[i] + (1 - beta2) * (g[i] * g[i]) : g[i] * g[i];
    }
}

const lab_optimizer lab_optimizer_adopt = {
    .key = "adopt",
    .name = "ADOPT",
    .aliases = "Adam that converges with any β_2",
    .paper = "Taniguchi et al., ADOPT: modified Adam can converge with any β2",
    .year = 2024,
    .since = 2,
    .rule = "c = (t - 1)^0.25\n"
            "u = min(max(g/max(sqrt(v), eps), -c), c)\n"
            "m = beta1*m + (1 - beta1)*u\n"
            "x = x - lr*m\n"
            "v = where(t > 1, beta2*v + (1 - beta2)*g^2, g^2)",
    .note = "Adam that divides by the average before the new gradient joins it, and then averages: "
            "converges for any β₂. Two slots.",
    .group = LAB_MODERN,
    .order = 80,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.9999), LAB_EPSILON(1e-6)},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
