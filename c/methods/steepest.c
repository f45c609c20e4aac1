/* Steepest descent with exact line search (Cauchy, 1847):
 *
 *     α > 0 the first place found where the slope of f(x - α g) is 0
 *     x_t = x_{t-1} - α g_t
 *
 * On a quadratic α = g·g / g·Hg; elsewhere it is searched for, from a try of η on. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    double d[2];
    for (size_t i = 0; i < at->dim; i++) d[i] = -g[i];
    slots[0] = lab_search_exact(at, x, d, g, hypers[0]);
    for (size_t i = 0; i < at->dim; i++) x[i] = x[i] - slots[0] * g[i];
}

const lab_optimizer lab_optimizer_steepest = {
    .key = "steepest",
    .name = "Steepest descent",
    .aliases = "exact line search, Cauchy",
    .paper = "Cauchy, Méthode générale pour la résolution des systèmes d’équations simultanées",
    .year = 1847,
    .since = 2,
    .is_method = 1,
    .rule = "x = x - a*g",
    .note =
        "Goes to the lowest point along the slope; in a narrow valley it still zigzags at right "
        "angles. A few gradients a step.",
    .group = LAB_CLASSIC,
    .order = 125,
    .cost = {.g = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_FIRST_TRY(0.1)},
    .slots = {{.key = "a",
               .symbol = "α",
               .per_point = 1,
               .found = "where the slope of f(x − αg) along the line is 0, first tried at η"}},
    .step = step,
};
