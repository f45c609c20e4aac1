/* What may be done to a step before its rule: the line that a record shows is what its C computes,
 * and a step of a run is the modified step of its rule. */
#include "formula_tests.h"

#include <stdint.h>

enum { DIM = 2, LANES = 3, SIZE = DIM * LANES, ALL = 1 << LAB_MODIFIER_COUNT, ROUNDS = 200 };

static const double hostile[] = {0, -0.0, 1e-310, 1.5e154, -1e300, INFINITY, NAN};

static double uniform(uint64_t *seed) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 11) / 9007199254740992.0;
}

/* The lines of the modifiers that are on, and what x and g are after them. */
static void source_of(char *out, unsigned on) {
    *out = 0;
    for (int k = 0; k < LAB_MODIFIER_COUNT; k++)
        if (on & 1u << k) strcat(strcat(out, lab_modifiers[k].line), "\n");
    strcat(out, "x = x\nm = g");
}

/* The numbers as the program at hand wants them: the rate, then its hypers by name. */
static void hypers_of(double *out, double lr, const lab_modification *by) {
    *out++ = lr;
    for (int i = 0; i < program.input_count; i++) {
        if (program.inputs[i].kind != LAB_HYPER) continue;
        for (int k = 0; k < LAB_MODIFIER_COUNT; k++)
            if (!strcmp(program.inputs[i].key, lab_modifiers[k].param.key)) *out++ = by->values[k];
    }
}

static void compare(const lab_modification *by, uint64_t *seed, int is_hostile) {
    double x[SIZE], g[SIZE], lines[LAB_FORMULA_LINES * DIM], hypers[1 + LAB_MODIFIER_COUNT];
    const double lr = 2 * uniform(seed);
    lab_rule rule;
    hypers_of(hypers, lr, by);
    lab_rule_from_program(&rule, &program, hypers);
    for (int i = 0; i < SIZE; i++) {
        x[i] = 20 * uniform(seed) - 10;
        g[i] = is_hostile ? hostile[(int)(7 * uniform(seed))] : 40 * uniform(seed) - 20;
    }
    double moved[SIZE], changed[SIZE];
    memcpy(moved, x, sizeof x), memcpy(changed, g, sizeof g);
    lab_modify(by, &(lab_site){.dim = DIM, .lanes = LANES}, moved, changed, lr);
    for (int j = 0; j < LANES; j++) {
        const double at[DIM] = {x[j], x[LANES + j]}, slope[DIM] = {g[j], g[LANES + j]};
        lab_rule_trace(&rule, &(lab_site){.dim = DIM, .lanes = 1}, lines, at, slope, NULL, lr, 1);
        const double *wanted = lines + DIM * (program.line_count - 2);
        for (int i = 0; i < DIM; i++) {
            const double found[2] = {moved[i * LANES + j], changed[i * LANES + j]};
            CHECK(is_same(found[0], wanted[i]), "%u: x %.17g, not %.17g", by->on, found[0],
                  wanted[i]);
            /* A norm whose squares overflow is scaled, in two ways. */
            CHECK(is_close(found[1], wanted[DIM + i], 0, is_hostile ? 4 : 0),
                  "%u: g %.17g, not %.17g", by->on, found[1], wanted[DIM + i]);
        }
    }
}

static void lines_and_loops(void) {
    uint64_t seed = 11;
    for (unsigned on = 0; on < ALL; on++) {
        char source[LAB_FORMULA_SOURCE];
        source_of(source, on);
        if (!CHECK(compile_rule(source), "%s: %s", source, lab_formula_code_key(error.code)))
            continue;
        for (int i = 0; i < ROUNDS; i++) {
            lab_modification by = {.on = on};
            for (int k = 0; k < LAB_MODIFIER_COUNT; k++) by.values[k] = 8 * uniform(&seed);
            compare(&by, &seed, i % 4 == 3);
        }
    }
}

/* g = (3, 4) has length 5: clipped to 1 it is (0.6, 0.8), but for the 1e-6 beside the norm. */
static void by_hand(void) {
    double x[2] = {10, -10}, g[2] = {3, 4};
    const lab_site at = {.dim = 2, .lanes = 1};
    const double length = 5 + 1e-6;
    lab_modify(&(lab_modification){.on = 1 << LAB_CLIP, .values = {1}}, &at, x, g, 1);
    CHECK(g[0] == 3 * (1 / length) && g[1] == 4 * (1 / length), "(%.17g, %.17g)", g[0], g[1]);
    CHECK(x[0] == 10 && x[1] == -10, "(%g, %g)", x[0], x[1]);
    g[0] = 3, g[1] = -4;
    lab_modify(&(lab_modification){.on = 1 << LAB_CLIP_VALUE, .values = {0, 3.5}}, &at, x, g, 1);
    CHECK(g[0] == 3 && g[1] == -3.5, "(%g, %g)", g[0], g[1]);
    lab_modify(&(lab_modification){.on = 1 << LAB_L2, .values = {0, 0, 0.5}}, &at, x, g, 1);
    CHECK(g[0] == 8 && g[1] == -8.5, "(%g, %g)", g[0], g[1]);
    lab_modify(&(lab_modification){.on = 1 << LAB_DECOUPLED, .values = {0, 0, 0, 0.5}}, &at, x, g,
               0.5);
    CHECK(x[0] == 7.5 && x[1] == -7.5, "(%g, %g)", x[0], x[1]);
    CHECK(g[0] == 8 && g[1] == -8.5, "(%g, %g)", g[0], g[1]);
}

static void eval(const lab_field *field, size_t n, const double *x, const double *y, double *f,
                 double *gx, double *gy) {
    (void)field, (void)n, (void)y, (void)gy;
    *f = *x * *x, *gx = 2 * *x;
}

static void halve(const lab_rule *rule, const lab_site *at, double *x, const double *g,
                  double *slots, double lr, double t) {
    (void)rule, (void)at, (void)slots, (void)t;
    *x = *x - lr * *g;
}

/* x² from 8 at the rate 0.25, clipped to ±2 and decayed by 0.4: x = 0.9 x − 0.25 g. The table keeps
 * the slope of f. */
static void in_a_run(void) {
    const lab_field field = {.eval = eval, .dim = 1};
    const lab_rule rule = {.step = halve, .hypers = {0.25}};
    lab_run_spec spec = {.field = &field, .rule = &rule, .start = {8}, .steps = 2};
    spec.modification.on = 1 << LAB_CLIP_VALUE | 1 << LAB_DECOUPLED;
    spec.modification.values[LAB_CLIP_VALUE] = 2;
    spec.modification.values[LAB_DECOUPLED] = 0.4;
    double columns[LAB_MAX_COLUMNS * 3];
    CHECK(lab_run(columns, &spec) == 3, "rows");
    const double first = 8 * (1 - 0.25 * 0.4) - 0.5, second = first * (1 - 0.25 * 0.4) - 0.5;
    CHECK(columns[1] == first && columns[2] == second, "%.17g, %.17g", columns[1], columns[2]);
    CHECK(columns[6] == 16 && columns[7] == 2 * first, "%g, %g", columns[6], columns[7]);
}

int main(void) {
    return RUN_TESTS(
        {"the line of a modifier is what its C computes, alone and with others", lines_and_loops},
        {"each modifier does what one works out by hand", by_hand},
        {"a run modifies x and g before the rule, and shows the slope of f", in_a_run});
}
