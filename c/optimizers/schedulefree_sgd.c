/* Schedule-free SGD (Defazio et al., 2024). Gradients are taken at x, between z and the average a,
 * which is the answer:
 *
 *     x_t = (1 - c) x_{t-1} + c z_{t-1} - η (1 - β (1 - c)) g_t,  c = 1 / t
 *     z_t = z_{t-1} - η g_t
 *     a_t = (1 - c) a_{t-1} + c z_t
 *
 * All three start together. Not here: warm-up, weight decay. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0], momentum = hypers[1];
    double *restrict z = slots;
    double *restrict a = slots + n;
    const double c = 1 / t;
    for (size_t i = 0; i < n; i++) {
        x[i] = (1 - c) * x[i] + c * z[i] - lr * (1 - momentum * (1 - c)) * g[i];
        z[i] = z[i] - lr * g[i];
        a[i] = (1 - c) * a[i] + c * z[i];
    }
}

const lab_optimizer lab_optimizer_schedulefree_sgd = {
    .key = "schedulefree_sgd",
    .name = "Schedule-free SGD",
    .aliases = "ScheduleFree, schedule-free",
    .paper = "Defazio et al., The road less scheduled",
    .year = 2024,
    .since = 2,
    .rule = "c = 1/t\n"
            "x = (1 - c)*x + c*z - lr*(1 - momentum*(1 - c))*g\n"
            "z = z - lr*g\n"
            "a = (1 - c)*a + c*z",
    .note = "Needs no schedule: the average a does what a falling rate would do. Two slots.",
    .group = LAB_MODERN,
    .order = 83,
    /* x is drawn to a slot that does not decay. */
    .refuses = 1 << LAB_DECOUPLED,
    .family = "sgd",
    .hypers = {LAB_LEARNING_RATE(0.1), LAB_MOMENTUM("momentum", "β", 0.9)},
    .slots = {{.key = "z", .init = "x"}, {.key = "a", .init = "x"}},
    .step = step,
};
