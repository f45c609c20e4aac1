/* Every objective's evaluation: derivatives against differences, many lanes against one, hostile
 * values. */
#include "check.h"
#include "objectives.h"

#include <string.h>

enum { LANES = 1000, SAMPLES = 200 };

/* ---- Derivatives ----------------------------------------------------------------------------- */

/* What = 0: f, 1: ∂f/∂x, 2: ∂f/∂y. */
static double component(const landscape *at, int what, double x, double y) {
    double g[2];
    if (!what) return value(at, x, y);
    gradient(at, x, y, g);
    return g[what - 1];
}

/* The derivative of a component along an axis by five points; the error is of order 1e-16 f⁽⁵⁾
 * size⁴. */
static double difference(const landscape *at, int what, int axis, const double p[2]) {
    const double h = 1e-4 * at->size, hx = axis ? 0 : h, hy = axis ? h : 0;
    const double far = component(at, what, p[0] + 2 * hx, p[1] + 2 * hy) -
                       component(at, what, p[0] - 2 * hx, p[1] - 2 * hy);
    const double near =
        component(at, what, p[0] + hx, p[1] + hy) - component(at, what, p[0] - hx, p[1] - hy);
    return (8 * near - far) / (12 * h);
}

/* The next seeded point of the box that is not within a fiftieth of its size of a kink. */
static void sample(const landscape *at, uint64_t *seed, double p[2]) {
    for (int clear = 0; !clear;) {
        p[0] = place(at, 0, uniform(seed), 1);
        p[1] = place(at, 1, uniform(seed), 1);
        clear = 1;
        for (int i = 0; i < at->unit->kink_count; i++)
            clear &= fabs(p[0] - at->unit->kinks[i]) > 0.02 * at->size;
    }
}

static void gradient_is_the_slope(const landscape *at) {
    uint64_t seed = 1;
    for (int i = 0; i < SAMPLES; i++) {
        double p[2], g[2];
        sample(at, &seed, p);
        gradient(at, p[0], p[1], g);
        const double scale = hypot(g[0], g[1]) + fabs(value(at, p[0], p[1])) / at->size;
        for (int axis = 0; axis < at->unit->dim; axis++) {
            const double slope = difference(at, 0, axis, p);
            CHECK(fabs(g[axis] - slope) <= 1e-7 * scale,
                  "%s at (%g, %g): %.10g, by differences %.10g", at->unit->key, p[0], p[1], g[axis],
                  slope);
        }
    }
}

static void hessian_is_the_slope_of_the_gradient(const landscape *at) {
    uint64_t seed = 2;
    for (int i = 0; i < SAMPLES; i++) {
        double p[2], g[2], h[3];
        sample(at, &seed, p);
        gradient(at, p[0], p[1], g);
        hessian(at, p[0], p[1], h);
        const double scale = fabs(h[0]) + fabs(h[1]) + fabs(h[2]) + hypot(g[0], g[1]) / at->size;
        for (int of = 0; of < at->unit->dim; of++)
            for (int axis = 0; axis < at->unit->dim; axis++) {
                const double slope = difference(at, 1 + of, axis, p);
                CHECK(fabs(h[of + axis] - slope) <= 1e-7 * scale,
                      "%s at (%g, %g): %.10g, by differences %.10g", at->unit->key, p[0], p[1],
                      h[of + axis], slope);
            }
    }
}

/* ---- Lanes ----------------------------------------------------------------------------------- */

static const double UNTOUCHED = -12345.678;

static int same(const double *a, const double *b, size_t n) {
    return !memcmp(a, b, n * sizeof *a);
}

/* Evaluates n points with the outputs of `wanted` (1: f, 2: gx, 4: gy) and compares with one
 * lane at a time. */
