/* rest.c: whether a point is a minimum, judged by the values of f around it, up to rounding: the
 * double nearest to π counts as a minimum of cos, although its slope there is not 0. */
#include "path.h"

#include <float.h>
#include <math.h>

static const double ROUNDING = 1e-13; /* smaller differences of f, relative to f, are 0 */
static const double FAR = 1e-2; /* how far around a point f is evaluated, relative to its size */

double lab_point_size(const double at[2]) {
    return fmax(fabs(at[0]), fabs(at[1]));
}

/* The Hessian at one point; in 1D the last two are 0. */
static void hessian_at(const lab_field *field, const double at[2], double h[3]) {
    h[0] = NAN, h[1] = h[2] = 0;
    field->hessian(field, 1, &at[0], &at[1], &h[0], &h[1], &h[2]);
    if (field->dim == 1) h[1] = h[2] = 0;
}

void lab_field_eigenvalues(double out[2], const lab_field *field, const double at[2]) {
    double h[3];
    hessian_at(field, at, h);
    if (field->dim == 1)
        out[0] = out[1] = h[0];
    else
        lab_eigenvalues(out, h[0], h[1], h[2]);
}

void lab_field_directions(double out[2][2], const lab_field *field, const double at[2]) {
    double h[3];
    hessian_at(field, at, h);
    const double angle = field->dim == 1 || h[1] == 0 ? 0 : atan2(2 * h[1], h[0] - h[2]) / 2;
    out[0][0] = out[1][1] = cos(angle);
    out[0][1] = sin(angle), out[1][0] = -out[0][1];
}

/* The slope that a few units in the last place of the point make up. */
double lab_slope_of_rounding(const lab_field *field, const double at[2]) {
    double eigen[2];
    lab_field_eigenvalues(eigen, field, at);
    const double slope =
        4 * DBL_EPSILON * lab_point_size(at) * fmax(fabs(eigen[0]), fabs(eigen[1]));
    return isfinite(slope) ? slope : 0;
}

/* Whether f falls from a point along a direction: further and further out until f differs by more
 * than rounding of numbers as large as `size`. */
static int falls_along(const lab_field *field, const double at[2], double f, const double way[2],
                       double reach, double size) {
    const double far = fmax(reach, FAR * fmax(1, lab_point_size(at)));
    for (double r = reach; r <= far; r *= 4) {
        const double x = at[0] + r * way[0], y = at[1] + r * way[1];
        double there = NAN;
        field->eval(field, 1, &x, &y, &there, NULL, NULL);
        if (!(fabs(there - f) <= ROUNDING * size)) return there < f;
    }
    return 0;
}

/* Whether f is lower anywhere around a point, at least `reach` away. */
static int falls_around(const lab_field *field, const double at[2], double f, double reach,
                        double size) {
    const double step = field->dim == 1 ? 3.14159265358979323 : 0.78539816339744831;
    double own[2][2];
    for (double angle = 0; angle < 6; angle += step) {
        const double way[2] = {cos(angle), field->dim == 1 ? 0 : sin(angle)};
        if (falls_along(field, at, f, way, reach, size)) return 1;
    }
    lab_field_directions(own, field, at);
    for (int i = 0; i < 2 * field->dim && field->dim == 2; i++) {
        const double sign = i % 2 ? -1 : 1, way[2] = {sign * own[i / 2][0], sign * own[i / 2][1]};
        if (falls_along(field, at, f, way, reach, size)) return 1;
    }
    return 0;
}

int lab_nearest_point(lab_point *found, const lab_field *field, const double at[2], double reach) {
    lab_point points[LAB_MAX_POINTS];
    const size_t count = lab_field_points(points, field);
    int best = -1;
    for (size_t i = 0; i < count; i++) {
        const double away = hypot(points[i].x - at[0], points[i].y - at[1]);
        if (away <= reach) best = (int)i, reach = away, *found = points[i];
    }
    return best;
}

double lab_lowest(const lab_field *field) {
    lab_point points[LAB_MAX_POINTS];
    const size_t count = lab_field_points(points, field);
    double lowest = NAN;
    for (size_t i = 0; i < count; i++)
        if (points[i].kind == LAB_GLOBAL_MINIMUM)
            field->eval(field, 1, &points[i].x, &points[i].y, &lowest, NULL, NULL);
    return lowest;
}

int lab_is_bottomless(const lab_field *field) {
    lab_point points[LAB_MAX_POINTS];
    const size_t count = lab_field_points(points, field);
    for (size_t i = 0; i < count; i++)
        if (points[i].kind == LAB_MINIMUM || points[i].kind == LAB_GLOBAL_MINIMUM) return 0;
    return field->unit != NULL;
}

/* A listed minimum is a minimum, and so is a point as low as the lowest known value. Elsewhere f
 * must not fall around the point: curvature cannot decide, since |x| and x^4 have none at 0. But a
 * record lists all its minima, so a flat place that is not listed, such as a stair, is none. */
int lab_is_minimum(const lab_field *field, const double at[2], double f, double reach,
                   double size) {
    lab_point point;
    if (lab_nearest_point(&point, field, at, reach) >= 0)
        return point.kind == LAB_MINIMUM || point.kind == LAB_GLOBAL_MINIMUM;
    if (f <= lab_lowest(field)) return 1;
    reach = fmax(reach, 4096 * DBL_EPSILON * lab_point_size(at));
    if (falls_around(field, at, f, reach, size)) return 0;
    double eigen[2];
    lab_field_eigenvalues(eigen, field, at);
    lab_point points[LAB_MAX_POINTS];
    return lab_field_points(points, field) == 0 || eigen[0] > 0;
}
