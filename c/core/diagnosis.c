/* diagnosis.c: what a run did, read off its columns; pace.c measures how fast, rest.c where it
 * rests. The verdict is about the path so far: "converged" means at rest at a minimum, not that
 * there is no lower one. With gradient noise the words describe what happened, not whether the
 * rule is stable. */
#include "path.h"

#include <float.h>
#include <math.h>

/* Updates below this part of the path's extent count as no move. */
static const double STILL = 1e-9;
/* A gradient below this part of the first one counts as 0. */
static const double FLAT = 1e-6;
/* "At" a stationary point: within this part of the path's extent. */
static const double NEAR = 1e-3;
/* A path whose extent is below this part of its start's size has hardly moved. */
static const double HARDLY = 0.02;
/* A run diverges if its measured updates grow by more than this factor each step. */
static const double GROWS = 1.0005;
/* It crawls if they shrink by less than this factor each step, */
static const double CRAWLS = 0.99;
/* or by less than this one, and the slope is still more than half the first one. */
static const double SLOW = 0.95;
/* The last quarter of a diverging path spreads wider than the quarter before by this factor. */
static const double WIDENS = 1.05;
/* In the first steps updates may grow because momentum builds up. */
enum { STARTED = 8 };

static const double *column_of(const lab_run_spec *spec, const double *columns,
                               lab_column_kind kind, int axis) {
    lab_layout layout;
    lab_layout_init(&layout, spec->field->dim, spec->rule, spec->sampler != NULL);
    const int at = lab_layout_find(&layout, kind, axis);
    return at < 0 ? NULL : columns + (size_t)at * (spec->steps + 1);
}

static lab_path path_of(const lab_run_spec *spec, const double *columns, size_t rows) {
    lab_path p = {.dim = spec->field->dim, .last = rows - 1};
    p.f = column_of(spec, columns, LAB_COLUMN_F, -1);
    p.gnorm = column_of(spec, columns, LAB_COLUMN_NORM, -1);
    for (int axis = 0; axis < p.dim; axis++) {
        p.at[axis] = column_of(spec, columns, LAB_COLUMN_COORDINATE, axis);
        p.d[axis] = column_of(spec, columns, LAB_COLUMN_UPDATE, axis);
    }
    return p;
}

/* How far the rows from..to spread, along the axis where they spread the most. */
static double extent(const lab_path *p, size_t from, size_t to, int *axis) {
    double widest = 0;
    for (int i = 0; i < p->dim; i++) {
        double low = p->at[i][from], high = low;
        for (size_t t = from; t <= to; t++) {
            low = fmin(low, p->at[i][t]);
            high = fmax(high, p->at[i][t]);
        }
        if (high - low > widest) widest = high - low, *axis = i;
    }
    return widest;
}

static void theory(lab_diagnosis *out, const lab_run_spec *spec) {
    double eigen[2];
    if (!spec->field->quadratic) return;
    lab_field_eigenvalues(eigen, spec->field, spec->start);
    const double lr = spec->rule->hypers[0];
    out->flattest = eigen[0];
    out->curvature = eigen[1];
    if (eigen[0] > 0) out->lr_stable = 2 / eigen[1];
    out->contraction = fmax(fabs(1 - lr * eigen[0]), fabs(1 - lr * eigen[1]));
}

/* The first row from which the path stays within `reach` of its last point. */
static size_t arrival(const lab_path *p, double reach) {
    size_t t = p->last;
    while (t && hypot(p->at[0][t - 1] - p->at[0][p->last],
                      p->dim == 2 ? p->at[1][t - 1] - p->at[1][p->last] : 0) <= reach)
        t--;
    return t;
}

/* ---- The verdict ----------------------------------------------------------------------------- */

