/* vector.c: norm and dot product of a vector. Only arithmetic and sqrt, so that the digits are the
 * same everywhere (the result of hypot depends on the C library). Infinity and NaN give infinity
 * and NaN. */
#include "lab.h"

#include <math.h>

/* Where squares would overflow or vanish. */
static const double HUGE_PART = 1e150, TINY_PART = 1e-150;

double lab_dot(const double *u, const double *v, size_t dim, size_t lanes) {
    double sum = u[0] * v[0];
    for (size_t i = lanes; i < dim * lanes; i += lanes) sum += u[i] * v[i];
    return sum;
}

/* √(Σ v_i²), scaled by the largest part where a square would overflow or vanish. */
double lab_norm(const double *v, size_t dim, size_t lanes) {
    double most = fabs(v[0]), sum = 0;
    if (dim == 1) return most;
    for (size_t i = lanes; i < dim * lanes; i += lanes)
        if (!(most > fabs(v[i]))) most = fabs(v[i]);
    if (most <= HUGE_PART && most >= TINY_PART) return sqrt(lab_dot(v, v, dim, lanes));
    const double scale = most > 0 && isfinite(most) ? most : 1;
    for (size_t i = 0; i < dim * lanes; i += lanes) {
        const double part = v[i] / scale;
        sum += part * part;
    }
    return scale * sqrt(sum);
}
