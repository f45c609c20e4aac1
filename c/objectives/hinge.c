/* The hinge, f(x) = max(0, 1 - x), the loss of a support vector machine (Cortes & Vapnik, 1995)
 * at margin x: f' = -1 for x < 1, 0 for x > 1. Continuous, not differentiable at 1.
 *
 * The subgradient used at 1 is 0 (any number in [-1, 0] is one). Every x ≥ 1 is a minimum; the
 * listed point is the first of them.
 *
 * Not here: the squared hinge. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy, (void)params;
    if (f) /* the comparisons are false for NaN, which therefore passes through */
        for (size_t i = 0; i < n; i++) f[i] = 1 - x[i] <= 0 ? 0 : 1 - x[i];
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = x[i] < 1 ? -1 : x[i] >= 1 ? 0 : x[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)x, (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 0;
}

const lab_objective lab_objective_hinge = {
    .key = "hinge",
    .name = "Hinge",
    .formula = "max(0, 1 - x)",
    .note = "Continuous but not differentiable at 1, where the subgradient 0 is used; every x from "
            "1 on is a minimum.",
    .order = 70,
    .dim = 1,
    .lowest_known = 1,
    .box = {-3, 4},
    LAB_STARTS({-2}, {0.25}, {3}),
    LAB_POINTS({1, 0, LAB_GLOBAL_MINIMUM}),
    LAB_KINKS(1),
    .eval = eval,
    .hessian = hessian,
};
