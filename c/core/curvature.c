/* curvature.c: what a rule that names the Hessian H is told of it at one point. */
#include "lab.h"

/* hdiag: the diagonal of H. hsolve: H⁻¹ g, by Cramer's rule; infinite or NaN where H has no inverse. Both hold
 * field->dim numbers. */
void lab_curvature(double *hdiag, double *hsolve, const lab_field *field, const double *x,
                   const double *g) {
    double xx, xy, yy;
    field->hessian(field, 1, &x[0], &x[1], &xx, &xy, &yy);
    hdiag[0] = xx;
    if (field->dim == 1) {
        hsolve[0] = g[0] / xx;
        return;
    }
    const double determinant = xx * yy - xy * xy;
    hdiag[1] = yy;
    hsolve[0] = (yy * g[0] - xy * g[1]) / determinant;
    hsolve[1] = (xx * g[1] - xy * g[0]) / determinant;
}
