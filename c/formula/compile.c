/* compile.c: a tree becomes a program: names are resolved, then each section is built. */
#include "machine.h"

#include <string.h>

typedef lab_compiler compiler;

static const char *text_at(const compiler *c, unsigned at) {
    return c->program->source + at;
}

/* ---- Sections -------------------------------------------------------------------------------- */

static lab_jet jet_of_name(compiler *c, const lab_node *node, int line) {
    lab_jet jet = {{REF_NONE, REF_NONE, REF_NONE, REF_NONE, REF_NONE, REF_NONE}};
    const char *text = text_at(c, node->at);
    const int assigned = lab_find_line(c, text, node->length, 0, line);
    if (assigned >= 0) return c->jets[c->tree.lines[assigned].root];
    const int input = lab_find_input(c->program, text, node->length);
    double value = 0;
    if (input < 0) {
        lab_constant(&value, text, node->length);
        jet.d[0] = lab_build_number(&c->builder, value);
        return jet;
    }
    const int per_lane = c->program->inputs[input].kind < LAB_UNIFORM;
    jet.d[0] = (lab_ref)((per_lane ? REF_INPUT : REF_SCALAR) | input);
    if (c->builder.order && input < c->names->coordinates)
        jet.d[JET_X + input] = lab_build_number(&c->builder, 1);
    return jet;
}

/* op(u, v, w) with derivatives, and with the slip that the names ask for, if this is its place. */
static lab_jet derive(compiler *c, lab_op op, const lab_jet *u, const lab_jet *v,
                      const lab_jet *w) {
    const lab_slip slip = (lab_slip)c->names->slip;
    unsigned *count = &c->program->slip_count;
    if (slip == LAB_NO_SLIP) return lab_derive(&c->builder, op, u, v, w);
    const int is_here = !c->names->slip_at || *count + 1 == c->names->slip_at;
    lab_jet inner = *u;
    const int before = lab_slip_before(&c->builder, slip, op, &inner, is_here);
    lab_jet jet = lab_derive(&c->builder, op, &inner, v, w);
    const int after = lab_slip_after(&c->builder, slip, op, u, v, &jet, is_here);
    *count += before || after;
    return jet;
}

/* Builds all lines, with derivatives up to `order`; returns the first instruction's place. */
static void build_lines(compiler *c, int order) {
    const char *source = c->program->source;
    c->builder.from = c->program->code_count;
    c->builder.order = order;
    c->builder.reduction_count = 0;
    c->program->slip_count = 0;
    for (int k = 0; k < c->tree.line_count; k++) {
        for (int i = c->tree.lines[k].from; i <= c->tree.lines[k].root; i++) {
            const lab_node *n = &c->tree.nodes[i];
            lab_jet *jet = &c->jets[i];
            const int arity = lab_ops[n->op].arity;
            if (n->op == OP_NAME) {
                *jet = jet_of_name(c, n, k);
            } else if (n->op == OP_NUMBER) {
                memset(jet, 0xff, sizeof *jet);
                jet->d[0] = lab_build_number(&c->builder, lab_decimal(source + n->at, n->length));
            } else if (n->op >= OP_REDUCTIONS) {
                memset(jet, 0xff, sizeof *jet);
                jet->d[0] = lab_build_reduction(&c->builder, (lab_op)n->op, c->jets[n->a].d[0],
                                                arity > 1 ? c->jets[n->b].d[0] : REF_NONE);
            } else {
                *jet = derive(c, (lab_op)n->op, &c->jets[n->a], arity > 1 ? &c->jets[n->b] : NULL,
                              arity > 2 ? &c->jets[n->c] : NULL);
            }
        }
    }
}

static void end_section(compiler *c, int which) {
    if (!c->builder.failed)
        lab_allocate(&c->builder, &c->program->sections[which], c->names->mode == LAB_EXPRESSION);
}

static void build_expression(compiler *c) {
    static const unsigned char roots[LAB_FORMULA_SECTIONS][4] = {
        {1, JET_VALUE}, {3, JET_VALUE, JET_X, JET_Y}, {3, JET_XX, JET_XY, JET_YY}};
    for (int order = 0; order <= (c->names->coordinates ? 2 : 0); order++) {
        lab_section *section = &c->program->sections[order];
        build_lines(c, order);
        section->root_count = roots[order][0];
        for (int k = 0; k < section->root_count; k++)
            section->roots[k] = c->jets[c->tree.lines[0].root].d[roots[order][1 + k]];
        end_section(c, order);
    }
}

/* Section 0: the new states and slots. An input may be overwritten before it is read, so it is
 * copied first. */
