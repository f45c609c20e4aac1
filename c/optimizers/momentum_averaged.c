/* Momentum with an averaged velocity (the lecture’s second form):
 *
 *     v_t = ρ v_{t-1} - (1 - ρ) α g_t
 *     x_t = x_{t-1} + v_t
 *
 * Not here: bias correction. */
#include "lab.h"

static void step(size_t n, double *restrict x, const double *restrict g, double *restrict slots,
                 const double *restrict hypers, double t) {
    (void)t;
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
    .paper = "Polyak, Some methods of speeding up the convergence of iteration methods",
    .year = 1964,
    .rule = "v = rho*v - (1 - rho)*lr*g\n"
            "x = x + v",
    .stable = "where(rho < 1, 2*(1 + rho)/(1 - rho), 0)",
    .note = "The velocity is an average of −α g, so ρ does not change how long the steps get; the "
            "lecture’s second form.",
    .order = 21,
    .hypers = {{.key = "lr",
                .symbol = "α",
                .label = "learning rate",
                .min = 1e-8,
                .max = 1000,
                .preset = 0.1,
                .scale = LAB_LOG,
                .from = 1e-3,
                .to = 2},
               {.key = "rho", .symbol = "ρ", .label = "momentum", .max = 1, .preset = 0.9}},
    .hyper_count = 2,
    .slots = {{.key = "v"}},
    .slot_count = 1,
    .step = step,
};
