/* Adagrad as torch.optim.Adagrad has it, ε outside the root:
 *
 *     s_t = s_{t-1} + g_t²
 *     x_t = x_{t-1} - η / (1 + (t - 1) d) · g_t / (√s_t + ε)
 *
 * Not here: weight decay; s0 is PyTorch’s initial_accumulator_value, d its lr_decay. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], eps = hypers[1], lr_decay = hypers[2];
    double *restrict s = slots;
    const double rate = lr / (1 + (t - 1) * lr_decay);
    for (size_t i = 0; i < n; i++) {
        s[i] = s[i] + g[i] * g[i];
        x[i] = x[i] - rate * g[i] / (sqrt(s[i]) + eps);
    }
}

const lab_optimizer lab_optimizer_adagrad_torch = {
    .key = "adagrad_torch",
    .name = "Adagrad (PyTorch)",
    .aliases = "torch.optim.Adagrad",
    .paper = "Duchi, Hazan & Singer, Adaptive subgradient methods for online learning and "
             "stochastic optimization",
    .year = 2011,
    .rule = "s = s + g^2\n"
            "x = x - lr/(1 + (t - 1)*lr_decay)*g/(sqrt(s) + eps)",
    .effective = "lr/(1 + (t - 1)*lr_decay)/(sqrt(s) + eps)",
    .note = "PyTorch’s Adagrad: ε outside the root, and a decay of its own.",
    .group = LAB_PYTORCH,
    .order = 31,
    .family = "adagrad",
    .hypers = {LAB_LEARNING_RATE(0.5),
               LAB_EPSILON(1e-10),
               {.key = "lr_decay",
                .symbol = "d",
                .label = "decay of the rate",
                .max = 100,
                .preset = 0,
                .from = 0,
                .to = 1},
               LAB_INITIAL_SUM("s0", "s_0", 0)},
    .slots = {{.key = "s", .init = "s0"}},
    .step = step,
};
