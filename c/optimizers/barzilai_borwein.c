/* Barzilai and Borwein's rate (1988), the longer of their two: the secant of the last step stands
 * for H:
 *
 *     a = x_{t-1} - x_{t-2},  b = g_t - g_{t-1}
 *     x_t = x_{t-1} - k g_t,  k = ⟨a, a⟩ / ⟨a, b⟩
 *
 * k = η in the first step, and where ⟨a, b⟩ is not positive. */
#include "lab.h"

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t dim = at->dim, lanes = at->lanes, n = dim * lanes;
    double *restrict p = slots;
    double *restrict q = slots + n;
    for (size_t j = 0; j < lanes; j++) {
        double moved = 0, along = 0;
        for (size_t i = j; i < n; i += lanes) {
            const double a = x[i] - p[i], b = g[i] - q[i];
            moved += a * a, along += a * b;
        }
        const double k = t > 1 && along > 0 ? moved / along : hypers[0];
        for (size_t i = j; i < n; i += lanes) {
            p[i] = x[i];
            q[i] = g[i];
            x[i] = x[i] - k * g[i];
        }
    }
}

const lab_optimizer lab_optimizer_barzilai_borwein = {
    .key = "barzilai_borwein",
    .name = "Barzilai–Borwein",
    .aliases = "BB, spectral gradient, two-point step size",
    .paper = "Barzilai & Borwein, Two-point step size gradient methods",
    .year = 1988,
    .since = 2,
    .rule = "a = x - p\n"
            "b = g - q\n"
            "w = dot(a, b)\n"
            "k = where(t > 1, where(w > 0, dot(a, a)/w, lr), lr)\n"
            "p = x\n"
            "q = g\n"
            "x = x - k*g",
    .note = "Reads the rate off the last two points: nearly Newton’s method for the price of "
            "gradient descent, "
            "but f may rise on the way. Two slots.",
    .group = LAB_WHOLE_VECTOR,
    .order = 96,
    .hypers = {LAB_LEARNING_RATE(0.01)},
    .slots = {{.key = "p", .symbol = "x_old", .init = "x"}, {.key = "q", .symbol = "g_old"}},
    .step = step,
};
