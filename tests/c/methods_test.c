/* What a method does is what its rule says, once what it searched for is known; and a step that
 * leads nowhere, on hostile landscapes too, ends. */
#include "formula_tests.h"

#include "objectives.h"

enum { STEPS = 15, STARTS = 12, MOST_ASKED = 400 };

/* The state after a step against the rule, which reads what was found as it is after the step and
 * the rest as it was before. */
static void compare_step(const lab_optimizer *unit, const lab_rule *rule, const lab_run_state *was,
                         const lab_run_state *is, size_t dim, double t) {
    double x[2] = {was->x[0], was->x[1]}, slots[LAB_MAX_HELD];
    size_t at = 0;
    for (int k = 0; k < lab_slot_count(unit->slots); k++)
        for (size_t i = 0; i < (unit->slots[k].per_point ? 1 : dim); i++, at++)
            slots[at] = unit->slots[k].found ? is->slots[at] : was->slots[at];
    const lab_site site = {.dim = dim, .lanes = 1, .f = &was->f};
    rule->step(rule, &site, x, was->g, slots, is->lr, t);
    for (size_t i = 0; i < dim; i++)
        CHECK(is_close(x[i], is->x[i], 1e-9, 64), "%s, step %g: %.17g, not %.17g", unit->key, t,
              is->x[i], x[i]);
    for (size_t i = 0; i < at; i++)
        if (strcmp(unit->key, "nelder_mead")) /* its values are kept, no line says so */
            CHECK(is_close(slots[i], is->slots[i], 1e-9, 64), "%s, step %g: slot %zu", unit->key, t,
                  i);
}

static void follow(const lab_optimizer *unit, const lab_objective *landscape, uint64_t *seed) {
    static double columns[LAB_MAX_COLUMNS * (STEPS + 1)];
    double params[LAB_MAX_PARAMS] = {0}, hypers[LAB_MAX_PARAMS] = {0};
    lab_field field;
    lab_rule rule, interpreted;
    for (int k = 0; k < lab_param_count(landscape->params); k++)
        params[k] = landscape->params[k].preset;
    for (int k = 0; k < lab_param_count(unit->hypers); k++) hypers[k] = unit->hypers[k].preset;
    lab_field_init(&field, landscape, params);
    lab_rule_init(&rule, unit, hypers);
    lab_rule_from_program(&interpreted, &program, hypers);
    lab_run_spec spec = {.field = &field, .rule = &rule, .steps = STEPS};
    for (int i = 0; i < landscape->dim; i++) {
        const double *side = &landscape->box[2 * i];
        spec.start[i] = side[0] + uniform(seed) * (side[1] - side[0]);
    }
    lab_run_state state, before;
    lab_run_begin(&state, &spec);
    lab_run_on(&state, columns, &spec, 1);
    for (size_t t = 1; t <= STEPS && !state.has_left; t++) {
        before = state;
        lab_run_on(&state, columns, &spec, t + 1);
        if (!state.has_left)
            compare_step(unit, &interpreted, &before, &state, (size_t)field.dim, (double)t);
    }
    for (int kind = 0; kind < 3; kind++)
        CHECK(state.oracle.counts[kind] <= MOST_ASKED * STEPS, "%s asks too often", unit->key);
}

static void methods(void) {
    uint64_t seed = 23;
    int count = 0;
    for (size_t u = 0; u < lab_optimizer_count; u++) {
        const lab_optimizer *unit = lab_optimizers[u];
        lab_names names;
        if (!unit->is_method) continue;
        count++;
        lab_names_of_optimizer(&names, unit);
        const lab_status status =
            lab_formula_compile(&program, &error, unit->rule, strlen(unit->rule), &names);
        if (!CHECK(status == LAB_OK, "%s: %s", unit->key, unit->rule)) continue;
        for (size_t o = 0; o < lab_objective_count; o++)
            for (int i = 0; i < STARTS; i++) follow(unit, lab_objectives[o], &seed);
    }
    CHECK(count >= 9, "%d methods", count);
}

int main(void) {
    return RUN_TESTS({"a method does what its rule says of what it has found", methods});
}
