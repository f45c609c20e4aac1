/* catalog.c: every record as JSON. All that JavaScript knows about units comes from here. */
#include "json.h"
#include "map.h"
#include "registry.h"

COLD void param(writer *w, const lab_param *p) {
    static const char *const scales[] = {[LAB_LINEAR] = "linear",
                                         [LAB_LOG] = "log",
                                         [LAB_INTEGER] = "integer",
                                         [LAB_SWITCH] = "switch"};
    const int whole = p->from == 0 && p->to == 0;
    text_of(w, "key", p->key);
    text_of(w, "symbol", p->symbol ? p->symbol : p->key);
    text_of(w, "label", p->label);
    number_of(w, "min", p->min);
    number_of(w, "max", p->max);
    number_of(w, "preset", p->preset);
    text_of(w, "scale", scales[p->scale]);
    number_of(w, "from", whole ? p->min : p->from);
    number_of(w, "to", whole ? p->max : p->to);
    integer_of(w, "since", p->since ? p->since : 1);
}

COLD void params(writer *w, const char *key, const lab_param *list) {
    name(w, key);
    put(w, '[');
    for (const lab_param *p = list; p < list + lab_param_count(list); p++) {
        raw(w, p > list ? ",{" : "{");
        param(w, p);
        put(w, '}');
    }
    put(w, ']');
}

COLD void objective(writer *w, const lab_objective *unit) {
    text_of(w, "key", unit->key);
    text_of(w, "name", unit->name);
    text_of(w, "formula", unit->formula);
    text_of(w, "note", unit->note);
    integer_of(w, "order", unit->order);
    integer_of(w, "dim", unit->dim);
    integer_of(w, "quadratic", unit->quadratic);
    integer_of(w, "lowestKnown", unit->lowest_known);
    name(w, "box");
    numbers(w, unit->box, 2 * unit->dim);
    name(w, "starts");
    put(w, '[');
    for (int i = 0; i < unit->start_count; i++) {
        if (i) put(w, ',');
        numbers(w, unit->starts[i], unit->dim);
    }
    put(w, ']');
    name(w, "kinks");
    numbers(w, unit->kinks, unit->kink_count);
    params(w, "params", unit->params);
}

COLD void slots(writer *w, const lab_optimizer *unit) {
    name(w, "slots");
    put(w, '[');
    for (const lab_slot *s = unit->slots; s < unit->slots + lab_slot_count(unit->slots); s++) {
        raw(w, s > unit->slots ? ",{" : "{");
        text_of(w, "key", s->key);
        text_of(w, "symbol", s->symbol ? s->symbol : s->key);
        text_of(w, "init", s->init);
        integer_of(w, "perPoint", s->per_point);
        text_of(w, "found", s->found);
        put(w, '}');
    }
    put(w, ']');
}

COLD void cost(writer *w, const lab_cost *c) {
    name(w, "cost");
    put(w, '{');
    integer_of(w, "f", c->f);
    integer_of(w, "g", c->f || c->g || c->h ? c->g : 1);
    integer_of(w, "h", c->h);
    put(w, '}');
}

static const char *const groups[LAB_GROUP_COUNT] = {[LAB_LECTURE] = "lecture",
                                                    [LAB_PYTORCH] = "pytorch",
                                                    [LAB_MODERN] = "modern",
                                                    [LAB_WHOLE_VECTOR] = "whole_vector",
                                                    [LAB_CLASSIC] = "classic"};

COLD void modifier(writer *w, const lab_modifier *m) {
    text_of(w, "name", m->name);
    text_of(w, "line", m->line);
    text_of(w, "note", m->note);
    param(w, &m->param);
}

/* The keys of the modifiers that bits stand for. */
COLD void modifiers_of(writer *w, const char *key, unsigned bits) {
    const char *keys[LAB_MODIFIER_COUNT];
    size_t count = 0;
    for (int k = 0; k < LAB_MODIFIER_COUNT; k++)
        if (bits & 1u << k) keys[count++] = lab_modifiers[k].param.key;
    words(w, key, keys, count);
}

