/* Polyak's step (Polyak, 1969), if the lowest value f* is known:
 *
 *     x_t = x_{t-1} - η (f(x_{t-1}) - f*) / ‖g_t‖² g_t
 *
 * Where the gradient is 0, x does not move. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t, (void)slots;
    const size_t dim = at->dim, lanes = at->lanes;
    const double lr = hypers[0], f_star = hypers[1];
    for (size_t j = 0; j < lanes; j++) {
        const double q = lab_dot(&g[j], &g[j], dim, lanes);
        const double k = q == 0 ? 0 : lr * (at->f[j] - f_star) / q;
        for (size_t i = j; i < dim * lanes; i += lanes) x[i] = x[i] - k * g[i];
    }
}

const lab_optimizer lab_optimizer_polyak = {
    .key = "polyak",
    .name = "Polyak step size",
    .aliases = "Polyak rate, SPS",
    .paper = "Polyak, Minimization of unsmooth functionals",
    .year = 1969,
    .since = 2,
    .rule = "q = dot(g, g)\n"
            "x = x - where(q == 0, 0, lr*(f - f_star)/q)*g",
    .note = "Sets the rate from how far f is above its lowest value, which must be known. No "
            "slots, one value "
            "of f a step.",
    .group = LAB_WHOLE_VECTOR,
    .order = 95,
    .cost = {.f = 1, .g = 1},
    .refuses = LAB_OF_GRADIENT,
    .hypers = {LAB_LEARNING_RATE(1),
               {.key = "f_star",
                .symbol = "f*",
                .label = "lowest value",
                .min = -1e9,
                .max = 1e9,
                .from = -10,
                .to = 10}},
    .step = step,
};
