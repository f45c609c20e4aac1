/* ast.c: the tree as JSON, for showing and exporting a formula; made from the program's own
 * source. */
#include "writer.h"

#include <string.h>

typedef struct writer {
    lab_writer to;
    const lab_program *program;
    lab_tree tree;
} writer;

static void leaf(writer *w, const lab_node *node) {
    const char *text = w->program->source + node->at;
    if (node->op == OP_NUMBER) {
        const int raised = *text == '\xc2'; /* ² or ³ */
        lab_put_text(&w->to, "[\"num\",");
        lab_put_quoted(&w->to, raised ? (text[1] == '\xb2' ? "2" : "3") : text,
                       raised ? 1 : node->length);
        lab_put(&w->to, ']');
    } else if (lab_same(text, node->length, "π")) {
        lab_put_text(&w->to, "\"pi\"");
    } else {
        lab_put_quoted(&w->to, text, node->length);
    }
}

/* Recursion ends: operands stand before their node, and there are at most LAB_TREE_NODES nodes. */
static void write_node(writer *w, int i) {
    const lab_node *node = &w->tree.nodes[i];
    const int operands[] = {node->a, node->b, node->c};
    if (node->op <= OP_NAME) {
        leaf(w, node);
        return;
    }
    const lab_op_info *info = &lab_ops[node->op];
    lab_put(&w->to, '[');
    lab_put_quoted(&w->to, info->name, strlen(info->name));
    for (int k = 0; k < info->arity; k++) {
        lab_put(&w->to, ',');
        write_node(w, operands[k]);
    }
    lab_put(&w->to, ']');
}

static void write_slot(writer *w, int input) {
    const lab_program *p = w->program;
    const int from = p->inputs[input].init_input, line = p->inputs[input].init_line;
    lab_put_text(&w->to, "{\"key\":");
    lab_put_quoted(&w->to, p->inputs[input].key, strlen(p->inputs[input].key));
    lab_put_text(&w->to, ",\"init\":");
    if (from >= 0)
        lab_put_quoted(&w->to, p->inputs[from].key, strlen(p->inputs[from].key));
    else if (line >= 0)
        write_node(w, w->tree.lines[line].root);
    else
        lab_put(&w->to, '0');
    lab_put_text(&w->to, p->inputs[input].per_point ? ",\"perPoint\":1}" : "}");
}

/* "key":[the inputs of the kinds first ... last] */
static void write_inputs(writer *w, const char *key, unsigned kinds) {
    const lab_program *p = w->program;
    lab_put(&w->to, ',');
    lab_put_quoted(&w->to, key, strlen(key));
    lab_put_text(&w->to, ":[");
    for (int i = 0, comma = 0; i < p->input_count; i++) {
        if (!(kinds >> p->inputs[i].kind & 1)) continue;
        if (comma++) lab_put(&w->to, ',');
        if (p->inputs[i].kind == LAB_SLOT)
            write_slot(w, i);
        else
            lab_put_quoted(&w->to, p->inputs[i].key, strlen(p->inputs[i].key));
    }
    lab_put(&w->to, ']');
}

static int reads(const lab_program *p, lab_input_kind kind) {
    for (int i = 0; i < p->input_count; i++)
        if (p->inputs[i].kind == kind) return 1;
    return 0;
}

/* What came with version 2, where it is used. */
static void write_asked(writer *w) {
    const lab_program *p = w->program;
    const int f = reads(p, LAB_VALUE), h = reads(p, LAB_HDIAG) || reads(p, LAB_HSOLVE);
    if (f || h)
        lab_put_text(&w->to, f && h ? ",\"asks\":[\"f\",\"h\"]"
                             : f    ? ",\"asks\":[\"f\"]"
                                    : ",\"asks\":[\"h\"]");
    if (reads(p, LAB_STEP)) lab_put_text(&w->to, ",\"moves\":1");
}

/* The names that the source was compiled with, as far as the parser needs them. */
static void names_of(lab_names *names, const lab_program *p) {
    *names = (lab_names){.mode = p->mode, .count = p->input_count};
    if (p->reduction_count) names->words = LAB_WORD_REDUCTIONS;
    for (int i = 0; i < p->input_count; i++) names->list[i].key = p->inputs[i].key;
}

size_t lab_formula_ast(char *out, size_t capacity, const lab_program *program) {
    writer w = {.to = {out, capacity, 0}, .program = program};
    lab_formula_error error = {0};
    lab_names names;
    names_of(&names, program);
    lab_parse(&w.tree, &error, program->source, program->length, &names);
    lab_put_text(&w.to, program->mode == LAB_RULE ? "{\"mode\":\"rule\",\"dim\":"
                                                  : "{\"mode\":\"expression\",\"dim\":");
    lab_put(&w.to, (char)('0' + program->dim));
    lab_put_text(&w.to, ",\"lines\":[");
    for (int k = 0; k < w.tree.line_count; k++) {
        lab_put_text(&w.to, k ? ",{\"name\":" : "{\"name\":");
        lab_put_quoted(&w.to, program->source + w.tree.lines[k].at, w.tree.lines[k].length);
        lab_put_text(&w.to, ",\"expr\":");
        write_node(&w, w.tree.lines[k].root);
        lab_put(&w.to, '}');
    }
    lab_put(&w.to, ']');
    write_inputs(&w, "inputs", ~(1u << LAB_HYPER | 1u << LAB_SLOT));
    write_inputs(&w, "hypers", 1u << LAB_HYPER);
    write_inputs(&w, "slots", 1u << LAB_SLOT);
    write_asked(&w);
    lab_put(&w.to, '}');
    return w.to.length;
}
