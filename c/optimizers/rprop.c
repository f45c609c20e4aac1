/* Rprop (Riedmiller & Braun, 1993), as torch.optim.Rprop has it. Only the signs of the last two
 * gradients count:
 *
 *     r_t = r_{t-1} η⁺ where g_t p_{t-1} > 0, r_{t-1} η⁻ where it is < 0;   r_0 = η
 *           clipped to the bounds
 *     h_t = 0 where g_t p_{t-1} < 0, else g_t
 *     x_t = x_{t-1} - r_t sign(h_t),  p_t = h_t */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], eta_minus = hypers[1], eta_plus = hypers[2], min_step = hypers[3],
                 max_step = hypers[4];
    double *restrict r = slots;
    double *restrict p = slots + n;
    for (size_t i = 0; i < n; i++) {
        const double q = g[i] * p[i], h = q < 0 ? 0 : g[i];
        const double grown = (t > 1 ? r[i] : lr) * (q > 0 ? eta_plus : q < 0 ? eta_minus : 1);
        const double above = grown < min_step ? min_step : grown;
        r[i] = above > max_step ? max_step : above;
        x[i] = x[i] - r[i] * lab_sign(h);
        p[i] = h;
    }
}

const lab_optimizer lab_optimizer_rprop = {
    .key = "rprop",
    .name = "Rprop",
    .aliases = "torch.optim.Rprop, resilient backpropagation",
    .paper = "Riedmiller & Braun, A direct adaptive method for faster backpropagation learning",
    .year = 1993,
    .since = 2,
    .rule = "q = g*p\n"
            "r = where(t > 1, r, lr)*where(q > 0, eta_plus, where(q < 0, eta_minus, 1))\n"
            "r = min(max(r, min_step), max_step)\n"
            "h = where(q < 0, 0, g)\n"
            "x = x - r*sign(h)\n"
            "p = h",
    .note = "Each coordinate has a step of its own that grows until the slope changes sign. For "
            "full batches only. Two slots.",
    .group = LAB_PYTORCH,
    .order = 68,
    .hypers = {LAB_LEARNING_RATE(0.01),
               {.key = "eta_minus",
                .symbol = "η⁻",
                .label = "factor after a turn",
                .min = 1e-3,
                .max = 1,
                .preset = 0.5},
               {.key = "eta_plus",
                .symbol = "η⁺",
                .label = "factor while going on",
                .min = 1,
                .max = 10,
                .preset = 1.2,
                .from = 1,
                .to = 2},
               {.key = "min_step",
                .symbol = "r_min",
                .label = "smallest step",
                .min = 1e-12,
                .max = 1000,
                .preset = 1e-6,
                .scale = LAB_LOG,
                .from = 1e-8,
                .to = 1},
               {.key = "max_step",
                .symbol = "r_max",
                .label = "largest step",
                .min = 1e-12,
                .max = 1000,
                .preset = 50,
                .scale = LAB_LOG,
                .from = 1e-3,
                .to = 100}},
    .slots = {{.key = "r"}, {.key = "p"}},
    .step = step,
};
