/* Exponentially weighted average over gaps: pandas' ewm(alpha = 1 - ρ, adjust, ignore_na).mean().
 *
 *     n_t counts the values so far, a gap (NaN) being none;
 *     u_t = ρ w_{t-1}, the weight of all values before t; ignore_na: w_{t-1} itself at a gap
 *     w_t = u_t + 1 (adjusted) or 1; u_t at a gap
 *     V_t = (u_t V_{t-1} + c s_t)/(u_t + c), c = 1 (adjusted) or 1 - ρ; V_{t-1} at a gap
 *
 * The first value is V itself; before it V is not defined. Without gaps adjusted is ewa_corrected
 * and the other one ewa_first. As pandas documents it: at ρ = 1/2 exactly, not adjusted, pandas 3.1
 * itself weighs a value behind a gap otherwise. */
#include "lab.h"

#include <math.h>

static void smooth(size_t n, double *restrict out, const double *restrict s,
                   const double *restrict params) {
    const double rho = params[0], adjust = params[1], ignore_na = params[2];
    const double c = adjust != 0 ? 1 : 1 - rho;
    double v = NAN, w = 0;
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        const int is_there = s[i] == s[i];
        const double u = is_there || ignore_na == 0 ? rho * w : w;
        w = !is_there ? u : adjust != 0 ? u + 1 : 1;
        if (!count)
            v = s[i];
        else if (is_there)
            v = (u * v + c * s[i]) / (u + c);
        count += is_there;
        out[i] = v;
    }
}

static void weights(size_t n, double *restrict weights, const double *restrict params) {
    const double rho = params[0], adjust = params[1];
    double weight = adjust != 0 ? (1 - rho) / (1 - pow(rho, (double)n)) : 1 - rho;
    for (size_t i = n; i-- > 0; weight *= rho) weights[i] = weight;
    if (n && adjust == 0) weights[0] = pow(rho, (double)(n - 1));
}

const lab_smoother lab_smoother_ewm = {
    .key = "ewm",
    .name = "Exponentially weighted average over gaps",
    .formula = "n = where(s == s, n + 1, n)\n"
               "u = where((s == s) + (1 - ignore_na), rho*w, w)\n"
               "w = where(s == s, where(adjust, u + 1, 1), u)\n"
               "v = where(n > (s == s), where(s == s, where(adjust, (u*v + s)/(u + 1), "
               "(u*v + (1 - rho)*s)/(u + (1 - rho))), v), s)",
    .note = "pandas’ ewm: goes on after a gap. Its place counts, so that older values weigh less "
            "behind it, unless ignore_na leaves it out.",
    .order = 30,
    .params = {LAB_DECAY("rho", "ρ", "decay", 0.9),
               LAB_ON_OFF("adjust", NULL, "weights sum to 1 (adjust)", 1),
               LAB_ON_OFF("ignore_na", NULL, "gaps take no place (ignore_na)", 0)},
    .lines = {{.key = "n", .from_zero = 1},
              {.key = "u"},
              {.key = "w", .from_zero = 1},
              {.key = "v", .symbol = "V"}},
    .decay_param = "rho",
    .span = "1/(1 - rho)",
    .smooth = smooth,
    .weights = weights,
};
