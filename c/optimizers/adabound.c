/* AdaBound (Luo et al., 2019): Adam's rate of each coordinate, kept between two bounds that meet at
 * η*:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     k_t = η √(1 - β2^t) / (1 - β1^t) / (√v_t + ε)
 *           clipped to η* (1 - 1 / (γ t + 1)) … η* (1 + 1 / (γ t))
 *     x_t = x_{t-1} - k_t m_t */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3],
                 final_lr = hypers[4], gamma = hypers[5];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double size = lr * sqrt(1 - pow(beta2, t)) / (1 - pow(beta1, t));
    const double low = final_lr * (1 - 1 / (gamma * t + 1)),
                 high = final_lr * (1 + 1 / (gamma * t));
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        const double rate = size / (sqrt(v[i]) + eps), below = rate > high ? high : rate;
        x[i] = x[i] - (below < low ? low : below) * m[i];
    }
}

const lab_optimizer lab_optimizer_adabound = {
    .key = "adabound",
    .name = "AdaBound",
    .aliases = "dynamic bound",
    .paper = "Luo et al., Adaptive gradient methods with dynamic bound of learning rate",
    .year = 2019,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "k = lr*sqrt(1 - beta2^t)/(1 - beta1^t)/(sqrt(v) + eps)\n"
            "k = max(min(k, final_lr*(1 + 1/(gamma*t))), final_lr*(1 - 1/(gamma*t + 1)))\n"
            "x = x - k*m",
    .note = "Begins as Adam and ends as momentum with one rate for all. Two slots.",
    .group = LAB_MODERN,
    .order = 75,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1),
               LAB_BETA1(0.9),
               LAB_BETA2(0.999),
               LAB_EPSILON(1e-8),
               {.key = "final_lr",
                .symbol = "η*",
                .label = "final rate",
                .min = 1e-8,
                .max = 1000,
                .preset = 0.1,
                .scale = LAB_LOG,
                .from = 1e-3,
                .to = 2},
               {.key = "gamma",
                .symbol = "γ",
                .label = "speed of the bounds",
                .min = 1e-8,
                .max = 1,
                .preset = 1e-3,
                .scale = LAB_LOG,
                .from = 1e-5,
                .to = 1}},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
