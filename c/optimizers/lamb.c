/* LAMB (You et al., 2019): Adam's step, scaled to the size of the weights:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²
 *     u_t = (m_t / (1 - β1^t)) / (√(v_t / (1 - β2^t)) + ε)
 *     x_t = x_{t-1} - η r_t u_t,  r_t = ‖x_{t-1}‖ / ‖u_t‖, 1 where either norm is 0
 *
 * The whole point is one layer. u is a slot only so that tables show it. Not here: weight decay. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t dim = at->dim, lanes = at->lanes, n = dim * lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + n;
    double *restrict u = slots + 2 * n;
    const double first = 1 - pow(beta1, t), second = 1 - pow(beta2, t);
    for (size_t i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        u[i] = (m[i] / first) / (sqrt(v[i] / second) + eps);
    }
    for (size_t j = 0; j < lanes; j++) {
        const double p = lab_norm(&x[j], dim, lanes), q = lab_norm(&u[j], dim, lanes);
        const double r = p == 0 || q == 0 ? 1 : p / q;
        for (size_t i = j; i < n; i += lanes) x[i] = x[i] - lr * r * u[i];
    }
}

const lab_optimizer lab_optimizer_lamb = {
    .key = "lamb",
    .name = "LAMB",
    .aliases = "layer-wise Adam, large batch",
    .paper = "You et al., Large batch optimization for deep learning: training BERT in 76 minutes",
    .year = 2019,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "v = beta2*v + (1 - beta2)*g^2\n"
            "u = (m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)\n"
            "p = norm(x)\n"
            "q = norm(u)\n"
            "r = where(p == 0, 1, where(q == 0, 1, p/q))\n"
            "x = x - lr*r*u",
    .note =
        "Adam for very large batches: its step is scaled to the size of the weights. Two slots.",
    .group = LAB_WHOLE_VECTOR,
    .order = 92,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.01), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-6)},
    .slots = {{.key = "m"}, {.key = "v"}, {.key = "u"}},
    .step = step,
};
