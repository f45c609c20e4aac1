/* The formula that a unit shows is what its C computes: every objective's value, gradient and
 * Hessian, every optimizer's step, every schedule and smoother, against the formula in its record,
 * on seeded and on hostile input. */
#include "formula_tests.h"

#include "objectives.h"

enum { SAMPLES = 1200, HOSTILE = 9 };

static const double hostile[HOSTILE] = {0, -0.0, 1, -1, 1e-310, 1.5e154, -1e300, INFINITY, NAN};

static int compile_unit(const char *key, const char *source, const lab_names *names) {
    const lab_status status = lab_formula_compile(&program, &error, source, strlen(source), names);
    return CHECK(status == LAB_OK, "%s: %s: %s at %u", key, source,
                 lab_formula_code_key(error.code), error.at);
}

/* ---- Objectives ------------------------------------------------------------------------------ */

/* The size of the terms that make up f, ∂ and ∂∂ near a point, against which rounding is measured:
 * for a sum of products, the same sum with every sign turned to plus. */
static double term_scale(const lab_objective *unit, const double *params, double x, double y) {
    char source[LAB_FORMULA_SOURCE + 1];
    static lab_program plus;
    lab_names names;
    lab_field field;
    double f = 1, most = 1;
    if (strstr(unit->formula, "exp(")) return 8;
    strcpy(source, unit->formula);
    for (char *at = source; *at; at++)
        if (*at == '-') *at = '+';
    lab_names_of_objective(&names, unit);
    if (lab_formula_compile(&plus, &error, source, strlen(source), &names)) return 1;
    lab_field_from_program(&field, &plus, params);
    for (double step = 0; step <= 1; step++) {
        const double ax = fabs(x) + step, ay = fabs(y) + step;
        field.eval(&field, 1, &ax, &ay, &f, NULL, NULL);
        most = fmax(most, fabs(f));
    }
    return most;
}

/* What cos and sin make of rounding in 2πx grows with x. */
static double amplified(const lab_objective *unit, double x, double y) {
    return strstr(unit->formula, "cos(") || strstr(unit->formula, "sin(")
               ? 1 + 40 * (fabs(x) + fabs(y))
               : 1;
}

static void compare_point(const landscape *at, const lab_field *field, double x, double y,
                          int is_hostile) {
    double f[6] = {0}, unit[6] = {0};
    field->eval(field, 1, &x, &y, &f[0], &f[1], &f[2]);
    field->hessian(field, 1, &x, &y, &f[3], &f[4], &f[5]);
    at->unit->eval(1, &x, &y, &unit[0], &unit[1], &unit[2], at->params);
    at->unit->hessian(1, &x, &y, &unit[3], &unit[4], &unit[5], at->params);
    const double scale =
        is_hostile ? 0 : term_scale(at->unit, at->params, x, y) * amplified(at->unit, x, y);
    /* Far from the numbers of a lecture, what overflows first is a matter of form: only f counts
     * there. */
    for (int k = 0; k < (is_hostile ? 1 : 6); k++)
        CHECK(is_close(f[k], unit[k], scale, 32), "%s(%g, %g)[%d]: %.17g, not %.17g", at->unit->key,
              x, y, k, f[k], unit[k]);
}

static void compare_objective(const landscape *at) {
    lab_names names;
    lab_field field;
    static uint64_t seed = 5;
    lab_names_of_objective(&names, at->unit);
    if (!compile_unit(at->unit->key, at->unit->formula, &names)) return;
    CHECK(program.dim == at->unit->dim, "%s has dimension %d", at->unit->key, program.dim);
    lab_field_from_program(&field, &program, at->params);
    int presets = 1;
    for (int p = 0; p < lab_param_count(at->unit->params); p++)
        presets &= at->params[p] == at->unit->params[p].preset;
    for (int i = 0; i < (presets ? SAMPLES : 20); i++)
        compare_point(at, &field, place(at, 0, uniform(&seed), 1.5),
                      at->unit->dim == 2 ? place(at, 1, uniform(&seed), 1.5) : 0, 0);
    for (int i = 0; presets && i < HOSTILE * HOSTILE; i++)
        compare_point(at, &field, hostile[i % HOSTILE],
                      at->unit->dim == 2 ? hostile[i / HOSTILE] : 0, 1);
}

static void objectives(void) {
    each_landscape(compare_objective);
}

/* ---- Optimizers ------------------------------------------------------------------------------ */

