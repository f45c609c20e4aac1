/* Eigenvalues of a Hessian. */
#include "lab.h"

#include <math.h>

/* An eigenvalue this small beside the other is 0 and rounding: of what a matrix is made of, and of the difference that
 * gives the lower one where x and y are mixed. */
static const double ROUNDING = 1e-15, MIXED = 1e-12;

void lab_eigenvalues(double out[2], double xx, double xy, double yy) {
    const double mean = (xx + yy) / 2, radius = hypot((xx - yy) / 2, xy);
    const int mixes = !(xy == 0 && isfinite(mean));
    out[0] = mixes ? mean - radius : fmin(xx, yy);
    out[1] = mixes ? mean + radius : fmax(xx, yy);
    for (int i = 0; i < 2; i++)
        if (fabs(out[i]) <= (mixes ? MIXED : ROUNDING) * fabs(out[1 - i])) out[i] = 0;
}
