/* The stationary points every objective lists: that they are there, of their kind, and all there
 * are. */
#include "check.h"
#include "objectives.h"

#include <float.h>
#include <stdlib.h>

static const char *const kind_names[] = {"minimum", "global minimum", "maximum", "saddle",
                                         "inflection"};

static void gradient_is_zero(const landscape *at) {
    lab_point points[LAB_MAX_POINTS];
    const int count = points_of(at, points);
    CHECK(count >= 0 && count <= LAB_MAX_POINTS, "%s lists %d", at->unit->key, count);
    for (const lab_point *p = points; p < points + count; p++) {
        double g[2], h[3];
        gradient(at, p->x, p->y, g);
        hessian(at, p->x, p->y, h);
        /* Eight times what half a unit in the last place of the coordinates does to it. */
        const double scale = fabs(h[0]) + 2 * fabs(h[1]) + fabs(h[2]);
        const double bound = 4 * DBL_EPSILON * scale * (1 + hypot(p->x, p->y));
        CHECK(hypot(g[0], g[1]) <= bound, "%s at (%.17g, %.17g): %g, %g, bound %g", at->unit->key,
              p->x, p->y, g[0], g[1], bound);
    }
}

static void points_are_in_the_box(const landscape *at) {
    lab_point points[LAB_MAX_POINTS];
    const int count = points_of(at, points);
    const double *box = at->unit->box;
    for (int i = 0; i < count; i++) {
        const lab_point p = points[i];
        CHECK(p.x > box[0] && p.x < box[1], "%s: x = %g", at->unit->key, p.x);
        CHECK(at->unit->dim == 1 ? p.y == 0 : p.y > box[2] && p.y < box[3], "%s: y = %g",
              at->unit->key, p.y);
        for (int j = 0; j < i; j++)
            CHECK(hypot(p.x - points[j].x, p.y - points[j].y) > 1e-3 * at->size,
                  "%s: points %d and %d are one", at->unit->key, j, i);
    }
}

/* Where the Hessian is not singular, its eigenvalues say the kind. */
static void hessian_says(const landscape *at, const lab_point *p) {
    double h[3];
    hessian(at, p->x, p->y, h);
    const double det = at->unit->dim == 1 ? h[0] * h[0] : h[0] * h[2] - h[1] * h[1];
    if (at->unit->dim == 1 && p->kind == LAB_INFLECTION)
        CHECK(h[0] == 0, "%s: f'' = %g", at->unit->key, h[0]);
    if (det == 0) return;
    const lab_point_kind kind = det < 0 ? LAB_SADDLE : h[0] > 0 ? LAB_MINIMUM : LAB_MAXIMUM;
    CHECK(kind == (p->kind == LAB_GLOBAL_MINIMUM ? LAB_MINIMUM : p->kind),
          "%s at (%g, %g) is listed as %s, its Hessian says %s", at->unit->key, p->x, p->y,
          kind_names[p->kind], kind_names[kind]);
}

/* Walks around each point and counts where f is higher and where lower. */
static void surroundings_are_of_the_kind(const landscape *at) {
    enum { AROUND = 128 };
    lab_point points[LAB_MAX_POINTS];
    const int count = points_of(at, points), dim = at->unit->dim;
    const double radius = 1e-3 * at->size, turn = 6.283185307179586 / AROUND;
    const int flat = at->unit->kink_count > 0; /* a minimum may have equals beside it */
    for (const lab_point *p = points; p < points + count; p++) {
        const double here = value(at, p->x, p->y);
        int higher = 0, lower = 0;
        for (int i = 0; i < AROUND; i++) {
            const double along = dim == 1 ? (i % 2 ? 1 : -1) : cos(turn * i);
            const double f = value(at, p->x + radius * along, p->y + radius * sin(turn * i));
            higher += f > here;
            lower += f < here;
        }
        const int up = higher == AROUND || (flat && !lower), down = lower == AROUND;
        const int holds = p->kind == LAB_MAXIMUM      ? down
                          : p->kind == LAB_SADDLE     ? dim == 2 && higher && lower
                          : p->kind == LAB_INFLECTION ? dim == 1 && higher && lower
                                                      : up;
        CHECK(holds, "%s at (%g, %g): %s, but f is higher in %d of %d directions, lower in %d",
              at->unit->key, p->x, p->y, kind_names[p->kind], higher, AROUND, lower);
        hessian_says(at, p);
    }
}

/* The lowest value on a grid of the box, widened. */
static double lowest_of_grid(const landscape *at, double widen) {
    enum { LINES = 301 };
    double lowest = INFINITY;
    for (int i = 0; i < LINES; i++)
        for (int j = 0; j < (at->unit->dim == 1 ? 1 : LINES); j++)
            lowest = fmin(lowest, value(at, place(at, 0, i / (LINES - 1.0), widen),
                                        place(at, 1, j / (LINES - 1.0), widen)));
    return lowest;
}

