/* share.c: the programs of a map, which of their numbers differ by lane, and the others, which are
 * worked out once a step. */
#include "emitter.h"

#include <string.h>

/* ---- Programs -------------------------------------------------------------------------------- */

static const lab_program *compiled(lab_program *room, const char *text, size_t length,
                                   const lab_names *names) {
    lab_formula_error error;
    return lab_formula_compile(room, &error, text, length, names) ? NULL : room;
}

static const lab_program *slope(lab_program *room, const char *text, const lab_names *names) {
    return text ? compiled(room, text, strlen(text), names) : NULL;
}

/* A rule with the lines of the active modifiers before its own. NULL if a user's rule has a name
 * that a modifier needs. */
static const lab_program *modified(lab_program *room, const lab_map *m, const char *text,
                                   size_t length, lab_names *names) {
    char whole[2 * LAB_FORMULA_SOURCE];
    size_t size = 0;
    const unsigned on = m->own.modification.on;
    if (on & LAB_OF_GRADIENT && m->rule.is_curved) return NULL;
    for (int k = 0; k < LAB_MODIFIER_COUNT; k++) {
        const lab_modifier *by = &lab_modifiers[k];
        if (!(on >> k & 1)) continue;
        if (names->count == LAB_FORMULA_INPUTS || lab_has_word(text, length, by->param.key) ||
            (m->rule.program && lab_has_word(text, length, "norm")))
            return NULL;
        names->list[names->count++].key = by->param.key;
        names->list[names->count - 1].kind = LAB_UNIFORM;
        names->words |= LAB_WORD_REDUCTIONS;
        memcpy(whole + size, by->line, strlen(by->line));
        size += strlen(by->line);
        whole[size++] = '\n';
    }
    memcpy(whole + size, text, length);
    return compiled(room, whole, size + length, names);
}

/* The programs of a map's units, or of the user's texts; returns whether there are any. */
static int find_programs(const lab_program **p, const lab_map *m, lab_program *room) {
    const lab_objective *field = m->field.unit;
    const lab_optimizer *rule = m->rule.unit;
    lab_names names;
    p[F] = m->field.program, p[RULE] = m->rule.program;
    if (field) {
        lab_names_of_objective(&names, field);
        p[F] = compiled(&room[F], field->formula, strlen(field->formula), &names);
        for (int i = 0; i < 2; i++) p[GX + i] = slope(&room[GX + i], field->slope[i], &names);
    }
    if (rule && rule->is_method) return 0; /* its rule reads what its search has found */
    if (rule) {
        lab_names_of_optimizer(&names, rule);
        p[RULE] = modified(&room[RULE], m, rule->rule, strlen(rule->rule), &names);
    } else if (m->own.modification.on) {
        lab_names_of_program(&names, p[RULE]);
        p[RULE] = modified(&room[RULE], m, p[RULE]->source, p[RULE]->length, &names);
    }
    return p[F] && p[RULE];
}

/* ---- What lanes share ------------------------------------------------------------------------ */

/* Hands a program the numbers that it reads in a step. lr and modifiers: of a rule. */
static void hand_numbers(const double **in, const lab_program *p, const double *hypers,
                         const double *t, const double *lr, const lab_modification *by) {
    int modifier = 0;
    for (int i = 0; i < p->input_count; i++) {
        const int kind = p->inputs[i].kind;
        in[i] = NULL;
        if (kind == LAB_HYPER) in[i] = hypers++;
        if (kind == LAB_STEP) in[i] = t;
        if (kind != LAB_UNIFORM) continue;
        while (i > 3 && !(by->on >> modifier & 1)) modifier++;
        in[i] = i == 2 ? t : i == 3 ? lr : &by->values[modifier++];
    }
}

static void share(const lab_map *m, double *out, double lr) {
    const lab_map_code *code = &m->code;
    double scalars[LAB_MAP_PROGRAMS + 1][LAB_FORMULA_SCALARS];
    const double t = (double)m->block.t, next = t + 1, *in[LAB_FORMULA_INPUTS];
    for (int k = 0; k < LAB_MAP_PROGRAMS; k++) {
        if (!code->programs[k]) continue;
        if (k == RULE)
            hand_numbers(in, code->programs[k], m->block.now.rule.hypers + 1, &t, &lr,
                         &m->own.modification);
        else
            hand_numbers(in, code->programs[k], m->field.params, &next, NULL, NULL);
        lab_formula_scalars(code->programs[k], scalars[k], in);
    }
    lab_normal(scalars[NOISE], m->own.seed, (uint32_t)m->block.t, 0);
    for (int i = 0; i < 2; i++) scalars[NOISE][i] *= m->own.sigma;
    for (size_t i = 0; i < code->shared_count; i++)
        out[i] = scalars[code->shared[i].program][code->shared[i].scalar];
}

/* The side of the map along which an input of a program differs, or -1. number: of hypers,
 * parameters or modifiers. */
static int side_of(const lab_map *m, lab_map_what what, int number) {
    for (int i = 0; i < 2; i++)
        if (m->spec.axes[i].what == what && m->spec.axes[i].index == number) return i;
    return -1;
}

/* Which numbers of a program differ by lane. */
static void find_varying(lab_emitter *e, int number) {
    lab_emit_unit *u = &e->units[number];
    const lab_map *m = e->map;
    int hyper = number == RULE, modifier = 0;
    for (int i = 0; i < u->p->input_count; i++) {
        int side = -1;
        if (u->p->inputs[i].kind == LAB_HYPER)
            side = side_of(m, number == RULE ? LAB_MAP_HYPER : LAB_MAP_PARAM, hyper++);
        if (u->p->inputs[i].kind == LAB_UNIFORM && i > 3) {
            while (!(m->own.modification.on >> modifier & 1)) modifier++;
            side = side_of(m, LAB_MAP_MODIFIER, modifier++);
        }
        if (number == RULE && i == 3 && m->rates_differ) side = LAB_MAP_RATE;
        if (side >= 0) u->varies[i] = 1, u->at[i] = m->block.own[side];
    }
    for (int i = 0; i < u->p->setup_count; i++) {
        const lab_instruction *s = &u->p->setup[i];
        const lab_ref refs[] = {s->a, s->b, s->c};
        for (int k = 0; k < 3; k++)
            if (refs[k] != REF_NONE && u->varies[refs[k] & ~REF_CLASS])
                u->varies[s->dst & ~REF_CLASS] = 1;
    }
}

size_t lab_emit_map(uint8_t *to, size_t capacity, lab_map *m, lab_program *room) {
    lab_map_code *code = &m->code;
    lab_bytes out = {.to = to, .capacity = capacity};
    lab_emitter e;
    memset(&e, 0, sizeof e);
    memset(code, 0, sizeof *code);
    e.out = &out;
    e.map = m;
    lab_map_ready(m);
    for (int i = 0; i < 2; i++)
        if (m->spec.axes[i].what == LAB_MAP_MODIFIER)
            m->own.modification.on |= 1u << m->spec.axes[i].index;
    if (!find_programs(code->programs, m, room)) return 0;
    code->share = share;
    for (int k = 0; k < LAB_MAP_PROGRAMS; k++) {
        e.units[k].p = code->programs[k];
        if (e.units[k].p) find_varying(&e, k);
    }
    lab_emit_module(&e);
    return out.length > out.capacity ? 0 : out.length;
}
