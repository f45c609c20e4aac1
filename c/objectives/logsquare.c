/* The logarithm of a square, f(x) = ln x²: f' = 2/x, f'' = -2/x².
 *
 * A pole at 0 (f = -∞, the slope grows without bound) and no minimum anywhere: a descent can only
 * fall into the pole. At x = 0 the gradient is ±∞, by the sign of the zero.
 *
 * Not here: stationary points. */
#include "lab.h"

#include <math.h>

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy, (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = log(x[i] * x[i]);
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 2 / x[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = -2 / (x[i] * x[i]);
}

const lab_objective lab_objective_logsquare = {
    .key = "logsquare",
    .name = "Logarithm of a square",
    .formula = "log(x^2)",
    .slope = {"2/x"},
    .note = "There is no minimum to find: at 0 the function falls to −∞ and its slope grows "
            "without bound.",
    .order = 20,
    .dim = 1,
    .box = {-15, 15},
    LAB_STARTS({9}, {-6}, {2}),
    LAB_KINKS(0),
    .eval = eval,
    .hessian = hessian,
};
