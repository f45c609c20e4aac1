/* Exponentially weighted average with bias correction:
 *
 *     V_t = ρ V_{t-1} + (1 - ρ) s_t,  V̂_t = V_t / (1 - ρ^t)
 *
 * A true weighted mean from the first value on; pandas’ ewm(adjust=True), Adam’s m̂ and v̂. */
#include "lab.h"

#include <math.h>

static void smooth(size_t n, double *restrict out, const double *restrict s,
                   const double *restrict params) {
    const double rho = params[0];
    double v = 0;
    for (size_t i = 0; i < n; i++) {
        v = rho * v + (1 - rho) * s[i];
        out[i] = v / (1 - pow(rho, (double)(i + 1)));
    }
}

static void weights(size_t n, double *restrict weights, const double *restrict params) {
    const double rho = params[0];
    double weight = (1 - rho) / (1 - pow(rho, (double)n));
    for (size_t i = n; i-- > 0; weight *= rho) weights[i] = weight;
}

const lab_smoother lab_smoother_ewa_corrected = {
    .key = "ewa_corrected",
    .name = "Exponentially weighted average, bias-corrected",
    .formula = "v = rho*v + (1 - rho)*s\n"
               "vhat = v/(1 - rho^t)",
    .note = "Started at 0 and divided by 1 − ρᵗ, so that the weights sum to 1 from the start.",
    .order = 22,
    .params = {LAB_DECAY("rho", "ρ", "decay", 0.9)},
    .lines = {{.key = "v", .symbol = "V", .from_zero = 1}, {.key = "vhat", .symbol = "V̂"}},
    .decay_param = "rho",
    .span = "1/(1 - rho)",
    .known = "1 - rho^t",
    .smooth = smooth,
    .weights = weights,
};
