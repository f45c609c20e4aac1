/* MADGRAD (Defazio & Jelassi, 2021): dual averaging from the start x_0, with a cube root:
 *
 *     λ_t = (η + ε) √t
 *     v_t = v_{t-1} + λ_t g_t²,  s_t = s_{t-1} + λ_t g_t
 *     z_t = x_0 - s_t / (∛v_t + ε)
 *     x_t = c x_{t-1} + (1 - c) z_t */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], momentum = hypers[1], eps = hypers[2];
    double *restrict s = slots;
    double *restrict v = slots + n;
    double *restrict o = slots + 2 * n;
    const double k = (lr + eps) * sqrt(t);
    for (size_t i = 0; i < n; i++) {
        v[i] = v[i] + k * (g[i] * g[i]);
        s[i] = s[i] + k * g[i];
        const double z = o[i] - s[i] / (pow(v[i], 1.0 / 3) + eps);
        x[i] = momentum * x[i] + (1 - momentum) * z;
    }
}

const lab_optimizer lab_optimizer_madgrad = {
    .key = "madgrad",
    .name = "MADGRAD",
    .aliases = "momentumized adaptive dual averaging",
    .paper = "Defazio & Jelassi, Adaptivity without compromise: a momentumized, adaptive, dual "
             "averaged gradient method",
    .year = 2021,
    .since = 2,
    .rule = "k = (lr + eps)*sqrt(t)\n"
            "v = v + k*g^2\n"
            "s = s + k*g\n"
            "z = o - s/(v^(1/3) + eps)\n"
            "x = momentum*x + (1 - momentum)*z\n"
            "o = o",
    .note = "All gradients so far, weighed by √t, drawn from the start: forgets nothing and still "
            "adapts. Three slots.",
    .group = LAB_MODERN,
    .order = 82,
    /* x is drawn to a slot that does not decay. */
    .refuses = 1 << LAB_DECOUPLED,
    .hypers = {LAB_LEARNING_RATE(0.01), LAB_MOMENTUM("momentum", "c", 0.9), LAB_EPSILON(1e-6)},
    .slots = {{.key = "s"}, {.key = "v"}, {.key = "o", .symbol = "x_0", .init = "x"}},
    .step = step,
};
