/* A composite g(u(x)) with g = u² and u = x³ - 2x, for the chain rule:
 *
 *     f' = 2 u u',   f'' = 2 u'² + 2 u u'',   u' = 3x² - 2,   u'' = 6x
 *
 * Minima where u = 0 (x = 0, ±√2), maxima where u' = 0 (x = ±√(2/3)). Far out it grows like x⁶,
 * so a rate that suits the wells is far too large at x = 3.
 *
 * Not here: parameters. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy, (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) {
            const double u = x[i] * x[i] * x[i] - 2 * x[i];
            f[i] = u * u;
        }
    if (gx)
        for (size_t i = 0; i < n; i++) {
            const double u = x[i] * x[i] * x[i] - 2 * x[i];
            gx[i] = 2 * u * (3 * (x[i] * x[i]) - 2);
        }
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) {
        const double u = x[i] * x[i] * x[i] - 2 * x[i];
        const double du = 3 * (x[i] * x[i]) - 2;
        hxx[i] = 2 * (du * du) + 2 * u * (6 * x[i]);
    }
}

const lab_objective lab_objective_composite = {
    .key = "composite",
    .name = "Composite, for the chain rule",
    .formula = "(x^3 - 2*x)^2",
    .note = "A square of a cubic: three equal minima, and walls so steep that only a small "
            "learning rate survives the start.",
    .order = 30,
    .dim = 1,
    .lowest_known = 1,
    .box = {-3.2, 3.2},
    LAB_STARTS({3}, {-2.5}, {0.7}),
    LAB_POINTS({-1.4142135623730951, 0, LAB_GLOBAL_MINIMUM}, {-0.816496580927726, 0, LAB_MAXIMUM},
               {0, 0, LAB_GLOBAL_MINIMUM}, {0.816496580927726, 0, LAB_MAXIMUM},
               {1.4142135623730951, 0, LAB_GLOBAL_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
