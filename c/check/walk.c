/* walk.c: the steps of a run, taken in lanes. */
#include "walk.h"

#include <math.h>
#include <string.h>

/* How far a number may be off that was rounded but not given. */
static double unit_of(const lab_walk *of, double value) {
    const double size = fabs(value);
    if (!(size > 0) || !isfinite(size)) return of->unit;
    const double last = pow(10, floor(log10(size)) + 1 - of->digits) / 2;
    return last > of->unit ? last : of->unit;
}

/* How far rounding leads away from a number that may be off itself, to whole units. */
static double led_away(lab_number n, double unit) {
    const double most = (n.value + n.reach) / unit, least = (n.value - n.reach) / unit;
    const double slack = 1e-9 * lab_at_least(fabs(n.value) / unit, 1);
    const double up = floor(most + 0.5 + slack) * unit - n.value;
    const double down = n.value - ceil(least - 0.5 - slack) * unit;
    return lab_at_least(lab_at_least(up, down), n.reach);
}

/* Whether what a step works out is known to the last number: a rule that remembers nothing
 * multiplies g by the rate; others square, divide and add in between. Those numbers are nobody's
 * columns, and each may have been rounded: in v = 0.9v + g with v = 7 and g = 2, whoever writes
 * 0.9·7 as 6 has 8, whoever does not has 8.3. So numbers of such a rule get half a unit, even where
 * the whole line comes out even: to be exact there would accuse the first of them. */
static int is_plain(const lab_walk *of) {
    return !of->slots && !of->spec->modification.on;
}

/* How far a number may be off once it was rounded, where nothing was to be rounded: as before. */
static double rounded_reach(const lab_walk *of, lab_number n) {
    const double finest = 2 * of->unit, last = 2 * unit_of(of, n.value);
    if (!(isfinite(n.value) && isfinite(n.reach) && finest > 0)) return n.reach;
    return lab_at_least(led_away(n, finest), led_away(n, last));
}

/* ---- A step of all lanes --------------------------------------------------------------------- */

static size_t lanes_of(const lab_walk *of, int is_exact) {
    return is_exact ? 1 : (size_t)(1 + 2 * (2 * of->dim + of->slots));
}

/* Where number k of a walker stands in the lanes: x, then g, then the slots. */
static double *place_of(lab_walk *of, int k, size_t lanes) {
    const int dim = of->dim;
    if (k < dim) return of->x + (size_t)k * lanes;
    if (k < 2 * dim) return of->g + (size_t)(k - dim) * lanes;
    return of->s + (size_t)(k - 2 * dim) * lanes;
}

static lab_number *number_of(const lab_walk *of, lab_walker *w, int k) {
    if (k < of->dim) return &w->x[k];
    return k < 2 * of->dim ? &w->g[k - of->dim] : &w->slots[k - 2 * of->dim];
}

/* Fills the lanes of numbers from ... to - 1; lanes 2k + 1 and 2k + 2 have number k moved. */
static void fill(lab_walk *of, lab_walker *w, int from, int to, size_t lanes) {
    for (int k = from; k < to; k++) {
        const lab_number *n = number_of(of, w, k);
        double *at = place_of(of, k, lanes);
        for (size_t lane = 0; lane < lanes; lane++) at[lane] = n->value;
        if (lanes == 1) continue;
        at[2 * k + 1] = n->value + n->reach;
        at[2 * k + 2] = n->value - n->reach;
    }
}

/* The value and the gradient at row t, in all lanes. */
static void look(lab_walk *of, size_t t, size_t lanes) {
    lab_field moved = *of->spec->field;
    double noise[2];
    moved.t = (double)(t + 1);
    moved.eval(&moved, lanes, of->x, of->x + lanes, of->f, of->g, of->g + lanes);
    if (!(of->spec->sigma > 0)) return;
    lab_normal(noise, of->spec->seed, (uint32_t)t, 0);
    for (int i = 0; i < of->dim; i++)
        for (size_t lane = 0; lane < lanes; lane++)
            of->g[(size_t)i * lanes + lane] += of->spec->sigma * noise[i];
}

static void look_closer(lab_walk *of, size_t t, size_t lanes) {
    lab_field moved = *of->spec->field;
    moved.t = (double)t;
    for (size_t lane = 0; lane < lanes; lane++) {
        double h[3], hdiag[2], hsolve[2];
        const double at[2] = {of->x[lane], of->x[lanes + lane]};
        const double g[2] = {of->g[lane], of->g[lanes + lane]};
        lab_hessian_at(h, &moved, at);
        lab_curvature(hdiag, hsolve, h, g, of->dim);
        for (int i = 0; i < of->dim; i++) {
            of->hdiag[(size_t)i * lanes + lane] = hdiag[i];
            of->hsolve[(size_t)i * lanes + lane] = hsolve[i];
        }
    }
}

static double rate_of(const lab_walk *of, lab_walker *w, size_t t) {
    const lab_schedule *schedule = of->spec->schedule;
    const int is_shifted = schedule && !schedule->observe;
    double s = (double)t - 1;
    if (of->change == LAB_RATE_EARLY && is_shifted) s += 1;
    if (of->change == LAB_RATE_LATE && is_shifted && s > 0) s -= 1;
    return lab_rate_now(&of->now, of->spec, w->observed, s, w->f.value);
}