/* Three points of two coordinates side by side, so that a norm is not one coordinate's size. */
enum { DIM = 2, LANES = 3, SIZE = DIM * LANES };

typedef struct lanes_state {
    double x[SIZE], slots[LAB_MAX_SLOTS * SIZE];
} lanes_state;

static void compare_lanes(const lab_rule *rule, const lanes_state *a, const lanes_state *b,
                          const double *before, double t) {
    const char *key = rule->unit->key;
    const int held = (int)lab_rule_slots(rule, DIM, LANES);
    for (int i = 0; i < SIZE; i++)
        CHECK(is_close(a->x[i], b->x[i], fabs(before[i]) + fabs(b->x[i] - before[i]), 8),
              "%s: x after step %g: %.17g, not %.17g", key, t, a->x[i], b->x[i]);
    for (int i = 0; i < held; i++)
        CHECK(is_close(a->slots[i], b->slots[i], 1e-3, 8),
              "%s: slot after step %g: %.17g, not %.17g", key, t, a->slots[i], b->slots[i]);
}

static void numbers_of(double *out, int count, uint64_t *seed, int is_hostile) {
    for (int i = 0; i < count; i++)
        out[i] = is_hostile ? hostile[(int)(HOSTILE * uniform(seed))] : 40 * uniform(seed) - 20;
}

/* Step by step from the unit's state, so that differences do not add up. */
static void compare_steps(const lab_optimizer *unit, const double *hypers, uint64_t *seed,
                          int is_hostile) {
    lab_rule compiled, interpreted;
    lanes_state a, b;
    lab_rule_init(&compiled, unit, hypers);
    lab_rule_from_program(&interpreted, &program, hypers);
    for (int i = 0; i < SIZE; i++) b.x[i] = 20 * uniform(seed) - 10;
    for (int k = 0; k < compiled.slot_count; k++)
        CHECK(interpreted.slots[k].init == compiled.slots[k].init &&
                  interpreted.slots[k].from_x == compiled.slots[k].from_x &&
                  interpreted.slots[k].per_point == compiled.slots[k].per_point,
              "%s starts slot %d otherwise", unit->key, k);
    lab_rule_start(&compiled, b.slots, b.x, DIM, LANES);
    for (int t = 1; t <= 12; t++) {
        double g[SIZE], f[LANES], hdiag[SIZE], hsolve[SIZE];
        numbers_of(g, SIZE, seed, is_hostile);
        numbers_of(f, LANES, seed, is_hostile);
        numbers_of(hdiag, SIZE, seed, is_hostile);
        numbers_of(hsolve, SIZE, seed, is_hostile);
        const lab_site at = {DIM, LANES, f, hdiag, hsolve, NULL};
        const lanes_state before = a = b;
        unit->step(&at, b.x, g, b.slots, hypers, t);
        interpreted.step(&interpreted, &at, a.x, g, a.slots, hypers[0], t);
        compare_lanes(&compiled, &a, &b, before.x, t);
    }
}

static void optimizers(void) {
    uint64_t seed = 17;
    for (size_t u = 0; u < lab_optimizer_count; u++) {
        const lab_optimizer *unit = lab_optimizers[u];
        lab_names names;
        lab_names_of_optimizer(&names, unit);
        if (!compile_unit(unit->key, unit->rule, &names)) continue;
        if (unit->is_method) continue; /* methods_test.c */
        int lent = 0;                  /* f, hdiag, hsolve */
        for (int i = 0; i < program.input_count; i++)
            lent += program.inputs[i].kind >= LAB_VALUE && program.inputs[i].kind <= LAB_HSOLVE;
        CHECK(program.input_count ==
                  4 + lent + lab_param_count(unit->hypers) - 1 + lab_slot_count(unit->slots),
              "%s reads a name that its record does not hold", unit->key);
        for (int i = 0; i < 60; i++) {
            double hypers[LAB_MAX_PARAMS] = {0};
            for (int k = 0; k < lab_param_count(unit->hypers); k++)
                hypers[k] = i < 20 ? unit->hypers[k].preset
                                   : corner(&unit->hypers[k], (int)(CORNERS * uniform(&seed)));
            compare_steps(unit, hypers, &seed, i % 4 == 3);
        }
        lab_names_of_optimizer_fact(&names, unit);
        if (unit->effective) compile_unit(unit->key, unit->effective, &names);
        if (unit->stable) compile_unit(unit->key, unit->stable, &names);
    }
}