/* Whether growing updates lead away, rather than come from momentum that builds up. */
static int leads_away(const lab_path *p, double span, double tail, int turning, double lowest) {
    const size_t quarter = lab_path_tail(p);
    double slope = 0;
    for (size_t t = quarter; t <= p->last; t++) slope = fmax(slope, p->gnorm[t]);
    int axis = 0;
    const int wider = tail > WIDENS * extent(p, quarter / 2, quarter, &axis);
    const int far = lab_path_update(p, p->last) > span / 4 || (turning && tail > span / 2);
    const int falls = isfinite(lowest) && p->f[p->last] < p->f[0];
    return p->last >= STARTED && far && wider && slope > p->gnorm[0] && (turning || !falls);
}

/* lowest: the least f that is known; NaN: none is. */
static lab_kind verdict(const lab_path *p, double span, double tail, lab_pace pace, double lowest,
                        const lab_diagnosis *d) {
    const int turning = d->period > 0, is_law = pace == LAB_LAW;
    const double margin = is_law ? LAB_SURE : GROWS - 1;
    if (isnan(d->factor) || pace == LAB_YOUNG) return LAB_MOVING;
    if (d->factor > 1 + margin && (is_law || leads_away(p, span, tail, turning, lowest)))
        return LAB_DIVERGING;
    if (turning) {
        const int settles = d->factor < 1 - margin && (is_law || tail < 0.9 * span);
        return settles ? LAB_CONVERGING : LAB_OSCILLATING;
    }
    const double first_slope = p->gnorm[0], slope = p->gnorm[p->last];
    if (slope > first_slope || d->factor > 1 - LAB_SURE) return LAB_MOVING;
    const int hardly = d->factor > CRAWLS || (d->factor > SLOW && slope > first_slope / 2);
    return hardly ? LAB_CRAWLING : LAB_CONVERGING;
}

/* Where and how the path ends. */
typedef struct ending {
    double at[2];      /* its last point */
    double span, tail; /* how far all of it spreads, and its last quarter */
    int axis;          /* along which the last quarter spreads most */
    double near;       /* how near "at a point" is */
    double last_place; /* a few units in the last place of the point */
} ending;

static ending ending_of(const lab_path *p) {
    ending e = {.at = {p->at[0][p->last], p->dim == 2 ? p->at[1][p->last] : 0}};
    e.span = extent(p, 0, p->last, &e.axis);
    e.tail = extent(p, lab_path_tail(p), p->last, &e.axis);
    e.near = NEAR * fmax(e.span, 1e-9);
    e.last_place = 8 * DBL_EPSILON * lab_point_size(e.at);
    return e;
}

/* Whether a path is at rest at its end, but for rounding. flat: the slope there counts as 0. */
static int is_still(const ending *e, int flat) {
    return e->tail <= STILL * fmax(e->span, 1e-300) || (flat && e->tail <= NEAR * e->span) ||
           e->tail <= e->last_place || e->span == 0;
}

static void diagnose_still(lab_diagnosis *out, const lab_path *p, const lab_run_spec *spec,
                           const ending *e, int flat) {
    const lab_field *field = spec->field;
    const unsigned decays = spec->modification.on & (1u << LAB_L2 | 1u << LAB_DECOUPLED);
    const double size = fmax(fabs(out->f), fabs(p->f[0]));
    const int rests = flat && lab_is_minimum(field, e->at, out->f, e->near, size);
    out->kind = rests ? LAB_CONVERGED : LAB_STALLED;
    out->at = (double)arrival(p, fmax(NEAR * e->span, e->last_place));
    if (out->at == 0)
        out->remark = LAB_FROM_START;
    else if (!rests && decays)
        out->remark = LAB_HELD;
}

/* Whether steps that shrink by a factor lead to a point that is stationary and no minimum: a
 * saddle's ridge. */
static int nears_no_minimum(const lab_path *p, const lab_field *field, const ending *e,
                            double factor) {
    if (!(factor > 0 && factor < 1 - LAB_SURE)) return 0;
    double there[2] = {e->at[0], e->at[1]}, f = NAN, g[2] = {0, 0};
    for (int i = 0; i < p->dim; i++) there[i] += p->d[i][p->last] * factor / (1 - factor);
    field->eval(field, 1, &there[0], &there[1], &f, &g[0], &g[1]);
    const double slope = p->dim == 1 ? fabs(g[0]) : hypot(g[0], g[1]);
    if (!(slope <= NEAR * p->gnorm[p->last])) return 0;
    return !lab_is_minimum(field, there, f, e->near, fmax(fabs(f), fabs(p->f[p->last])));
}

