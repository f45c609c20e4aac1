/* Numbers against a run: verdicts worked out by hand, and every optimizer of the catalog with every
 * mistake, taken by rows that are given, under the sanitizers. */
#include "check.h"
#include "mistakes.h"
#include "registry.h"

#include <math.h>
#include <string.h>

enum { ROWS = 6, CELLS = ROWS * LAB_MAX_COLUMNS };

typedef struct tables {
    double verdicts[CELLS], exact[CELLS], expected[CELLS], reach[CELLS];
} tables;

static lab_judgement judgement_of(tables *t) {
    return (lab_judgement){t->verdicts, t->exact, t->expected, t->reach};
}

static const lab_optimizer *optimizer(const char *key) {
    for (size_t i = 0; i < lab_optimizer_count; i++)
        if (!strcmp(lab_optimizers[i]->key, key)) return lab_optimizers[i];
    return NULL;
}

static const lab_objective *objective(const char *key) {
    for (size_t i = 0; i < lab_objective_count; i++)
        if (!strcmp(lab_objectives[i]->key, key)) return lab_objectives[i];
    return NULL;
}

static void presets(double *out, const lab_param *params) {
    for (int i = 0; i < lab_param_count(params); i++) out[i] = params[i].preset;
}

/* x of x² from 70 with η 0.1, judged; places: after the point. */
static long judge_descent(tables *out, const double *x, size_t rows, double unit) {
    lab_field field;
    lab_rule rule;
    lab_layout layout;
    double values[CELLS], units[CELLS], a[LAB_MAX_PARAMS] = {1}, lr[LAB_MAX_PARAMS] = {0.1};
    lab_field_init(&field, objective("quadratic"), a);
    lab_rule_init(&rule, optimizer("sgd"), lr);
    lab_layout_init(&layout, 1, &rule, 0);
    const lab_run_spec spec = {.field = &field, .rule = &rule, .start = {70, 0}, .steps = ROWS};
    for (size_t i = 0; i < CELLS; i++) values[i] = NAN, units[i] = 0;
    for (size_t t = 0; t < rows; t++) values[t] = x[t], units[t] = unit;
    const lab_judgement judgement = judgement_of(out);
    const lab_given given = {rows, rows, values, units};
    return lab_judge(&judgement, &spec, &given, &layout, LAB_NO_CHANGE);
}

static void verdicts(void) {
    tables out;
    /* 56 for 56.0, 44.7 for 44.8: wrong by two units; then 0.8 of it: it follows. */
    const double x[] = {70, 56, 44.7, 35.76, 30};
    const lab_verdict wanted[] = {LAB_AGREES, LAB_AGREES, LAB_WRONG, LAB_FOLLOWS, LAB_WRONG};
    CHECK(judge_descent(&out, x, 5, 0.005) == 2, "the first wrong one is not x%s", "[2]");
    for (int t = 0; t < 5; t++)
        CHECK(out.verdicts[t] == wanted[t], "row %d: %g, not %d", t, out.verdicts[t], wanted[t]);
    CHECK(fabs(out.exact[2] - 44.8) < 1e-12, "x2 is %g", out.exact[2]);
    CHECK(fabs(out.expected[3] - 0.8 * 44.7) < 1e-12, "x3 follows as %g", out.expected[3]);
    /* Carried on with no place: 70, 56, 45, 36, 29 (28.8), 23 (23.2). */
    const double carried[] = {70, 56, 45, 36, 29, 23};
    CHECK(judge_descent(&out, carried, 6, 0.5) < 0, "rounded numbers are %s", "wrong");
    const double infinite[] = {70, INFINITY, NAN};
    CHECK(judge_descent(&out, infinite, 3, 0.5) == 1, "infinity is %s", "right");
    CHECK(out.verdicts[2] == LAB_NOT_GIVEN, "NaN is %g", out.verdicts[2]);
}

/* Judges the run's own numbers by itself, and by itself with each mistake. */
static void judge_own(const lab_run_spec *spec) {
    static tables right, wrong;
    static lab_wrong_run run;
    static double columns[CELLS], units[CELLS];
    lab_layout layout;
    lab_layout_init(&layout, spec->field->dim, spec->rule, 0);
    for (size_t i = 0; i < CELLS; i++) columns[i] = NAN, units[i] = 5e-7;
    const size_t rows = lab_run(columns, spec);
    const lab_judgement a = judgement_of(&right), b = judgement_of(&wrong);
    const lab_given given = {rows, ROWS, columns, units};
    const char *key = spec->rule->unit->key;
    const long first = lab_judge(&a, spec, &given, &layout, LAB_NO_CHANGE);
    CHECK(first < 0 || rows < ROWS, "%s: its own numbers are wrong at %ld", key, first);
    for (size_t k = 0; k < lab_mistake_count; k++)
        for (unsigned place = 0; place < 4; place++) {
            if (lab_wrong_run_init(&run, spec, k, place)) continue;
            const long at = lab_judge(&b, &run.spec, &given, &layout, run.change);
            CHECK(at < 0 || b.verdicts[at] == LAB_WRONG, "%s %s: %ld", key, run.key, at);
        }
}

static void catalog(void) {
    lab_field field;
    lab_rule rule;
    double params[LAB_MAX_PARAMS] = {0};
    const char *const keys[] = {"wavy", "rosenbrock"};
    for (size_t o = 0; o < 2; o++)
        for (size_t i = 0; i < lab_optimizer_count; i++) {
            const lab_objective *unit = objective(keys[o]);
            if (lab_optimizers[i]->is_method) continue; /* nobody takes its steps by hand */
            presets(params, unit->params);
            lab_field_init(&field, unit, params);
            presets(params, lab_optimizers[i]->hypers);
            params[0] = 1e-3;
            lab_rule_init(&rule, lab_optimizers[i], params);
            judge_own(&(lab_run_spec){.field = &field,
                                      .rule = &rule,
                                      .schedule = lab_schedules[0],
                                      .start = {-1.25, 0.5},
                                      .steps = ROWS - 1});
        }
}

int main(void) {
    return RUN_TESTS({"a number is right, rounded, wrong, or follows from a wrong one", verdicts},
                     {"the numbers of every optimizer are right, with no mistake", catalog});
}