/* ---- Schedules and smoothers ----------------------------------------------------------------- */

static void params_of(double *out, const lab_param *params, uint64_t *seed) {
    for (int k = 0; k < lab_param_count(params); k++)
        out[k] = corner(&params[k], (int)(CORNERS * uniform(seed)));
}

/* What f may be after one more step: mostly a little less, as in a run that has nearly stopped. */
static double fall(double f, uint64_t *seed) {
    const int chance = (int)(40 * uniform(seed));
    return chance < HOSTILE ? hostile[chance] : isfinite(f) ? f - 1e-3 * fabs(f) : 2;
}

/* The rate by the formula at hand; of a rule, what its last line assigns. */
static double rate_of(const double *const *in) {
    double values[LAB_FORMULA_LINES];
    double *const out[] = {values};
    if (program.mode == LAB_EXPRESSION)
        lab_formula_eval(&program, 0, 1, out, in);
    else
        lab_formula_trace(&program, 1, values, in);
    return values[program.line_count - 1];
}

static void compare_rate(const lab_schedule *unit, const double *params, double lr0,
                         uint64_t *seed) {
    const double s = floor(1000 * uniform(seed)), steps = 1000;
    const double *in[LAB_FORMULA_INPUTS] = {&s, &steps, &lr0};
    for (int k = 0; k < lab_param_count(unit->params); k++) in[3 + k] = &params[k];
    const double found = rate_of(in), wanted = unit->rate(s, steps, lr0, params);
    CHECK(is_close(found, wanted, 0, 4), "%s(%g) = %.17g, not %.17g", unit->key, s, found, wanted);
}

/* The recurrence on falling, flat and hostile f. */
static void compare_observer(const lab_schedule *unit, const double *params, double lr0,
                             uint64_t *seed) {
    double s, steps = 60, f = 1, wanted[LAB_MAX_SLOTS], slots[LAB_MAX_SLOTS] = {0};
    double held[LAB_MAX_PARAMS], *in[LAB_FORMULA_INPUTS] = {&s, &steps, &lr0};
    const int known = 4 + lab_param_count(unit->params);
    memcpy(held, params, sizeof held);
    for (int k = 0; k < lab_param_count(unit->params); k++) in[3 + k] = &held[k];
    in[known - 1] = &f;
    for (int k = known; k < program.input_count; k++) in[k] = &slots[k - known];
    for (s = 0; s < steps; s++) {
        const double next = unit->observe(wanted, s, f = fall(f, seed), lr0, params);
        const double found = rate_of((const double *const *)in);
        lab_formula_step(&program, 1, 1, in);
        CHECK(is_same(found, next), "%s(%g) after f = %g: %.17g, not %.17g", unit->key, s, f, found,
              next);
        for (int k = known; k < program.input_count; k++)
            CHECK(is_same(slots[k - known], wanted[k - known]), "%s(%g) remembers %g as %s, not %g",
                  unit->key, s, slots[k - known], program.inputs[k].key, wanted[k - known]);
    }
}

static void schedules(void) {
    uint64_t seed = 19;
    for (size_t u = 0; u < lab_schedule_count; u++) {
        const lab_schedule *unit = lab_schedules[u];
        lab_names names;
        lab_names_of_schedule(&names, unit);
        if (!compile_unit(unit->key, unit->formula, &names)) continue;
        for (int i = 0; i < SAMPLES; i++) {
            double params[LAB_MAX_PARAMS];
            const double lr0 = i % 8 ? uniform(&seed) : hostile[i / 8 % HOSTILE];
            params_of(params, unit->params, &seed);
            (unit->observe ? compare_observer : compare_rate)(unit, params, lr0, &seed);
        }
    }
}

/* The recursion, one value at a time; `sum` is of the last `window` values, and the average exists
 * from t = window. */
