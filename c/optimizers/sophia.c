/* Sophia (Liu et al., 2023), with the exact diagonal of the Hessian at every step in place of its
 * estimate:
 *
 *     m_t = β1 m_{t-1} + (1 - β1) g_t
 *     x_t = x_{t-1} - η u_t,  u_t = m_t / max(γ h_t, ε), clipped to ±1
 *
 * h_t is the diagonal of H at x_{t-1}. Not here: the average of the estimates, weight decay. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const double lr = hypers[0], beta1 = hypers[1], gamma = hypers[2], eps = hypers[3];
    double *restrict m = slots;
    for (size_t i = 0; i < at->dim * at->lanes; i++) {
        const double scaled = gamma * at->hdiag[i], below = scaled < eps ? eps : scaled;
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        const double ratio = m[i] / below, above = ratio < -1 ? -1 : ratio;
        x[i] = x[i] - lr * (above > 1 ? 1 : above);
    }
}

const lab_optimizer lab_optimizer_sophia = {
    .key = "sophia",
    .name = "Sophia",
    .aliases = "second-order clipped, diagonal Hessian",
    .paper = "Liu et al., Sophia: a scalable stochastic second-order optimizer for language model "
             "pre-training",
    .year = 2023,
    .since = 2,
    .rule = "m = beta1*m + (1 - beta1)*g\n"
            "u = m/max(gamma*hdiag, eps)\n"
            "x = x - lr*min(max(u, -1), 1)",
    .note = "Divides by the curvature of each coordinate and clips: Newton where it is safe, steps "
            "of η elsewhere. "
            "One slot, one diagonal of the Hessian a step.",
    .group = LAB_CLASSIC,
    .order = 101,
    .cost = {.g = 1, .h = 1},
    .hypers = {LAB_LEARNING_RATE(0.1),
               LAB_BETA1(0.96),
               {.key = "gamma",
                .symbol = "γ",
                .label = "scale of the curvature",
                .min = 1e-8,
                .max = 1000,
                .preset = 0.05,
                .scale = LAB_LOG,
                .from = 1e-3,
                .to = 10},
               LAB_EPSILON(1e-12)},
    .slots = {{.key = "m"}},
    .step = step,
};
