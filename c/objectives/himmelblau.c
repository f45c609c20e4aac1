/* Himmelblau's function (Himmelblau, Applied Nonlinear Programming, 1972):
 *
 *     f(x, y) = u² + v²,   u = x² + y - 11,   v = x + y² - 7
 *     ∂f/∂x = 4 x u + 2 v,   ∂f/∂y = 2 u + 4 y v
 *     Hessian: 4 u + 8 x² + 2,   4 (x + y),   4 v + 8 y² + 2
 *
 * Four minima, all with f = 0: which one is found depends on the start and on the optimizer.
 *
 * Not here: parameters. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) {
            const double u = x[i] * x[i] + y[i] - 11, v = x[i] + y[i] * y[i] - 7;
            f[i] = u * u + v * v;
        }
    if (gx)
        for (size_t i = 0; i < n; i++) {
            const double u = x[i] * x[i] + y[i] - 11, v = x[i] + y[i] * y[i] - 7;
            gx[i] = 4 * x[i] * u + 2 * v;
        }
    if (gy)
        for (size_t i = 0; i < n; i++) {
            const double u = x[i] * x[i] + y[i] - 11, v = x[i] + y[i] * y[i] - 7;
            gy[i] = 2 * u + 4 * y[i] * v;
        }
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)params;
    for (size_t i = 0; i < n; i++) {
        const double u = x[i] * x[i] + y[i] - 11, v = x[i] + y[i] * y[i] - 7;
        hxx[i] = 4 * u + 8 * (x[i] * x[i]) + 2;
        hxy[i] = 4 * (x[i] + y[i]);
        hyy[i] = 4 * v + 8 * (y[i] * y[i]) + 2;
    }
}

const lab_objective lab_objective_himmelblau = {
    .key = "himmelblau",
    .name = "Himmelblau's function",
    .formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    .note =
        "Four equally deep minima: which one is found depends on the start and on the optimizer.",
    .order = 150,
    .dim = 2,
    .lowest_known = 1,
    .box = {-6, 6, -6, 6},
    LAB_STARTS({0, 0}, {-1, 2}, {-0.5, -1}, {0.5, -2}),
    LAB_POINTS({-3.779310253377747, -3.2831859912861696, LAB_GLOBAL_MINIMUM},
               {-3.0730257507643897, -0.08135304428796751, LAB_SADDLE},
               {-2.805118086952745, 3.131312518250573, LAB_GLOBAL_MINIMUM},
               {-0.2708445906673476, -0.9230385564799815, LAB_MAXIMUM},
               {-0.12796134673068008, -1.9537149802445763, LAB_SADDLE},
               {0.08667750455539636, 2.884254701174776, LAB_SADDLE}, {3, 2, LAB_GLOBAL_MINIMUM},
               {3.385154183607021, 0.07385187983774928, LAB_SADDLE},
               {3.5844283403304917, -1.8481265269644036, LAB_GLOBAL_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
