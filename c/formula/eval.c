/* eval.c: runs a section over blocks of lanes, one call of a kernel per instruction and block, so
 * that the cost of choosing the kernel is shared by all lanes of the block. A block is never more
 * than one coordinate of several points, or several coordinates of the only point. */
#include "machine.h"

#include <string.h>

enum {
    /* the most lanes of a block: 1 KB for each register, so that a block fits the first cache */
    LANES = 128,
    FILE_SIZE = 32 * LANES, /* a program with more registers gets shorter blocks */
    PLACES = LAB_FORMULA_INPUTS + LAB_FORMULA_REDUCTIONS
};

typedef struct frame {
    const lab_program *program;
    size_t stride;                  /* lanes of a block, at most, and doubles per register */
    double *registers;              /* where they begin in `file` */
    const double *at[PLACES];       /* the block's part of each input and reduction */
    double *out[LAB_FORMULA_LINES]; /* the block's part of each output */
    lab_format format;              /* of every result */
    uint32_t step;                  /* t, for rounding at random */
    double scalars[LAB_FORMULA_SCALARS];
    double file[FILE_SIZE];
} frame;

static const double *operand(const frame *f, lab_ref ref) {
    const unsigned k = ref & ~(unsigned)REF_CLASS;
    switch (ref & REF_CLASS) {
    case REF_NODE:
        return f->registers + k * f->stride;
    case REF_INPUT:
        return f->at[k];
    case REF_SCALAR:
        return f->scalars + k;
    default:
        return ref == REF_NONE ? NULL : f->out[k];
    }
}

static void round_results(const frame *f, size_t n, double *results) {
    const lab_rounding *by = &f->program->rounding;
    if (by->is_random)
        lab_round_at_random(results, n, f->format, by->seed, f->step);
    else
        lab_round(results, n, f->format);
}

/* An operand with the digits of the program's format: what comes from outside may have more. */
static const double *rounded(const frame *f, lab_ref ref, size_t n, double *room) {
    const double *from = operand(f, ref);
    if (!from || (ref & REF_CLASS) != REF_INPUT) return from;
    lab_round(memcpy(room, from, n * sizeof *room), n, f->format);
    return room;
}

/* Two operations in one instruction are rounded one after the other. */
static void call_rounded(const frame *f, const lab_instruction *i, size_t n, double *dst) {
    double room[4][LANES], *product = room[3];
    const double *a = rounded(f, i->a, n, room[0]), *b = rounded(f, i->b, n, room[1]);
    const double *c = rounded(f, i->c, n, room[2]);
    lab_op op = (lab_op)i->op;
    if (op == OP_MUL_ADD || op == OP_SUB_MUL || op == OP_SCALE_ADD) {
        lab_kernels[op == OP_SCALE_ADD ? OP_MUL_SCALAR : OP_MUL](n, product, a, b, NULL);
        round_results(f, n, product);
        a = op == OP_SUB_MUL ? c : product;
        b = op == OP_SUB_MUL ? product : c;
        op = op == OP_SUB_MUL ? OP_SUB : OP_ADD;
    }
    lab_kernels[op](n, dst, a, b, c);
    round_results(f, n, dst);
}

static void call(const frame *f, const lab_instruction *i, size_t n, double *dst) {
    if (f->format)
        call_rounded(f, i, n, dst);
    else
        lab_kernels[i->op](n, dst, operand(f, i->a), operand(f, i->b), operand(f, i->c));
}

/* Prepares the sections from ... to - 1, with room for `rows` rows before the registers. */
static void set_up(frame *f, const lab_program *p, int from, int to, unsigned rows,
                   const double *const *in) {
    unsigned places = rows, setup = 0;
    for (const lab_section *s = p->sections + from; s < p->sections + to; s++) {
        const unsigned wanted = rows + s->registers + s->root_count;
        if (wanted > places) places = wanted;
        if (s->setup_to > setup) setup = s->setup_to;
    }
    f->program = p;
    /* Second derivatives are doubles: a rule that reads them rounds what it reads. */
    f->format = p->mode == LAB_EXPRESSION && from == 2 ? LAB_FLOAT64 : p->rounding.format;
    f->stride = places > FILE_SIZE / LANES ? FILE_SIZE / places : LANES;
    f->registers = f->file + rows * f->stride;
    memcpy(f->scalars, p->scalars, (size_t)p->scalar_count * sizeof *f->scalars);
    for (int i = 0; i < p->input_count; i++)
        if (p->inputs[i].kind >= LAB_UNIFORM && in[i]) f->scalars[i] = *in[i];
    f->step = p->rounding.is_random ? (uint32_t)(uint64_t)*in[2] : 0; /* t of a rule */
    lab_round(f->scalars, (size_t)p->scalar_count, f->format);
    for (unsigned i = 0; i < setup; i++)
        call(f, &p->setup[i], 1, &f->scalars[p->setup[i].dst & ~REF_CLASS]);
}

