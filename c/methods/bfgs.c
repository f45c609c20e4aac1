/* BFGS (Broyden, Fletcher, Goldfarb and Shanno, 1970):
 *
 *     d = -B g_t
 *     α by the strong conditions of Wolfe, from a try of η on
 *     x_t = x_{t-1} + α d
 *     B ← (I - s yᵀ/y·s) B (I - y sᵀ/y·s) + s sᵀ/y·s,  s = x_t - x_{t-1},  y = g_{t+1} - g_t
 *
 * B, an estimate of H⁻¹, starts at the identity; it is kept where y·s ≤ 10⁻¹⁰. Line search of
 * torch.optim.LBFGS. Where d does not lead downhill, B starts again. */
#include "lab.h"

enum { XX, XY, YY };

static void times(double out[2], const double b[3], const double v[2]) {
    out[0] = b[XX] * v[0] + b[XY] * v[1];
    out[1] = b[XY] * v[0] + b[YY] * v[1];
}

/* What the last step has shown of the curvature. */
static void learn(double b[3], const double s[2], const double y[2]) {
    const double ys = y[0] * s[0] + y[1] * s[1];
    double by[2];
    if (!(ys > 1e-10)) return;
    times(by, b, y);
    const double k = (1 + (y[0] * by[0] + y[1] * by[1]) / ys) / ys;
    b[XX] += k * s[0] * s[0] - 2 * s[0] * by[0] / ys;
    b[XY] += k * s[0] * s[1] - (s[0] * by[1] + s[1] * by[0]) / ys;
    b[YY] += k * s[1] * s[1] - 2 * s[1] * by[1] / ys;
}

static void start(double b[3]) {
    b[XX] = b[YY] = 1;
    b[XY] = 0;
}

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    double *d = slots, *a = slots + at->dim, *b = a + 1, *before = b + 3;
    double down[2], now[2] = {g[0], at->dim == 2 ? g[1] : 0};
    if (t > 1) {
        const double s[2] = {*a * d[0], at->dim == 2 ? *a * d[1] : 0};
        learn(b, s, (double[2]){now[0] - before[0], now[1] - before[1]});
    } else {
        start(b);
    }
    times(down, b, now);
    if (!(down[0] * now[0] + down[1] * now[1] > 0)) {
        start(b);
        times(down, b, now);
    }
    for (size_t i = 0; i < at->dim; i++) before[i] = g[i], d[i] = -down[i];
    *a = lab_search_wolfe(at, x, d, g, hypers[0]);
    for (size_t i = 0; i < at->dim; i++) x[i] = x[i] + *a * d[i];
}

const lab_optimizer lab_optimizer_bfgs = {
    .key = "bfgs",
    .name = "BFGS",
    .aliases = "quasi-Newton, variable metric",
    .paper = "Broyden, Fletcher, Goldfarb and Shanno, four papers",
    .year = 1970,
    .since = 2,
    .is_method = 1,
    .memory = 5,
    .rule = "x = x + a*d",
    .note = "Learns the curvature from how the gradient changes: as fast as Newton’s method near a "
            "minimum, without a Hessian. A few values and gradients a step.",
    .group = LAB_CLASSIC,
    .order = 140,
    .cost = {.f = 1, .g = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {LAB_FIRST_TRY(1)},
    .slots = {{.key = "d", .found = "−Bg, where B estimates H⁻¹"},
              {.key = "a", .symbol = "α", .per_point = 1, .found = LAB_FOUND_BY_WOLFE}},
    .step = step,
};
