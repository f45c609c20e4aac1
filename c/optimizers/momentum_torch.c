/* Momentum as torch.optim.SGD(momentum=μ) has it (Sutskever et al., 2013):
 *
 *     b_t = μ b_{t-1} + g_t
 *     x_t = x_{t-1} - η b_t
 *
 * Not here: dampening, weight decay; b_0 = 0 gives PyTorch’s first step b_1 = g_1. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], mu = hypers[1];
    double *restrict b = slots;
    for (size_t i = 0; i < n; i++) {
        b[i] = mu * b[i] + g[i];
        x[i] = x[i] - lr * b[i];
    }
}

const lab_optimizer lab_optimizer_momentum_torch = {
    .key = "momentum_torch",
    .name = "Momentum (PyTorch)",
    .aliases = "SGD with momentum, torch.optim.SGD, heavy ball",
    .paper = "Sutskever, Martens, Dahl & Hinton, On the importance of initialization and momentum "
             "in deep learning",
    .year = 2013,
    .rule = "b = mu*b + g\n"
            "x = x - lr*b",
    .stable = "where(mu < 1, 2*(1 + mu), 0)",
    .note = "PyTorch’s SGD with momentum: the buffer sums gradients and the rate comes last.",
    .group = LAB_PYTORCH,
    .order = 23,
    .family = "momentum",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_MOMENTUM("mu", "μ", 0.9)},
    .slots = {{.key = "b"}},
    .step = step,
};
