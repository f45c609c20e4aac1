/* names.c: what the formulas of each kind of unit may name. */
#include "machine.h"

#include <string.h>

static const lab_word words[] = {{"f", LAB_WORD_F, LAB_VALUE},
                                 {"hdiag", LAB_WORD_HDIAG, LAB_HDIAG},
                                 {"hsolve", LAB_WORD_HSOLVE, LAB_HSOLVE},
                                 {"t", LAB_WORD_T, LAB_STEP}};

enum { WORD_COUNT = sizeof words / sizeof *words };

const lab_word *lab_find_word(const lab_names *names, const char *text, size_t length) {
    for (const lab_word *word = words; word < words + WORD_COUNT; word++)
        if (names->words & word->bit && lab_same(text, length, word->key)) return word;
    return NULL;
}

void lab_names_of_user(lab_names *names, int version, const char *supplied) {
    if (version < 2) names->words = 0;
    while (*supplied) {
        const size_t length = strcspn(supplied, " ");
        const lab_word *word = lab_find_word(names, supplied, length);
        if (word) names->words &= ~word->bit;
        supplied += length + (supplied[length] == ' ');
    }
}

static void name(lab_names *out, const char *key, lab_input_kind kind) {
    out->list[out->count].key = key;
    out->list[out->count].kind = kind;
    out->list[out->count++].init = NULL;
}

static void params(lab_names *out, const lab_param *list, int from) {
    for (int i = from; i < lab_param_count(list); i++) name(out, list[i].key, LAB_HYPER);
}

void lab_names_of_objective(lab_names *out, const lab_objective *unit) {
    *out = (lab_names){.mode = LAB_EXPRESSION, .coordinates = unit ? unit->dim : 2};
    if (!unit) out->words = LAB_WORD_T;
    name(out, "x", LAB_LANE);
    if (out->coordinates == 2) name(out, "y", LAB_LANE);
    if (unit) params(out, unit->params, 0);
}

void lab_names_of_optimizer(lab_names *out, const lab_optimizer *unit) {
    *out = (lab_names){.mode = LAB_RULE, .open = !unit};
    out->words = LAB_WORD_F | LAB_WORD_HDIAG | LAB_WORD_HSOLVE | LAB_WORD_REDUCTIONS;
    name(out, "x", LAB_STATE);
    name(out, "g", LAB_LANE);
    name(out, "t", LAB_UNIFORM);
    name(out, "lr", LAB_UNIFORM);
    if (!unit) return;
    params(out, unit->hypers, 1);
    for (int k = 0; k < lab_slot_count(unit->slots); k++) {
        name(out, unit->slots[k].key, LAB_SLOT);
        out->list[out->count - 1].init = unit->slots[k].init;
        out->list[out->count - 1].per_point = unit->slots[k].per_point;
    }
}

void lab_names_of_optimizer_fact(lab_names *out, const lab_optimizer *unit) {
    *out = (lab_names){.mode = LAB_EXPRESSION};
    name(out, "t", LAB_LANE);
    name(out, "lr", LAB_LANE);
    params(out, unit->hypers, 1);
    for (int k = 0; k < lab_slot_count(unit->slots); k++) name(out, unit->slots[k].key, LAB_LANE);
}

void lab_names_of_schedule(lab_names *out, const lab_schedule *unit) {
    *out = (lab_names){.mode = unit->observe ? LAB_RULE : LAB_EXPRESSION};
    name(out, "s", LAB_LANE);
    name(out, "steps", LAB_UNIFORM);
    name(out, "lr0", LAB_UNIFORM);
    params(out, unit->params, 0);
    if (unit->observe) name(out, "f", LAB_LANE);
}

void lab_names_of_smoother(lab_names *out, const lab_smoother *unit) {
    *out = (lab_names){.mode = LAB_RULE};
    name(out, "s", LAB_LANE);
    name(out, "t", LAB_UNIFORM);
    name(out, "sum", LAB_LANE);
    params(out, unit->params, 0);
}

void lab_names_of_smoother_fact(lab_names *out, const lab_smoother *unit) {
    *out = (lab_names){.mode = LAB_EXPRESSION};
    name(out, "t", LAB_LANE);
    params(out, unit->params, 0);
}

void lab_names_of_program(lab_names *out, const lab_program *p) {
    *out = (lab_names){.mode = p->mode, .count = p->input_count};
    for (int i = 0; p->mode == LAB_EXPRESSION && i < 2; i++)
        out->coordinates += i < p->input_count && p->inputs[i].kind == LAB_LANE;
    if (p->reduction_count) out->words = LAB_WORD_REDUCTIONS;
    for (int i = 0; i < p->input_count; i++) {
        const int from = p->inputs[i].init_input;
        out->list[i].key = p->inputs[i].key;
        out->list[i].kind = p->inputs[i].kind;
        out->list[i].per_point = p->inputs[i].per_point;
        out->list[i].init = from < 0 ? NULL : p->inputs[from].key;
    }
}
