/* torch.optim.SGD with all its switches:
 *
 *     d_t = g_t + λ x_{t-1}
 *     b_t = μ b_{t-1} + (1 - τ) d_t,  b_1 = d_1
 *     x_t = x_{t-1} - η (d_t + μ b_t with Nesterov, else b_t; d_t without momentum)
 *
 * Not here: maximize. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], momentum = hypers[1], dampening = hypers[2],
                 weight_decay = hypers[3], nesterov = hypers[4];
    double *restrict b = slots;
    for (size_t i = 0; i < n; i++) {
        const double d = g[i] + weight_decay * x[i];
        b[i] = t > 1 ? momentum * b[i] + (1 - dampening) * d : d;
        const double u = nesterov > 0 ? d + momentum * b[i] : b[i];
        x[i] = x[i] - lr * (momentum > 0 ? u : d);
    }
}

const lab_optimizer lab_optimizer_sgd_torch = {
    .key = "sgd_torch",
    .name = "SGD (PyTorch)",
    .aliases = "torch.optim.SGD, stochastic gradient descent, dampening, weight decay",
    .paper = "Sutskever et al., On the importance of initialization and momentum in deep learning",
    .year = 2013,
    .since = 2,
    .rule = "d = g + weight_decay*x\n"
            "b = where(t > 1, momentum*b + (1 - dampening)*d, d)\n"
            "u = where(nesterov > 0, d + momentum*b, b)\n"
            "x = x - lr*where(momentum > 0, u, d)",
    .note = "PyTorch’s SGD with every switch it has; the first step fills the buffer with the "
            "gradient itself.",
    .group = LAB_PYTORCH,
    .order = 60,
    .family = "momentum",
    .hypers = {LAB_LEARNING_RATE(0.1),
               LAB_MOMENTUM("momentum", "μ", 0),
               {.key = "dampening", .symbol = "τ", .label = "dampening", .max = 1, .preset = 0},
               LAB_WEIGHT_DECAY(0),
               LAB_ON_OFF("nesterov", "n", "Nesterov", 0)},
    .slots = {{.key = "b"}},
    .step = step,
};
