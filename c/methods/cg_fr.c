/* Nonlinear conjugate gradients (Fletcher and Reeves, 1964):
 *
 *     β = g_t·g_t / g_{t-1}·g_{t-1}, at first 0
 *     d_t = -g_t + β d_{t-1}
 *     α where the slope of f(x + α d) is 0, from a try of η on
 *     x_t = x_{t-1} + α d_t
 *
 * Where d does not lead downhill, α is 0. Not here: restarts. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    double *d = slots, *q = slots + at->dim, *a = q + 1;
    const double square = lab_dot(g, g, at->dim, 1), b = *q == 0 ? 0 : square / *q;
    *q = square;
    for (size_t i = 0; i < at->dim; i++) d[i] = b * d[i] - g[i];
    *a = lab_search_exact(at, x, d, g, hypers[0]);
    for (size_t i = 0; i < at->dim; i++) x[i] = x[i] + *a * d[i];
}

const lab_optimizer lab_optimizer_cg_fr = {
    .key = "cg_fr",
    .name = "Conjugate gradients",
    .aliases = "CG, Fletcher–Reeves, nonlinear conjugate gradients",
    .paper = "Fletcher & Reeves, Function minimization by conjugate gradients",
    .year = 1964,
    .since = 2,
    .is_method = 1,
    .rule = "b = where(q == 0, 0, dot(g, g)/q)\n"
            "q = dot(g, g)\n"
            "d = b*d - g\n"
            "x = x + a*d",
    .note = "Directions that do not undo each other: n steps on a quadratic of n coordinates. A "
            "few gradients a step.",
    .group = LAB_CLASSIC,
    .order = 130,
    .cost = {.g = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_FIRST_TRY(0.1)},
    .slots = {{.key = "d"},
              {.key = "q", .per_point = 1},
              {.key = "a", .symbol = "α", .per_point = 1, .found = LAB_FOUND_BY_SLOPE}},
    .step = step,
};
