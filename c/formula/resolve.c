/* resolve.c: what the names of a tree stand for: inputs, lines, words of the language; and which
 * slots are one number for a whole point. */
#include "machine.h"

#include <string.h>

static const char *text_at(const lab_compiler *c, unsigned at) {
    return c->program->source + at;
}

int lab_find_input(const lab_program *p, const char *text, size_t length) {
    for (int i = 0; i < p->input_count; i++)
        if (lab_same(text, length, p->inputs[i].key)) return i;
    return -1;
}

int lab_find_line(const lab_compiler *c, const char *text, size_t length, int from, int to) {
    for (int k = to; k-- > from;) {
        const char *assigned = text_at(c, c->tree.lines[k].at);
        if (c->tree.lines[k].length == length && !memcmp(assigned, text, length)) return k;
    }
    return -1;
}

int lab_fail_at(const lab_compiler *c, int code, unsigned at, unsigned length) {
    return lab_error(c->error, code, c->program->source, c->program->length, at, length, NULL);
}

/* ---- Inputs ---------------------------------------------------------------------------------- */

static int count_inputs(const lab_program *p, lab_input_kind kind) {
    int count = 0;
    for (int i = 0; i < p->input_count; i++) count += p->inputs[i].kind == kind;
    return count;
}

static void add_input(lab_program *p, const char *key, size_t length, lab_input_kind kind) {
    const int i = p->input_count++;
    memcpy(p->inputs[i].key, key, length);
    p->inputs[i].kind = kind;
    p->inputs[i].per_point = kind == LAB_VALUE;
    p->inputs[i].init_input = p->inputs[i].init_line = -1;
}

static void declare(lab_program *p, const lab_names *names) {
    for (int i = 0; i < names->count; i++) {
        add_input(p, names->list[i].key, strlen(names->list[i].key), names->list[i].kind);
        p->inputs[i].per_point = names->list[i].per_point;
    }
    for (int i = 0; i < names->count; i++)
        if (names->list[i].init)
            p->inputs[i].init_input =
                lab_find_input(p, names->list[i].init, strlen(names->list[i].init));
}

/* A name read in `line` that no line before it assigns, and that is no input yet. */
static int discover(lab_compiler *c, const lab_node *node, int line) {
    lab_program *p = c->program;
    const char *text = text_at(c, node->at);
    double value;
    if (lab_constant(&value, text, node->length)) return LAB_FORMULA_FINE;
    const int remembered = lab_find_line(c, text, node->length, line, c->tree.line_count) >= 0;
    const lab_word *word = remembered ? NULL : lab_find_word(c->names, text, node->length);
    if (word) {
        add_input(p, text, node->length, word->kind);
        return LAB_FORMULA_FINE;
    }
    if (!remembered && !c->names->open)
        return lab_error_unknown(c->error, p->source, p->length, node, c->names, &c->tree);
    const lab_input_kind kind = remembered ? LAB_SLOT : LAB_HYPER;
    if (count_inputs(p, kind) == (remembered ? LAB_MAX_SLOTS : LAB_MAX_PARAMS - 1))
        return lab_fail_at(c, remembered ? LAB_FORMULA_TOO_MANY_SLOTS : LAB_FORMULA_TOO_MANY_HYPERS,
                           node->at, node->length);
    add_input(p, text, node->length, kind);
    return LAB_FORMULA_FINE;
}

