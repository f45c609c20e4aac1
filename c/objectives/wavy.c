/* A parabola with waves, f(x) = x² - 3 sin 2x: f' = 2x - 6 cos 2x, f'' = 2 + 12 sin 2x.
 *
 * Not convex: a local minimum at -1.993 (f = 1.729), a hill at -0.946, the global minimum at
 * 0.672 (f = -2.472). |f'| > 0 beyond |x| = 3, so these three are all there are.
 *
 * Not here: parameters. */
#include "lab.h"

#include <math.h>

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy, (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = x[i] * x[i] - 3 * sin(2 * x[i]);
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 2 * x[i] - 6 * cos(2 * x[i]);
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 2 + 12 * sin(2 * x[i]);
}

const lab_objective lab_objective_wavy = {
    .key = "wavy",
    .name = "Wavy parabola",
    .formula = "x^2 - 3*sin(2*x)",
    .note = "Not convex: a local minimum on the left of a hill, the global one on its right.",
    .order = 40,
    .dim = 1,
    .lowest_known = 1,
    .box = {-4, 4},
    LAB_STARTS({-1.5}, {-3.5}, {-3.2}, {3.5}),
    LAB_POINTS({-1.9929131032562453, 0, LAB_MINIMUM}, {-0.9457599481744325, 0, LAB_MAXIMUM},
               {0.6723755226878945, 0, LAB_GLOBAL_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
