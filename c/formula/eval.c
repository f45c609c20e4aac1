/* eval.c: runs a section over blocks of lanes, one call of a kernel per instruction and block, so
 * that what it costs to choose the kernel is shared by all lanes of the block. */
#include "machine.h"

#include <string.h>

enum {
    LANES = 128, /* of a block, at most: 1 KB per register, so that a block's registers stay in the
                    first cache */
    FILE_SIZE = 32 * LANES /* a program with more registers gets shorter blocks */
};

typedef struct frame {
    const double *const *in;
    size_t from, stride;            /* first lane of the block; doubles per register */
    double *out[LAB_FORMULA_LINES]; /* the block's part of each output */
    double scalars[LAB_FORMULA_SCALARS];
    double file[FILE_SIZE];
} frame;

static const double *operand(const frame *f, lab_ref ref) {
    const unsigned k = ref & ~(unsigned)REF_CLASS;
    switch (ref & REF_CLASS) {
    case REF_NODE:
        return f->file + k * f->stride;
    case REF_INPUT:
        return f->in[k] + f->from;
    case REF_SCALAR:
        return f->scalars + k;
    default:
        return ref == REF_NONE ? NULL : f->out[k];
    }
}

static void call(const frame *f, const lab_instruction *i, size_t n, double *dst) {
    lab_kernels[i->op](n, dst, operand(f, i->a), operand(f, i->b), operand(f, i->c));
}

static void set_up(frame *f, const lab_program *p, const lab_section *section) {
    memcpy(f->scalars, p->scalars, (size_t)p->scalar_count * sizeof *f->scalars);
    for (int i = 0; i < p->input_count; i++)
        if (p->inputs[i].kind >= LAB_UNIFORM && f->in[i]) f->scalars[i] = *f->in[i];
    for (int i = 0; i < section->setup_to; i++)
        call(f, &p->setup[i], 1, &f->scalars[p->setup[i].dst & ~REF_CLASS]);
}

/* Copies a root that was not computed in its output itself. */
static void write_root(const frame *f, lab_ref root, size_t n, double *out) {
    const double *from = operand(f, root);
    if (from == out) return;
    if (from && (root & REF_CLASS) != REF_SCALAR)
        memcpy(out, from, n * sizeof *out);
    else
        for (size_t i = 0; i < n; i++) out[i] = from ? *from : 0;
}

static void run_block(frame *f, const lab_program *p, const lab_section *section, size_t n) {
    for (const lab_instruction *i = p->code + section->from; i < p->code + section->to; i++) {
        const unsigned k = i->dst & ~(unsigned)REF_CLASS;
        call(f, i, n, (i->dst & REF_CLASS) == REF_OUTPUT ? f->out[k] : f->file + k * f->stride);
    }
    for (int k = 0; k < section->root_count; k++) write_root(f, section->roots[k], n, f->out[k]);
}

/* Outputs that nobody wants go to places behind the registers. */
static void run(const lab_program *p, const lab_section *section, size_t n, double *const *out,
                const double *const *in) {
    const unsigned places = section->registers + section->root_count;
    frame f;
    f.in = in;
    f.stride = places > FILE_SIZE / LANES ? FILE_SIZE / places : LANES;
    set_up(&f, p, section);
    for (f.from = 0; f.from < n; f.from += f.stride) {
        for (int k = 0; k < section->root_count; k++)
            f.out[k] = out[k] ? out[k] + f.from : f.file + (section->registers + k) * f.stride;
        run_block(&f, p, section, n - f.from < f.stride ? n - f.from : f.stride);
    }
}

void lab_formula_eval(const lab_program *program, int order, size_t n, double *const *out,
                      const double *const *in) {
    run(program, &program->sections[order], n, out, in);
}

void lab_formula_step(const lab_program *program, size_t n, double *const *in) {
    double *out[LAB_FORMULA_INPUTS];
    const double *read[LAB_FORMULA_INPUTS];
    int count = 0;
    for (int i = 0; i < program->input_count; i++) {
        read[i] = in[i];
        if (program->inputs[i].kind == LAB_STATE || program->inputs[i].kind == LAB_SLOT)
            out[count++] = in[i];
    }
    run(program, &program->sections[0], n, out, read);
}

void lab_formula_trace(const lab_program *program, double *values, const double *const *in) {
    double *out[LAB_FORMULA_LINES];
    for (int k = 0; k < program->line_count; k++) out[k] = values + k;
    run(program, &program->sections[1], 1, out, in);
}
