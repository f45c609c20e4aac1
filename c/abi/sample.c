/* sample.c: what JavaScript may call about data sets. The caller (web/core) checks numbers; sizes
 * are checked here. */
#include "lab.h"

/* A field whose loss is that of a line on n points; x and y stay the caller's and must outlive
 * it. */
int lab_abi_data_field(lab_field *out, const double *x, const double *y, unsigned n) {
    if (n < 1 || n > LAB_MAX_DATA) return LAB_TOO_LONG;
    lab_field_from_data(out, &(lab_data){n, x, y});
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
