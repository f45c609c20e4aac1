/* fuse.c: a step of a map as one loop over its lanes: the rule, f and its gradient at the new
 * point, and whether all is as it was expected there. */
#include "emitter.h"

_Static_assert(LAB_MAP_PAIR == 2, "a pair of lanes has 16 bytes, a vector");

/* Inputs of the rule at one coordinate. */
static void bind(lab_emitter *e, size_t axis) {
    lab_emit_unit *u = &e->units[RULE];
    const lab_map_block *b = &e->map->block;
    const double *slots = b->slots;
    for (int i = 0; i < u->p->input_count; i++) {
        const int kind = u->p->inputs[i].kind, per_point = u->p->inputs[i].per_point;
        const double *row = kind == LAB_STATE    ? b->x
                            : kind == LAB_SLOT   ? slots
                            : kind == LAB_HDIAG  ? b->hdiag[0]
                            : kind == LAB_HSOLVE ? b->hsolve[0]
                                                 : b->g;
        if (kind == LAB_SLOT) slots += (per_point ? 1 : (size_t)e->map->field.dim) * LAB_MAP_LANES;
        u->inputs[i].at = kind == LAB_VALUE ? b->f : row + (per_point ? 0 : axis * LAB_MAP_LANES);
        u->inputs[i].local = 0;
    }
}

/* Adds to the sum of all numbers that must be finite: it is not finite if one of them is not. */
static void count_in(lab_emitter *e, unsigned local) {
    if (e->has_sum) {
        lab_emit_form(e, "ab+", e->sum, local, 0);
        local = lab_emit_set(e, lab_emit_fresh(e));
    }
    e->sum = local;
    e->has_sum = 1;
}

/* A reduction of two lanes. how: the operation, the number of coordinates, and whether a unit asks:
 * units use lab_norm. a: two lanes of each coordinate of the first operand, then of the second; b
 * and c are places in it. */
static void reduce(size_t how, double *restrict d, const double *restrict a,
                   const double *restrict b, const double *restrict c) {
    const lab_op op = how & 255;
    const size_t dim = how >> 8 & 3;
    (void)b, (void)c;
    for (size_t j = 0; j < 2; j++) {
        lab_tally tally;
        for (size_t i = 0; i < dim; i++)
            lab_tally_add(&tally, op, a[2 * i + j], a[4 + 2 * i + j], i == 0);
        d[j] = op == OP_NORM && how >> 16 ? lab_norm(a + j, dim, 2) : lab_tally_result(&tally, op);
    }
}

static void emit_reductions(lab_emitter *e) {
    lab_emit_unit *u = &e->units[RULE];
    const unsigned dim = (unsigned)e->map->field.dim;
    for (int r = 0; r < u->p->reduction_count; r++) {
        const int count = u->p->sections[2 + r].root_count;
        for (unsigned axis = 0; axis < dim; axis++) {
            bind(e, axis);
            lab_emit_section(e, u, 2 + r);
            for (int k = 0; k < count; k++)
                lab_emit_hand(e, 2 * k + (int)axis, lab_emit_root(e, u, 2 + r, k));
        }
        const unsigned is_unit = e->map->rule.program == NULL || e->map->own.modification.on;
        lab_emit_call(e, reduce, u->p->reductions[r] | dim << 8 | is_unit << 16);
        u->inputs[LAB_FORMULA_INPUTS + r].local = lab_emit_set(e, lab_emit_fresh(e));
    }
}

static void emit_rule(lab_emitter *e) {
    lab_emit_unit *u = &e->units[RULE];
    const size_t dim = (size_t)e->map->field.dim;
    emit_reductions(e);
    for (size_t axis = 0; axis < dim; axis++) {
        int k = 0;
        bind(e, axis);
        lab_emit_section(e, u, 0);
        for (int i = 0; i < u->p->input_count; i++) {
            const int kind = u->p->inputs[i].kind;
            if (kind != LAB_STATE && kind != LAB_SLOT) continue;
            const unsigned local = lab_emit_root(e, u, 0, k++);
            if (u->p->inputs[i].per_point && axis + 1 < dim) continue;
            lab_emit_store(e, u->inputs[i].at, local);
            if (kind == LAB_STATE)
                e->x[axis] = local;
            else
                count_in(e, local);
        }
    }
}

