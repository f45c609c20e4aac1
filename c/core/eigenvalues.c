/* Eigenvalues of a Hessian. */
#include "lab.h"

#include <math.h>

static const double ROUNDING =
    1e-12; /* an eigenvalue this small beside the other is 0 and rounding */

void lab_eigenvalues(double out[2], double xx, double xy, double yy) {
    const double mean = (xx + yy) / 2, radius = hypot((xx - yy) / 2, xy);
    out[0] = xy == 0 ? fmin(xx, yy) : mean - radius;
    out[1] = xy == 0 ? fmax(xx, yy) : mean + radius;
    for (int i = 0; i < 2 && xy != 0; i++)
        if (fabs(out[i]) <= ROUNDING * fabs(out[1 - i])) out[i] = 0;
}
