/* Adadelta (Zeiler, 2012), as torch.optim.Adadelta has it:
 *
 *     s_t = ρ s_{t-1} + (1 - ρ) g_t²
 *     d_t = √(u_{t-1} + ε) / √(s_t + ε) g_t
 *     u_t = ρ u_{t-1} + (1 - ρ) d_t²
 *     x_t = x_{t-1} - η d_t
 *
 * The paper has η = 1: the ratio of the roots is the rate. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], rho = hypers[1], eps = hypers[2];
    double *restrict s = slots;
    double *restrict u = slots + n;
    for (size_t i = 0; i < n; i++) {
        s[i] = rho * s[i] + (1 - rho) * (g[i] * g[i]);
        const double d = sqrt(u[i] + eps) / sqrt(s[i] + eps) * g[i];
        u[i] = rho * u[i] + (1 - rho) * (d * d);
        x[i] = x[i] - lr * d;
    }
}

const lab_optimizer lab_optimizer_adadelta = {
    .key = "adadelta",
    .name = "Adadelta",
    .aliases = "torch.optim.Adadelta, Adagrad without a rate",
    .paper = "Zeiler, ADADELTA: an adaptive learning rate method",
    .year = 2012,
    .since = 2,
    .rule = "s = rho*s + (1 - rho)*g^2\n"
            "d = sqrt(u + eps)/sqrt(s + eps)*g\n"
            "u = rho*u + (1 - rho)*d^2\n"
            "x = x - lr*d",
    .note = "Sets its own scale from the size of its past updates, so it starts very slowly. Two "
            "slots.",
    .group = LAB_PYTORCH,
    .order = 62,
    .hypers = {LAB_LEARNING_RATE(1), LAB_DECAY("rho", "ρ", "decay of the averages", 0.9),
               LAB_EPSILON(1e-6)},
    .slots = {{.key = "s"}, {.key = "u"}},
    .step = step,
};
