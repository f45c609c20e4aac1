/* RMSProp, ε inside the root (Tieleman & Hinton, lecture 6e, 2012; TensorFlow 1):
 *
 *     s_t = ρ s_{t-1} + (1 - ρ) g_t²
 *     x_t = x_{t-1} - η g_t / √(s_t + ε)
 *
 * Not here: centering, momentum, ε outside the root (rmsprop_torch). */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], rho = hypers[1], eps = hypers[2];
    double *restrict s = slots;
    for (size_t i = 0; i < n; i++) {
        s[i] = rho * s[i] + (1 - rho) * (g[i] * g[i]);
        x[i] = x[i] - lr * g[i] / sqrt(s[i] + eps);
    }
}

const lab_optimizer lab_optimizer_rmsprop = {
    .key = "rmsprop",
    .name = "RMSProp",
    .aliases = "RMS prop, Hinton, moving average of squared gradients, γ",
    .paper = "Tieleman & Hinton, Neural Networks for Machine Learning, lecture 6e",
    .year = 2012,
    .rule = "s = rho*s + (1 - rho)*g^2\n"
            "x = x - lr*g/sqrt(s + eps)",
    .effective = "lr/sqrt(s + eps)",
    .note = "ε inside the root, as in the lecture and TensorFlow 1; PyTorch puts it outside.",
    .group = LAB_LECTURE,
    .order = 40,
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_DECAY("rho", "ρ", "decay of the average", 0.9),
               LAB_EPSILON(1e-7)},
    .slots = {{.key = "s"}},
    .step = step,
};
