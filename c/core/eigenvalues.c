/* Eigenvalues of a Hessian. */
#include "lab.h"

#include <math.h>

/* An eigenvalue smaller than this part of the other one is rounding error, and counts as 0:
 * rounding of the entries, and of the difference that gives the lower eigenvalue when xy is not
 * 0. */
static const double ROUNDING = 1e-15, MIXED = 1e-12;

void lab_eigenvalues(double out[2], double xx, double xy, double yy) {
    const double mean = (xx + yy) / 2, radius = hypot((xx - yy) / 2, xy);
    const int mixes = !(xy == 0 && isfinite(mean));
    out[0] = mixes ? mean - radius : fmin(xx, yy);
    out[1] = mixes ? mean + radius : fmax(xx, yy);
    for (int i = 0; i < 2; i++)
        if (fabs(out[i]) <= (mixes ? MIXED : ROUNDING) * fabs(out[1 - i])) out[i] = 0;
}