static void take(lab_walk *of, const lab_walker *w, size_t t, size_t lanes) {
    const lab_rule *rule = &of->now.rule;
    const lab_modification *by = &of->spec->modification;
    const lab_site at = {(size_t)of->dim, lanes, of->f, of->hdiag, of->hsolve, NULL};
    if (rule->is_curved) look_closer(of, t, lanes);
    if (by->on) lab_modify(by, &at, of->x, of->g, w->rate.value);
    rule->step(rule, &at, of->x, of->g, of->s, w->rate.value, (double)t);
}

/* Fills all lanes for step t. The gradient moves with x, unless it is given. */
static void fill_all(lab_walk *of, lab_walker *w, size_t t, size_t lanes, const int *is_given) {
    const int dim = of->dim;
    fill(of, w, 0, dim, lanes);
    fill(of, w, 2 * dim, 2 * dim + of->slots, lanes);
    look(of, t - 1, lanes);
    for (int i = 0; i < dim; i++) {
        double *g = of->g + (size_t)i * lanes;
        const lab_number *n = &w->g[i];
        const int k = dim + i;
        const double shift = n->value - g[0];
        if (is_given[i])
            fill(of, w, k, k + 1, lanes);
        else
            for (size_t lane = 0; lane < lanes; lane++) g[lane] += shift;
        if (lanes > 1) g[2 * k + 1] = n->value + n->reach, g[2 * k + 2] = n->value - n->reach;
    }
}

/* Takes step t in all lanes, as the change says. */
static void step(lab_walk *of, lab_walker *w, size_t t, size_t lanes, const int *is_given) {
    const int dim = of->dim;
    fill_all(of, w, t, lanes, is_given);
    if (of->change == LAB_OLD_POINT && t > 1)
        for (int i = 0; i < dim; i++)
            for (size_t lane = 0; lane < lanes; lane++)
                of->g[(size_t)i * lanes + lane] += w->old[i].value - w->g[i].value;
    take(of, w, t, lanes);
    if (of->change != LAB_NEW_POINT && (of->change != LAB_IN_TURN || dim < 2)) return;
    /* The gradient once more, where the step has led the coordinates before `from`, or all. */
    const size_t from = of->change == LAB_IN_TURN ? lanes : 0;
    double g[2 * LAB_WALK_LANES];
    if (from) fill(of, w, 1, dim, lanes);
    look(of, t - 1, lanes);
    memcpy(g, of->g, sizeof g);
    fill_all(of, w, t, lanes, is_given);
    memcpy(of->g + from, g + from, ((size_t)dim * lanes - from) * sizeof *g);
    take(of, w, t, lanes);
}

/* The number in the lanes `at`, and how far the lanes differ. */
static lab_number gather(const double *at, size_t lanes) {
    lab_number n = {at[0], 0};
    for (size_t lane = 1; lane + 1 < lanes; lane += 2) {
        const double up = fabs(at[lane] - at[0]), down = fabs(at[lane + 1] - at[0]);
        n.reach += up > down || !(down >= 0) ? up : down;
    }
    if (!(n.reach >= 0)) n.reach = INFINITY;
    return n;
}

void lab_walk_see(lab_walk *of, lab_walker *w, size_t t, int is_exact) {
    const size_t lanes = lanes_of(of, is_exact);
    fill(of, w, 0, of->dim, lanes);
    look(of, t, lanes);
    w->f = gather(of->f, lanes);
    double squares = 0, reach = 0;
    for (int i = 0; i < of->dim; i++) {
        w->old[i] = w->g[i];
        w->g[i] = gather(of->g + (size_t)i * lanes, lanes);
        squares = hypot(squares, w->g[i].value);
        reach += w->g[i].reach;
        if (is_exact) continue;
        const double unit = lab_at_least(w->g[i].reach, unit_of(of, w->g[i].value));
        w->g[i].reach = is_plain(of) ? rounded_reach(of, w->g[i]) : unit;
    }
    w->gnorm = (lab_number){squares, reach};
}

void lab_walk_on(lab_walk *of, lab_walker *w, size_t t, int is_exact, const int *is_given) {
    const size_t lanes = lanes_of(of, is_exact);
    w->rate.value = rate_of(of, w, t);
    step(of, w, t, lanes, is_given);
    double slack = 0; /* relative, of the roots and quotients in between */
    for (int k = 0; k < of->slots; k++) {
        lab_number *n = &w->slots[k];
        *n = gather(place_of(of, 2 * of->dim + k, lanes), lanes);
        if (is_exact) continue;
        n->reach += unit_of(of, n->value);
        const double root = sqrt(fabs(n->value));
        if (root > 0) slack += unit_of(of, n->value) / fabs(n->value) + unit_of(of, root) / root;
    }
    for (int i = 0; i < of->dim; i++) {
        const lab_number before = w->x[i];
        w->x[i] = gather(place_of(of, i, lanes), lanes);
        const double update = w->x[i].value - before.value;
        const lab_number led = {update, w->x[i].reach};
        if (!is_exact && is_plain(of))
            w->x[i].reach = rounded_reach(of, led);
        else if (!is_exact)
            w->x[i].reach += slack * fabs(update) + unit_of(of, update);
        w->update[i] = (lab_number){update, w->x[i].reach};
    }
}

void lab_walk_start(const lab_walk *of, lab_walker *w) {
    double slots[LAB_WALK_SLOTS];
    memset(w, 0, sizeof *w);
    lab_rule_start(of->spec->rule, slots, of->spec->start, (size_t)of->dim, 1);
    for (int k = 0; k < of->slots; k++) w->slots[k].value = slots[k];
    for (int i = 0; i < of->dim; i++) w->x[i].value = of->spec->start[i], w->update[i].value = NAN;
    w->rate.value = NAN;
}
