/* AdEMAMix (Pagliardini, Ablin & Grangier, 2024) without its warm-ups; only the fast average is
 * corrected:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     s_t = β3 s_{t-1} + (1 - β3) g_t
 *     x_t = x_{t-1} - η (m_t / (1 - β1^t) + α s_t) / (√(v_t / (1 - β2^t)) + ε) */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3],
                 beta3 = hypers[4], alpha = hypers[5];
    double *restrict m = slots;
    double *restrict v = slots + n;
    double *restrict s = slots + 2 * n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        s[i] = beta3 * s[i] + (1 - beta3) * g[i];
        x[i] = x[i] - lr * (m[i] / first + alpha * s[i]) / (sqrt(v[i] / second) + eps);
    }
}

const lab_optimizer lab_optimizer_ademamix = {
    .key = "ademamix",
    .name = "AdEMAMix",
    .aliases = "Adam with two averages, slow and fast EMA, dual EMA",
    .paper = "Pagliardini, Ablin & Grangier, The AdEMAMix optimizer: better, faster, older",
    .year = 2024,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "s = beta3*s + (1 - beta3)*g\n"
            "x = x - lr*(m/(1 - beta1^t) + alpha*s)/(sqrt(v/(1 - beta2^t)) + eps)",
    .effective = "lr/(sqrt(v/(1 - beta2^t)) + eps)",
    .note = "Adam with a second, much slower average that remembers thousands of gradients. Three "
            "slots.",
    .group = LAB_MODERN,
    .order = 79,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1),
               LAB_BETA1(0.9),
               LAB_BETA2(0.999),
               LAB_EPSILON(1e-8),
               LAB_DECAY("beta3", "β_3", "decay of the slow average", 0.9999),
               {.key = "alpha",
                .symbol = "α",
                .label = "weight of the slow average",
                .max = 1000,
                .preset = 5,
                .from = 0,
                .to = 20}},
    .slots = {{.key = "m"}, {.key = "v"}, {.key = "s"}},
    .step = step,
};
