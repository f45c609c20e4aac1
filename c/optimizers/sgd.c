/* Gradient descent (Cauchy, 1847); with a gradient from a sample it is SGD (Robbins & Monro, 1951):
 *
 *     x_t = x_{t-1} - η g_t
 *
 * Not here: momentum, weight decay. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)slots, (void)t;
    const size_t n = at->dim * at->lanes;
    const double lr = hypers[0];
    for (size_t i = 0; i < n; i++) {
        x[i] = x[i] - lr * g[i];
    }
}

const lab_optimizer lab_optimizer_sgd = {
    .key = "sgd",
    .name = "Gradient descent",
    .aliases = "GD, SGD, steepest descent, vanilla, plain, batch gradient descent",
    .paper = "Cauchy, Méthode générale pour la résolution des systèmes d’équations simultanées",
    .year = 1847,
    .rule = "x = x - lr*g",
    .stable = "2",
    .note = "The same rate for every coordinate.",
    .group = LAB_LECTURE,
    .order = 10,
    .hypers = {LAB_LEARNING_RATE(0.1)},
    .step = step,
};
