/* Schedule-free AdamW (Defazio et al., 2024): schedule-free SGD on Adam's normalised gradient:
 *
 *     v_t = β2 v_{t-1} + (1 - β2) g_t²,  d_t = g_t / (√(v_t / (1 - β2^t)) + ε)
 *     x_t = (1 - c) x_{t-1} + c z_{t-1} - η (1 - β1 (1 - c)) d_t,  c = 1 / t
 *     z_t = z_{t-1} - η d_t
 *     a_t = (1 - c) a_{t-1} + c z_t
 *
 * Not here: warm-up, weight decay. */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], beta1 = hypers[1], beta2 = hypers[2], eps = hypers[3];
    double *restrict v = slots;
    double *restrict z = slots + n;
    double *restrict a = slots + 2 * n;
    const double second = 1 - pow(beta2, t), c = 1 / t;
    for (size_t i = 0; i < n; i++) {
        v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        const double d = g[i] / (sqrt(v[i] / second) + eps);
        x[i] = (1 - c) * x[i] + c * z[i] - lr * (1 - beta1 * (1 - c)) * d;
        z[i] = z[i] - lr * d;
        a[i] = (1 - c) * a[i] + c * z[i];
    }
}

const lab_optimizer lab_optimizer_schedulefree_adamw = {
    .key = "schedulefree_adamw",
    .name = "Schedule-free AdamW",
    .aliases = "ScheduleFree, schedule-free Adam",
    .paper = "Defazio et al., The road less scheduled",
    .year = 2024,
    .since = 2,
    .rule = "v = beta2*v + (1 - beta2)*g^2\n"
            "d = g/(sqrt(v/(1 - beta2^t)) + eps)\n"
            "c = 1/t\n"
            "x = (1 - c)*x + c*z - lr*(1 - beta1*(1 - c))*d\n"
            "z = z - lr*d\n"
            "a = (1 - c)*a + c*z",
    .effective = "lr/(sqrt(v/(1 - beta2^t)) + eps)",
    .note =
        "Adam that needs no schedule: gradients at x, the answer is the average a. Three slots.",
    .group = LAB_MODERN,
    .order = 84,
    /* x is drawn to a slot that does not decay. */
    .refuses = 1 << LAB_DECOUPLED,
    .family = "adam",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_BETA2(0.999), LAB_EPSILON(1e-8)},
    .slots = {{.key = "v"}, {.key = "z", .init = "x"}, {.key = "a", .init = "x"}},
    .step = step,
};
