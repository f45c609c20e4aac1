/* compile.c: a tree becomes a program: names are resolved, then each section is built. */
#include "machine.h"

#include <string.h>

typedef struct compiler {
    lab_program *program;
    lab_formula_error *error;
    const lab_names *names;
    lab_tree tree;
    lab_jet jets[LAB_TREE_NODES]; /* what each node of the tree came to */
    lab_builder builder;
} compiler;

static const char *text_at(const compiler *c, unsigned at) {
    return c->program->source + at;
}

static int fail(const compiler *c, int code, unsigned at, unsigned length, const char *expected) {
    return lab_error(c->error, code, c->program->source, c->program->length, at, length, expected);
}

/* ---- Names ----------------------------------------------------------------------------------- */

static int find_input(const lab_program *p, const char *text, size_t length) {
    for (int i = 0; i < p->input_count; i++)
        if (lab_same(text, length, p->inputs[i].key)) return i;
    return -1;
}

static int count_inputs(const lab_program *p, lab_input_kind kind) {
    int count = 0;
    for (int i = 0; i < p->input_count; i++) count += p->inputs[i].kind == kind;
    return count;
}

static void add_input(lab_program *p, const char *key, size_t length, lab_input_kind kind) {
    const int i = p->input_count++;
    memcpy(p->inputs[i].key, key, length);
    p->inputs[i].kind = kind;
    p->inputs[i].init_input = p->inputs[i].init_line = -1;
}

static void declare(lab_program *p, const lab_names *names) {
    for (int i = 0; i < names->count; i++)
        add_input(p, names->list[i].key, strlen(names->list[i].key), names->list[i].kind);
    for (int i = 0; i < names->count; i++)
        if (names->list[i].init)
            p->inputs[i].init_input =
                find_input(p, names->list[i].init, strlen(names->list[i].init));
}

/* The last of the lines from ... to - 1 that assigns the name, or -1. */
static int find_line(const compiler *c, const char *text, size_t length, int from, int to) {
    for (int k = to; k-- > from;) {
        const char *assigned = text_at(c, c->tree.lines[k].at);
        if (c->tree.lines[k].length == length && !memcmp(assigned, text, length)) return k;
    }
    return -1;
}

/* A name read in `line` that no line before it assigns, and that is no input yet. */
static int discover(compiler *c, const lab_node *node, int line) {
    lab_program *p = c->program;
    const char *text = text_at(c, node->at);
    double value;
    if (lab_constant(&value, text, node->length)) return LAB_FORMULA_FINE;
    const int remembered = find_line(c, text, node->length, line, c->tree.line_count) >= 0;
    if (!remembered && !c->names->open)
        return lab_error_unknown(c->error, p->source, p->length, node, c->names, &c->tree);
    const lab_input_kind kind = remembered ? LAB_SLOT : LAB_HYPER;
    if (count_inputs(p, kind) == (remembered ? LAB_MAX_SLOTS : LAB_MAX_PARAMS - 1))
        return fail(c, remembered ? LAB_FORMULA_TOO_MANY_SLOTS : LAB_FORMULA_TOO_MANY_HYPERS,
                    node->at, node->length, NULL);
    add_input(p, text, node->length, kind);
    return LAB_FORMULA_FINE;
}

static int resolve(compiler *c) {
    lab_program *p = c->program;
    p->dim = 1;
    for (int k = 0; k < c->tree.line_count; k++) {
        for (int i = c->tree.lines[k].from; i <= c->tree.lines[k].root; i++) {
            const lab_node *node = &c->tree.nodes[i];
            const char *text = text_at(c, node->at);
            if (node->op != OP_NAME || find_line(c, text, node->length, 0, k) >= 0) continue;
            const int input = find_input(p, text, node->length);
            if (input == 1 && c->names->coordinates == 2) p->dim = 2;
            if (input < 0 && discover(c, node, k)) return c->error->code;
        }
    }
    for (int i = 0; c->names->mode == LAB_RULE && i < p->input_count; i++)
        if (p->inputs[i].kind == LAB_STATE &&
            find_line(c, p->inputs[i].key, strlen(p->inputs[i].key), 0, c->tree.line_count) < 0)
            return fail(c, LAB_FORMULA_UNASSIGNED, 0, p->length, p->inputs[i].key);
    return LAB_FORMULA_FINE;
}

