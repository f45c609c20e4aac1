/* Nonlinear conjugate gradients (Polak and Ribière, 1969), with β at least 0 (Powell, 1984):
 *
 *     β = max(0, g_t·(g_t - g_{t-1}) / g_{t-1}·g_{t-1}), at first 0
 *     d_t = -g_t + β d_{t-1}
 *     α where the slope of f(x + α d) is 0, from a try of η on
 *     x_t = x_{t-1} + α d_t
 *
 * Where d does not lead downhill, α is 0. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    double *d = slots, *p = slots + at->dim, *a = p + at->dim, y[2];
    for (size_t i = 0; i < at->dim; i++) y[i] = g[i] - p[i];
    const double q = lab_dot(p, p, at->dim, 1);
    const double ratio = q == 0 ? 0 : lab_dot(g, y, at->dim, 1) / q, b = ratio > 0 ? ratio : 0;
    for (size_t i = 0; i < at->dim; i++) p[i] = g[i], d[i] = b * d[i] - g[i];
    *a = lab_search_exact(at, x, d, g, hypers[0]);
    for (size_t i = 0; i < at->dim; i++) x[i] = x[i] + *a * d[i];
}

const lab_optimizer lab_optimizer_cg_pr = {
    .key = "cg_pr",
    .name = "Conjugate gradients, PR+",
    .aliases = "CG, Polak–Ribière, nonlinear conjugate gradients",
    .paper = "Polak & Ribière, Note sur la convergence de méthodes de directions conjuguées",
    .year = 1969,
    .since = 2,
    .is_method = 1,
    .rule = "q = dot(p, p)\n"
            "b = where(q == 0, 0, max(dot(g, g - p)/q, 0))\n"
            "p = g\n"
            "d = b*d - g\n"
            "x = x + a*d",
    .note = "Conjugate gradients that start again by themselves where they stop helping. A few "
            "gradients a step.",
    .group = LAB_CLASSIC,
    .order = 135,
    .cost = {.g = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_FIRST_TRY(0.1)},
    .slots = {{.key = "d"},
              {.key = "p"},
              {.key = "a", .symbol = "α", .per_point = 1, .found = LAB_FOUND_BY_SLOPE}},
    .step = step,
};
