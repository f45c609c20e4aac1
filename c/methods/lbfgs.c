/* L-BFGS (Nocedal, 1980; Liu and Nocedal, 1989), as torch.optim.LBFGS with one iteration a step and
 * line_search_fn="strong_wolfe":
 *
 *     d = -B g_t,  B made of the last pairs s, y by the recursion of two loops
 *     α by the strong conditions of Wolfe, from a try of η on (at first η min(1, 1/‖g‖₁))
 *     x_t = x_{t-1} + α d
 *
 * A pair is kept if y·s > 10⁻¹⁰. Where d does not lead downhill it forgets all pairs. */
#include "lab.h"

#include <math.h>
#include <string.h>

enum { PAIRS = 5 };

/* What is kept besides d and α: the last gradient, and pairs from the oldest on. */
typedef struct memory {
    double count, g[2], s[PAIRS][2], y[PAIRS][2];
} memory;

static void keep_pair(memory *m, size_t dim, const double *d, double a, const double *g,
                      size_t most) {
    double s[2] = {0}, y[2] = {0};
    for (size_t i = 0; i < dim; i++) s[i] = d[i] * a, y[i] = g[i] - m->g[i];
    size_t count = (size_t)m->count;
    if (!(lab_dot(y, s, dim, 1) > 1e-10)) return;
    for (; count > 0 && count >= most; count--) {
        memmove(m->s[0], m->s[1], sizeof m->s - sizeof m->s[0]);
        memmove(m->y[0], m->y[1], sizeof m->y - sizeof m->y[0]);
    }
    memcpy(m->s[count], s, sizeof s);
    memcpy(m->y[count], y, sizeof y);
    m->count = (double)(count + 1);
}

/* d = -B g. */
static void direction(double *d, const memory *m, const double *g, size_t dim) {
    double weight[PAIRS], share[PAIRS];
    const int last = (int)m->count - 1;
    for (size_t i = 0; i < dim; i++) d[i] = -g[i];
    for (int k = last; k >= 0; k--) {
        share[k] = 1 / lab_dot(m->y[k], m->s[k], dim, 1);
        weight[k] = lab_dot(m->s[k], d, dim, 1) * share[k];
        for (size_t i = 0; i < dim; i++) d[i] -= weight[k] * m->y[k][i];
    }
    if (last < 0) return;
    const double *y = m->y[last];
    const double scale = lab_dot(y, m->s[last], dim, 1) / lab_dot(y, y, dim, 1);
    for (size_t i = 0; i < dim; i++) d[i] *= scale;
    for (int k = 0; k <= last; k++) {
        const double back = lab_dot(m->y[k], d, dim, 1) * share[k];
        for (size_t i = 0; i < dim; i++) d[i] += m->s[k][i] * (weight[k] - back);
    }
}

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    const size_t dim = at->dim;
    double *d = slots, *a = slots + dim, first = hypers[0], size = 0;
    memory *m = (memory *)(a + 1);
    for (size_t i = 0; i < dim; i++) size += fabs(g[i]);
    if (t > 1)
        keep_pair(m, dim, d, *a, g, (size_t)hypers[1]);
    else
        first *= fmin(1, 1 / size);
    direction(d, m, g, dim);
    if (!(lab_dot(d, g, dim, 1) < 0)) {
        m->count = 0;
        direction(d, m, g, dim);
    }
    memcpy(m->g, g, dim * sizeof *g);
    *a = lab_search_wolfe(at, x, d, g, first);
    for (size_t i = 0; i < dim; i++) x[i] = x[i] + *a * d[i];
}

const lab_optimizer lab_optimizer_lbfgs = {
    .key = "lbfgs",
    .name = "L-BFGS",
    .aliases = "torch.optim.LBFGS, limited memory, quasi-Newton",
    .paper = "Liu & Nocedal, On the limited memory BFGS method for large scale optimization",
    .year = 1989,
    .since = 2,
    .is_method = 1,
    .memory = sizeof(memory) / sizeof(double),
    .rule = "x = x + a*d",
    .note = "BFGS that keeps the last few steps instead of a matrix, for problems of millions of "
            "parameters. A few values and gradients a step.",
    .group = LAB_CLASSIC,
    .order = 145,
    .cost = {.f = 1, .g = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_FIRST_TRY(1),
               {.key = "memory",
                .symbol = "k",
                .label = "steps remembered",
                .min = 1,
                .max = PAIRS,
                .preset = PAIRS,
                .scale = LAB_INTEGER}},
    .slots = {{.key = "d", .found = "−Bg, where B estimates H⁻¹ from the last steps"},
              {.key = "a", .symbol = "α", .per_point = 1, .found = LAB_FOUND_BY_WOLFE}},
    .step = step,
};
