/* AdaBelief (Zhuang et al., 2020), with the authors' ε inside the average:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     s_t = β2 s_{t-1} + (1 - β2) (g_t - m_t)² + ε
 *     x_t = x_{t-1} - η (m_t / (1 - β1^t)) / (√(s_t / (1 - β2^t)) + ε) */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict s = slots + n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        const double d = g[i] - m[i];
        s[i] = beta2 * s[i] + (1 - beta2) * (d * d) + eps;
        x[i] = x[i] - lr * (m[i] / first) / (sqrt(s[i] / second) + eps);
    }
}

const lab_optimizer lab_optimizer_adabelief = {
    .key = "adabelief",
    .name = "AdaBelief",
    .aliases = "belief in observed gradients",
    .paper = "Zhuang et al., AdaBelief optimizer: adapting stepsizes by the belief in observed "
             "gradients",
    .year = 2020,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "s = beta2*s + (1 - beta2)*(g - m)^2 + eps\n"
            "x = x - lr*(m/(1 - beta1^t))/(sqrt(s/(1 - beta2^t)) + eps)",
    .effective = "lr/(sqrt(s/(1 - beta2^t)) + eps)",
    .note = "Adam with the spread of the gradient around its mean: steps are long where gradients "
            "agree. Two slots.",
    .group = LAB_MODERN,
    .order = 72,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-16)},
    .slots = {{.key = "m"}, {.key = "s"}},
    .step = step,
};
