/* Exponentially weighted average (EWA, EMA) started at V_0 = 0:
 *
 *     V_t = ρ V_{t-1} + (1 - ρ) s_t
 *
 * The first averages are too low, because V_0 = 0 has the weight ρ^t (ewa_corrected corrects
 * that). */
#include "lab.h"

static void smooth(size_t n, double *restrict out, const double *restrict s,
                   const double *restrict params) {
    const double rho = params[0];
    double v = 0;
    for (size_t i = 0; i < n; i++) out[i] = v = rho * v + (1 - rho) * s[i];
}

static void weights(size_t n, double *restrict weights, const double *restrict params) {
    const double rho = params[0];
    double weight = 1 - rho;
    for (size_t i = n; i-- > 0; weight *= rho) weights[i] = weight;
}

const lab_smoother lab_smoother_ewa = {
    .key = "ewa",
    .name = "Exponentially weighted average",
    .formula = "v = rho*v + (1 - rho)*s",
    .note = "Started at 0: the first values come out too low.",
    .order = 20,
    .params = {LAB_DECAY("rho", "ρ", "decay", 0.9)},
    .lines = {{.key = "v", .symbol = "V", .from_zero = 1}},
    .decay_param = "rho",
    .span = "1/(1 - rho)",
    .known = "1 - rho^t",
    .smooth = smooth,
    .weights = weights,
};
