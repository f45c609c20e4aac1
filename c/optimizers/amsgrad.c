/* AMSGrad (Reddi, Kale & Kumar, 2018), as torch.optim.Adam(amsgrad=True) has it:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     w_t = max(w_{t-1}, v_t)
 *     x_t = x_{t-1} - η (m_t / (1 - β1^t)) / (√(w_t / (1 - β2^t)) + ε) */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + n;
    double *restrict w = slots + 2 * n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        w[i] = w[i] > v[i] || isnan(w[i]) ? w[i] : v[i];
        x[i] = x[i] - lr * (m[i] / first) / (sqrt(w[i] / second) + eps);
    }
}

const lab_optimizer lab_optimizer_amsgrad = {
    .key = "amsgrad",
    .name = "AMSGrad",
    .aliases = "torch.optim.Adam amsgrad",
    .paper = "Reddi, Kale & Kumar, On the convergence of Adam and beyond",
    .year = 2018,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "w = max(w, v)\n"
            "x = x - lr*(m/(1 - beta1^t))/(sqrt(w/(1 - beta2^t)) + eps)",
    .effective = "lr/(sqrt(w/(1 - beta2^t)) + eps)",
    .note = "Adam whose denominator never shrinks, which mends the sequence on which Adam fails. "
            "Three slots.",
    .group = LAB_PYTORCH,
    .order = 63,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-8)},
    .slots = {{.key = "m"}, {.key = "v"}, {.key = "w"}},
    .step = step,
};