/* f or a derivative: a root of a section of a program. */
static unsigned emit_value(lab_emitter *e, int number, int which, int k) {
    lab_emit_unit *u = &e->units[number];
    for (int i = 0; i < u->p->input_count; i++) u->inputs[i].local = e->x[i > 0];
    if (k == 0) lab_emit_section(e, u, which);
    return lab_emit_root(e, u, which, k);
}

static void emit_field(lab_emitter *e) {
    lab_map_block *b = &e->map->block;
    const int dim = e->map->field.dim, has_slopes = e->units[GX].p != NULL;
    e->f = emit_value(e, F, !has_slopes, 0);
    lab_emit_store(e, b->f, e->f);
    count_in(e, e->f);
    for (int i = 0; i < dim; i++) {
        unsigned g = has_slopes ? emit_value(e, GX + i, 0, 0) : emit_value(e, F, 1, 1 + i);
        if (e->map->is_noisy) {
            if (e->map->noise_differs)
                e->noise[i] = lab_emit_load(e, b->own[LAB_MAP_NOISE + i]);
            else if (!e->noise[i])
                e->noise[i] = lab_emit_item(e, NOISE, (unsigned)i);
            lab_emit_form(e, "ab+", g, e->noise[i], 0);
            g = lab_emit_set(e, lab_emit_fresh(e));
        }
        lab_emit_store(e, b->g + i * LAB_MAP_LANES, g);
        count_in(e, g);
    }
}

/* Notes the pair, unless both lanes are where they were expected (lab_map_block.most): 0 times a
 * number that is not finite is NaN, which is within no bounds. */
static void emit_look(lab_emitter *e) {
    const lab_map_block *b = &e->map->block;
    unsigned away = e->sum;
    for (int i = 0; i < e->map->field.dim; i++) {
        const unsigned home = lab_emit_load(e, i ? b->home_y : b->home_x);
        lab_emit_form(e, "ab-", e->x[i], home, 0);
        const unsigned d = lab_emit_set(e, lab_emit_fresh(e));
        lab_emit_form(e, i ? "aa*b+" : "aa*b0*+", d, away, 0);
        away = lab_emit_set(e, lab_emit_fresh(e));
    }
    const unsigned most = lab_emit_load(e, b->most), least = lab_emit_load(e, b->least);
    lab_emit_form(e, "ab{ac>&", away, most, least);
    lab_wasm_simd(e->out, BITMASK);
    /* if it is not 3: *noted = lane; noted = noted + 4 */
    lab_wasm_all(e->out, "\x41\x03\x47\x04\x40\x20\x03\x20\x02\x36\x02", 12);
    lab_wasm_all(e->out, "\x20\x03\x41\x04\x6a\x21\x03\x0b", 8);
}

/* lane = lane + 16; br_if lane < n; end */
static void emit_next(lab_emitter *e) {
    lab_wasm_all(e->out, "\x20\x02\x41\x10\x6a\x22\x02\x20\x00\x49\x0d\x00\x0b", 13);
}

/* Two loops over all lanes, two at a time, one after the other: the rule; then f, its gradient and
 * where they are. In a single one a processor has less at hand to do while it divides. */
void lab_emit_loop(lab_emitter *e) {
    lab_map_block *b = &e->map->block;
    for (int k = 0; k < LAB_MAP_PROGRAMS; k++)
        for (int i = 0; i < LAB_FORMULA_SCALARS; i++)
            if (e->units[k].varies[i]) e->units[k].scalars[i] = 0;
    e->has_sum = 0;
    lab_wasm_const(e->out, lab_emit_address(e->map->code.noted));
    /* set noted; n = 8 * n; loop */
    lab_wasm_all(e->out, "\x21\x03\x20\x00\x41\x03\x74\x21\x00\x03\x40", 11);
    emit_rule(e);
    /* The sum stands where f will be. */
    if (e->has_sum) lab_emit_store(e, b->f, e->sum);
    emit_next(e);
    lab_wasm_all(e->out, "\x41\x00\x21\x02\x03\x40", 6); /* lane = 0; loop */
    for (int i = 0; i < e->map->field.dim; i++)
        e->x[i] = lab_emit_load(e, b->x + i * LAB_MAP_LANES);
    if (e->has_sum) e->sum = lab_emit_load(e, b->f);
    emit_field(e);
    emit_look(e);
    emit_next(e);
    lab_emit_get(e, NOTED);
}