static void global_minima_are_lowest(const landscape *at) {
    lab_point points[LAB_MAX_POINTS];
    const int count = points_of(at, points);
    const double grid = fmin(lowest_of_grid(at, 1), lowest_of_grid(at, 10));
    double lowest = INFINITY;
    for (int i = 0; i < count; i++) lowest = fmin(lowest, value(at, points[i].x, points[i].y));
    if (at->unit->lowest_known) {
        CHECK(count > 0, "%s lists no point", at->unit->key);
        CHECK(lowest <= grid, "%s: %.17g, on the grid %.17g", at->unit->key, lowest, grid);
    } else {
        CHECK(grid < lowest, "%s has a lowest value: %.17g", at->unit->key, lowest);
    }
    for (int i = 0; i < count; i++) {
        const double above = value(at, points[i].x, points[i].y) - lowest;
        const int global = at->unit->lowest_known && above <= 1e-14 * (1 + fabs(lowest));
        CHECK(global == (points[i].kind == LAB_GLOBAL_MINIMUM), "%s at (%g, %g): %s, %g above",
              at->unit->key, points[i].x, points[i].y, kind_names[points[i].kind], above);
    }
}

/* The Newton step -H^-1 g towards ∇f = 0, or 0 where there is none because H is singular. */
static int newton_step(const landscape *at, const double p[2], const double g[2], double step[2]) {
    double h[3];
    hessian(at, p[0], p[1], h);
    if (at->unit->dim == 1) h[2] = 1;
    const double det = h[0] * h[2] - h[1] * h[1];
    step[0] = -(h[2] * g[0] - h[1] * g[1]) / det;
    step[1] = -(h[0] * g[1] - h[1] * g[0]) / det;
    return isfinite(step[0]) && isfinite(step[1]);
}

/* Newton's method on ∇f = 0 from p, halving a step until |∇f| shrinks. Converged when the full
 * step is no move: a small gradient alone is a plateau, and a minimum of |∇f| above 0 has a
 * singular H and so a huge step. Where H is 0 there is no step: flat stretches and straight
 * lines (|x|, hinge, staircase) are exempt from the search. */
static int newton(const landscape *at, double p[2]) {
    for (int i = 0; i < 300; i++) {
        double g[2], step[2], t = 1;
        gradient(at, p[0], p[1], g);
        if (!newton_step(at, p, g, step)) return 0;
        if (hypot(step[0], step[1]) <= 1e-9 * at->size) return 1;
        for (int halvings = 0;; halvings++, t /= 2) {
            double next[2];
            gradient(at, p[0] + t * step[0], p[1] + t * step[1], next);
            if (hypot(next[0], next[1]) < hypot(g[0], g[1])) break;
            if (halvings == 40) return 0;
        }
        p[0] += t * step[0];
        p[1] += t * step[1];
    }
    return 0;
}

static void points_are_complete(const landscape *at) {
    lab_point points[LAB_MAX_POINTS];
    const int count = points_of(at, points), dim = at->unit->dim;
    const int columns = dim == 1 ? 200 : 24, rows = dim == 1 ? 1 : 24;
    int found[LAB_MAX_POINTS] = {0};
    for (int start = 0; start < columns * rows; start++) {
        double p[2] = {place(at, 0, (start % columns + 0.5) / columns, 1),
                       dim == 1 ? 0 : place(at, 1, (start / columns + 0.5) / rows, 1)};
        const double *box = at->unit->box;
        if (!newton(at, p) || !(p[0] > box[0] && p[0] < box[1])) continue;
        if (dim == 2 && !(p[1] > box[2] && p[1] < box[3])) continue;
        int nearest = -1;
        for (int i = 0; i < count; i++)
            if (hypot(p[0] - points[i].x, p[1] - points[i].y) <= 1e-7 * at->size) nearest = i;
        CHECK(nearest >= 0, "%s: (%.17g, %.17g) is not listed", at->unit->key, p[0], p[1]);
        if (nearest >= 0) found[nearest] = 1;
    }
    /* That the search is able to find what is there. */
    for (int i = 0; i < count && !at->unit->kink_count; i++)
        CHECK(found[i], "%s: (%g, %g) was not found", at->unit->key, points[i].x, points[i].y);
}

static void zero_gradients(void) {
    each_landscape(gradient_is_zero);
}
static void places(void) {
    each_landscape(points_are_in_the_box);
}
static void kinds(void) {
    each_landscape(surroundings_are_of_the_kind);
}
static void lowest(void) {
    each_landscape(global_minima_are_lowest);
}
static void completeness(void) {
    each_landscape(points_are_complete);
}

int main(void) {
    return RUN_TESTS(
        {"the gradient is 0 at every listed point", zero_gradients},
        {"listed points lie in the box and are distinct", places},
        {"f and the Hessian around a point are of the listed kind", kinds},
        {"global minima, and only they, have the lowest value", lowest},
        {"a Newton search of the box finds the listed points and no other", completeness});
}
