/* A line fitted to data: its loss as a landscape, and gradients from samples of it. The gradient of
 * a batch estimates that of all points. In each epoch every point comes up once: batches are drawn
 * without replacement, as deep-learning libraries do it. */
#include "lab.h"

#include <math.h>

static const double CONSTANT = 1e-12; /* a column whose deviation is below this part of its mean */

/* Loss, ∂/∂w and ∂/∂b at (w, b): means over the points at `rows`, or over the first `count` if that
 * is NULL. */
static void mean_over(double out[3], const lab_data *data, const uint32_t *rows, size_t count,
                      double w, double b) {
    double loss = 0, gw = 0, gb = 0;
    for (size_t k = 0; k < count; k++) {
        const size_t i = rows ? rows[k] : k;
        const double error = w * data->x[i] + b - data->y[i];
        loss += error * error;
        gw += data->x[i] * error;
        gb += error;
    }
    out[0] = loss / (double)count;
    out[1] = 2 * gw / (double)count;
    out[2] = 2 * gb / (double)count;
}

static void eval_data(const lab_field *field, size_t n, const double *w, const double *b, double *f,
                      double *gw, double *gb) {
    for (size_t i = 0; i < n; i++) {
        double out[3];
        mean_over(out, &field->data, NULL, field->data.n, w[i], b[i]);
        if (f) f[i] = out[0];
        if (gw) gw[i] = out[1];
        if (gb) gb[i] = out[2];
    }
}

/* ∂ww, ∂wb, ∂bb of the mean over the same points. */
static void hessian_over(double h[3], const lab_data *data, const uint32_t *rows, size_t count) {
    double squares = 0, sum = 0;
    for (size_t k = 0; k < count; k++) {
        const double x = data->x[rows ? rows[k] : k];
        squares += x * x;
        sum += x;
    }
    h[0] = 2 * squares / (double)count;
    h[1] = 2 * sum / (double)count;
    h[2] = 2;
}

static void hessian_data(const lab_field *field, size_t n, const double *w, const double *b,
                         double *hww, double *hwb, double *hbb) {
    double h[3];
    (void)w, (void)b;
    hessian_over(h, &field->data, NULL, field->data.n);
    for (size_t i = 0; i < n; i++) {
        hww[i] = h[0];
        hwb[i] = h[1];
        hbb[i] = h[2];
    }
}

static double mean_of(const double *values, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += values[i];
    return sum / (double)n;
}

/* The least-squares line: w = Sxy/Sxx, b = mean y - w mean x, the sums taken about the means. */
static size_t points_of_data(const lab_field *field, lab_point *out) {
    const lab_data *data = &field->data;
    const double mx = mean_of(data->x, data->n), my = mean_of(data->y, data->n);
    double sxx = 0, sxy = 0;
    for (size_t i = 0; i < data->n; i++) {
        sxx += (data->x[i] - mx) * (data->x[i] - mx);
        sxy += (data->x[i] - mx) * (data->y[i] - my);
    }
    if (!(sqrt(sxx / (double)data->n) > CONSTANT * fabs(mx))) return 0;
    const double w = sxy / sxx;
    *out = (lab_point){w, my - w * mx, LAB_GLOBAL_MINIMUM};
    return 1;
}

void lab_field_from_data(lab_field *field, const lab_data *data) {
    *field = (lab_field){.eval = eval_data,
                         .hessian = hessian_data,
                         .points = points_of_data,
                         .dim = 2,
                         .quadratic = 1,
                         .data = *data};
}

void lab_standardise(double *out, double scale[2], const double *x, size_t n) {
    const double mean = mean_of(x, n);
    double squares = 0;
    for (size_t i = 0; i < n; i++) squares += (x[i] - mean) * (x[i] - mean);
    const double deviation = sqrt(squares / (double)n);
    scale[0] = mean;
    scale[1] = deviation > CONSTANT * fabs(mean) && isfinite(deviation) ? deviation : 1;
    for (size_t i = 0; i < n; i++) out[i] = (x[i] - mean) / scale[1];
}

/* Fisher and Yates' shuffle (Durstenfeld 1964) of 0..n-1. Word k of the generator, scaled to 0..i,
 * chooses what goes to place i; scaling makes some places likelier by at most n/2^32. The 1 in the
 * counter's third word keeps these numbers independent of those of lab_normal. */
static void shuffle(uint32_t *order, size_t n, uint32_t seed, uint32_t epoch) {
    uint32_t word[4];
    for (size_t i = 0; i < n; i++) order[i] = (uint32_t)i;
    for (size_t i = n - 1, k = 0; i > 0; i--, k++) {
        if (k % 4 == 0)
            lab_philox(word, (const uint32_t[4]){(uint32_t)(k / 4), epoch, 1, 0},
                       (const uint32_t[2]){seed, 0});
        const size_t j = (size_t)((uint64_t)word[k % 4] * (i + 1) >> 32);
        const uint32_t moved = order[i];
        order[i] = order[j];
        order[j] = moved;
    }
}

void lab_sampler_init(lab_sampler *sampler, const lab_data *data, size_t batch, uint32_t seed) {
    sampler->data = data;
    sampler->batch = batch < data->n ? batch : data->n;
    sampler->seed = seed;
    sampler->epochs_ordered = 0;
}

const uint32_t *lab_sampler_batch(lab_sampler *sampler, size_t *count, size_t s) {
    const size_t n = sampler->data->n, batch = sampler->batch;
    const size_t in_epoch = (n + batch - 1) / batch, epoch = s / in_epoch;
    if (sampler->epochs_ordered != epoch + 1) {
        shuffle(sampler->order, n, sampler->seed, (uint32_t)epoch);
        sampler->epochs_ordered = epoch + 1;
    }
    const size_t from = s % in_epoch * batch;
    *count = n - from < batch ? n - from : batch;
    return sampler->order + from;
}

void lab_sampler_hessian(lab_sampler *sampler, size_t s, double h[3]) {
    size_t count;
    const uint32_t *rows = lab_sampler_batch(sampler, &count, s);
    hessian_over(h, sampler->data, rows, count);
}

void lab_sampler_eval(lab_sampler *sampler, size_t s, const double at[2], double *f, double g[2]) {
    size_t count;
    const uint32_t *rows = lab_sampler_batch(sampler, &count, s);
    double out[3];
    mean_over(out, sampler->data, rows, count, at[0], at[1]);
    *f = out[0];
    g[0] = out[1];
    g[1] = out[2];
}
