/* curvature.c: what a rule may read of the Hessian H = [xx xy; xy yy] at one point. */
#include "lab.h"

#include <math.h>

void lab_hessian_at(double h[3], const lab_field *field, const double *x) {
    h[1] = h[2] = 0;
    field->hessian(field, 1, &x[0], &x[1], &h[0], &h[1], &h[2]);
}

/* H⁻¹g by Cramer's rule, which treats x and y alike. H is first scaled by a power of two, so that
 * no product of two entries overflows or underflows. */
void lab_curvature(double *hdiag, double *hsolve, const double h[3], const double *g, int dim) {
    const double largest = fmax(fmax(fabs(h[0]), fabs(h[1])), fabs(h[2]));
    int e = 0;
    hdiag[0] = h[0];
    if (dim == 1) {
        hsolve[0] = g[0] / h[0];
        return;
    }
    hdiag[1] = h[2];
    if (isfinite(largest)) (void)frexp(largest, &e);
    const double xx = ldexp(h[0], -e), xy = ldexp(h[1], -e), yy = ldexp(h[2], -e);
    const double determinant = xx * yy - xy * xy;
    hsolve[0] = ldexp((yy * g[0] - xy * g[1]) / determinant, -e);
    hsolve[1] = ldexp((xx * g[1] - xy * g[0]) / determinant, -e);
}
