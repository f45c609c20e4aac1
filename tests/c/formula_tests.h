/* formula_tests.h: what the tests of the formula language share: compiling and evaluating in one
 * call. */
#ifndef FORMULA_TESTS_H
#define FORMULA_TESTS_H

#include "check.h"
#include "formula.h"

#include <float.h>
#include <math.h>
#include <string.h>

static lab_program program; /* the formula at hand */
static lab_formula_error error;

/* Compiles a user's f(x, y). */
static inline int compile_f(const char *source) {
    lab_names names;
    lab_names_of_objective(&names, NULL);
    return lab_formula_compile(&program, &error, source, strlen(source), &names) == LAB_OK;
}

/* Compiles a user's rule. */
static inline int compile_rule(const char *source) {
    lab_names names;
    lab_names_of_optimizer(&names, NULL);
    return lab_formula_compile(&program, &error, source, strlen(source), &names) == LAB_OK;
}

/* f and its derivatives at one point: f, ∂x, ∂y, ∂xx, ∂xy, ∂yy; in 1D those of y are 0. */
static inline void evaluate(double d[6], double x, double y) {
    lab_field field;
    lab_field_from_program(&field, &program, NULL);
    memset(d, 0, 6 * sizeof *d);
    field.eval(&field, 1, &x, &y, &d[0], &d[1], &d[2]);
    field.hessian(&field, 1, &x, &y, &d[3], &d[4], &d[5]);
}

static inline double value_of(const char *source, double x, double y) {
    double d[6];
    if (!CHECK(compile_f(source), "%s: %s at %u", source, lab_formula_code_key(error.code),
               error.at))
        return NAN;
    evaluate(d, x, y);
    return d[0];
}

/* The same number, or both NaN; 0 and -0 are the same. */
static inline int is_same(double a, double b) {
    return a == b || (a != a && b != b);
}

/* Within a few units in the last place of `scale` and of b. */
static inline int is_close(double a, double b, double scale, double ulps) {
    return is_same(a, b) || fabs(a - b) <= ulps * DBL_EPSILON * (fabs(b) + scale);
}

#endif
