/* sample.c: what JavaScript may call about data sets. The caller (web/core) checks numbers; sizes
 * are checked here. */
#include "lab.h"

#include <math.h>

/* What step t sees of a field in batches. Behind y stand a stride and two numbers u and v; then,
 * `stride` doubles for each step: count, factor, reach of ∂w and ∂b, x and y of its points. */
static const double *batch_at(lab_field *out, const lab_field *field) {
    const double *list = field->data.y + field->data.n;
    const double *batch = list + 3 + (size_t)(field->t - 1) * (size_t)list[0];
    const size_t count = (size_t)batch[0];
    lab_field_from_data(out, &(lab_data){count, batch + 4, batch + 4 + count});
    return batch;
}

/* The loss on all points; the gradient is `factor` times that of the points seen. Their errors may
 * be rounded to u, or to v of their size: by that, times its reach, a gradient is moved where
 * points are moved (walk.c: lanes 1 and 2, 3 and 4). */
static void eval_in_batches(const lab_field *field, size_t n, const double *w, const double *b,
                            double *f, double *gw, double *gb) {
    const double *list = field->data.y + field->data.n;
    lab_field seen;
    const double *batch = batch_at(&seen, field);
    seen.eval(&seen, n, w, b, f, gw, gb);
    const double off = list[1] + list[2] * sqrt(f[0]);
    for (size_t i = 0; i < n; i++) gw[i] *= batch[1], gb[i] *= batch[1];
    if (n > 4) {
        gw[1] += batch[2] * off, gw[2] -= batch[2] * off;
        gb[3] += batch[3] * off, gb[4] -= batch[3] * off;
    }
    lab_field_from_data(&seen, &field->data);
    seen.eval(&seen, n, w, b, f, NULL, NULL);
}

static void hessian_in_batches(const lab_field *field, size_t n, const double *w, const double *b,
                               double *hww, double *hwb, double *hbb) {
    lab_field seen;
    batch_at(&seen, field);
    seen.hessian(&seen, n, w, b, hww, hwb, hbb);
}

/* A field whose loss is that of a line on n points; x and y stay the caller's and must outlive it.
 * in_batches: its gradients are those of batches, which stand behind y. */
int lab_abi_data_field(lab_field *out, const double *x, const double *y, unsigned n,
                       int in_batches) {
    if (n < 1 || n > LAB_MAX_DATA) return LAB_TOO_LONG;
    lab_field_from_data(out, &(lab_data){n, x, y});
    if (in_batches) out->eval = eval_in_batches, out->hessian = hessian_in_batches;
    return LAB_OK;
}

/* scale: mean and deviation. */
int lab_abi_standardise(double *out, double *scale, const double *x, unsigned n) {
    if (n < 1 || n > LAB_MAX_DATA) return LAB_TOO_LONG;
    lab_standardise(out, scale, x, n);
    return LAB_OK;
}

/* The indices of the points that step s + 1 sees, as doubles; returns how many, or minus a
 * status. */
int lab_abi_batch(double *out, unsigned n, unsigned batch, unsigned seed, unsigned s) {
    if (n < 1 || n > LAB_MAX_DATA || batch < 1) return -LAB_TOO_LONG;
    const lab_data data = {n, 0, 0};
    lab_sampler sampler;
    lab_sampler_init(&sampler, &data, batch, seed);
    size_t count;
    const uint32_t *rows = lab_sampler_batch(&sampler, &count, s);
    for (size_t i = 0; i < count; i++) out[i] = rows[i];
    return (int)count;
}