static void build_step(compiler *c) {
    lab_program *p = c->program;
    lab_section *step = &p->sections[0];
    build_lines(c, 0);
    for (int i = 0; i < p->input_count; i++) {
        if (p->inputs[i].kind != LAB_STATE && p->inputs[i].kind != LAB_SLOT) continue;
        const int k =
            lab_find_line(c, p->inputs[i].key, strlen(p->inputs[i].key), 0, c->tree.line_count);
        lab_ref root = k < 0 ? (lab_ref)(REF_INPUT | i) : c->jets[c->tree.lines[k].root].d[0];
        if ((root & REF_CLASS) == REF_INPUT)
            root = lab_build(&c->builder, OP_COPY, root, REF_NONE, REF_NONE);
        step->roots[step->root_count++] = root;
    }
    end_section(c, 0);
}

/* Section 1: what every line assigns. */
static void build_trace(compiler *c) {
    lab_section *trace = &c->program->sections[1];
    build_lines(c, 0);
    trace->root_count = (uint16_t)c->tree.line_count;
    for (int k = 0; k < c->tree.line_count; k++)
        trace->roots[k] = c->jets[c->tree.lines[k].root].d[0];
    end_section(c, 1);
}

/* Section 2 + r: the operands of reduction r, given the results of those before it. */
static void build_reduction(compiler *c, int r) {
    lab_section *section = &c->program->sections[2 + r];
    build_lines(c, 0);
    c->program->reductions[r] = (uint16_t)c->builder.reductions[r].op;
    section->roots[0] = c->builder.reductions[r].a;
    section->roots[1] = c->builder.reductions[r].b;
    section->root_count = section->roots[1] == REF_NONE ? 1 : 2;
    end_section(c, 2 + r);
}

/* The lines are built again for each section, which then drops what it does not need. */
static void build_rule(compiler *c) {
    build_step(c);
    build_trace(c);
    c->program->reduction_count = c->builder.reduction_count;
    for (int r = 0; r < c->program->reduction_count; r++) build_reduction(c, r);
}

/* ---- Initial values -------------------------------------------------------------------------- */

/* A line `s0 = ...` gives the initial value of a slot s found in the text: a constant, a hyper or
 * x. */
static int set_initial(compiler *c, int input) {
    lab_program *p = c->program;
    char key[LAB_FORMULA_NAME + 1];
    const size_t length = strlen(p->inputs[input].key);
    memcpy(key, p->inputs[input].key, length);
    key[length] = '0';
    const int k = lab_find_line(c, key, length + 1, 0, c->tree.line_count);
    if (k < 0) return LAB_FORMULA_FINE;
    const lab_ref value = c->jets[c->tree.lines[k].root].d[0];
    const int from = value & ~REF_CLASS, is_input = (value & REF_CLASS) != REF_NODE;
    p->inputs[input].init_line = k;
    if (lab_build_known(&c->builder, value, &p->inputs[input].init)) return LAB_FORMULA_FINE;
    const int kind = is_input && from < p->input_count ? (int)p->inputs[from].kind : -1;
    if (kind != LAB_HYPER && (kind != LAB_STATE || p->inputs[input].per_point))
        return lab_fail_at(c, LAB_FORMULA_BAD_INITIAL, c->tree.lines[k].at,
                           c->tree.lines[k].length);
    p->inputs[input].init_input = from;
    return LAB_FORMULA_FINE;
}

static int set_initials(compiler *c) {
    for (int i = c->names->count; i < c->program->input_count; i++)
        if (c->program->inputs[i].kind == LAB_SLOT && set_initial(c, i)) return c->error->code;
    return LAB_FORMULA_FINE;
}

static int compile(compiler *c) {
    lab_program *p = c->program;
    if (lab_parse(&c->tree, c->error, p->source, p->length, c->names)) return c->error->code;
    if (lab_resolve(c)) return c->error->code;
    p->scalar_count = p->input_count;
    p->line_count = c->tree.line_count;
    (c->names->mode == LAB_RULE ? build_rule : build_expression)(c);
    if (c->builder.failed) return lab_fail_at(c, LAB_FORMULA_TOO_COMPLEX, 0, p->length);
    return set_initials(c);
}

lab_status lab_formula_compile(lab_program *out, lab_formula_error *error, const char *source,
                               size_t length, const lab_names *names) {
    compiler c;
    memset(error, 0, sizeof *error);
    memset(out, 0, sizeof *out);
    out->mode = names->mode;
    if (length > LAB_FORMULA_SOURCE) {
        lab_error(error, LAB_FORMULA_TOO_LONG, source, length, LAB_FORMULA_SOURCE, (unsigned)length,
                  NULL);
        return LAB_BAD_FORMULA;
    }
    out->length = (unsigned)length;
    memcpy(out->source, source, length);
    c.program = out;
    c.error = error;
    c.names = names;
    memset(&c.builder, 0, sizeof c.builder);
    c.builder.program = out;
    return compile(&c) ? LAB_BAD_FORMULA : LAB_OK;
}
