/* AdamW (Loshchilov & Hutter, 2017), as torch.optim.AdamW has it:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     x_t = x_{t-1} (1 - η λ) - η (m_t / (1 - β1^t)) / (√(v_t / (1 - β2^t)) + ε)
 *
 * Not here: AMSGrad. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3],
                 weight_decay = hypers[4];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        x[i] = x[i] * (1 - lr * weight_decay) - lr * (m[i] / first) / (sqrt(v[i] / second) + eps);
    }
}

const lab_optimizer lab_optimizer_adamw = {
    .key = "adamw",
    .name = "AdamW",
    .aliases = "torch.optim.AdamW, decoupled weight decay, Adam with weight decay",
    .paper = "Loshchilov & Hutter, Decoupled weight decay regularization",
    .year = 2017,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "x = x*(1 - lr*weight_decay) - lr*(m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)",
    .effective = "lr/(sqrt(v/(1 - beta2^t)) + eps)",
    .note = "Adam that shrinks the weights directly, not through the gradient: today’s default for "
            "transformers. Two slots.",
    .group = LAB_PYTORCH,
    .order = 64,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-8),
               LAB_WEIGHT_DECAY(0.01)},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
