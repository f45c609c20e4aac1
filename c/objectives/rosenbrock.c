/* Rosenbrock's valley (Rosenbrock, The Computer Journal 3, 1960):
 *
 *     f(x, y) = (a - x)² + b u²,   u = y - x²
 *     ∂f/∂x = -2 (a - x) - 4 b x u,   ∂f/∂y = 2 b u
 *     Hessian: 2 - 4 b u + 8 b x²,   -4 b x,   2 b
 *
 * A curved valley: reaching its floor is easy, following the floor to the only minimum (a, a²)
 * is not.
 *
 * Not here: more than two coordinates. */
#include "lab.h"

static int locate(lab_point *points, const double *params) {
    const double a = params[0];
    points[0] = (lab_point){a, a * a, LAB_GLOBAL_MINIMUM};
    return 1;
}

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    const double a = params[0], b = params[1];
    if (f)
        for (size_t i = 0; i < n; i++) {
            const double r = a - x[i], u = y[i] - x[i] * x[i];
            f[i] = r * r + b * (u * u);
        }
    if (gx)
        for (size_t i = 0; i < n; i++) {
            const double u = y[i] - x[i] * x[i];
            gx[i] = -2 * (a - x[i]) - 4 * b * x[i] * u;
        }
    if (gy)
        for (size_t i = 0; i < n; i++) gy[i] = 2 * b * (y[i] - x[i] * x[i]);
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    const double b = params[1];
    for (size_t i = 0; i < n; i++) {
        const double u = y[i] - x[i] * x[i];
        hxx[i] = 2 - 4 * b * u + 8 * b * (x[i] * x[i]);
        hxy[i] = -4 * b * x[i];
        hyy[i] = 2 * b;
    }
}

const lab_objective lab_objective_rosenbrock = {
    .key = "rosenbrock",
    .name = "Rosenbrock's valley",
    .formula = "(a - x)^2 + b*(y - x^2)^2",
    .slope = {"-2*(a - x) - 4*b*x*(y - x^2)", "2*b*(y - x^2)"},
    .note = "A curved valley with a nearly flat floor: easy to enter, slow to follow to the "
            "minimum at (a, a²).",
    .order = 140,
    .dim = 2,
    .lowest_known = 1,
    .box = {-2, 2, -1, 3},
    LAB_STARTS({-1.2, 1}, {-1.5, 2.5}, {0, 0}, {1.5, -0.5}),
    .params = {{.key = "a", .label = "place of the minimum", .min = -1.5, .max = 1.5, .preset = 1},
               {.key = "b",
                .label = "steepness of the walls",
                .min = 0.1,
                .max = 1000,
                .preset = 100,
                .scale = LAB_LOG,
                .from = 1,
                .to = 1000}},
    .locate = locate,
    .eval = eval,
    .hessian = hessian,
};
