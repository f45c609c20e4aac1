/* Gradient descent with backtracking (Armijo, 1966):
 *
 *     α the first of η, η/2, η/4, … with f(x - α g) ≤ f(x) - c α ‖g‖²
 *     x_t = x_{t-1} - α g_t
 *
 * After 60 tries it stays where it is. */
#include "lab.h"

enum { TRIES = 60 };

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    double *a = slots, place[2], f;
    const double slope = lab_dot(g, g, at->dim, 1);
    *a = hypers[0];
    for (int k = 0; k < TRIES; k++, *a /= 2) {
        for (size_t i = 0; i < at->dim; i++) place[i] = x[i] - *a * g[i];
        lab_ask(at, place, &f, NULL);
        if (!(f <= at->f[0] - hypers[1] * *a * slope)) continue;
        for (size_t i = 0; i < at->dim; i++) x[i] = place[i];
        return;
    }
    *a = 0;
}

const lab_optimizer lab_optimizer_backtracking = {
    .key = "backtracking",
    .name = "Backtracking line search",
    .aliases = "Armijo, step halving",
    .paper =
        "Armijo, Minimization of functions having Lipschitz continuous first partial derivatives",
    .year = 1966,
    .since = 2,
    .is_method = 1,
    .rule = "x = x - a*g",
    .note =
        "Halves the step until f falls by enough, so that no rate is too large. One gradient and "
        "a few values of f a step.",
    .group = LAB_CLASSIC,
    .order = 120,
    .cost = {.f = 1, .g = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_LEARNING_RATE(1), LAB_ARMIJO},
    .slots = {{.key = "a",
               .symbol = "α",
               .per_point = 1,
               .found = "the first of η, η/2, η/4, … with f(x − αg) ≤ f(x) − cα‖g‖²"}},
    .step = step,
};
