/* Exponentially weighted average started at the first value:
 *
 *     V_1 = s_1,  V_t = ρ V_{t-1} + (1 - ρ) s_t
 *
 * As pandas’ ewm(adjust=False) has it: the first value counts ρ^(t-1). */
#include "lab.h"

#include <math.h>

static void smooth(size_t n, double *restrict out, const double *restrict s,
                   const double *restrict params) {
    const double rho = params[0];
    for (size_t i = 0; i < n; i++) out[i] = i ? rho * out[i - 1] + (1 - rho) * s[i] : s[i];
}

static void weights(size_t n, double *restrict weights, const double *restrict params) {
    const double rho = params[0];
    double weight = 1 - rho;
    for (size_t i = n; i-- > 0; weight *= rho) weights[i] = weight;
    if (n) weights[0] = pow(rho, (double)(n - 1));
}

const lab_smoother lab_smoother_ewa_first = {
    .key = "ewa_first",
    .name = "Exponentially weighted average, started at the first value",
    .formula = "v = where(t == 1, s, rho*v + (1 - rho)*s)",
    .note = "Started at the first value, which counts ρᵗ⁻¹ where it would count (1 − ρ) ρᵗ⁻¹.",
    .order = 21,
    .params = {LAB_DECAY("rho", "ρ", "decay", 0.9)},
    .lines = {{.key = "v", .symbol = "V"}},
    .decay_param = "rho",
    .span = "1/(1 - rho)",
    .known = "1 - rho^t",
    .smooth = smooth,
    .weights = weights,
};
