/* rule.c: a built-in optimizer as an update rule, and the slots of any rule. */
#include "lab.h"

#include <string.h>

int lab_param_count(const lab_param *params) {
    int count = 0;
    while (count < LAB_MAX_PARAMS && params[count].key) count++;
    return count;
}

int lab_slot_count(const lab_slot *slots) {
    int count = 0;
    while (count < LAB_MAX_SLOTS && slots[count].key) count++;
    return count;
}

int lab_line_count(const lab_line *lines) {
    int count = 0;
    while (count < LAB_MAX_LINES && lines[count].key) count++;
    return count;
}

static void step_unit(const lab_rule *rule, const lab_site *at, double *x, const double *g,
                      double *slots, double lr, double t) {
    double hypers[LAB_MAX_PARAMS];
    memcpy(hypers, rule->hypers, sizeof hypers);
    hypers[0] = lr;
    rule->unit->step(at, x, g, slots, hypers, t);
}

/* 1 + the place of the hyper called `key`, or 0. */
static int hyper_place(const lab_optimizer *unit, const char *key) {
    for (int i = 0; key && i < lab_param_count(unit->hypers); i++)
        if (!strcmp(unit->hypers[i].key, key)) return i + 1;
    return 0;
}

static int is_of_a_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

int lab_has_word(const char *text, size_t length, const char *word) {
    const size_t size = strlen(word);
    for (size_t i = 0; i + size <= length; i++)
        if (!memcmp(text + i, word, size) && !(i && is_of_a_word(text[i - 1])) &&
            !(i + size < length && is_of_a_word(text[i + size])))
            return 1;
    return 0;
}

void lab_rule_init(lab_rule *rule, const lab_optimizer *unit, const double *hypers) {
    *rule = (lab_rule){
        .step = step_unit, .unit = unit, .is_curved = unit->cost.h > 0 && !unit->is_method};
    rule->is_timed =
        unit->is_method || !unit->rule || lab_has_word(unit->rule, strlen(unit->rule), "t");
    rule->slot_count = lab_slot_count(unit->slots);
    memcpy(rule->hypers, hypers, (size_t)lab_param_count(unit->hypers) * sizeof *hypers);
    for (int k = 0; k < rule->slot_count; k++) {
        const lab_slot *slot = &unit->slots[k];
        const int hyper = rule->slots[k].hyper = hyper_place(unit, slot->init);
        rule->slots[k].init = hyper ? hypers[hyper - 1] : 0;
        rule->slots[k].from_x = slot->init && !strcmp(slot->init, "x");
        rule->slots[k].per_point = slot->per_point;
    }
}

static size_t slot_size(const lab_rule *rule, int k, size_t dim, size_t lanes) {
    return rule->slots[k].per_point ? lanes : dim * lanes;
}

size_t lab_rule_slots(const lab_rule *rule, size_t dim, size_t lanes) {
    size_t size = 0;
    for (int k = 0; k < rule->slot_count; k++) size += slot_size(rule, k, dim, lanes);
    return size + (rule->unit ? (size_t)rule->unit->memory * lanes : 0);
}

void lab_rule_start(const lab_rule *rule, double *slots, const double *x, size_t dim,
                    size_t lanes) {
    for (int k = 0; k < rule->slot_count; k++) {
        const size_t size = slot_size(rule, k, dim, lanes);
        for (size_t i = 0; i < size; i++)
            slots[i] = rule->slots[k].from_x ? x[i] : rule->slots[k].init;
        slots += size;
    }
    for (int i = 0; rule->unit && i < rule->unit->memory; i++) slots[i] = 0;
}
