/* RAdam (Liu et al., 2019), as torch.optim.RAdam has it:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     ρ∞ = 2 / (1 - β2) - 1,  ρ_t = ρ∞ - 2 t β2^t / (1 - β2^t)
 *     r_t = √((ρ_t - 4)(ρ_t - 2) ρ∞ / ((ρ∞ - 4)(ρ∞ - 2) ρ_t))
 *     x_t = x_{t-1} - η m_t / (1 - β1^t) r_t √(1 - β2^t) / (√v_t + ε)   where ρ_t > 5
 *     x_t = x_{t-1} - η m_t / (1 - β1^t)                                elsewhere */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    const double most = 2 / (1 - beta2) - 1, rho = most - 2 * t * pow(beta2, t) / second;
    const double r = sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho));
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        x[i] = x[i] - lr * m[i] / first * (rho > 5 ? r * sqrt(second) / (sqrt(v[i]) + eps) : 1);
    }
}

const lab_optimizer lab_optimizer_radam = {
    .key = "radam",
    .name = "RAdam",
    .aliases = "torch.optim.RAdam, rectified Adam",
    .paper = "Liu et al., On the variance of the adaptive learning rate and beyond",
    .year = 2019,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "most = 2/(1 - beta2) - 1\n"
            "rho = most - 2*t*beta2^t/(1 - beta2^t)\n"
            "r = sqrt((rho - 4)*(rho - 2)*most/((most - 4)*(most - 2)*rho))\n"
            "x = x - lr*m/(1 - beta1^t)*where(rho > 5, r*sqrt(1 - beta2^t)/(sqrt(v) + eps), 1)",
    .note = "Adam that starts as momentum until the average of squares can be trusted: a warm-up "
            "built in. Two slots.",
    .group = LAB_PYTORCH,
    .order = 67,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.001), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-8)},
    .slots = {{.key = "m"}, {.key = "v"}},
    .step = step,
};
