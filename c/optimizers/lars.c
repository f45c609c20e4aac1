/* LARS (You, Gitman & Ginsburg, 2017): momentum whose rate is in proportion to the size of the
 * weights:
 *
 *     r_t = φ ‖x_{t-1}‖ / ‖g_t‖,  1 where either norm is 0
 *     v_t = m v_{t-1} + η r_t g_t
 *     x_t = x_{t-1} - v_t
 *
 * The whole point is one layer. Not here: weight decay. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t dim = at->dim, lanes = at->lanes;
    const double lr = hypers[0], momentum = hypers[1], trust = hypers[2];
    double *restrict v = slots;
    for (size_t j = 0; j < lanes; j++) {
        const double p = lab_norm(&x[j], dim, lanes), q = lab_norm(&g[j], dim, lanes);
        const double r = p == 0 || q == 0 ? 1 : trust * p / q;
        for (size_t i = j; i < dim * lanes; i += lanes) {
            v[i] = momentum * v[i] + lr * r * g[i];
            x[i] = x[i] - v[i];
        }
    }
}

const lab_optimizer lab_optimizer_lars = {
    .key = "lars",
    .name = "LARS",
    .aliases = "layer-wise adaptive rate scaling",
    .paper = "You, Gitman & Ginsburg, Large batch training of convolutional networks",
    .year = 2017,
    .since = 2,
    .rule = "p = norm(x)\n"
            "q = norm(g)\n"
            "r = where(p == 0, 1, where(q == 0, 1, trust*p/q))\n"
            "v = momentum*v + lr*r*g\n"
            "x = x - v",
    .note = "Momentum for very large batches: a step is a fixed part of the weights’ own size. One "
            "slot.",
    .group = LAB_WHOLE_VECTOR,
    .order = 91,
    .hypers = {LAB_LEARNING_RATE(1),
               LAB_MOMENTUM("momentum", "m", 0.9),
               {.key = "trust",
                .symbol = "φ",
                .label = "trust coefficient",
                .max = 1,
                .preset = 0.001,
                .from = 0,
                .to = 0.1}},
    .slots = {{.key = "v"}},
    .step = step,
};