COLD void optimizer(writer *w, const lab_optimizer *unit) {
    text_of(w, "key", unit->key);
    text_of(w, "name", unit->name);
    text_of(w, "aliases", unit->aliases ? unit->aliases : "");
    text_of(w, "kind", unit->is_method ? "method" : "rule");
    text_of(w, "group", groups[unit->group]);
    number_of(w, "since", unit->since ? unit->since : 1);
    text_of(w, "family", unit->family ? unit->family : unit->key);
    cost(w, &unit->cost);
    text_of(w, "paper", unit->paper);
    integer_of(w, "year", unit->year);
    text_of(w, "rule", unit->rule);
    text_of(w, "effective", unit->effective);
    text_of(w, "stable", unit->stable);
    text_of(w, "note", unit->note);
    integer_of(w, "order", unit->order);
    modifiers_of(w, "refuses", (unsigned)unit->refuses);
    params(w, "hypers", unit->hypers);
    slots(w, unit);
}

/* The fields that schedules and smoothers have in common. */
#define PLAIN(unit)                                                               \
    text_of(w, "key", (unit)->key), text_of(w, "name", (unit)->name),             \
        text_of(w, "formula", (unit)->formula), text_of(w, "note", (unit)->note), \
        integer_of(w, "order", (unit)->order), params(w, "params", (unit)->params)

COLD void schedule(writer *w, const lab_schedule *unit) {
    PLAIN(unit);
    integer_of(w, "observes", unit->observe != NULL);
}

COLD void smoother(writer *w, const lab_smoother *unit) {
    PLAIN(unit);
    name(w, "lines");
    put(w, '[');
    for (const lab_line *l = unit->lines; l < unit->lines + lab_line_count(unit->lines); l++) {
        raw(w, l > unit->lines ? ",{" : "{");
        text_of(w, "key", l->key);
        text_of(w, "symbol", l->symbol ? l->symbol : l->key);
        integer_of(w, "fromZero", l->from_zero);
        put(w, '}');
    }
    put(w, ']');
    text_of(w, "windowParam", unit->window_param);
    text_of(w, "decayParam", unit->decay_param);
    text_of(w, "span", unit->span);
    text_of(w, "known", unit->known);
}

COLD void format(writer *w, const lab_format_info *info) {
    text_of(w, "key", info->key);
    integer_of(w, "digits", info->digits);
    number_of(w, "lowest", info->lowest);
    number_of(w, "largest", info->largest);
}

COLD void limits(writer *w) {
    name(w, "limits");
    put(w, '{');
    integer_of(w, "steps", LAB_MAX_STEPS);
    integer_of(w, "runs", LAB_MAX_RUNS);
    integer_of(w, "series", LAB_MAX_SERIES);
    integer_of(w, "data", LAB_MAX_DATA);
    integer_of(w, "params", LAB_MAX_PARAMS);
    integer_of(w, "slots", LAB_MAX_SLOTS);
    integer_of(w, "points", LAB_MAX_POINTS);
    integer_of(w, "columns", LAB_MAX_COLUMNS);
    integer_of(w, "changes", LAB_MAX_CHANGES);
    integer_of(w, "side", LAB_MAX_SIDE);
    put(w, '}');
}

