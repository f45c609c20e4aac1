/* Adam (Kingma & Ba, 2014), both moments corrected, ε outside the root, as PyTorch and Keras have
 * it:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     m̂_t = m_t / (1 - β1^t),  v̂_t = v_t / (1 - β2^t)
 *     x_t = x_{t-1} - η m̂_t / (√v̂_t + ε)
 *
 * Not here: weight decay (AdamW), AMSGrad. */
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
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        x[i] = x[i] - lr * (m[i] / first) / (sqrt(v[i] / second) + eps);
    }
}

const lab_optimizer lab_optimizer_adam = {
    .key = "adam",
    .name = "Adam",
    .aliases = "adaptive moment estimation, torch.optim.Adam, bias-corrected Adam",
    .paper = "Kingma & Ba, Adam: a method for stochastic optimization",
    .year = 2014,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "mhat = m/(1 - beta1^t)\n"
            "vhat = v/(1 - beta2^t)\n"
            "x = x - lr*mhat/(sqrt(vhat) + eps)",
    .effective = "lr/(sqrt(v/(1 - beta2^t)) + eps)",
    .note = "As published: both moments corrected, ε outside the root; the same as PyTorch.",
    .group = LAB_LECTURE,
    .order = 52,
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-8)},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
