/* judge.c: numbers that somebody gives against a run. Two walkers take it: one by itself, the other
 * from the numbers given, wherever there are any. */
#include "walk.h"

#include <math.h>

/* Slack for arithmetic in another order: relative to the number. */
static const double ROUNDING = 1e-9;

typedef struct judge {
    const lab_judgement *out;
    const lab_given *given;
    lab_layout layout;
    long first; /* where the first wrong number stands, or -1 */
    lab_walk walk;
} judge;

static double given_at(const judge *j, int c, size_t t) {
    return c < 0 ? NAN : j->given->values[(size_t)c * j->given->stride + t];
}

/* Judges the number in column c of row t, and takes it over if it is given. */
static void meet(judge *j, int c, size_t t, double exact, lab_number *n, int is_kept) {
    const size_t at = (size_t)c * j->given->stride + t;
    const double given = j->given->values[at], own = j->given->units[at];
    const double size = isfinite(given) ? fabs(given) + fabs(n->value) : 0;
    const double unit = own > ROUNDING * size ? own : ROUNDING * size;
    j->out->exact[at] = exact;
    j->out->expected[at] = n->value;
    j->out->reach[at] = n->reach + unit;
    lab_verdict verdict = LAB_NOT_GIVEN;
    if (!isnan(given)) {
        const int follows = !(fabs(given - n->value) > n->reach + unit);
        if (given == exact || fabs(given - exact) <= 1.000001 * own + ROUNDING * size)
            verdict = LAB_AGREES;
        else if (follows && isfinite(n->value))
            verdict = j->first < 0 ? LAB_ROUNDED : LAB_FOLLOWS;
        else
            verdict = LAB_WRONG;
        if (verdict == LAB_WRONG && j->first < 0) j->first = (long)at;
    }
    j->out->verdicts[at] = verdict;
    /* The start is known, however it was rounded. */
    if (is_kept && isfinite(given) && (t || verdict != LAB_AGREES)) *n = (lab_number){given, unit};
}

/* What column c holds of a lab_walker. */
static lab_number *held(const judge *j, lab_walker *w, int c, int *slot) {
    const lab_column column = j->layout.columns[c];
    switch (column.kind) {
    case LAB_COLUMN_COORDINATE:
        return &w->x[column.axis];
    case LAB_COLUMN_F:
        return &w->f;
    case LAB_COLUMN_GRADIENT:
        return &w->g[column.axis];
    case LAB_COLUMN_NORM:
        return &w->gnorm;
    case LAB_COLUMN_SLOT:
        return &w->slots[(*slot)++];
    case LAB_COLUMN_UPDATE:
        return &w->update[column.axis];
    default:
        return &w->rate;
    }
}

/* The order in which the numbers of a row are worked out; SEEN: what is seen at its point. */
enum { RATE_STAGE, SLOTS_STAGE, UPDATE_STAGE, POINT_STAGE, SEEN };

static int stage_of(lab_column_kind kind) {
    return kind == LAB_COLUMN_RATE         ? RATE_STAGE
           : kind == LAB_COLUMN_SLOT       ? SLOTS_STAGE
           : kind == LAB_COLUMN_UPDATE     ? UPDATE_STAGE
           : kind == LAB_COLUMN_COORDINATE ? POINT_STAGE
                                           : SEEN;
}

static void meet_stage(judge *j, size_t t, lab_walker *run, lab_walker *own, int stage) {
    for (int c = 0, slot = 0; c < j->layout.count; c++) {
        int same = slot;
        lab_number *exact = held(j, run, c, &same), copy = *exact;
        lab_number *n = held(j, own, c, &slot);
        if (stage_of(j->layout.columns[c].kind) == stage)
            meet(j, c, t, copy.value, n, stage == SLOTS_STAGE || stage > UPDATE_STAGE);
    }
}

static void find_given(const judge *j, int *is_given, size_t t) {
    for (int i = 0; i < j->walk.dim; i++)
        is_given[i] = isfinite(given_at(j, lab_layout_find(&j->layout, LAB_COLUMN_GRADIENT, i), t));
}

/* How fine the numbers are: the finest of all, and the most significant digits. */
static void find_digits(judge *j) {
    const lab_given *given = j->given;
    j->walk.unit = 0.5, j->walk.digits = 1;
    for (size_t at = 0, found = 0; at < given->stride * (size_t)j->layout.count; at++) {
        const double value = fabs(given->values[at]), unit = given->units[at];
        if (!isfinite(value)) continue;
        if (!found++ || unit < j->walk.unit) j->walk.unit = unit;
        if (!(value > 0)) continue;
        const double digits = floor(log10(value)) + 1 - floor(log10(2 * unit) + 0.5);
        if (digits > j->walk.digits) j->walk.digits = digits;
    }
}

long lab_judge(const lab_judgement *out, const lab_run_spec *spec, const lab_given *given,
               const lab_layout *layout, lab_alteration change) {
    judge j = {.out = out, .given = given, .layout = *layout, .first = -1};
    const int dim = spec->field->dim;
    j.walk.spec = spec, j.walk.change = change, j.walk.now.rule = *spec->rule;
    find_digits(&j);
    j.walk.dim = dim, j.walk.slots = (int)lab_rule_slots(spec->rule, (size_t)dim, 1);
    lab_walker run, own;
    int none[2] = {0}, is_given[2];
    lab_walk_start(&j.walk, &run);
    lab_walk_start(&j.walk, &own);
    for (size_t t = 0; t < given->rows; t++) {
        if (t) lab_change_on(&j.walk.now, spec, t);
        if (t) lab_walk_on(&j.walk, &run, t, 1, none);
        if (t) lab_walk_on(&j.walk, &own, t, 0, is_given);
        for (int stage = 0; stage < SEEN; stage++) meet_stage(&j, t, &run, &own, stage);
        lab_walk_see(&j.walk, &run, t, 1);
        lab_walk_see(&j.walk, &own, t, 0);
        meet_stage(&j, t, &run, &own, SEEN);
        find_given(&j, is_given, t);
    }
    return j.first;
}
