/* The round bowl, f(x, y) = x² + y²: ∇f = (2x, 2y), Hessian 2 I. Condition number 1: every path
 * is straight.
 *
 * Not here: parameters (elongated has them). */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = x[i] * x[i] + y[i] * y[i];
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 2 * x[i];
    if (gy)
        for (size_t i = 0; i < n; i++) gy[i] = 2 * y[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)x, (void)y, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 2, hxy[i] = 0, hyy[i] = 2;
}

const lab_objective lab_objective_bowl = {
    .key = "bowl",
    .name = "Round bowl",
    .formula = "x^2 + y^2",
    .note = "Convex and equally steep in every direction, so gradient descent walks straight to "
            "the minimum.",
    .order = 110,
    .dim = 2,
    .quadratic = 1,
    .lowest_known = 1,
    .box = {-10, 10, -10, 10},
    LAB_STARTS({6, 9}, {-8, 3}, {9, -9}),
    LAB_POINTS({0, 0, LAB_GLOBAL_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
