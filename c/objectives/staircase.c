/* A staircase, f(x) = ⌊|x|⌋: f' = 0 wherever it exists, f'' = 0. Discontinuous at x = ±1, ±2, ….
 *
 * Like the count of misclassified examples: the value tells where is lower, the gradient does
 * not. The gradient is taken as 0 at the jumps too, so nothing moves. Every |x| < 1 is a
 * minimum; the listed point is the middle.
 *
 * Not here: a surrogate gradient. */
#include "lab.h"

#include <math.h>

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy, (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = floor(fabs(x[i]));
    if (gx) /* NaN stays NaN */
        for (size_t i = 0; i < n; i++) gx[i] = x[i] == x[i] ? 0 : x[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)x, (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 0;
}

const lab_objective lab_objective_staircase = {
    .key = "staircase",
    .name = "Staircase",
    .formula = "floor(abs(x))",
    .note = "Discontinuous, and flat between the jumps: the gradient is 0 almost everywhere (0 is "
            "used at the jumps too), so nothing moves.",
    .order = 80,
    .dim = 1,
    .lowest_known = 1,
    .box = {-4.5, 4.5},
    LAB_STARTS({3.5}, {-2.5}, {0.5}),
    LAB_POINTS({0, 0, LAB_GLOBAL_MINIMUM}),
    LAB_KINKS(-4, -3, -2, -1, 1, 2, 3, 4),
    .eval = eval,
    .hessian = hessian,
};
