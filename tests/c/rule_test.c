/* The slots of a record: where they start, and how many numbers each holds. The unit below is the
 * test's own; its numbers are worked out by hand. */
#include "check.h"
#include "lab.h"

#include <math.h>

/* a starts at the hyper a0, z at x, n counts the steps of a whole point. One step: a += g, z -=
 * lr*g, n += 1, x = z/n + 0*a. */
static void step(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t) {
    (void)t;
    const size_t size = at->dim * at->lanes;
    double *restrict a = slots, *restrict z = a + size, *restrict n = z + size;
    for (size_t j = 0; j < at->lanes; j++) n[j] = n[j] + 1;
    for (size_t i = 0; i < size; i++) {
        a[i] = a[i] + g[i];
        z[i] = z[i] - hypers[0] * g[i];
        x[i] = z[i] / n[i % at->lanes] + 0 * a[i];
    }
}

static const lab_optimizer unit = {
    .key = "toy",
    .hypers = {LAB_LEARNING_RATE(0.5), LAB_INITIAL_SUM("a0", "a_0", 3)},
    .slots = {{.key = "a", .init = "a0"}, {.key = "z", .init = "x"}, {.key = "n", .per_point = 1}},
    .step = step,
};

static const double hypers[] = {0.5, 3};

static void lists(void) {
    CHECK(lab_param_count(unit.hypers) == 2, "%d hypers", lab_param_count(unit.hypers));
    CHECK(lab_slot_count(unit.slots) == 3, "%d slots", lab_slot_count(unit.slots));
    const lab_optimizer full = {.slots = {{.key = "a"},
                                          {.key = "b"},
                                          {.key = "c"},
                                          {.key = "d"},
                                          {.key = "e"},
                                          {.key = "f"},
                                          {.key = "g"},
                                          {.key = "h"}}};
    CHECK(lab_slot_count(full.slots) == LAB_MAX_SLOTS, "%d slots", lab_slot_count(full.slots));
}

static void starts(void) {
    lab_rule rule;
    double slots[15];
    const double x[] = {1, 2, 3, 40, 50, 60}; /* (1, 40), (2, 50), (3, 60) */
    const double wanted[15] = {3, 3, 3, 3, 3, 3, 1, 2, 3, 40, 50, 60, 0, 0, 0};
    lab_rule_init(&rule, &unit, hypers);
    CHECK(lab_rule_slots(&rule, 2, 3) == 15, "%zu numbers", lab_rule_slots(&rule, 2, 3));
    lab_rule_start(&rule, slots, x, 2, 3);
    for (int i = 0; i < 15; i++) CHECK(slots[i] == wanted[i], "[%d] is %g", i, slots[i]);
}

static void eval(const lab_field *field, size_t n, const double *x, const double *y, double *f,
                 double *gx, double *gy) {
    (void)field, (void)n;
    *f = 2 * *x + 4 * *y, *gx = 2, *gy = 4;
}

/* On 2x + 4y from (10, 20) with lr = 0.5: z = (9, 18), then (8, 16); x = z/1, then z/2 = (4, 8). */
static void run(void) {
    enum { STEPS = 2, ROWS = STEPS + 1 };
    const lab_field field = {.eval = eval, .dim = 2};
    lab_rule rule;
    double columns[14 * ROWS];
    lab_layout layout;
    lab_rule_init(&rule, &unit, hypers);
    const lab_run_spec spec = {.field = &field, .rule = &rule, .start = {10, 20}, .steps = STEPS};
    lab_layout_init(&layout, 2, &rule, 0);
    CHECK(layout.count == 14, "%d columns", layout.count);
    CHECK(lab_run(columns, &spec) == ROWS, "the run ends early");
    const double last[14] = {4, 8, 40, 2, 4, sqrt(20), 0.5, 7, 11, 8, 16, 2, -5, -10};
    for (int c = 0; c < 14; c++)
        CHECK(columns[c * ROWS + STEPS] == last[c], "column %d ends at %.17g", c,
              columns[c * ROWS + STEPS]);
}

/* 3, 4 and 12 make 5 and 13; lanes stand side by side. */
static void vectors(void) {
    const double v[] = {3, 1e200, -0.0, 4, 1e200, 0, 12, 0, 0};
    CHECK(lab_norm(v, 3, 3) == 13, "%.17g", lab_norm(v, 3, 3));
    CHECK(lab_norm(v, 2, 3) == 5, "%.17g", lab_norm(v, 2, 3));
    CHECK(fabs(lab_norm(v + 1, 3, 3) / 1.4142135623730951e200 - 1) < 1e-15, "overflows");
    CHECK(lab_norm(v + 2, 3, 3) == 0, "%g", lab_norm(v + 2, 3, 3));
    CHECK(lab_dot(v, v, 3, 3) == 169, "%g", lab_dot(v, v, 3, 3));
    const double open[] = {INFINITY, 1, NAN, 1};
    CHECK(lab_norm(open, 2, 1) == INFINITY, "%g", lab_norm(open, 2, 1));
    CHECK(isnan(lab_norm(open + 2, 2, 1)) && isnan(lab_norm(open, 4, 1)), "NaN is lost");
}

int main(void) {
    return RUN_TESTS(
        {"a list ends at the first entry without a key", lists},
        {"a slot starts at a hyper, at x or at 0, one per coordinate or point", starts},
        {"a run carries slots of either kind", run},
        {"norm and dot look at one lane of a vector", vectors});
}
