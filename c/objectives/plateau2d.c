/* A hole in a plain:
 *
 *     f(x, y) = 1 - e,   e = exp(-(x² + y²)/2)
 *     ∂f/∂x = x e,   ∂f/∂y = y e
 *     Hessian: (1 - x²) e,   -x y e,   (1 - y²) e
 *
 * Outside the hole the plain is flat to many digits: the gradient points the right way and has
 * nearly vanished.
 *
 * Not here: a second hole. */
#include "lab.h"

#include <math.h>

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    for (size_t i = 0; i < n; i++) {
        const double e = exp(-(x[i] * x[i] + y[i] * y[i]) / 2);
        if (f) f[i] = 1 - e;
        if (gx) gx[i] = x[i] * e;
        if (gy) gy[i] = y[i] * e;
    }
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)params;
    for (size_t i = 0; i < n; i++) {
        const double e = exp(-(x[i] * x[i] + y[i] * y[i]) / 2);
        hxx[i] = (1 - x[i] * x[i]) * e;
        hxy[i] = -x[i] * y[i] * e;
        hyy[i] = (1 - y[i] * y[i]) * e;
    }
}

const lab_objective lab_objective_plateau2d = {
    .key = "plateau2d",
    .name = "Hole in a plain",
    .formula = "1 - exp(-(x^2 + y^2)/2)",
    .note = "Far from the hole the gradient points the right way but has nearly vanished, so "
            "gradient descent hardly moves.",
    .order = 200,
    .dim = 2,
    .lowest_known = 1,
    .box = {-5, 5, -5, 5},
    LAB_STARTS({3, 2}, {4, 3}, {1.5, -1}),
    LAB_POINTS({0, 0, LAB_GLOBAL_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
