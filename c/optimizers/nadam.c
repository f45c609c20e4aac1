/* NAdam (Dozat, 2016), as torch.optim.NAdam has it:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     μ_t = β1 (1 - 0.5 · 0.96^{t ψ}),  p_t = μ_1 μ_2 … μ_t
 *     u_t = (1 - μ_t) / (1 - p_t) g_t + μ_{t+1} / (1 - p_t μ_{t+1}) m_t
 *     x_t = x_{t-1} - η u_t / (√(v_t / (1 - β2^t)) + ε)
 *
 * p is the same number in every coordinate. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3],
                 momentum_decay = hypers[4];
    double *restrict m = slots;
    double *restrict v = slots + n;
    double *restrict p = slots + 2 * n;
    const double second = 1 - pow(beta2, t);
    const double mu = beta1 * (1 - 0.5 * pow(0.96, t * momentum_decay));
    const double next = beta1 * (1 - 0.5 * pow(0.96, (t + 1) * momentum_decay));
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        p[i] = t > 1 ? p[i] * mu : mu;
        const double u = (1 - mu) / (1 - p[i]) * g[i] + next / (1 - p[i] * next) * m[i];
        x[i] = x[i] - lr * u / (sqrt(v[i] / second) + eps);
    }
}

const lab_optimizer lab_optimizer_nadam = {
    .key = "nadam",
    .name = "NAdam",
    .aliases = "torch.optim.NAdam, Nesterov Adam",
    .paper = "Dozat, Incorporating Nesterov momentum into Adam",
    .year = 2016,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "mu = beta1*(1 - 0.5*0.96^(t*momentum_decay))\n"
            "next = beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))\n"
            "p = where(t > 1, p*mu, mu)\n"
            "u = (1 - mu)/(1 - p)*g + next/(1 - p*next)*m\n"
            "x = x - lr*u/(sqrt(v/(1 - beta2^t)) + eps)",
    .effective = "lr/(sqrt(v/(1 - beta2^t)) + eps)",
    .note = "Adam with Nesterov’s look ahead: the gradient counts once more in its own step. Three "
            "slots.",
    .group = LAB_PYTORCH,
    .order = 66,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.002),
               LAB_BETA1(0.9),
               LAB_BETA2(0.999),
               LAB_EPSILON(1e-8),
               {.key = "momentum_decay",
                .symbol = "ψ",
                .label = "decay of the momentum",
                .max = 1,
                .preset = 0.004,
                .from = 0,
                .to = 0.1}},
    .slots = {{.key = "m"}, {.key = "v"}, {.key = "p"}},
    .step = step,
};
