/* The absolute value, f(x) = |x|: f' = sign x, f'' = 0. Continuous, not differentiable at 0.
 *
 * The subgradient used at 0 is 0 (any number in [-1, 1] is one). The slope never shrinks, so a
 * constant rate ends in jumping to and fro across 0.
 *
 * Not here: smoothing of the corner (Huber). */
#include "lab.h"

#include <math.h>

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy, (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = fabs(x[i]);
    if (gx) /* x itself where it is 0 or NaN */
        for (size_t i = 0; i < n; i++) gx[i] = x[i] > 0 ? 1 : x[i] < 0 ? -1 : x[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)x, (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 0;
}

const lab_objective lab_objective_abs = {
    .key = "abs",
    .name = "Absolute value",
    .formula = "abs(x)",
    .note = "Continuous but not differentiable at 0, where the subgradient 0 is used; elsewhere "
            "the slope is ±1 however near the minimum is.",
    .order = 60,
    .dim = 1,
    .lowest_known = 1,
    .box = {-5, 5},
    LAB_STARTS({4.25}, {-3}, {1}),
    LAB_POINTS({0, 0, LAB_GLOBAL_MINIMUM}),
    LAB_KINKS(0),
    .eval = eval,
    .hessian = hessian,
};
