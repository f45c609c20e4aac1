/* wrong.c: a run as it is taken with a mistake. */
#include "mistakes.h"

#include <string.h>

/* The program of a rule: the user's, or that of the unit's formula, compiled into `room`. */
static const lab_program *program_of_rule(lab_program *room, const lab_rule *rule) {
    lab_names names;
    lab_formula_error error;
    if (rule->program) return rule->program;
    if (rule->unit->is_method) return NULL; /* its formula reads what its search has found */
    lab_names_of_optimizer(&names, rule->unit);
    const char *text = rule->unit->rule;
    return lab_formula_compile(room, &error, text, strlen(text), &names) ? NULL : room;
}

/* The same of a landscape; NULL for data, which have no formula. */
static const lab_program *program_of_field(lab_program *room, const lab_field *field) {
    lab_names names;
    lab_formula_error error;
    if (field->program || !field->unit) return field->program;
    lab_names_of_objective(&names, field->unit);
    const char *text = field->unit->formula;
    return lab_formula_compile(room, &error, text, strlen(text), &names) ? NULL : room;
}

static int is_constant(const lab_run_spec *spec) {
    const lab_schedule *schedule = spec->schedule;
    const double lr0 = spec->rule->hypers[0], steps = (double)spec->steps;
    if (!schedule || schedule->observe) return 1;
    for (size_t s = 0; s < spec->steps; s++)
        if (schedule->rate((double)s, steps, lr0, spec->schedule_params) != lr0) return 0;
    return 1;
}

/* Whether taking the run otherwise makes a difference. */
static int may_differ(const lab_run_spec *spec, lab_alteration change) {
    if (change == LAB_IN_TURN) return spec->field->dim == 2;
    if (change == LAB_RATE_EARLY || change == LAB_RATE_LATE) return !is_constant(spec);
    return 1;
}

static lab_status init_rule(lab_wrong_run *out, const lab_rule *right, size_t k, unsigned place) {
    lab_program room;
    const lab_program *program = program_of_rule(&room, right);
    if (!program || lab_mistake_rule(&out->program, program, k, place)) return LAB_NO_SUCH_MISTAKE;
    lab_rule_from_program(&out->rule, &out->program, right->hypers);
    out->spec.rule = &out->rule;
    out->is_rule = 1;
    return LAB_OK;
}

static lab_status init_field(lab_wrong_run *out, const lab_field *right, size_t k, unsigned place) {
    lab_program room;
    const lab_program *program = program_of_field(&room, right);
    if (!program || lab_mistake_field(&out->program, program, k, place)) return LAB_NO_SUCH_MISTAKE;
    lab_field_from_program(&out->field, &out->program, right->params);
    out->field.t = right->t;
    out->spec.field = &out->field;
    return LAB_OK;
}

lab_status lab_wrong_run_init(lab_wrong_run *out, const lab_run_spec *right, size_t k,
                              unsigned place) {
    if (k >= lab_mistake_count) return LAB_NO_SUCH_MISTAKE;
    const lab_mistake *mistake = &lab_mistakes[k];
    out->spec = *right;
    out->change = LAB_NO_CHANGE;
    out->is_rule = 0;
    out->key = place && mistake->one ? mistake->one : mistake->key;
    if (mistake->change < LAB_DERIVATIVE) return init_rule(out, right->rule, k, place);
    if (mistake->change == LAB_DERIVATIVE) return init_field(out, right->field, k, place);
    out->change = mistake->change;
    return place || !may_differ(right, mistake->change) ? LAB_NO_SUCH_MISTAKE : LAB_OK;
}