size_t lab_catalog(char *out, size_t capacity) {
    static const char *const kinds[LAB_KIND_COUNT] = {
        [LAB_MOVING] = "moving",         [LAB_CONVERGED] = "converged",
        [LAB_CONVERGING] = "converging", [LAB_OSCILLATING] = "oscillating",
        [LAB_DIVERGING] = "diverging",   [LAB_CRAWLING] = "crawling",
        [LAB_STALLED] = "stalled",       [LAB_LEFT] = "left"};
    static const char *const remarks[LAB_REMARK_COUNT] = {[LAB_NO_REMARK] = "",
                                                          [LAB_FROM_START] = "from_start",
                                                          [LAB_NEARS_NONE] = "nears_none",
                                                          [LAB_BOTTOMLESS] = "bottomless",
                                                          [LAB_HIGHER] = "higher",
                                                          [LAB_HARDLY] = "hardly",
                                                          [LAB_HELD] = "held",
                                                          [LAB_SHIFTS] = "shifts"};
#define WORD(field, word) word,
    static const char *const report[] = {LAB_DIAGNOSIS(WORD)};
    static const char *const columns[LAB_COLUMN_KIND_COUNT] = {
        [LAB_COLUMN_COORDINATE] = "coordinate",
        [LAB_COLUMN_F] = "f",
        [LAB_COLUMN_GRADIENT] = "gradient",
        [LAB_COLUMN_NORM] = "norm",
        [LAB_COLUMN_RATE] = "rate",
        [LAB_COLUMN_SLOT] = "slot",
        [LAB_COLUMN_UPDATE] = "update",
        [LAB_COLUMN_BATCH_LOSS] = "batch_loss",
        [LAB_COLUMN_EVALS_F] = "evals_f",
        [LAB_COLUMN_EVALS_G] = "evals_g",
        [LAB_COLUMN_EVALS_H] = "evals_h",
        [LAB_COLUMN_EFFECTIVE] = "effective"};
    static const char *const families[LAB_FAMILY_COUNT] = {[LAB_OBJECTIVES] = "objectives",
                                                           [LAB_OPTIMIZERS] = "optimizers",
                                                           [LAB_SCHEDULES] = "schedules",
                                                           [LAB_SMOOTHERS] = "smoothers"};
    static const char *const facts[LAB_FACT_COUNT] = {[LAB_EFFECTIVE] = "effective",
                                                      [LAB_STABLE] = "stable",
                                                      [LAB_SPAN] = "span",
                                                      [LAB_KNOWN] = "known"};
    static const char *const point_kinds[] = {[LAB_MINIMUM] = "minimum",
                                              [LAB_GLOBAL_MINIMUM] = "global_minimum",
                                              [LAB_MAXIMUM] = "maximum",
                                              [LAB_SADDLE] = "saddle",
                                              [LAB_INFLECTION] = "inflection"};
    writer writing = {out, capacity, 0}, *w = &writing;
    put(w, '{');
    limits(w);
    words(w, "families", families, LAB_FAMILY_COUNT);
    words(w, "facts", facts, LAB_FACT_COUNT);
    words(w, "kinds", kinds, LAB_KIND_COUNT);
    words(w, "remarks", remarks, LAB_REMARK_COUNT);
    words(w, "columnKinds", columns, LAB_COLUMN_KIND_COUNT);
    words(w, "report", report, sizeof report / sizeof *report);
    words(w, "groups", groups, LAB_GROUP_COUNT);
    words(w, "pointKinds", point_kinds, sizeof point_kinds / sizeof *point_kinds);
#define TABLE(key, table, count, write)  \
    name(w, key);                        \
    put(w, '[');                         \
    for (size_t i = 0; i < count; i++) { \
        raw(w, i ? ",{" : "{");          \
        write(w, table[i]);              \
        put(w, '}');                     \
    }                                    \
    put(w, ']')
    TABLE(families[LAB_OBJECTIVES], lab_objectives, lab_objective_count, objective);
    TABLE(families[LAB_OPTIMIZERS], lab_optimizers, lab_optimizer_count, optimizer);
    TABLE(families[LAB_SCHEDULES], lab_schedules, lab_schedule_count, schedule);
    TABLE(families[LAB_SMOOTHERS], lab_smoothers, lab_smoother_count, smoother);
    TABLE("modifiers", &lab_modifiers, LAB_MODIFIER_COUNT, modifier);
    TABLE("formats", &lab_formats, LAB_FORMAT_COUNT, format);
#undef TABLE
    put(w, '}');
    return w->length;
}
