/* SignSGD (Bernstein et al., 2018):
 *
 *     x_t = x_{t-1} - η sign(g_t) */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t, (void)slots;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0];
    for (size_t i = 0; i < n; i++) x[i] = x[i] - lr * lab_sign(g[i]);
}

const lab_optimizer lab_optimizer_signsgd = {
    .key = "signsgd",
    .name = "SignSGD",
    .aliases = "sign gradient descent",
    .paper = "Bernstein et al., signSGD: compressed optimisation for non-convex problems",
    .year = 2018,
    .since = 2,
    .rule = "x = x - lr*sign(g)",
    .note = "Only the sign of each slope counts: steps of one length, which never settle at a "
            "fixed rate. No slots.",
    .group = LAB_MODERN,
    .order = 70,
    .hypers = {LAB_LEARNING_RATE(0.01)},
    .step = step,
};