static void compare_smoother(const lab_smoother *unit, const double *params, const double *series,
                             int n) {
    double wanted[64], slots[LAB_MAX_SLOTS] = {0}, values[LAB_FORMULA_LINES], t, s, sum;
    const double *in[LAB_FORMULA_INPUTS] = {&s, &t, &sum};
    int window = 1, slot = 0;
    for (int i = 3; i < program.input_count; i++)
        in[i] = program.inputs[i].kind == LAB_SLOT ? &slots[slot++] : &params[i - 3];
    for (int k = 0; k < lab_param_count(unit->params); k++)
        if (unit->window_param && !strcmp(unit->params[k].key, unit->window_param))
            window = (int)params[k];
    unit->smooth((size_t)n, wanted, series, params);
    for (int i = 0; i < n; i++) {
        double *inout[LAB_FORMULA_INPUTS];
        memcpy(inout, in, sizeof inout);
        t = i + 1, s = series[i], sum = 0;
        for (int k = i; k >= 0 && k > i - window; k--) sum += series[k];
        lab_formula_trace(&program, 1, values, in);
        lab_formula_step(&program, 1, 1, inout);
        const double found = t < window ? NAN : values[program.line_count - 1];
        CHECK(is_close(found, wanted[i], 10, 8), "%s at t = %g: %.17g, not %.17g", unit->key, t,
              found, wanted[i]);
    }
}

/* Evaluates a fact of a smoother at t. */
static double fact_at(const lab_smoother *unit, const char *fact, double t, const double *params) {
    lab_names names;
    const double *in[LAB_FORMULA_INPUTS] = {&t};
    double value = NAN, *const out[] = {&value, NULL, NULL};
    for (int k = 0; k < lab_param_count(unit->params); k++) in[1 + k] = &params[k];
    lab_names_of_smoother_fact(&names, unit);
    if (compile_unit(unit->key, fact, &names)) lab_formula_eval(&program, 0, 1, out, in);
    return value;
}

/* The newest value counts 1/span in a long series. The weights of an average sum to 1; of the
 * recursion from V_0 = 0 to `known`, by which bias correction divides. */
static void smoother_facts(void) {
    enum { LONG = 4000 };
    static double weights[LONG], plain[LONG];
    const lab_smoother *from_zero = NULL;
    for (size_t u = 0; u < lab_smoother_count; u++)
        if (lab_line_count(lab_smoothers[u]->lines) == 1 && lab_smoothers[u]->lines[0].from_zero)
            from_zero = lab_smoothers[u];
    CHECK(from_zero != NULL, "no smoother starts its average at 0");
    for (size_t u = 0; u < lab_smoother_count && from_zero; u++) {
        const lab_smoother *unit = lab_smoothers[u];
        for (int i = 1; i <= 4; i++) {
            double params[LAB_MAX_PARAMS] = {unit->decay_param ? 1 - pow(4, -i) / 2 : 3 * i};
            unit->weights(LONG, weights, params);
            const double span = fact_at(unit, unit->span, LONG, params);
            CHECK(fabs(span * weights[LONG - 1] - 1) < 1e-2, "%s spans %g", unit->key, span);
            for (size_t n = 12; n <= 40; n += 7) {
                double sum = 0, plain_sum = 0;
                unit->weights(n, weights, params);
                from_zero->weights(n, plain, params);
                for (size_t k = 0; k < n; k++) sum += weights[k], plain_sum += plain[k];
                const int falls_short = unit == from_zero;
                CHECK(falls_short || fabs(sum - 1) < 1e-12, "%s weighs %g", unit->key, sum);
                if (!unit->known) continue;
                const double known = fact_at(unit, unit->known, (double)n, params);
                CHECK(fabs(known - plain_sum) < 1e-12, "%s knows %g of %zu", unit->key, known, n);
            }
        }
    }
}

static void smoothers(void) {
    uint64_t seed = 23;
    for (size_t u = 0; u < lab_smoother_count; u++) {
        const lab_smoother *unit = lab_smoothers[u];
        lab_names names;
        lab_names_of_smoother(&names, unit);
        if (!compile_unit(unit->key, unit->formula, &names)) continue;
        CHECK(program.line_count == lab_line_count(unit->lines), "%s: lines", unit->key);
        for (int i = 0; i < 40; i++) {
            double params[LAB_MAX_PARAMS], series[64];
            params_of(params, unit->params, &seed);
            for (int k = 0; k < 64; k++) series[k] = 10 * uniform(&seed);
            compare_smoother(unit, params, series, 64);
        }
    }
}

int main(void) {
    return RUN_TESTS(
        {"an objective's formula is what its eval and hessian compute", objectives},
        {"an optimizer's rule is what its step computes", optimizers},
        {"a schedule's formula is what its rate computes", schedules},
        {"a smoother's recursion is what its smooth computes", smoothers},
        {"a smoother's span and sum of weights are those of its weights", smoother_facts});
}
