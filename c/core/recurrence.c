/* The linear recurrence behind a sequence of updates. On a quadratic every rule with fixed coefficients (gradient descent,
 * momentum) obeys d_t = a d_{t-1} + b d_{t-2} along an axis of its own; the larger root of r^2 = a r + b is the factor
 * a step, and a complex pair turns by its angle each step. Read so, both are exact however few turns were seen. */
#include "lab.h"

#include <math.h>

static const double EXACT = 1e-9;    /* what may be left of an update where it is the rule itself */
static const double SINGULAR = 1e-9; /* below this the sequence obeys one term already */
enum { EQUATIONS = 4 };              /* two would always fit */

/* One equation of the fit, at row t, as a part of the largest of its numbers. */
typedef struct equation {
    double now, before, earlier;
} equation;

static equation equation_at(const double *d, size_t t) {
    const double scale = fmax(fabs(d[t]), fmax(fabs(d[t - 1]), fabs(d[t - 2])));
    if (!(scale > 0)) return (equation){0, 0, 0};
    return (equation){d[t] / scale, d[t - 1] / scale, d[t - 2] / scale};
}

int lab_fit_recurrence(double *factor, double *period, const double *d, size_t from, size_t last) {
    if (last < from + 1 + EQUATIONS) return 0;
    double pp = 0, pq = 0, qq = 0, py = 0, qy = 0;
    for (size_t t = from + 2; t <= last; t++) {
        const equation e = equation_at(d, t);
        pp += e.before * e.before, pq += e.before * e.earlier, qq += e.earlier * e.earlier;
        py += e.before * e.now, qy += e.earlier * e.now;
    }
    const double determinant = pp * qq - pq * pq;
    if (!(determinant > SINGULAR * (pp + qq) * (pp + qq))) return 0;
    const double a = (py * qq - qy * pq) / determinant, b = (qy * pp - py * pq) / determinant;
    double left = 0;
    for (size_t t = from + 2; t <= last; t++) {
        const equation e = equation_at(d, t);
        left = fmax(left, fabs(e.now - a * e.before - b * e.earlier));
    }
    const double half = a / 2, square = half * half + b;
    if (!(left <= EXACT)) return 0;
    if (square < 0) {
        *factor = sqrt(-b);
        *period = 6.283185307179586 / atan2(sqrt(-square), half);
    } else {
        *factor = fabs(half) + sqrt(square);
        *period = half < 0 ? 2 : NAN;
    }
    return 1;
}