/* ---- Sections -------------------------------------------------------------------------------- */

static lab_jet jet_of_name(compiler *c, const lab_node *node, int line) {
    lab_jet jet = {{REF_NONE, REF_NONE, REF_NONE, REF_NONE, REF_NONE, REF_NONE}};
    const char *text = text_at(c, node->at);
    const int assigned = find_line(c, text, node->length, 0, line);
    if (assigned >= 0) return c->jets[c->tree.lines[assigned].root];
    const int input = find_input(c->program, text, node->length);
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

/* Builds all lines, with derivatives up to `order`; returns the first instruction's place. */
static void build_lines(compiler *c, int order) {
    const char *source = c->program->source;
    c->builder.from = c->program->code_count;
    c->builder.order = order;
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
            } else {
                *jet = lab_derive(&c->builder, (lab_op)n->op, &c->jets[n->a],
                                  arity > 1 ? &c->jets[n->b] : NULL,
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

/* Section 0: what the states and slots become; an input, which may be overwritten before it is
 * read, is copied first. Section 1: what every line assigns. */
static void build_rule(compiler *c) {
    lab_program *p = c->program;
    const int lines = c->tree.line_count;
    lab_section *step = &p->sections[0], *trace = &p->sections[1];
    build_lines(c, 0);
    for (int i = 0; i < p->input_count; i++) {
        if (p->inputs[i].kind != LAB_STATE && p->inputs[i].kind != LAB_SLOT) continue;
        const int k = find_line(c, p->inputs[i].key, strlen(p->inputs[i].key), 0, lines);
        lab_ref root = k < 0 ? (lab_ref)(REF_INPUT | i) : c->jets[c->tree.lines[k].root].d[0];
        if ((root & REF_CLASS) == REF_INPUT)
            root = lab_build(&c->builder, OP_COPY, root, REF_NONE, REF_NONE);
        step->roots[step->root_count++] = root;
    }
    end_section(c, 0);
    build_lines(c, 0);
    for (int k = 0; k < lines; k++) trace->roots[k] = c->jets[c->tree.lines[k].root].d[0];
    trace->root_count = (uint16_t)lines;
    end_section(c, 1);
}

/* ---- Initial values -------------------------------------------------------------------------- */

/* `s0 = ...` gives the initial value of a slot s that was found in the text. */
static int set_initial(compiler *c, int input) {
    lab_program *p = c->program;
    char key[LAB_FORMULA_NAME + 1];
    const size_t length = strlen(p->inputs[input].key);
    memcpy(key, p->inputs[input].key, length);
    key[length] = '0';
    const int k = find_line(c, key, length + 1, 0, c->tree.line_count);
    if (k < 0) return LAB_FORMULA_FINE;
    const lab_ref value = c->jets[c->tree.lines[k].root].d[0];
    const int hyper = value & ~REF_CLASS;
    p->inputs[input].init_line = k;
    if (lab_build_known(&c->builder, value, &p->inputs[input].init)) return LAB_FORMULA_FINE;
    if ((value & REF_CLASS) != REF_SCALAR || hyper >= p->input_count ||
        p->inputs[hyper].kind != LAB_HYPER)
        return fail(c, LAB_FORMULA_BAD_INITIAL, c->tree.lines[k].at, c->tree.lines[k].length, NULL);
    p->inputs[input].init_input = hyper;
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
    declare(p, c->names);
    if (resolve(c)) return c->error->code;
    p->scalar_count = p->input_count;
    p->line_count = c->tree.line_count;
    (c->names->mode == LAB_RULE ? build_rule : build_expression)(c);
    if (c->builder.failed) return fail(c, LAB_FORMULA_TOO_COMPLEX, 0, p->length, NULL);
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
    c.program = out, c.error = error, c.names = names;
    memset(&c.builder, 0, sizeof c.builder);
    c.builder.program = out;
    return compile(&c) ? LAB_BAD_FORMULA : LAB_OK;
}
