/* ast.c: the tree as JSON, for all who show or export a formula; it is made from the program's own
 * source. */
#include "machine.h"

#include <string.h>

typedef struct writer {
    char *out;
    size_t capacity, length;
    const lab_program *program;
    lab_tree tree;
} writer;

static void put(writer *w, char c) {
    if (w->length < w->capacity) w->out[w->length] = c;
    w->length++;
}

static void raw(writer *w, const char *text) {
    while (*text) put(w, *text++);
}

/* What a formula can hold between quotes needs no escape: names, digits, operators. */
static void quoted(writer *w, const char *text, size_t length) {
    put(w, '"');
    for (size_t i = 0; i < length; i++) put(w, text[i]);
    put(w, '"');
}

static void leaf(writer *w, const lab_node *node) {
    const char *text = w->program->source + node->at;
    if (node->op == OP_NUMBER) {
        const int raised = *text == '\xc2'; /* ² or ³ */
        raw(w, "[\"num\",");
        quoted(w, raised ? (text[1] == '\xb2' ? "2" : "3") : text, raised ? 1 : node->length);
        put(w, ']');
    } else if (lab_same(text, node->length, "π")) {
        raw(w, "\"pi\"");
    } else {
        quoted(w, text, node->length);
    }
}

/* Recursion ends: operands stand before their node, and there are LAB_TREE_NODES at most. */
static void write_node(writer *w, int i) {
    const lab_node *node = &w->tree.nodes[i];
    const int operands[] = {node->a, node->b, node->c};
    if (node->op <= OP_NAME) {
        leaf(w, node);
        return;
    }
    const lab_op_info *info = &lab_ops[node->op];
    put(w, '[');
    quoted(w, info->name, strlen(info->name));
    for (int k = 0; k < info->arity; k++) {
        put(w, ',');
        write_node(w, operands[k]);
    }
    put(w, ']');
}

static void write_slot(writer *w, int input) {
    const lab_program *p = w->program;
    const int from = p->inputs[input].init_input, line = p->inputs[input].init_line;
    raw(w, "{\"key\":");
    quoted(w, p->inputs[input].key, strlen(p->inputs[input].key));
    raw(w, ",\"init\":");
    if (from >= 0)
        quoted(w, p->inputs[from].key, strlen(p->inputs[from].key));
    else if (line >= 0)
        write_node(w, w->tree.lines[line].root);
    else
        put(w, '0');
    raw(w, p->inputs[input].per_point ? ",\"perPoint\":1}" : "}");
}

/* "key":[the inputs of the kinds first ... last] */
static void write_inputs(writer *w, const char *key, unsigned kinds) {
    const lab_program *p = w->program;
    put(w, ',');
    quoted(w, key, strlen(key));
    raw(w, ":[");
    for (int i = 0, comma = 0; i < p->input_count; i++) {
        if (!(kinds >> p->inputs[i].kind & 1)) continue;
        if (comma++) put(w, ',');
        if (p->inputs[i].kind == LAB_SLOT)
            write_slot(w, i);
        else
            quoted(w, p->inputs[i].key, strlen(p->inputs[i].key));
    }
    put(w, ']');
}

/* The names the source was compiled with, as far as the parser asks. */
static void names_of(lab_names *names, const lab_program *p) {
    *names = (lab_names){.mode = p->mode, .count = p->input_count};
    if (p->reduction_count) names->words = LAB_WORD_REDUCTIONS;
    for (int i = 0; i < p->input_count; i++) names->list[i].key = p->inputs[i].key;
}

size_t lab_formula_ast(char *out, size_t capacity, const lab_program *program) {
    writer w = {.out = out, .capacity = capacity, .program = program};
    lab_formula_error error = {0};
    lab_names names;
    names_of(&names, program);
    lab_parse(&w.tree, &error, program->source, program->length, &names);
    raw(&w, program->mode == LAB_RULE ? "{\"mode\":\"rule\",\"dim\":"
                                      : "{\"mode\":\"expression\",\"dim\":");
    put(&w, (char)('0' + program->dim));
    raw(&w, ",\"lines\":[");
    for (int k = 0; k < w.tree.line_count; k++) {
        raw(&w, k ? ",{\"name\":" : "{\"name\":");
        quoted(&w, program->source + w.tree.lines[k].at, w.tree.lines[k].length);
        raw(&w, ",\"expr\":");
        write_node(&w, w.tree.lines[k].root);
        put(&w, '}');
    }
    put(&w, ']');
    write_inputs(&w, "inputs", ~(1u << LAB_HYPER | 1u << LAB_SLOT));
    write_inputs(&w, "hypers", 1u << LAB_HYPER);
    write_inputs(&w, "slots", 1u << LAB_SLOT);
    put(&w, '}');
    return w.length;
}
