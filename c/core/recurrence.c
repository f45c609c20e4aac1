/* The linear recurrence behind a sequence of updates. On a quadratic a rule with fixed coefficients
 * (gradient descent, momentum) obeys d_t = a d_{t-1} + b d_{t-2} along each eigenvector of the
 * Hessian; the absolute value of the larger root of r^2 = a r + b is the factor of each step, and a
 * pair of complex roots turns by its angle each step. So factor and period are exact even if less
 * than one turn was seen. */
#include "lab.h"

#include <math.h>

static const double EXACT = 1e-9;    /* largest residual of an update, relative to its neighbours */
static const double SINGULAR = 1e-9; /* below this determinant a and b are not determined */
enum { SPARE = 1 };                  /* equations beyond the unknowns, so that a fit can fail */

/* The residual of d_t = a d_{t-1} + b d_{t-2}, relative to the largest of the three updates. */
static double rest(const double *d, size_t t, double a, double b) {
    const double earlier = t > 1 ? d[t - 2] : 0;
    const double scale = fmax(fabs(d[t]), fmax(fabs(d[t - 1]), b != 0 ? fabs(earlier) : 0));
    return scale > 0 ? fabs(d[t] / scale - a * (d[t - 1] / scale) - b * (earlier / scale)) : 0;
}

/* Whether the recurrence holds at all of d[from..count - 1]. */
static int holds(const double *d, size_t from, size_t count, double a, double b) {
    for (size_t t = from; t < count; t++)
        if (!(rest(d, t, a, b) <= EXACT)) return 0;
    return 1;
}

/* d_t = a d_{t-1}, for rows 1 and up. */
static int fit_one(double *a, const double *d, size_t count) {
    if (count < 1 + 1 + SPARE || d[count - 2] == 0) return 0;
    *a = d[count - 1] / d[count - 2];
    return holds(d, 1, count, *a, 0);
}

/* d_t = a d_{t-1} + b d_{t-2}, by least squares over rows 2 and up, each scaled by its largest
 * number. */
static int fit_two(double *a, double *b, const double *d, size_t count) {
    if (count < 2 + 2 + SPARE) return 0;
    double pp = 0, pq = 0, qq = 0, py = 0, qy = 0;
    for (size_t t = 2; t < count; t++) {
        const double scale = fmax(fabs(d[t]), fmax(fabs(d[t - 1]), fabs(d[t - 2])));
        if (!(scale > 0)) return 0;
        const double now = d[t] / scale, before = d[t - 1] / scale, earlier = d[t - 2] / scale;
        pp += before * before;
        pq += before * earlier;
        qq += earlier * earlier;
        py += before * now;
        qy += earlier * now;
    }
    const double determinant = pp * qq - pq * pq;
    if (!(determinant > SINGULAR * (pp + qq) * (pp + qq))) return 0;
    *a = (py * qq - qy * pq) / determinant;
    *b = (qy * pp - py * pq) / determinant;
    return holds(d, 2, count, *a, *b);
}

int lab_fit_recurrence(double *factor, double *period, const double *d, size_t count) {
    double a = 0, b = 0;
    if (!fit_one(&a, d, count) && !fit_two(&a, &b, d, count)) return 0;
    const double half = a / 2, square = half * half + b;
    if (square < 0) {
        *factor = sqrt(-b);
        *period = 6.283185307179586 / atan2(sqrt(-square), half);
    } else {
        *factor = fabs(half) + sqrt(square);
        *period = half < 0 ? 2 : NAN;
    }
    return 1;
}
