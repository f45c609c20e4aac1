/* Adagrad as torch.optim.Adagrad has it, ε outside the root:
 *
 *     s_t = s_{t-1} + g_t²
 *     x_t = x_{t-1} - η / (1 + (t - 1) d) · g_t / (√s_t + ε)
 *
 * Not here: weight decay; s0 is PyTorch’s initial_accumulator_value, d its lr_decay. */
#include "lab.h"

#include <math.h>

static void step(size_t n, double *restrict x, const double *restrict g, double *restrict slots,
                 const double *restrict hypers, double t) {
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
    .paper = "Duchi, Hazan & Singer, Adaptive subgradient methods for online learning and "
             "stochastic optimization",
    .year = 2011,
    .rule = "s = s + g^2\n"
            "x = x - lr/(1 + (t - 1)*lr_decay)*g/(sqrt(s) + eps)",
    .effective = "lr/(1 + (t - 1)*lr_decay)/(sqrt(s) + eps)",
    .note = "PyTorch’s Adagrad: ε outside the root, and a decay of its own.",
    .order = 31,
    .hypers = {LAB_LEARNING_RATE(0.5),
               {.key = "eps",
                .symbol = "ε",
                .label = "small constant",
                .min = 1e-16,
                .max = 1,
                .preset = 1e-10,
                .scale = LAB_LOG,
                .from = 1e-10,
                .to = 1e-1},
               {.key = "lr_decay",
                .symbol = "d",
                .label = "decay of the rate",
                .max = 100,
                .preset = 0,
                .from = 0,
                .to = 1},
               {.key = "s0",
                .symbol = "s_0",
                .label = "initial sum",
                .max = 1000,
                .preset = 0,
                .from = 0,
                .to = 1}},
    .hyper_count = 4,
    .slots = {{.key = "s", .init = "s0"}},
    .slot_count = 1,
    .step = step,
};
