/* Nesterov momentum (1983) in the form of torch.optim.SGD(nesterov=True):
 *
 *     b_t = μ b_{t-1} + g_t
 *     x_t = x_{t-1} - η (g_t + μ b_t)
 *
 * Not here: the gradient at the look-ahead point: PyTorch’s x is that point already. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], mu = hypers[1];
    double *restrict b = slots;
    for (size_t i = 0; i < n; i++) {
        b[i] = mu * b[i] + g[i];
        x[i] = x[i] - lr * (g[i] + mu * b[i]);
    }
}

const lab_optimizer lab_optimizer_nesterov = {
    .key = "nesterov",
    .name = "Nesterov momentum (PyTorch)",
    .aliases = "NAG, Nesterov accelerated gradient, torch.optim.SGD, look-ahead",
    .paper =
        "Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²)",
    .year = 1983,
    .rule = "b = mu*b + g\n"
            "x = x - lr*(g + mu*b)",
    .stable = "2*(1 + mu)/(1 + 2*mu)",
    .note = "Looks one momentum step ahead; PyTorch’s form, where x is the point ahead.",
    .group = LAB_PYTORCH,
    .order = 24,
    .family = "momentum",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_MOMENTUM("mu", "μ", 0.9)},
    .slots = {{.key = "b"}},
    .step = step,
};
