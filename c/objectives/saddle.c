/* The saddle, f(x, y) = x² - y²: ∇f = (2x, -2y), Hessian diag(2, -2).
 *
 * Down along x, up against y. Gradient descent reaches the saddle only from the line y = 0; from
 * anywhere else it slows down beside it and leaves along y, for ever downhill.
 *
 * Not here: a minimum. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = x[i] * x[i] - y[i] * y[i];
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 2 * x[i];
    if (gy)
        for (size_t i = 0; i < n; i++) gy[i] = -2 * y[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)x, (void)y, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 2, hxy[i] = 0, hyy[i] = -2;
}

const lab_objective lab_objective_saddle = {
    .key = "saddle",
    .name = "Saddle",
    .formula = "x^2 - y^2",
    .note = "The gradient is 0 at a point that is no minimum: a start on the line y = 0 ends "
            "there, any other slips past it.",
    .order = 130,
    .dim = 2,
    .quadratic = 1,
    .box = {-2, 2, -2, 2},
    LAB_STARTS({1.5, 0.001}, {1.5, 0}, {-1, 0.2}),
    LAB_POINTS({0, 0, LAB_SADDLE}),
    .eval = eval,
    .hessian = hessian,
};
