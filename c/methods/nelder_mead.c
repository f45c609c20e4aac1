/* The simplex of Nelder and Mead (1965), as scipy.optimize has it:
 *
 *     a, b, c: the corners of a triangle, from the lowest f to the highest; m = (a + b)/2
 *     c ← m + (m - c), or m + 2 (m - c), m + (m - c)/2, m - (m - c)/2, whichever the rules say
 *     or b ← (a + b)/2 and c ← (a + c)/2 if none of them helps
 *     x_t = a
 *
 * The first triangle has a corner at the start and two at a distance of η along the axes. In one
 * dimension it is a pair, and c is b. */
#include "lab.h"

#include <string.h>

/* A corner beyond the lowest: its coordinates are corners[k*dim]..., its value f[k]. */
typedef struct simplex {
    const lab_site *at;
    double *corners, *f;
    size_t worst; /* dim: the number of the last corner */
} simplex;

static double *corner(const simplex *s, size_t k) {
    return s->corners + k * s->at->dim;
}

static void put(const simplex *s, size_t k, const double *place, double f) {
    memcpy(corner(s, k), place, s->at->dim * sizeof *place);
    s->f[k] = f;
}

/* Corners in the order of their values; equal ones stay in their order. */
static void sort(const simplex *s) {
    for (size_t k = 1; k <= s->worst; k++)
        for (size_t i = k; i > 0 && s->f[i] < s->f[i - 1]; i--) {
            double place[2];
            const double f = s->f[i];
            memcpy(place, corner(s, i), sizeof(double) * s->at->dim);
            put(s, i, corner(s, i - 1), s->f[i - 1]);
            put(s, i - 1, place, f);
        }
}

static void begin(const simplex *s, const double *x, double size) {
    for (size_t k = 0; k <= s->worst; k++) {
        double place[2] = {x[0], s->at->dim == 2 ? x[1] : 0}, f = s->at->f[0];
        if (k > 0) {
            place[k - 1] += size;
            lab_ask(s->at, place, &f, NULL);
        }
        put(s, k, place, f);
    }
    sort(s);
}

/* f at (1 + far) m - far c. */
static double attempt(const simplex *s, double place[2], double far) {
    double f;
    const size_t dim = s->at->dim;
    for (size_t i = 0; i < dim; i++) {
        const double *a = s->corners;
        const double middle = dim == 2 ? (a[i] + a[dim + i]) / 2 : a[i];
        place[i] = (1 + far) * middle - far * corner(s, s->worst)[i];
    }
    lab_ask(s->at, place, &f, NULL);
    return f;
}

static void shrink(const simplex *s) {
    for (size_t k = 1; k <= s->worst; k++) {
        double place[2], f;
        for (size_t i = 0; i < s->at->dim; i++)
            place[i] = s->corners[i] + 0.5 * (corner(s, k)[i] - s->corners[i]);
        lab_ask(s->at, place, &f, NULL);
        put(s, k, place, f);
    }
}

static void move(const simplex *s) {
    double place[2], other[2], better;
    const double f = attempt(s, place, 1), worst = s->f[s->worst];
    if (f < s->f[0]) {
        better = attempt(s, other, 2);
        put(s, s->worst, better < f ? other : place, better < f ? better : f);
    } else if (f < s->f[s->worst - 1]) {
        put(s, s->worst, place, f);
    } else {
        better = attempt(s, other, f < worst ? 0.5 : -0.5);
        if (f < worst ? better <= f : better < worst)
            put(s, s->worst, other, better);
        else
            shrink(s);
    }
}

static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)g;
    const simplex s = {at, slots, slots + 3 * at->dim, at->dim};
    if (t == 1) begin(&s, x, hypers[0]);
    move(&s);
    sort(&s);
    if (at->dim == 1) s.corners[2] = s.corners[1], s.f[2] = s.f[1];
    memcpy(x, s.corners, at->dim * sizeof *x);
    lab_know(at, x);
}

const lab_optimizer lab_optimizer_nelder_mead = {
    .key = "nelder_mead",
    .name = "Nelder–Mead",
    .aliases = "simplex, downhill simplex, amoeba, derivative-free",
    .paper = "Nelder & Mead, A simplex method for function minimization",
    .year = 1965,
    .since = 2,
    .is_method = 1,
    .rule = "x = a",
    .note =
        "A triangle that tumbles downhill by values of f alone, without any gradient. One or two "
        "values a step, more where it shrinks.",
    .group = LAB_CLASSIC,
    .order = 150,
    .cost = {.f = 1},
    .refuses = LAB_ANY_MODIFIER,
    .hypers = {{.key = "lr",
                .symbol = "η",
                .label = "size of the first triangle",
                .min = 1e-8,
                .max = 1000,
                .preset = 0.5,
                .scale = LAB_LOG,
                .from = 1e-2,
                .to = 10}},
    .slots = {{.key = "a", .init = "x", .found = "the lowest corner of the triangle"},
              {.key = "b", .init = "x", .found = "the second corner"},
              {.key = "c", .init = "x", .found = "the highest corner"},
              {.key = "fa", .symbol = "f_a", .per_point = 1},
              {.key = "fb", .symbol = "f_b", .per_point = 1},
              {.key = "fc", .symbol = "f_c", .per_point = 1}},
    .step = step,
};
