/* A double well with a tilt, f(x) = (x² - 1)² + c x: f' = 4x(x² - 1) + c, f'' = 12x² - 4.
 *
 * Untilted (c = 0) both wells are equally deep; for c > 0 the left one is the global minimum.
 * Both wells exist for |c| < 8/(3√3) = 1.5396; c stays inside that.
 *
 * Not here: a tilt that removes a well. */
#include "lab.h"

/* The root of f' that Newton's method reaches from x. Each start below lies on the side of its
 * root from which the iterates come nearer without passing it. */
static double root(double x, double c) {
    for (int i = 0; i < 20; i++) x -= (4 * x * (x * x - 1) + c) / (12 * (x * x) - 4);
    return x;
}

static int locate(lab_point *points, const double *params) {
    const double c = params[0];
    points[0] = (lab_point){root(-1.5, c), 0, c >= 0 ? LAB_GLOBAL_MINIMUM : LAB_MINIMUM};
    points[1] = (lab_point){root(0, c), 0, LAB_MAXIMUM};
    points[2] = (lab_point){root(1.5, c), 0, c <= 0 ? LAB_GLOBAL_MINIMUM : LAB_MINIMUM};
    return 3;
}

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy;
    const double c = params[0];
    if (f)
        for (size_t i = 0; i < n; i++) {
            const double u = x[i] * x[i] - 1;
            f[i] = u * u + c * x[i];
        }
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 4 * x[i] * (x[i] * x[i] - 1) + c;
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 12 * (x[i] * x[i]) - 4;
}

const lab_objective lab_objective_doublewell = {
    .key = "doublewell",
    .name = "Double well",
    .formula = "(x^2 - 1)^2 + c*x",
    .note = "Two minima with a hill between; the tilt c makes one of them the lower.",
    .order = 50,
    .dim = 1,
    .lowest_known = 1,
    .box = {-1.8, 1.8},
    LAB_STARTS({1.6}, {-1.6}, {0.1}, {0}),
    .params = {{.key = "c", .label = "tilt", .min = -1.5, .max = 1.5, .preset = 0.3}},
    .locate = locate,
    .eval = eval,
    .hessian = hessian,
};
