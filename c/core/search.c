/* search.c: how far to go along a line, from x in the direction d. */
#include "lab.h"

#include <math.h>

/* A place on the line: its distance, f there, and the slope along the line. */
typedef struct place {
    double a, f, slope;
} place;

typedef struct line {
    const lab_site *at;
    const double *x, *d;
} line;

static place look(const line *on, double a) {
    double x[2] = {0}, g[2];
    place out = {.a = a};
    for (size_t i = 0; i < on->at->dim; i++) x[i] = on->x[i] + a * on->d[i];
    lab_ask(on->at, x, &out.f, g);
    out.slope = lab_dot(g, on->d, on->at->dim, 1);
    return out;
}

/* The way to this place has been chosen; it was looked at. */
static double go(const line *on, double a) {
    double x[2];
    for (size_t i = 0; i < on->at->dim; i++) x[i] = on->x[i] + a * on->d[i];
    lab_know(on->at, x);
    return a;
}

/* ---- To where the slope is 0 ----------------------------------------------------------------- */

enum { TRIES = 60 };

/* Where the line through two slopes is 0. */
static double zero_of(double a, double slope, double b, double other) {
    return a - slope * (b - a) / (other - slope);
}

/* Secants, which on a parabola end at once: first through the last two slopes, at most ten times as
 * far; once the slope has changed its sign in the form of Illinois, which keeps that change between
 * the ends. Where f is not finite it comes back halfway. */
double lab_search_exact(const lab_site *at, const double *x, const double *d, const double *g,
                        double first) {
    const line on = {at, x, d};
    const double steepest = lab_dot(g, d, at->dim, 1);
    double low = 0, low_slope = steepest, high = INFINITY, high_slope = NAN, a = first;
    if (!(steepest < 0)) return 0;
    for (int i = 0, side = 0; i < TRIES; i++) {
        const double slope = look(&on, a).slope, before = a, last = low, last_slope = low_slope;
        if (fabs(slope) <= 1e-15 * -steepest) return go(&on, a);
        if (slope < 0) {
            low = a, low_slope = slope;
            if (side < 0) high_slope /= 2;
            side = -1;
        } else {
            high = a, high_slope = isfinite(slope) ? slope : NAN;
            if (side > 0) low_slope /= 2;
            side = isfinite(slope);
        }
        if (high == INFINITY)
            a = slope > last_slope ? fmin(zero_of(last, last_slope, a, slope), 10 * a) : 2 * a;
        else
            a = isnan(high_slope) ? low + (high - low) / 2
                                  : zero_of(low, low_slope, high, high_slope);
        if (!(a > low && a < high) || a == before) break;
    }
    return low > 0 ? go(&on, low) : 0;
}

/* ---- To where the strong conditions of Wolfe hold -------------------------------------------- */

/* The lowest point between `from` and `to` of the cubic through two places; else halfway. */
static double lowest_of_cubic(place p, place q, double from, double to) {
    const double d1 = p.slope + q.slope - 3 * (p.f - q.f) / (p.a - q.a);
    const double square = d1 * d1 - p.slope * q.slope;
    if (!(square >= 0)) return (from + to) / 2;
    if (p.a > q.a) {
        const place swap = p;
        p = q, q = swap;
    }
    const double d2 = sqrt(square);
    const double a = q.a - (q.a - p.a) * ((q.slope + d2 - d1) / (q.slope - p.slope + 2 * d2));
    return fmin(fmax(a, from), to);
}

enum { MOST = 25 };
static const double DECREASE = 1e-4, FLATTER = 0.9, CLOSE = 1e-9;

typedef struct bracket {
    place start;     /* at distance 0 */
    place low, high; /* the lower and the higher end */
    int tries;
    int is_done; /* `low` meets both conditions */
} bracket;

static int is_too_high(const bracket *b, place p) {
    return !(p.f <= b->start.f + DECREASE * p.a * b->start.slope);
}

static int is_flat(const bracket *b, place p) {
    return fabs(p.slope) <= -FLATTER * b->start.slope;
}

static void set_ends(bracket *b, place p, place q) {
    b->low = p.f <= q.f ? p : q;
    b->high = p.f <= q.f ? q : p;
}

/* Goes on along the line until a place that is good enough lies between two places, or is found. */
static void enclose(bracket *b, const line *on, double first) {
    place before = b->start, now = look(on, first);
    for (b->tries = 0; b->tries < MOST; b->tries++) {
        if (is_too_high(b, now) || (b->tries > 1 && now.f >= before.f)) break;
        if (is_flat(b, now)) {
            b->low = now, b->is_done = 1;
            return;
        }
        if (now.slope >= 0) break;
        const double a =
            lowest_of_cubic(before, now, now.a + 0.01 * (now.a - before.a), now.a * 10);
        before = now;
        now = look(on, a);
    }
    set_ends(b, b->tries < MOST ? before : b->start, now);
}

/* A try that is too close to an end is moved away from it, at the latest the second time. */
static double keep_away(const bracket *b, double a, int *was_close) {
    const double from = fmin(b->low.a, b->high.a), to = fmax(b->low.a, b->high.a);
    const double margin = 0.1 * (to - from);
    const int is_close = fmin(to - a, a - from) < margin;
    const int must_move = is_close && (*was_close || a >= to || a <= from);
    *was_close = is_close && !must_move;
    if (!must_move) return a;
    return fabs(a - to) < fabs(a - from) ? to - margin : from + margin;
}

double lab_search_wolfe(const lab_site *at, const double *x, const double *d, const double *g,
                        double first) {
    const line on = {at, x, d};
    bracket b = {.start = {0, at->f[0], lab_dot(g, d, at->dim, 1)}};
    double longest = 0;
    int was_close = 0;
    if (!(b.start.slope < 0)) return 0;
    for (size_t i = 0; i < at->dim; i++) longest = fmax(longest, fabs(d[i]));
    enclose(&b, &on, first);
    for (; !b.is_done && b.tries < MOST; b.tries++) {
        if (fabs(b.high.a - b.low.a) * longest < CLOSE) break;
        const double from = fmin(b.low.a, b.high.a), to = fmax(b.low.a, b.high.a);
        const place now =
            look(&on, keep_away(&b, lowest_of_cubic(b.low, b.high, from, to), &was_close));
        if (is_too_high(&b, now) || now.f >= b.low.f) {
            set_ends(&b, b.low, now);
            continue;
        }
        b.is_done = is_flat(&b, now);
        if (!b.is_done && now.slope * (b.high.a - b.low.a) >= 0) b.high = b.low;
        b.low = now;
    }
    return b.low.a > 0 ? go(&on, b.low.a) : 0;
}
