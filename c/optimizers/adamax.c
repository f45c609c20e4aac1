/* AdaMax (Kingma & Ba, 2014, section 7.1), as torch.optim.Adamax has it:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     u_t = max(β2 u_{t-1}, |g_t| + ε)
 *     x_t = x_{t-1} - η / (1 - β1^t) m_t / u_t */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict u = slots + n;
    const double first = 1 - pow(beta1, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        const double old = beta2 * u[i], now = fabs(g[i]) + eps;
        u[i] = old > now || isnan(old) ? old : now;
        x[i] = x[i] - lr / first * m[i] / u[i];
    }
}

const lab_optimizer lab_optimizer_adamax = {
    .key = "adamax",
    .name = "AdaMax",
    .aliases = "torch.optim.Adamax, infinity norm",
    .paper = "Kingma & Ba, Adam: a method for stochastic optimization, section 7.1",
    .year = 2014,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "u = max(beta2*u, abs(g) + eps)\n"
            "x = x - lr/(1 - beta1^t)*m/u",
    .effective = "lr/(1 - beta1^t)/u",
    .note = "Adam with the largest recent gradient in place of the mean square. Two slots.",
    .group = LAB_PYTORCH,
    .order = 65,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.002), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-8)},
    .slots = {{.key = "m"}, {.key = "u"}},
    .step = step,
};
