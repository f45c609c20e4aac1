/* The elongated bowl, f(x, y) = a x² + b y²: ∇f = (2 a x, 2 b y), Hessian diag(2a, 2b).
 *
 * A long narrow valley when a and b differ much: the steep direction bounds the rate, the flat
 * one wants a larger. With a = 0.1, b = 2 it is the example of Zhang, Lipton, Li & Smola, Dive
 * into Deep Learning, 2019, chapter 12.
 *
 * Not here: rotation, so each coordinate moves on its own. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    const double a = params[0], b = params[1];
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = a * (x[i] * x[i]) + b * (y[i] * y[i]);
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 2 * a * x[i];
    if (gy)
        for (size_t i = 0; i < n; i++) gy[i] = 2 * b * y[i];
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)x, (void)y;
    for (size_t i = 0; i < n; i++) hxx[i] = 2 * params[0], hxy[i] = 0, hyy[i] = 2 * params[1];
}

const lab_objective lab_objective_elongated = {
    .key = "elongated",
    .name = "Narrow valley",
    .formula = "a*x^2 + b*y^2",
    .note = "Convex, flat along x and steep along y: gradient descent zigzags across the valley "
            "while it creeps along it.",
    .order = 120,
    .dim = 2,
    .quadratic = 1,
    .lowest_known = 1,
    .box = {-6, 6, -4, 4},
    LAB_STARTS({-5, -2}, {5, 1}, {-5, 3}),
    LAB_POINTS({0, 0, LAB_GLOBAL_MINIMUM}),
    .params = {{.key = "a",
                .label = "steepness along x",
                .min = 0.001,
                .max = 1000,
                .preset = 0.1,
                .scale = LAB_LOG,
                .from = 0.01,
                .to = 10},
               {.key = "b",
                .label = "steepness along y",
                .min = 0.001,
                .max = 1000,
                .preset = 2,
                .scale = LAB_LOG,
                .from = 0.01,
                .to = 10}},
    .eval = eval,
    .hessian = hessian,
};