void lab_formula_scalars(const lab_program *p, double *out, const double *const *in) {
    frame f;
    set_up(&f, p, 0, LAB_FORMULA_SECTIONS, 0, in);
    memcpy(out, f.scalars, sizeof f.scalars);
}

/* Room after a section's registers, for an output that the caller does not want. */
static double *spare(frame *f, const lab_section *section, int root) {
    return f->registers + (section->registers + (size_t)root) * f->stride;
}

/* Copies a root that was not computed directly in its output. */
static void write_root(const frame *f, lab_ref root, size_t n, double *out) {
    const double *from = operand(f, root);
    if (from == out) return;
    if (from && (root & REF_CLASS) != REF_SCALAR)
        memcpy(out, from, n * sizeof *out);
    else
        for (size_t i = 0; i < n; i++) out[i] = from ? *from : 0;
    if ((root & REF_CLASS) == REF_INPUT) lab_round(out, n, f->format);
}

static void run_block(frame *f, const lab_section *section, size_t n) {
    const lab_instruction *code = f->program->code;
    for (const lab_instruction *i = code + section->from; i < code + section->to; i++) {
        const unsigned k = i->dst & ~(unsigned)REF_CLASS;
        call(f, i, n,
             (i->dst & REF_CLASS) == REF_OUTPUT ? f->out[k] : f->registers + k * f->stride);
    }
    for (int k = 0; k < section->root_count; k++) write_root(f, section->roots[k], n, f->out[k]);
}

void lab_formula_eval(const lab_program *p, int order, size_t n, double *const *out,
                      const double *const *in) {
    const lab_section *section = &p->sections[order];
    frame f;
    set_up(&f, p, order, order + 1, 0, in);
    for (size_t from = 0; from < n; from += f.stride) {
        for (int i = 0; i < p->input_count; i++) f.at[i] = in[i] ? in[i] + from : NULL;
        for (int k = 0; k < section->root_count; k++)
            f.out[k] = out[k] ? out[k] + from : spare(&f, section, k);
        run_block(&f, section, n - from < f.stride ? n - from : f.stride);
    }
}

/* ---- Rules ----------------------------------------------------------------------------------- */

/* A rule at work on a block of points, or on the only point, whose coordinates then make the
 * blocks. */
typedef struct work {
    frame f;
    size_t dim, lanes;
    const double *in[LAB_FORMULA_INPUTS];
    double *rows[PLACES]; /* of what is one value per point: the value at each lane of a block */
    size_t lane, points;  /* the block's points */
    lab_tally tallies[LANES];
} work;

/* One coordinate of the block's points, or some coordinates of the only point. */
typedef struct tile {
    size_t from, count; /* elements of the vectors; count 0: before the first tile */
    int is_first, is_last;
} tile;

/* Whether the coordinates of the only point make the blocks. */
static int is_alone(const work *w) {
    return w->lanes == 1 && w->dim > 1;
}

/* Goes on to the next tile; returns whether there is one. */
static int next_tile(const work *w, tile *t) {
    const size_t end = w->dim * w->lanes;
    t->is_first = t->count == 0;
    if (t->is_first)
        t->from = is_alone(w) ? 0 : w->lane;
    else
        t->from += is_alone(w) ? t->count : w->lanes;
    if (t->from >= end) return 0;
    t->count = w->points;
    if (is_alone(w)) t->count = end - t->from < w->f.stride ? end - t->from : w->f.stride;
    t->is_last = t->from + (is_alone(w) ? t->count : w->lanes) >= end;
    return 1;
}

/* If the only point makes the blocks, its value is copied to every lane. */
static void spread(const work *w, double *row) {
    for (size_t i = 1; is_alone(w) && i < w->f.stride; i++) row[i] = row[0];
}

static void enter_points(work *w) {
    const lab_program *p = w->f.program;
    for (int i = 0; i < p->input_count; i++) {
        if (!w->rows[i] || !w->in[i]) continue;
        memcpy(w->rows[i], w->in[i] + w->lane, w->points * sizeof(double));
        spread(w, w->rows[i]);
    }
}

