/* Beale's function (Beale, On an iterative method for finding a local minimum, 1958):
 *
 *     f(x, y) = p² + q² + r²,   p = 1.5 - x + x y,   q = 2.25 - x + x y²,   r = 2.625 - x + x y³
 *     ∂f/∂x = 2 (p (y - 1) + q (y² - 1) + r (y³ - 1))
 *     ∂f/∂y = 2 x w,   w = p + 2 q y + 3 r y²
 *     Hessian: 2 ((y - 1)² + (y² - 1)² + (y³ - 1)²),
 *              2 w + 2 x ((y - 1) + 2 y (y² - 1) + 3 y² (y³ - 1)),
 *              2 x (x + 2 q + 4 x y² + 6 r y + 9 x y⁴)
 *
 * Steep walls at the corners, flat in the middle; one minimum, (3, 1/2), and two saddles.
 *
 * Not here: parameters. */
#include "lab.h"

typedef struct residuals {
    double p, q, r;
} residuals;

static residuals residuals_at(double x, double y) {
    return (residuals){1.5 - x + x * y, 2.25 - x + x * (y * y), 2.625 - x + x * (y * y * y)};
}

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) {
            const residuals at = residuals_at(x[i], y[i]);
            f[i] = at.p * at.p + at.q * at.q + at.r * at.r;
        }
    if (gx)
        for (size_t i = 0; i < n; i++) {
            const residuals at = residuals_at(x[i], y[i]);
            const double y2 = y[i] * y[i];
            gx[i] = 2 * (at.p * (y[i] - 1) + at.q * (y2 - 1) + at.r * (y2 * y[i] - 1));
        }
    if (gy)
        for (size_t i = 0; i < n; i++) {
            const residuals at = residuals_at(x[i], y[i]);
            gy[i] = 2 * x[i] * (at.p + 2 * at.q * y[i] + 3 * at.r * (y[i] * y[i]));
        }
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)params;
    for (size_t i = 0; i < n; i++) {
        const residuals at = residuals_at(x[i], y[i]);
        const double y1 = y[i], y2 = y1 * y1, a = y1 - 1, b = y2 - 1, c = y2 * y1 - 1;
        const double w = at.p + 2 * at.q * y1 + 3 * at.r * y2;
        hxx[i] = 2 * (a * a + b * b + c * c);
        hxy[i] = 2 * w + 2 * x[i] * (a + 2 * y1 * b + 3 * y2 * c);
        hyy[i] =
            2 * x[i] * (x[i] + 2 * at.q + 4 * x[i] * y2 + 6 * at.r * y1 + 9 * x[i] * (y2 * y2));
    }
}

const lab_objective lab_objective_beale = {
    .key = "beale",
    .name = "Beale's function",
    .formula = "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
    .slope = {"2*((1.5 - x + x*y)*(y - 1) + (2.25 - x + x*y^2)*(y^2 - 1)"
              " + (2.625 - x + x*y^3)*(y^3 - 1))",
              "2*x*(1.5 - x + x*y + 2*(2.25 - x + x*y^2)*y"
              " + 3*(2.625 - x + x*y^3)*y^2)"},
    .note = "Flat in the middle with steep walls at the corners: a rate that moves on the flat "
            "explodes on the walls.",
    .order = 160,
    .dim = 2,
    .lowest_known = 1,
    .box = {-4.5, 4.5, -4.5, 4.5},
    LAB_STARTS({1, 1}, {-1, 1.5}, {2, -1}, {4, 1}),
    LAB_POINTS({0, 1, LAB_SADDLE}, {0.10053793732415836, -2.644513585023125, LAB_SADDLE},
               {3, 0.5, LAB_GLOBAL_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
