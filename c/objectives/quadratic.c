/* The parabola, f(x) = a x²: f' = 2 a x, f'' = 2 a.
 *
 * Gradient descent multiplies x by 1 - 2 a η each step: it converges while η < 1/a.
 *
 * Not here: a shift of the minimum away from 0. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy;
    const double a = params[0];
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = a * (x[i] * x[i]);
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 2 * a * x[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)x, (void)y, (void)hxy, (void)hyy;
    for (size_t i = 0; i < n; i++) hxx[i] = 2 * params[0];
}

const lab_objective lab_objective_quadratic = {
    .key = "quadratic",
    .name = "Parabola",
    .formula = "a*x^2",
    .note = "Convex, with one minimum; a sets how steep it is.",
    .order = 10,
    .dim = 1,
    .quadratic = 1,
    .lowest_known = 1,
    .box = {-100, 100},
    LAB_STARTS({70}, {99}, {90}, {9}, {2}),
    LAB_POINTS({0, 0, LAB_GLOBAL_MINIMUM}),
    .params = {{.key = "a",
                .label = "steepness",
                .min = 0.001,
                .max = 1000,
                .preset = 1,
                .scale = LAB_LOG,
                .from = 0.1,
                .to = 100}},
    .eval = eval,
    .hessian = hessian,
};
