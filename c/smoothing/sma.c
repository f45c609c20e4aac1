/* Simple moving average:
 *
 *     SMA_t = (s_{t-k+1} + … + s_t) / k
 *
 * Each window is summed anew, so that a NaN, an infinity or a 1e300 has no effect after it has left
 * the window; a sliding sum would keep it for ever. Not defined (NaN) before there are k values. */
#include "lab.h"

#include <math.h>

static void smooth(size_t n, double *restrict out, const double *restrict s,
                   const double *restrict params) {
    const size_t k = (size_t)params[0];
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t j = 0; i + 1 >= k && j < k; j++) sum += s[i + 1 - k + j];
        out[i] = i + 1 >= k ? sum / (double)k : NAN;
    }
}

static void weights(size_t n, double *restrict weights, const double *restrict params) {
    const size_t k = (size_t)params[0];
    for (size_t i = 0; i < n; i++) weights[i] = n < k ? NAN : i + k >= n ? 1 / (double)k : 0;
}

const lab_smoother lab_smoother_sma = {
    .key = "sma",
    .name = "Simple moving average",
    .formula = "v = sum/window",
    .note = "The mean of the last k values; not defined before there are k.",
    .order = 10,
    .params = {{.key = "window",
                .symbol = "k",
                .label = "window",
                .min = 1,
                .max = 10000,
                .preset = 2,
                .scale = LAB_INTEGER,
                .from = 1,
                .to = 50}},
    .lines = {{.key = "v", .symbol = "V"}},
    .window_param = "window",
    .span = "window",
    .smooth = smooth,
    .weights = weights,
};
