/* The squared error of one saturated neuron, f(x) = (σ(x) - 1/4)² with σ(x) = 1/(1 + e^-x):
 *
 *     f' = 2 (σ - 1/4) σ',   f'' = 2 σ'² + 2 (σ - 1/4) σ'',   σ' = σ(1 - σ),   σ'' = σ'(1 - 2σ)
 *
 * The minimum is where the neuron gives the target 1/4: x = -ln 3. Far to the right the error is
 * largest and the gradient smallest, because σ' dies out like e^-x: the vanishing gradient in
 * its simplest form.
 *
 * Not here: cross-entropy, which would cancel σ' and cure it. */
#include "lab.h"

#include <math.h>

/* σ'(x), symmetric in x. Written with e^-|x|: σ(1 - σ) would lose its digits on the plateau,
 * where 1 - σ cancels. */
static double slope(double x) {
    const double z = exp(-fabs(x));
    return z / ((1 + z) * (1 + z));
}

static void eval(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params) {
    (void)y, (void)gy, (void)params;
    for (size_t i = 0; i < n; i++) {
        const double error = 1 / (1 + exp(-x[i])) - 0.25;
        if (f) f[i] = error * error;
        if (gx) gx[i] = 2 * error * slope(x[i]);
    }
}

static void hessian(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params) {
    (void)y, (void)hxy, (void)hyy, (void)params;
    for (size_t i = 0; i < n; i++) {
        const double sigma = 1 / (1 + exp(-x[i])), d = slope(x[i]);
        hxx[i] = 2 * (d * d) + 2 * (sigma - 0.25) * (d * (1 - 2 * sigma));
    }
}

const lab_objective lab_objective_plateau = {
    .key = "plateau",
    .name = "Plateau",
    .formula = "(sigmoid(x) - 0.25)^2",
    .slope = {"2*(sigmoid(x) - 0.25)*(exp(-abs(x))/(1 + exp(-abs(x)))^2)"},
    .note = "The squared error of one saturated neuron: on the plateau the error is largest and "
            "the gradient has nearly vanished.",
    .order = 90,
    .dim = 1,
    .lowest_known = 1,
    .box = {-6, 10},
    LAB_STARTS({6}, {8}, {2}, {-5}),
    LAB_POINTS({-1.0986122886681098, 0, LAB_GLOBAL_MINIMUM}),
    .eval = eval,
    .hessian = hessian,
};
