/* Momentum with an averaged velocity (the lecture’s second form):
 *
 *     v_t = ρ v_{t-1} - (1 - ρ) α g_t
 *     x_t = x_{t-1} + v_t
 *
 * Not here: bias correction. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], rho = hypers[1];
    double *restrict v = slots;
    for (size_t i = 0; i < n; i++) {
        v[i] = rho * v[i] - (1 - rho) * lr * g[i];
        x[i] = x[i] + v[i];
    }
}

const lab_optimizer lab_optimizer_momentum_averaged = {
    .key = "momentum_averaged",
    .name = "Momentum, averaged velocity",
    .aliases = "EWA form, EMA form, averaged velocity, β",
    .paper = "Polyak, Some methods of speeding up the convergence of iteration methods",
    .year = 1964,
    .rule = "v = rho*v - (1 - rho)*lr*g\n"
            "x = x + v",
    .stable = "where(rho < 1, 2*(1 + rho)/(1 - rho), 0)",
    .note = "The velocity is an average of −α g, so ρ does not change how long the steps get; the "
            "lecture’s second form.",
    .group = LAB_LECTURE,
    .order = 21,
    .family = "momentum",
    .hypers = {LAB_LEARNING_RATE_AS("α", 0.1), LAB_MOMENTUM("rho", "ρ", 0.9)},
    .slots = {{.key = "v"}},
    .step = step,
};
