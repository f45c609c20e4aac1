/* Yogi (Zaheer et al., 2018): v moves towards g² by at most (1 - β2) g². Both averages start at
 * v_0:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = v_{t-1} - (1 - β2) sign(v_{t-1} - g_t²) g_t²
 *     x_t = x_{t-1} - η (m_t / (1 - β1^t)) / (√(v_t / (1 - β2^t)) + ε) */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        const double square = g[i] * g[i], d = v[i] - square;
        v[i] = v[i] - (1 - beta2) * lab_sign(d) * square;
        x[i] = x[i] - lr * (m[i] / first) / (sqrt(v[i] / second) + eps);
    }
}

const lab_optimizer lab_optimizer_yogi = {
    .key = "yogi",
    .name = "Yogi",
    .aliases = "additive adaptive update, Adam with controlled growth",
    .paper = "Zaheer et al., Adaptive methods for nonconvex optimization",
    .year = 2018,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = v - (1 - beta2)*sign(v - g^2)*g^2\n"
            "x = x - lr*(m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)",
    .effective = "lr/(sqrt(v/(1 - beta2^t)) + eps)",
    .note = "Adam whose average of squares grows slowly, so that the rate cannot jump. Two slots.",
    .group = LAB_MODERN,
    .order = 73,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-3),
               LAB_INITIAL_SUM("v0", "v_0", 1e-6)},
    .slots = {{.key = "m", .init = "v0"}, {.key = "v", .init = "v0"}},
    .step = step,
};
