/* Normalised gradient descent (Cortés, 2006; older in practice): steps of length η, whatever the
 * slope:
 *
 *     x_t = x_{t-1} - η g_t / ‖g_t‖
 *
 * Where the gradient is 0, x does not move. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t, (void)slots;
    const size_t dim = at->dim, lanes = at->lanes;
    for (size_t j = 0; j < lanes; j++) {
        const double size = lab_norm(&g[j], dim, lanes);
        for (size_t i = j; i < dim * lanes; i += lanes)
            x[i] = x[i] - hypers[0] * (size == 0 ? 0 : g[i] / size);
    }
}

const lab_optimizer lab_optimizer_normalized_gd = {
    .key = "normalized_gd",
    .name = "Normalised gradient descent",
    .aliases = "normalized gradient, NGD, constant step length",
    .paper = "Cortés, Finite-time convergent gradient flows with applications to network consensus",
    .year = 2006,
    .since = 2,
    .rule = "q = norm(g)\n"
            "x = x - lr*where(q == 0, 0, g/q)",
    .note = "Only the direction of the gradient counts: every step is η long, so it crosses "
            "plateaus and "
            "never settles at a fixed rate. No slots.",
    .group = LAB_WHOLE_VECTOR,
    .order = 90,
    .hypers = {LAB_LEARNING_RATE(0.1)},
    .step = step,
};
