/* RMSProp as torch.optim.RMSprop has it, ε outside the root (centering: Graves, 2013):
 *
 *     s_t = α s_{t-1} + (1 - α) g_t²
 *     a_t = α a_{t-1} + (1 - α) g_t
 *     b_t = m b_{t-1} + g_t / (√(s_t - c a_t²) + ε)      c = 1 when centered, else 0
 *     x_t = x_{t-1} - η b_t
 *
 * Not here: weight decay. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], alpha = hypers[1], eps = hypers[2], centered = hypers[3],
                 momentum = hypers[4];
    double *restrict s = slots;
    double *restrict a = slots + n;
    double *restrict b = slots + 2 * n;
    for (size_t i = 0; i < n; i++) {
        s[i] = alpha * s[i] + (1 - alpha) * (g[i] * g[i]);
        a[i] = alpha * a[i] + (1 - alpha) * g[i];
        b[i] = momentum * b[i] + g[i] / (sqrt(s[i] - centered * (a[i] * a[i])) + eps);
        x[i] = x[i] - lr * b[i];
    }
}

const lab_optimizer lab_optimizer_rmsprop_torch = {
    .key = "rmsprop_torch",
    .name = "RMSProp (PyTorch)",
    .aliases = "torch.optim.RMSprop, Hinton, centered",
    .paper = "Tieleman & Hinton, Neural Networks for Machine Learning, lecture 6e",
    .year = 2012,
    .rule = "s = alpha*s + (1 - alpha)*g^2\n"
            "a = alpha*a + (1 - alpha)*g\n"
            "b = momentum*b + g/(sqrt(s - centered*a^2) + eps)\n"
            "x = x - lr*b",
    .effective = "lr/(sqrt(s - centered*a^2) + eps)",
    .note = "PyTorch’s RMSprop: ε outside the root, optionally centered and with momentum.",
    .group = LAB_PYTORCH,
    .order = 41,
    .family = "rmsprop",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_DECAY("alpha", "α", "decay of the average", 0.99),
               LAB_EPSILON(1e-8), LAB_ON_OFF("centered", "c", "centered", 0),
               LAB_MOMENTUM("momentum", "m", 0)},
    .slots = {{.key = "s"}, {.key = "a"}, {.key = "b"}},
    .step = step,
};