/* What is said of a path that is on its way. */
static void remark_moving(lab_diagnosis *out, const lab_path *p, const lab_field *field,
                          const ending *e) {
    const double start[2] = {p->at[0][0], p->dim == 2 ? p->at[1][0] : 0};
    const int turning = out->period > 0;
    if (!turning && nears_no_minimum(p, field, e, out->factor))
        out->remark = LAB_NEARS_NONE;
    else if (lab_is_bottomless(field))
        out->remark = LAB_BOTTOMLESS;
    else if (!turning && p->last >= STARTED && e->span < HARDLY * fmax(1, lab_point_size(start)))
        out->kind = LAB_CRAWLING, out->remark = LAB_HARDLY;
    else if (p->f[p->last] > p->f[0])
        out->remark = LAB_HIGHER;
}

static void diagnose_moving(lab_diagnosis *out, const lab_path *p, const lab_field *field,
                            const ending *e, lab_pace pace) {
    out->kind = verdict(p, e->span, e->tail, pace, lab_lowest(field), out);
    /* If f curves downwards in some direction, shrinking steps do not approach a minimum. */
    double eigen[2];
    lab_field_eigenvalues(eigen, field, e->at);
    if (out->kind == LAB_CONVERGING && eigen[0] < 0) out->kind = LAB_MOVING;
    if (out->kind == LAB_MOVING && p->last > 1) remark_moving(out, p, field, e);
}

/* The path up to its last update that is more than rounding: what comes after it has no pace. */
static lab_path without_rounding(const lab_path *p, const ending *e) {
    lab_path moved = *p;
    while (moved.last && lab_path_update(p, moved.last) <= e->last_place / 2) moved.last--;
    return moved;
}

#define UNKNOWN(field, word) .field = NAN,

void lab_diagnose_path(lab_diagnosis *out, const lab_run_spec *spec, const lab_path *path,
                       int has_left) {
    const lab_field *field = spec->field;
    lab_path p = *path;
    lab_point point;
    *out = (lab_diagnosis){LAB_DIAGNOSIS(UNKNOWN)};
    out->kind = LAB_MOVING;
    out->remark = LAB_NO_REMARK;
    out->y = 0;
    out->point = -1;
    if (!field->moves) theory(out, spec);
    if (has_left || !isfinite(p.gnorm[p.last])) {
        out->kind = LAB_LEFT;
        out->at = (double)p.last;
        if (!p.last) return;
        p.last--;
    }
    const ending e = ending_of(&p);
    out->x = e.at[0];
    out->y = e.at[1];
    out->f = p.f[p.last];
    out->amplitude = e.tail / 2;
    if (field->moves) {
        if (out->kind != LAB_LEFT) out->remark = LAB_SHIFTS;
        return;
    }
    out->point = lab_nearest_point(&point, field, e.at, e.near);
    if (!p.last) return;
    const lab_path moved = without_rounding(&p, &e);
    const lab_pace pace = moved.last ? lab_path_pace(out, &moved, field, e.axis) : LAB_MEASURED;
    if (out->kind == LAB_LEFT) return;
    const double slope = p.gnorm[p.last], first = p.gnorm[0] > 0 ? p.gnorm[0] : 1;
    const int flat = slope <= FLAT * first || slope <= lab_slope_of_rounding(field, e.at);
    if (is_still(&e, flat))
        diagnose_still(out, &p, spec, &e, flat);
    else
        diagnose_moving(out, &p, field, &e, pace);
}

void lab_diagnose(lab_diagnosis *out, const lab_run_spec *spec, const double *columns, size_t rows,
                  int has_left) {
    const lab_path path = path_of(spec, columns, rows);
    lab_diagnose_path(out, spec, &path, has_left);
}
