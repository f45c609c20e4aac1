/* A cubic, f(x) = x³ + c x: f' = 3x² + c, f'' = 6x.
 *
 * With c = 0 the slope is 0 at 0 but no minimum is there: gradient descent coming from the right
 * slows down and stays. With c > 0 it slows down and passes; with c < 0 the inflection has
 * parted into a maximum and a minimum at ±√(-c/3). To the left f falls without end.
 *
 * Not here: a global minimum. */
#include "lab.h"

#include <math.h>

static int locate(lab_point *points, const double *params) {
    const double c = params[0];
    if (c > 0) return 0;
    if (c == 0) {
        points[0] = (lab_point){0, 0, LAB_INFLECTION};
        return 1;
    }
    const double r = sqrt(-c / 3);
    points[0] = (lab_point){-r, 0, LAB_MAXIMUM};
    points[1] = (lab_point){r, 0, LAB_MINIMUM};
    return 2;
}

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy;
    const double c = params[0];
    if (f)
        for (size_t i = 0; i < n; i++) f[i] = x[i] * x[i] * x[i] + c * x[i];
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 3 * (x[i] * x[i]) + c;
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) hxx[i] = 6 * x[i];
}

const lab_objective lab_objective_cubic = {
    .key = "cubic",
    .name = "Inflection",
    .formula = "x^3 + c*x",
    .note = "With c = 0 the slope vanishes at 0 without a minimum, and gradient descent stays "
            "there as if it were one.",
    .order = 100,
    .dim = 1,
    .box = {-2, 2},
    LAB_STARTS({1.5}, {1}, {0.5}),
    .params = {{.key = "c", .label = "slope at the inflection", .min = -3, .max = 3, .preset = 0}},
    .locate = locate,
    .eval = eval,
    .hessian = hessian,
};