static void lanes_agree(const landscape *at, size_t n, int wanted) {
    static double x[LANES], y[LANES], out[3][LANES + 1], one[3][LANES + 1];
    const int two = at->unit->dim == 2;
    uint64_t seed = 3;
    for (size_t i = 0; i < LANES; i++) {
        x[i] = place(at, 0, uniform(&seed), 1.5);
        y[i] = place(at, 1, uniform(&seed), 1.5);
    }
    for (int k = 0; k < 3; k++)
        for (size_t i = 0; i <= LANES; i++) out[k][i] = one[k][i] = UNTOUCHED;
    at->unit->eval(n, x, two ? y : NULL, wanted & 1 ? out[0] : NULL, wanted & 2 ? out[1] : NULL,
                   wanted & 4 ? out[2] : NULL, at->params);
    for (size_t i = 0; i < n; i++) {
        at->unit->eval(1, &x[i], two ? &y[i] : NULL, &one[0][i], &one[1][i],
                       two ? &one[2][i] : NULL, at->params);
    }
    for (int k = 0; k < 3; k++) {
        const size_t count = wanted >> k & 1 && (k < 2 || two) ? n : 0;
        CHECK(same(out[k], one[k], count), "%s: output %d of %zu lanes", at->unit->key, k, n);
        for (size_t i = count; i <= LANES; i++)
            CHECK(out[k][i] == UNTOUCHED, "%s: output %d, lane %zu of %zu", at->unit->key, k, i, n);
    }
}

static void eval_is_lane_by_lane(const landscape *at) {
    static const size_t sizes[] = {0, 1, 2, 7, LANES};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (int wanted = 0; wanted < 8; wanted++) lanes_agree(at, sizes[s], wanted);
}

static void hessian_is_lane_by_lane(const landscape *at) {
    static double x[LANES], y[LANES], out[3][LANES], one[3][LANES];
    const int two = at->unit->dim == 2;
    uint64_t seed = 4;
    for (size_t i = 0; i < LANES; i++) {
        x[i] = place(at, 0, uniform(&seed), 1.5);
        y[i] = place(at, 1, uniform(&seed), 1.5);
    }
    at->unit->hessian(LANES, x, two ? y : NULL, out[0], two ? out[1] : NULL, two ? out[2] : NULL,
                      at->params);
    for (size_t i = 0; i < LANES; i++)
        at->unit->hessian(1, &x[i], two ? &y[i] : NULL, &one[0][i], two ? &one[1][i] : NULL,
                          two ? &one[2][i] : NULL, at->params);
    for (int k = 0; k < (two ? 3 : 1); k++)
        CHECK(same(out[k], one[k], LANES), "%s: second derivative %d", at->unit->key, k);
}

static void hostile_values(const landscape *at) {
    static const double hostile[] = {NAN, INFINITY, -INFINITY, 1e300,   -1e300, 1e154, -1e154,
                                     0.0, -0.0,     5e-324,    -5e-324, 1e-310, 1e16,  -1e16};
    const int count = sizeof hostile / sizeof *hostile;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < (at->unit->dim == 2 ? count : 1); j++) {
            const double x = hostile[i], y = at->unit->dim == 2 ? hostile[j] : 0;
            double g[2], h[3];
            const double f = value(at, x, y);
            gradient(at, x, y, g);
            hessian(at, x, y, h);
            if (isnan(x) || isnan(y))
                CHECK(isnan(f) && (isnan(g[0]) || isnan(g[1])), "%s(%g, %g): f %g, gradient %g, %g",
                      at->unit->key, x, y, f, g[0], g[1]);
        }
}

static void box_is_finite(const landscape *at) {
    uint64_t seed = 5;
    for (int i = 0; i < SAMPLES; i++) {
        double p[2], g[2], h[3];
        sample(at, &seed, p);
        gradient(at, p[0], p[1], g);
        hessian(at, p[0], p[1], h);
        const double all = value(at, p[0], p[1]) + g[0] + g[1] + h[0] + h[1] + h[2];
        CHECK(isfinite(all), "%s at (%g, %g)", at->unit->key, p[0], p[1]);
    }
}

static void slopes(void) {
    each_landscape(gradient_is_the_slope);
}
static void curvatures(void) {
    each_landscape(hessian_is_the_slope_of_the_gradient);
}
static void lanes(void) {
    each_landscape(eval_is_lane_by_lane);
    each_landscape(hessian_is_lane_by_lane);
}
static void hostile(void) {
    each_landscape(hostile_values);
    each_landscape(box_is_finite);
}

int main(void) {
    return RUN_TESTS({"the gradient is the slope of f", slopes},
                     {"the Hessian is the slope of the gradient", curvatures},
                     {"many lanes give what one lane gives, and only what was asked", lanes},
                     {"NaN passes through, nothing crashes, the box is finite", hostile});
}
