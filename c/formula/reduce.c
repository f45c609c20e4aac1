/* reduce.c: one number of all coordinates of a point, one coordinate after the other. Only
 * arithmetic, so that the digits are the same everywhere. */
#include "machine.h"

#include <math.h>

/* Where squares would overflow or underflow, and the powers of two that then scale the numbers. */
static const double HUGE_PART = 1e150, TINY_PART = 1e-150, UP = 0x1p600, DOWN = 0x1p-600;

static void add_square(lab_tally *t, double a) {
    const double size = fabs(a), up = a * UP, down = a * DOWN;
    if (size > t->most || size != size) t->most = size; /* NaN stays */
    t->sum += a * a;
    t->small += up * up;
    t->large += down * down;
}

void lab_tally_add(lab_tally *t, lab_op op, double a, double b, int is_first) {
    if (is_first) *t = (lab_tally){.sum = -0.0, .most = op == OP_MAX_OF ? a : 0};
    if (op == OP_NORM)
        add_square(t, a);
    else if (op != OP_MAX_OF)
        t->sum += op == OP_DOT ? a * b : a;
    else if (a > t->most || a != a)
        t->most = a;
}

double lab_tally_result(const lab_tally *t, lab_op op) {
    if (op == OP_MAX_OF) return t->most;
    if (op != OP_NORM) return t->sum;
    if (t->most == 0 || !isfinite(t->most)) return t->most;
    if (t->most > HUGE_PART) return sqrt(t->large) * UP;
    return t->most < TINY_PART ? sqrt(t->small) * DOWN : sqrt(t->sum);
}
