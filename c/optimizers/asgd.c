/* Averaged SGD (Polyak & Juditsky, 1992), as torch.optim.ASGD has it:
 *
 *     k_t = η / (1 + λ η (t - 1))^α
 *     x_t = x_{t-1} (1 - λ k_t) - k_t g_t
 *     a_t = the mean of the x from step t_0 + 1 on; before, x itself
 *
 * Gradients are taken at x; the average a is the answer. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], lambd = hypers[1], alpha = hypers[2], t0 = hypers[3];
    double *restrict a = slots;
    const double k = lr / pow(1 + lambd * lr * (t - 1), alpha), count = t - 1 - t0;
    for (size_t i = 0; i < n; i++) {
        x[i] = x[i] * (1 - lambd * k) - k * g[i];
        a[i] = count > 1 ? a[i] + (x[i] - a[i]) / count : x[i];
    }
}

const lab_optimizer lab_optimizer_asgd = {
    .key = "asgd",
    .name = "Averaged SGD",
    .aliases = "ASGD, torch.optim.ASGD, Polyak averaging, Polyak–Ruppert",
    .paper = "Polyak & Juditsky, Acceleration of stochastic approximation by averaging",
    .year = 1992,
    .since = 2,
    .rule = "k = lr/(1 + lambd*lr*(t - 1))^alpha\n"
            "x = x*(1 - lambd*k) - k*g\n"
            "n = t - 1 - t0\n"
            "a = where(n > 1, a + (x - a)/n, x)",
    .effective = "lr/(1 + lambd*lr*(t - 1))^alpha",
    .note = "A slowly falling rate, and the average of the path as the answer: noise averages out. "
            "One slot.",
    .group = LAB_PYTORCH,
    .order = 61,
    .family = "sgd",
    .hypers =
        {LAB_LEARNING_RATE(0.01),
         {.key = "lambd",
          .symbol = "λ",
          .label = "decay of the rate",
          .max = 1,
          .preset = 1e-4,
          .from = 0,
          .to = 0.1},
         {.key = "alpha", .symbol = "α", .label = "power of the decay", .max = 1, .preset = 0.75},
         {.key = "t0",
          .symbol = "t_0",
          .label = "step at which averaging starts",
          .min = 1,
          .max = 1e9,
          .preset = 1e6,
          .scale = LAB_LOG,
          .from = 1,
          .to = 1e6}},
    .slots = {{.key = "a", .init = "x"}},
    .step = step,
};