static int find_inputs(lab_compiler *c) {
    lab_program *p = c->program;
    p->dim = 1;
    for (int k = 0; k < c->tree.line_count; k++) {
        for (int i = c->tree.lines[k].from; i <= c->tree.lines[k].root; i++) {
            const lab_node *node = &c->tree.nodes[i];
            const char *text = text_at(c, node->at);
            if (node->op != OP_NAME || lab_find_line(c, text, node->length, 0, k) >= 0) continue;
            const int input = lab_find_input(p, text, node->length);
            if (input == 1 && c->names->coordinates == 2) p->dim = 2;
            if (input < 0 && discover(c, node, k)) return c->error->code;
        }
    }
    for (int i = 0; c->names->mode == LAB_RULE && i < p->input_count; i++) {
        const char *key = p->inputs[i].key;
        if (p->inputs[i].kind == LAB_STATE &&
            lab_find_line(c, key, strlen(key), 0, c->tree.line_count) < 0)
            return lab_error(c->error, LAB_FORMULA_UNASSIGNED, p->source, p->length, 0, p->length,
                             key);
    }
    return LAB_FORMULA_FINE;
}

/* ---- Shapes ---------------------------------------------------------------------------------- */

/* What a value belongs to: all lanes, a point, or a coordinate. The result of an operation has the
 * last of these that an operand has. */
enum { OF_ALL, OF_POINT, OF_COORDINATE };

typedef struct shapes {
    unsigned char nodes[LAB_TREE_NODES], slots[LAB_FORMULA_INPUTS];
} shapes;

static int shape_of_name(const lab_compiler *c, const shapes *s, const lab_node *node, int line) {
    const lab_program *p = c->program;
    const char *text = text_at(c, node->at);
    const int assigned = lab_find_line(c, text, node->length, 0, line);
    if (assigned >= 0) return s->nodes[c->tree.lines[assigned].root];
    const int input = lab_find_input(p, text, node->length);
    if (input < 0 || p->inputs[input].kind >= LAB_UNIFORM) return OF_ALL;
    if (p->inputs[input].kind == LAB_SLOT) return s->slots[input];
    return p->inputs[input].per_point ? OF_POINT : OF_COORDINATE;
}

static void find_node_shapes(const lab_compiler *c, shapes *s) {
    for (int k = 0; k < c->tree.line_count; k++) {
        for (int i = c->tree.lines[k].from; i <= c->tree.lines[k].root; i++) {
            const lab_node *n = &c->tree.nodes[i];
            const uint16_t operands[] = {n->a, n->b, n->c};
            int shape = n->op == OP_NAME ? shape_of_name(c, s, n, k) : OF_ALL;
            for (int a = 0; a < lab_ops[n->op].arity; a++)
                if (s->nodes[operands[a]] > shape) shape = s->nodes[operands[a]];
            s->nodes[i] = (unsigned char)(n->op >= OP_REDUCTIONS ? OF_POINT : shape);
        }
    }
}

/* A slot found in the text is one number for a whole point if it is made only of such numbers, and
 * of at least one: a slot that merely counts has a number for each coordinate, as in version 1.
 * Repeated until nothing changes. */
static void find_shapes(lab_compiler *c) {
    shapes s;
    lab_program *p = c->program;
    memset(&s, 0, sizeof s);
    for (int i = 0; i < c->names->count; i++)
        s.slots[i] = p->inputs[i].per_point ? OF_POINT : OF_COORDINATE;
    for (int changes = 1; changes;) {
        changes = 0;
        find_node_shapes(c, &s);
        for (int i = c->names->count; i < p->input_count; i++) {
            if (p->inputs[i].kind != LAB_SLOT) continue;
            const char *key = p->inputs[i].key;
            const int k = lab_find_line(c, key, strlen(key), 0, c->tree.line_count);
            const unsigned char shape = s.nodes[c->tree.lines[k].root];
            if (shape > s.slots[i]) s.slots[i] = shape, changes = 1;
        }
    }
    for (int i = c->names->count; i < p->input_count; i++)
        if (p->inputs[i].kind == LAB_SLOT) p->inputs[i].per_point = s.slots[i] == OF_POINT;
}

int lab_resolve(lab_compiler *c) {
    declare(c->program, c->names);
    if (find_inputs(c)) return c->error->code;
    if (c->names->mode == LAB_RULE) find_shapes(c);
    return LAB_FORMULA_FINE;
}
