/* names.c: what the formulas of each kind of unit may name. */
#include "machine.h"

static void name(lab_names *out, const char *key, lab_input_kind kind) {
    out->list[out->count].key = key;
    out->list[out->count].kind = kind;
    out->list[out->count++].init = NULL;
}

static void params(lab_names *out, const lab_param *list, int from, int count) {
    for (int i = from; i < count; i++) name(out, list[i].key, LAB_HYPER);
}

void lab_names_of_objective(lab_names *out, const lab_objective *unit) {
    *out = (lab_names){.mode = LAB_EXPRESSION, .coordinates = unit ? unit->dim : 2};
    name(out, "x", LAB_LANE);
    if (out->coordinates == 2) name(out, "y", LAB_LANE);
    if (unit) params(out, unit->params, 0, unit->param_count);
}

void lab_names_of_optimizer(lab_names *out, const lab_optimizer *unit) {
    *out = (lab_names){.mode = LAB_RULE, .open = !unit};
    name(out, "x", LAB_STATE);
    name(out, "g", LAB_LANE);
    name(out, "t", LAB_UNIFORM);
    name(out, "lr", LAB_UNIFORM);
    if (!unit) return;
    params(out, unit->hypers, 1, unit->hyper_count);
    for (int k = 0; k < unit->slot_count; k++) {
        name(out, unit->slots[k].key, LAB_SLOT);
        out->list[out->count - 1].init = unit->slots[k].init;
    }
}

void lab_names_of_fact(lab_names *out, const lab_optimizer *unit) {
    *out = (lab_names){.mode = LAB_EXPRESSION};
    name(out, "t", LAB_LANE);
    name(out, "lr", LAB_LANE);
    params(out, unit->hypers, 1, unit->hyper_count);
    for (int k = 0; k < unit->slot_count; k++) name(out, unit->slots[k].key, LAB_LANE);
}

void lab_names_of_schedule(lab_names *out, const lab_schedule *unit) {
    *out = (lab_names){.mode = unit->observe ? LAB_RULE : LAB_EXPRESSION};
    name(out, "s", LAB_LANE);
    name(out, "steps", LAB_UNIFORM);
    name(out, "lr0", LAB_UNIFORM);
    params(out, unit->params, 0, unit->param_count);
    if (unit->observe) name(out, "f", LAB_LANE);
}

void lab_names_of_smoother(lab_names *out, const lab_smoother *unit) {
    *out = (lab_names){.mode = LAB_RULE};
    name(out, "s", LAB_LANE);
    name(out, "t", LAB_UNIFORM);
    name(out, "sum", LAB_LANE);
    params(out, unit->params, 0, unit->param_count);
}
