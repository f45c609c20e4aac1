/* The six-hump camel function (Dixon & Szegő, Towards Global Optimisation 2, 1978):
 *
 *     f(x, y) = (4 - 2.1x² + x⁴/3) x² + x y + (4y² - 4) y²
 *     ∂f/∂x = 8x - 8.4x³ + 2x⁵ + y,   ∂f/∂y = x + 16y³ - 8y
 *     Hessian: 8 - 25.2x² + 10x⁴,   1,   48y² - 8
 *
 * Since f(-x, -y) = f(x, y), six minima in three pairs: f = -1.031628, -0.215464, 2.104250.
 *
 * Not here: parameters. */
#include "lab.h"

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)params;
    if (f)
        for (size_t i = 0; i < n; i++) {
            const double x2 = x[i] * x[i], y2 = y[i] * y[i];
            f[i] = (4 - 2.1 * x2 + x2 * x2 / 3) * x2 + x[i] * y[i] + (4 * y2 - 4) * y2;
        }
    if (gx)
        for (size_t i = 0; i < n; i++) {
            const double x2 = x[i] * x[i];
            gx[i] = x[i] * (8 + x2 * (2 * x2 - 8.4)) + y[i];
        }
    if (gy)
        for (size_t i = 0; i < n; i++) gy[i] = x[i] + y[i] * (16 * (y[i] * y[i]) - 8);
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)params;
    for (size_t i = 0; i < n; i++) {
        const double x2 = x[i] * x[i];
        hxx[i] = 8 + x2 * (10 * x2 - 25.2);
        hxy[i] = 1;
        hyy[i] = 48 * (y[i] * y[i]) - 8;
    }
}

const lab_objective lab_objective_camel = {
    .key = "camel",
    .name = "Six-hump camel",
    .formula = "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2",
    .slope = {"x*(8 + x^2*(2*x^2 - 8.4)) + y", "x + y*(16*y^2 - 8)"},
    .note = "Six minima of three depths, with saddles and hills between them.",
    .order = 180,
    .dim = 2,
    .lowest_known = 1,
    .box = {-2, 2, -1.2, 1.2},
    LAB_STARTS({-1.5, 1}, {1.9, 0.9}, {0.1, 0.05}, {1.8, -0.2}),
    LAB_POINTS({-1.703606714969981, 0.7960835686726251, LAB_MINIMUM},
               {-1.6380679841897785, -0.22867406904439408, LAB_SADDLE},
               {-1.6071047529201972, -0.5686514548841314, LAB_MINIMUM},
               {-1.2960702671671092, -0.6050843880386585, LAB_SADDLE},
               {-1.2302298765166526, -0.16233458445899496, LAB_MAXIMUM},
               {-1.1092053368047865, 0.7682680925095399, LAB_SADDLE},
               {-0.08984201310031806, 0.7126564030207396, LAB_GLOBAL_MINIMUM}, {0, 0, LAB_SADDLE},
               {0.08984201310031806, -0.7126564030207396, LAB_GLOBAL_MINIMUM},
               {1.1092053368047865, -0.7682680925095399, LAB_SADDLE},
               {1.2302298765166526, 0.16233458445899496, LAB_MAXIMUM},
               {1.2960702671671092, 0.6050843880386585, LAB_SADDLE},
               {1.6071047529201972, 0.5686514548841314, LAB_MINIMUM},
               {1.6380679841897785, 0.22867406904439408, LAB_SADDLE},
               {1.703606714969981, -0.7960835686726251, LAB_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
