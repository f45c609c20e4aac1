/* Sharpness-aware minimization (Foret et al., 2021) over gradient descent:
 *
 *     e = ρ g_t / (‖g_t‖ + 10⁻¹²)
 *     h = ∇f(x_{t-1} + e)
 *     x_t = x_{t-1} - η h
 *
 * Not here: other base optimizers, adaptive SAM. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    double *h = slots, place[2];
    const double norm = lab_norm(g, at->dim, 1) + 1e-12;
    for (size_t i = 0; i < at->dim; i++) place[i] = x[i] + hypers[1] * g[i] / norm;
    lab_ask(at, place, NULL, h);
    for (size_t i = 0; i < at->dim; i++) x[i] = x[i] - hypers[0] * h[i];
}

const lab_optimizer lab_optimizer_sam = {
    .key = "sam",
    .name = "SAM",
    .aliases = "sharpness-aware minimization",
    .paper = "Foret et al., Sharpness-aware minimization for efficiently improving generalization",
    .year = 2021,
    .since = 2,
    .is_method = 1,
    .rule = "x = x - lr*h",
    .note =
        "Takes the gradient a little uphill, where a sharp minimum is steep, and so prefers flat "
        "ones. Two gradients a step.",
    .group = LAB_CLASSIC,
    .order = 160,
    .cost = {.g = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_LEARNING_RATE(0.1),
               {.key = "rho",
                .symbol = "ρ",
                .label = "how far uphill",
                .min = 0,
                .max = 100,
                .preset = 0.05,
                .to = 2}},
    .slots = {{.key = "h", .found = "∇f(x + ρg/‖g‖)"}},
    .step = step,
};
