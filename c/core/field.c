/* field.c: a built-in objective as a landscape. */
#include "lab.h"

#include <string.h>

static void eval_unit(const lab_field *field, size_t n, const double *x, const double *y, double *f,
                      double *gx, double *gy) {
    field->unit->eval(n, x, y, f, gx, gy, field->params);
}

static void hessian_unit(const lab_field *field, size_t n, const double *x, const double *y,
                         double *hxx, double *hxy, double *hyy) {
    field->unit->hessian(n, x, y, hxx, hxy, hyy, field->params);
}

static size_t points_of_unit(const lab_field *field, lab_point *out) {
    const lab_objective *unit = field->unit;
    if (unit->locate) return (size_t)unit->locate(out, field->params);
    memcpy(out, unit->points, (size_t)unit->point_count * sizeof *out);
    return (size_t)unit->point_count;
}

void lab_field_init(lab_field *field, const lab_objective *unit, const double *params) {
    *field = (lab_field){.eval = eval_unit,
                         .hessian = hessian_unit,
                         .points = points_of_unit,
                         .dim = unit->dim,
                         .quadratic = unit->quadratic,
                         .unit = unit};
    memcpy(field->params, params, (size_t)lab_param_count(unit->params) * sizeof *params);
}

size_t lab_field_points(lab_point *out, const lab_field *field) {
    return field->points ? field->points(field, out) : 0;
}
