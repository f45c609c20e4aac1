/* Prodigy (Mishchenko & Defazio, 2023), as in the authors' code without bias correction: Adam whose
 * rate is estimated from the distance travelled. d starts at d_0 and only grows:
 *
 *     h = d_{t-1} η,  k = d_{t-1} / d_0 h
 *     r_t = √β2 r_{t-1} + k ⟨g_t, x_0 - x_{t-1}⟩,  s_t = √β2 s_{t-1} + k g_t
 *     m_t = β1 m_{t-1} + (1 - β1) d_{t-1} g_t
 *     v_t = β2 v_{t-1} + (1 - β2) d_{t-1}² g_t²
 *     d_t = max(d_{t-1}, r_t / ‖s_t‖_1)
 *     x_t = x_{t-1} - h m_t / (√v_t + d_t ε)
 *
 * Not here: a bound on the growth of d, weight decay. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t dim = at->dim, lanes = at->lanes, n = dim * lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3],
                 d0 = hypers[4];
    double *restrict m = slots;
    double *restrict v = slots + n;
    double *restrict s = slots + 2 * n;
    const double *restrict o = slots + 3 * n;
    double *restrict r = slots + 4 * n;
    double *restrict d = slots + 4 * n + lanes;
    const double root = sqrt(beta2);
    for (size_t j = 0; j < lanes; j++) {
        const double h = d[j] * lr, k = d[j] / d0 * h;
        double along = 0, size = 0;
        for (size_t i = j; i < n; i += lanes) {
            along += g[i] * (o[i] - x[i]);
            m[i] = beta1 * m[i] + (1 - beta1) * d[j] * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (d[j] * d[j]) * (g[i] * g[i]);
            s[i] = root * s[i] + k * g[i];
            size += fabs(s[i]);
        }
        r[j] = root * r[j] + k * along;
        const double wanted = r[j] / size;
        if (size != 0 && !(wanted <= d[j])) d[j] = wanted;
        for (size_t i = j; i < n; i += lanes) x[i] = x[i] - h * m[i] / (sqrt(v[i]) + d[j] * eps);
    }
}

const lab_optimizer lab_optimizer_prodigy = {
    .key = "prodigy",
    .name = "Prodigy",
    .aliases = "learning-rate free, D-Adaptation, parameter-free",
    .paper = "Mishchenko & Defazio, Prodigy: an expeditiously adaptive parameter-free learner",
    .year = 2023,
    .since = 2,
    .rule = "h = d*lr\n"
            "k = d/d0*h\n"
            "r = sqrt(beta2)*r + k*dot(g, o - x)\n"
            "m = beta1*m + (1 - beta1)*d*g\n"
            "v = beta2*v + (1 - beta2)*d^2*g^2\n"
            "s = sqrt(beta2)*s + k*g\n"
            "c = sum(abs(s))\n"
            "d = where(c == 0, d, max(d, r/c))\n"
            "x = x - h*m/(sqrt(v) + d*eps)\n"
            "o = o",
    .note = "Adam without a rate to choose: d grows until it matches the distance to go, and η "
            "stays 1. Four "
            "slots and two numbers.",
    .group = LAB_WHOLE_VECTOR,
    .order = 94,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(1),
               LAB_BETA1(0.9),
               LAB_BETA2(0.999),
               LAB_EPSILON(1e-8),
               {.key = "d0",
                .symbol = "d_0",
                .label = "first guess of the distance",
                .min = 1e-12,
                .max = 1000,
                .preset = 1e-6,
                .scale = LAB_LOG,
                .from = 1e-8,
                .to = 1}},
    .slots = {{.key = "m"},
              {.key = "v"},
              {.key = "s"},
              {.key = "o", .symbol = "x_0", .init = "x"},
              {.key = "r", .per_point = 1},
              {.key = "d", .init = "d0", .per_point = 1}},
    .step = step,
};
