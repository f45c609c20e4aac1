/* pace.c: the factor by which the updates of a run grow or shrink at its end, and the period in
 * which they change direction. */
#include "path.h"

#include <math.h>

enum { WINDOW = 24 }; /* the factor is measured over this many last steps */

size_t lab_path_tail(const lab_path *path) {
    const size_t last = path->last;
    const size_t quarter = last / 4 > 2 ? last / 4 : 2;
    return last > quarter ? last - quarter : 0;
}

/* Mean number of steps from one maximum along `axis` to the next, over the rows from..last; NaN:
 * fewer than two maxima. */
static double period_of(const lab_path *p, size_t from, int axis) {
    size_t first = 0, latest = 0, turns = 0;
    for (size_t t = from > 1 ? from : 2; t <= p->last; t++) {
        if (!(p->d[axis][t - 1] > 0 && p->d[axis][t] < 0)) continue;
        if (!turns++) first = t;
        latest = t;
    }
    return turns > 1 ? (double)(latest - first) / (double)(turns - 1) : NAN;
}

double lab_path_update(const lab_path *p, size_t t) {
    return p->dim == 1 ? fabs(p->d[0][t]) : hypot(p->d[0][t], p->d[1][t]);
}

/* Geometric mean of the growth of the updates over the rows from..last, cut to a whole number of
 * periods. */
static double factor_of(const lab_path *p, size_t from, double period) {
    size_t span = p->last - from;
    if (period > 0 && period < (double)span) span = (size_t)(floor((double)span / period) * period);
    if (!span) return NAN;
    const double before = lab_path_update(p, p->last - span), after = lab_path_update(p, p->last);
    return before > 0 && after > 0 ? pow(after / before, 1 / (double)span) : NAN;
}

/* The component of row t's coordinates or updates along a direction. */
static double along(const double *const of[2], const double direction[2], size_t t) {
    return direction[0] * of[0][t] + (of[1] ? direction[1] * of[1][t] : 0);
}

/* Factor and period of the last updates along a direction, if they obey a linear recurrence. */
static lab_pace law_along(double *factor, double *period, const lab_path *p,
                          const double direction[2]) {
    const size_t from = p->last > WINDOW ? p->last - WINDOW : 1, count = p->last - from + 1;
    double d[WINDOW + 1];
    for (size_t i = 0; i < count; i++) d[i] = along(p->d, direction, from + i);
    if (!lab_fit_recurrence(factor, period, d, count)) return LAB_MEASURED;
    if (isnan(*period)) return LAB_LAW;
    int up = 0, down = 0;
    for (size_t t = 1; t <= p->last; t++) {
        const double by = along(p->d, direction, t);
        if (by > 0) up = 1;
        if (by < 0) down = 1;
    }
    if (up && down && (double)p->last >= *period / 2) return LAB_LAW;
    *period = NAN;
    return LAB_YOUNG;
}

/* How far the last quarter of a path spreads along a direction. */
static double spread(const lab_path *p, const double direction[2]) {
    double low = INFINITY, high = -INFINITY;
    for (size_t t = lab_path_tail(p); t <= p->last; t++) {
        const double place = along(p->at, direction, t);
        low = fmin(low, place);
        high = fmax(high, place);
    }
    return high - low;
}

/* Factor and period of a path on a quadratic: those of the eigenvector along which it spreads most.
 * If the updates grow along the other one, that one decides, but LAB_YOUNG until the growth
 * shows. */
static lab_pace law_of(lab_diagnosis *out, const lab_path *p, const lab_field *field) {
    const double at[2] = {p->at[0][p->last], p->dim == 2 ? p->at[1][p->last] : 0};
    double directions[2][2], factor[2] = {NAN, NAN}, period[2] = {NAN, NAN}, wide[2] = {0, 0};
    lab_pace law[2] = {LAB_MEASURED, LAB_MEASURED};
    lab_field_directions(directions, field, at);
    for (int i = 0; i < p->dim; i++) {
        law[i] = law_along(&factor[i], &period[i], p, directions[i]);
        wide[i] = spread(p, directions[i]);
    }
    int chosen = wide[1] > wide[0];
    const int other = !chosen;
    lab_pace found = law[chosen];
    if (law[other] == LAB_LAW && factor[other] > 1 + LAB_SURE &&
        !(factor[chosen] > factor[other])) {
        chosen = other;
        found = wide[other] < wide[!other] / 2 ? LAB_YOUNG : LAB_LAW;
    }
    out->factor = factor[chosen];
    out->period = found == LAB_YOUNG ? NAN : period[chosen];
    return found;
}

lab_pace lab_path_pace(lab_diagnosis *out, const lab_path *p, const lab_field *field, int axis) {
    const lab_pace law = field->quadratic ? law_of(out, p, field) : LAB_MEASURED;
    if (law != LAB_MEASURED) return law;
    const size_t from = p->last > WINDOW ? p->last - WINDOW : 1;
    out->period = period_of(p, from, axis);
    out->factor = factor_of(p, from, out->period);
    return LAB_MEASURED;
}
