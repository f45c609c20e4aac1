/* Newton's method (Newton, 1669; Raphson, 1690), with a rate:
 *
 *     x_t = x_{t-1} - η H⁻¹ g_t
 *
 * H is the Hessian at x_{t-1}. Where H is not positive definite it goes to a saddle or a
 * maximum. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)g, (void)slots, (void)t;
    for (size_t i = 0; i < at->dim * at->lanes; i++) x[i] = x[i] - hypers[0] * at->hsolve[i];
}

const lab_optimizer lab_optimizer_newton = {
    .key = "newton",
    .name = "Newton’s method",
    .aliases = "Newton–Raphson, second order",
    .paper = "Newton, De analysi per aequationes numero terminorum infinitas",
    .year = 1669,
    .since = 2,
    .rule = "x = x - lr*hsolve",
    .note = "Jumps to the stationary point of the local parabola: one step on a quadratic, but it "
            "climbs to a "
            "maximum or a saddle as gladly. One Hessian a step.",
    .group = LAB_CLASSIC,
    .order = 100,
    .cost = {.g = 1, .h = 1},
    .refuses = LAB_OF_GRADIENT,
    .hypers = {LAB_LEARNING_RATE(1)},
    .step = step,
};
