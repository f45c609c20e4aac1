/* NovoGrad (Ginsburg et al., 2019): the second moment is one number for the whole vector:
 *
 *     v_t = β2 v_{t-1} + (1 - β2) ‖g_t‖²,  v_1 = ‖g_1‖²
 *     m_t = β1 m_{t-1} + g_t / (√v_t + ε)
 *     x_t = x_{t-1} - η m_t
 *
 * The whole point is one layer. Not here: weight decay. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t dim = at->dim, lanes = at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    double *restrict v = slots + dim * lanes;
    for (size_t j = 0; j < lanes; j++) {
        const double q = lab_dot(&g[j], &g[j], dim, lanes);
        v[j] = t > 1 ? beta2 * v[j] + (1 - beta2) * q : q;
        for (size_t i = j; i < dim * lanes; i += lanes) {
            m[i] = beta1 * m[i] + g[i] / (sqrt(v[j]) + eps);
            x[i] = x[i] - lr * m[i];
        }
    }
}

const lab_optimizer lab_optimizer_novograd = {
    .key = "novograd",
    .name = "NovoGrad",
    .aliases = "layer-wise second moment",
    .paper = "Ginsburg et al., Stochastic gradient methods with layer-wise adaptive moments for "
             "training of "
             "deep networks",
    .year = 2019,
    .since = 2,
    .rule = "q = dot(g, g)\n"
            "v = where(t > 1, beta2*v + (1 - beta2)*q, q)\n"
            "m = beta1*m + g/(sqrt(v) + eps)\n"
            "x = x - lr*m",
    .note = "Adam with one second moment for the whole vector: normalises the gradient, keeps its "
            "direction. "
            "One slot and one number.",
    .group = LAB_WHOLE_VECTOR,
    .order = 93,
    .hypers = {LAB_LEARNING_RATE(0.01), LAB_BETA1(0.95), LAB_BETA2(0.98), LAB_EPSILON(1e-8)},
    .slots = {{.key = "m"}, {.key = "v", .per_point = 1}},
    .step = step,
};
