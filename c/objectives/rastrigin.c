/* Rastrigin's function (Rastrigin, Systems of Extremal Control, 1974) in two coordinates:
 *
 *     f(x, y) = 20 + x² - 10 cos 2πx + y² - 10 cos 2πy
 *     ∂f/∂x = 2x + 20π sin 2πx,   ∂²f/∂x² = 2 + 40π² cos 2πx,   ∂²f/∂x∂y = 0,   and so along y
 *
 * A bowl covered with wells, one near each whole number. The coordinates do not mix, so the
 * stationary points are the grid of those of one axis.
 *
 * Not here: the wells outside the box (customarily ±5.12). */
#include "lab.h"

#include <math.h>

enum { AXIS_COUNT = 7, GRID_COUNT = AXIS_COUNT * AXIS_COUNT };
_Static_assert((int)GRID_COUNT <= (int)LAB_MAX_POINTS, "the grid of stationary points fits");

/* The stationary points of one axis inside the box: minima at odd places, maxima at even ones. */
static const double axis[AXIS_COUNT] = {
    -1.5076407318703584, -0.9949586376523348, -0.5025460365546747, 0,
    0.5025460365546747,  0.9949586376523348,  1.5076407318703584};

/* Whether place i of the axis is a minimum along it. */
static int is_low(int i) {
    return i % 2;
}

static int locate(lab_point *points, const double *params) {
    (void)params;
    const int middle = AXIS_COUNT / 2;
    for (int i = 0; i < AXIS_COUNT; i++)
        for (int j = 0; j < AXIS_COUNT; j++) {
            lab_point_kind kind = LAB_SADDLE;
            if (is_low(i) && is_low(j))
                kind = i == middle && j == middle ? LAB_GLOBAL_MINIMUM : LAB_MINIMUM;
            if (!is_low(i) && !is_low(j)) kind = LAB_MAXIMUM;
            points[i * AXIS_COUNT + j] = (lab_point){axis[i], axis[j], kind};
        }
    return GRID_COUNT;
}

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    if (f)
        for (size_t i = 0; i < n; i++)
            f[i] = 20 + x[i] * x[i] - 10 * cos(2 * LAB_PI * x[i]) + y[i] * y[i] -
                   10 * cos(2 * LAB_PI * y[i]);
    if (gx)
        for (size_t i = 0; i < n; i++) gx[i] = 2 * x[i] + 20 * LAB_PI * sin(2 * LAB_PI * x[i]);
    if (gy)
        for (size_t i = 0; i < n; i++) gy[i] = 2 * y[i] + 20 * LAB_PI * sin(2 * LAB_PI * y[i]);
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)params;
    for (size_t i = 0; i < n; i++) {
        hxx[i] = 2 + 40 * (LAB_PI * LAB_PI) * cos(2 * LAB_PI * x[i]);
        hxy[i] = 0;
        hyy[i] = 2 + 40 * (LAB_PI * LAB_PI) * cos(2 * LAB_PI * y[i]);
    }
}

const lab_objective lab_objective_rastrigin = {
    .key = "rastrigin",
    .name = "Rastrigin's function",
    .formula = "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)",
    .note = "A bowl covered with wells: gradient descent falls into the nearest one, and only the "
            "one at (0, 0) is the lowest.",
    .order = 170,
    .dim = 2,
    .lowest_known = 1,
    .box = {-1.8, 1.8, -1.8, 1.8},
    LAB_STARTS({1.4, 1.2}, {0.3, -0.4}, {-1.4, 0.8}),
    .locate = locate,
    .eval = eval,
    .hessian = hessian,
};
