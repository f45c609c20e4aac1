/* Saddle-free Newton (Dauphin et al., 2014):
 *
 *     x_t = x_{t-1} - η |H|⁻¹ g_t
 *
 * |H| has the eigenvectors of the Hessian and the absolute values of its eigenvalues. In two
 * dimensions it is ±H if det H ≥ 0, else (tr H · H + 2 |det H|)/(λ₁ - λ₂). */
#include "lab.h"

#include <math.h>

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    double h[3], hdiag[2];
    lab_ask_hessian(at, x, h);
    const double det = at->dim == 2 ? h[0] * h[2] - h[1] * h[1] : 0, trace = h[0] + h[2];
    if (det < 0) {
        const double gap = sqrt(trace * trace - 4 * det);
        h[0] = (trace * h[0] - 2 * det) / gap;
        h[1] = trace * h[1] / gap;
        h[2] = (trace * h[2] - 2 * det) / gap;
    } else if (trace < 0) {
        for (int i = 0; i < 3; i++) h[i] = -h[i];
    }
    lab_curvature(hdiag, slots, h, g, (int)at->dim);
    for (size_t i = 0; i < at->dim; i++) x[i] = x[i] - hypers[0] * slots[i];
}

const lab_optimizer lab_optimizer_newton_saddle_free = {
    .key = "newton_saddle_free",
    .name = "Saddle-free Newton",
    .aliases = "SFN, absolute Hessian",
    .paper = "Dauphin et al., Identifying and attacking the saddle point problem in "
             "high-dimensional non-convex optimization",
    .year = 2014,
    .since = 2,
    .is_method = 1,
    .rule = "x = x - lr*q",
    .note = "Newton’s step with the absolute values of the curvatures, so that it leaves saddles "
            "instead of seeking them. One Hessian a step.",
    .group = LAB_CLASSIC,
    .order = 105,
    .cost = {.g = 1, .h = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_LEARNING_RATE(1)},
    .slots = {{.key = "q", .found = "|H|⁻¹g, with the absolute values of the eigenvalues of H"}},
    .step = step,
};