static void run_tile(work *w, const lab_section *section, const tile *t) {
    for (int i = 0; i < w->f.program->input_count; i++)
        w->f.at[i] = w->rows[i] ? w->rows[i] : w->in[i] ? w->in[i] + t->from : NULL;
    run_block(&w->f, section, t->count);
}

static void reduce(work *w, int r) {
    const lab_section *section = &w->f.program->sections[2 + r];
    const lab_op op = (lab_op)w->f.program->reductions[r];
    double *row = w->rows[LAB_FORMULA_INPUTS + r];
    for (int k = 0; k < section->root_count; k++) w->f.out[k] = spare(&w->f, section, k);
    for (tile t = {0}; next_tile(w, &t);) {
        run_tile(w, section, &t);
        const double *a = w->f.out[0], *b = section->root_count > 1 ? w->f.out[1] : a;
        for (size_t i = 0; i < t.count; i++)
            lab_tally_add(&w->tallies[is_alone(w) ? 0 : i], op, a[i], b[i],
                          t.is_first && (i == 0 || !is_alone(w)));
    }
    for (size_t i = 0; i < w->points; i++) row[i] = lab_tally_result(&w->tallies[i], op);
    spread(w, row);
}

/* One root of a section: where its values go. */
typedef struct target {
    double *values; /* dim * lanes of them, or one per point */
    int per_point;
} target;

static void write_tile(work *w, const lab_section *section, const target *targets, const tile *t) {
    for (int k = 0; k < section->root_count; k++)
        w->f.out[k] = targets[k].per_point ? spare(&w->f, section, k) : targets[k].values + t->from;
    run_tile(w, section, t);
    for (int k = 0; k < section->root_count; k++)
        if (targets[k].per_point && t->is_last)
            memcpy(targets[k].values + w->lane, w->f.out[k], w->points * sizeof(double));
}

/* Gives every value that is one per point a row, and prepares the sections. */
static void start(work *w, const lab_program *p) {
    const int places = LAB_FORMULA_INPUTS + p->reduction_count;
    unsigned rows = 0;
    for (int i = 0; i < places; i++)
        rows += i < p->input_count ? p->inputs[i].per_point : i >= LAB_FORMULA_INPUTS;
    set_up(&w->f, p, 0, 2 + p->reduction_count, rows, w->in);
    double *row = w->f.file;
    for (int i = 0; i < places; i++) {
        const int has_row = i < p->input_count ? p->inputs[i].per_point : i >= LAB_FORMULA_INPUTS;
        w->f.at[i] = w->rows[i] = has_row ? row : NULL;
        if (has_row) row += w->f.stride;
    }
}

/* A section of a rule at all points: block by block its reductions, then the section itself. */
static void run_rule(work *w, const lab_program *p, int which, const target *targets) {
    start(w, p);
    for (w->lane = 0; w->lane < w->lanes; w->lane += w->points) {
        w->points = w->lanes - w->lane < w->f.stride ? w->lanes - w->lane : w->f.stride;
        enter_points(w);
        for (int r = 0; r < p->reduction_count; r++) reduce(w, r);
        for (tile t = {0}; next_tile(w, &t);) write_tile(w, &p->sections[which], targets, &t);
    }
}

/* Whether a rule reads points as a whole; for a rule that does not, each coordinate is a point. */
static int sees_points(const lab_program *p) {
    int sees = p->reduction_count;
    for (int i = 0; i < p->input_count; i++) sees |= p->inputs[i].per_point;
    return sees;
}

void lab_formula_step(const lab_program *p, size_t dim, size_t lanes, double *const *in) {
    target targets[LAB_FORMULA_INPUTS];
    int count = 0;
    work w;
    w.dim = sees_points(p) ? dim : 1, w.lanes = dim * lanes / w.dim;
    for (int i = 0; i < p->input_count; i++) {
        w.in[i] = in[i];
        if (p->inputs[i].kind == LAB_STATE || p->inputs[i].kind == LAB_SLOT)
            targets[count++] = (target){in[i], p->inputs[i].per_point};
    }
    run_rule(&w, p, 0, targets);
}

void lab_formula_trace(const lab_program *p, size_t dim, double *values, const double *const *in) {
    target targets[LAB_FORMULA_LINES];
    work w;
    w.dim = dim;
    w.lanes = 1;
    for (int i = 0; i < p->input_count; i++) w.in[i] = in[i];
    for (int k = 0; k < p->line_count; k++) targets[k] = (target){values + (size_t)k * dim, 0};
    run_rule(&w, p, 1, targets);
}
