/* The monkey saddle, f(x, y) = x³ - 3 x y² (the real part of (x + iy)³):
 *
 *     ∂f/∂x = 3x² - 3y²,   ∂f/∂y = -6 x y
 *     Hessian: 6x,   -6y,   -6x
 *
 * Three ways down from (0, 0), two legs and a tail. The Hessian is 0 there, so the saddle is
 * flatter than an ordinary one and the second derivative cannot tell its kind.
 *
 * Not here: a minimum. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = x[i] * x[i] * x[i] - 3 * x[i] * (y[i] * y[i]);
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 3 * (x[i] * x[i]) - 3 * (y[i] * y[i]);
    if (gy)
        for (size_t i = 0; i < n; i++) gy[i] = -6 * x[i] * y[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 6 * x[i], hxy[i] = -6 * y[i], hyy[i] = -6 * x[i];
}

const lab_objective lab_objective_monkey = {
    .key = "monkey",
    .name = "Monkey saddle",
    .formula = "x^3 - 3*x*y^2",
    .note = "A saddle with three ways down, so flat at its middle that gradient descent lingers "
            "there for long.",
    .order = 190,
    .dim = 2,
    .box = {-2, 2, -2, 2},
    LAB_STARTS({1.5, 0.01}, {1.5, 0}, {1, -0.2}),
    LAB_POINTS({0, 0, LAB_SADDLE}),
    .eval = eval,
    .hessian = hessian,
};
