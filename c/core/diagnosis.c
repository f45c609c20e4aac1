/* diagnosis.c: what a run did, read off its columns; pace.c measures how fast. The verdict is about
 * the path so far: "converged" means at rest at a minimum, not that there is no lower one. With
 * gradient noise the words describe what happened, not whether the rule is stable. */
#include "path.h"

#include <math.h>

/* Updates below this part of the path's extent count as no move. */
static const double STILL = 1e-9;
/* A gradient below this part of the first one counts as 0. */
static const double FLAT = 1e-6;
/* "At" a stationary point: within this part of the path's extent. */
static const double NEAR = 1e-3;
/* Differences of f below this part of f count as 0. */
static const double ROUNDING = 1e-13;
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

/* The index of the nearest stationary point within `reach`, or -1. */
static int point_at(const lab_field *field, const double at[2], double reach, lab_point *found) {
    lab_point points[LAB_MAX_POINTS];
    const size_t count = lab_field_points(points, field);
    int best = -1;
    for (size_t i = 0; i < count; i++) {
        const double away = hypot(points[i].x - at[0], points[i].y - at[1]);
        if (away <= reach) best = (int)i, reach = away, *found = points[i];
    }
    return best;
}

/* Eigenvalues of the Hessian at one point, low then high. */
static void eigenvalues(const lab_field *field, const double at[2], double out[2]) {
    double xx = NAN, xy = 0, yy = 0;
    field->hessian(field, 1, &at[0], &at[1], &xx, &xy, &yy);
    if (field->dim == 1) {
        out[0] = out[1] = xx;
        return;
    }
    lab_eigenvalues(out, xx, xy, yy);
}

static void theory(lab_diagnosis *out, const lab_run_spec *spec) {
    double eigen[2];
    if (!spec->field->quadratic) return;
    eigenvalues(spec->field, spec->start, eigen);
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

/* Whether f is lower anywhere around a point, `reach` away; rounding of numbers as large as `size`
 * is no fall. NaN: no. */
static int falls_around(const lab_field *field, const double at[2], double f, double reach,
                        double size) {
    const double eighth = 0.78539816339744831; /* of a turn, in radians */
    const int ways = field->dim == 1 ? 2 : 8;
    for (int i = 0; i < ways; i++) {
        const double angle = field->dim == 1 ? 4 * i * eighth : i * eighth;
        const double x = at[0] + reach * cos(angle), y = at[1] + reach * sin(angle);
        double there = NAN;
        field->eval(field, 1, &x, &y, &there, NULL, NULL);
        if (there < f - ROUNDING * size) return 1;
    }
    return 0;
}

/* The least value of f, where it is known; else NaN. */
static double lowest_of(const lab_field *field) {
    lab_point points[LAB_MAX_POINTS];
    const size_t count = lab_field_points(points, field);
    double lowest = NAN;
    for (size_t i = 0; i < count; i++)
        if (points[i].kind == LAB_GLOBAL_MINIMUM)
            field->eval(field, 1, &points[i].x, &points[i].y, &lowest, NULL, NULL);
    return lowest;
}

/* Whether a still point is a minimum: a listed one, as low as the lowest known, or one around which
 * f does not fall. The Hessian does not decide: it is 0 at the minimum of |x| and x^4, and positive
 * everywhere on exp(-x). But a record lists all its minima, so a flat place that is not listed,
 * like a stair, is not one. */
static int is_minimum(const lab_field *field, const double at[2], double f, int listed,
                      lab_point point, double reach, double size) {
    if (listed >= 0) return point.kind == LAB_MINIMUM || point.kind == LAB_GLOBAL_MINIMUM;
    if (f <= lowest_of(field)) return 1;
    if (falls_around(field, at, f, reach, size)) return 0;
    double eigen[2];
    eigenvalues(field, at, eigen);
    lab_point points[LAB_MAX_POINTS];
    return lab_field_points(points, field) == 0 || eigen[0] > 0;
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
    int listed;        /* index of the stationary point where it rests, or -1 */
    lab_point point;   /* that point */
    double near;       /* how near "at a point" is */
} ending;

static ending ending_of(const lab_path *p, const lab_field *field) {
    ending e = {.at = {p->at[0][p->last], p->dim == 2 ? p->at[1][p->last] : 0}};
    e.span = extent(p, 0, p->last, &e.axis);
    e.tail = extent(p, lab_path_tail(p), p->last, &e.axis);
    e.near = NEAR * fmax(e.span, 1e-9);
    e.listed = point_at(field, e.at, e.near, &e.point);
    return e;
}

/* Whether a path is at rest at its end. flat: the slope there counts as 0. */
static int is_still(const ending *e, int flat) {
    return e->tail <= STILL * fmax(e->span, 1e-300) || (flat && e->tail <= NEAR * e->span) ||
           e->span == 0;
}

static void diagnose_still(lab_diagnosis *out, const lab_path *p, const lab_field *field,
                           const ending *e, int flat) {
    const double size = fmax(fabs(out->f), fabs(p->f[0]));
    const int rests = flat && is_minimum(field, e->at, out->f, e->listed, e->point, e->near, size);
    out->kind = rests ? LAB_CONVERGED : LAB_STALLED;
    out->at = (double)arrival(p, NEAR * e->span);
}

static void diagnose_moving(lab_diagnosis *out, const lab_path *p, const lab_field *field,
                            const ending *e, lab_pace pace) {
    out->kind = verdict(p, e->span, e->tail, pace, lowest_of(field), out);
    /* If f curves downwards in some direction, shrinking steps do not approach a minimum. */
    double eigen[2];
    eigenvalues(field, e->at, eigen);
    if (out->kind == LAB_CONVERGING && eigen[0] < 0) out->kind = LAB_MOVING;
}

#define UNKNOWN(field, word) .field = NAN,

void lab_diagnose(lab_diagnosis *out, const lab_run_spec *spec, const double *columns, size_t rows,
                  int has_left) {
    const lab_field *field = spec->field;
    lab_path p = path_of(spec, columns, rows);
    *out = (lab_diagnosis){LAB_DIAGNOSIS(UNKNOWN)};
    out->kind = LAB_MOVING;
    out->y = 0;
    out->point = -1;
    theory(out, spec);
    if (has_left || !isfinite(p.gnorm[p.last])) {
        out->kind = LAB_LEFT;
        out->at = (double)p.last;
        if (!p.last) return;
        p.last--;
    }
    const ending e = ending_of(&p, field);
    out->x = e.at[0];
    out->y = e.at[1];
    out->f = p.f[p.last];
    out->amplitude = e.tail / 2;
    out->point = e.listed;
    if (!p.last) return;
    const lab_pace pace = lab_path_pace(out, &p, field, e.axis);
    if (out->kind == LAB_LEFT) return;
    const int flat = p.gnorm[p.last] <= FLAT * (p.gnorm[0] > 0 ? p.gnorm[0] : 1);
    if (is_still(&e, flat))
        diagnose_still(out, &p, field, &e, flat);
    else
        diagnose_moving(out, &p, field, &e, pace);
}
