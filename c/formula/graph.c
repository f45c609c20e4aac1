/* graph.c: a section of an expression's program as operations again, for exports that must compute
 * the same digits: registers become the values they hold, fused instructions the operations they
 * are made of, and folded constants the expressions they were folded from. */
#include "writer.h"

#include <string.h>

typedef struct graph {
    lab_writer to;
    const lab_program *program;
    unsigned count;                                      /* of the nodes written */
    uint16_t scalars[LAB_FORMULA_SCALARS];               /* 1 + the node of each, or 0 */
    uint16_t registers[256], outputs[LAB_FORMULA_LINES]; /* the node each holds */
} graph;

static unsigned begin(graph *g) {
    if (g->count) lab_put(&g->to, ',');
    return g->count++;
}

/* An operation on nodes; -1: no operand. */
static unsigned operation(graph *g, const char *name, int a, int b, int c) {
    const int operands[] = {a, b, c};
    const unsigned at = begin(g);
    lab_put(&g->to, '[');
    lab_put_quoted(&g->to, name, strlen(name));
    for (int i = 0; i < 3 && operands[i] >= 0; i++) {
        lab_put(&g->to, ',');
        lab_put_number(&g->to, (unsigned)operands[i]);
    }
    lab_put(&g->to, ']');
    return at;
}

static unsigned name(graph *g, unsigned input) {
    const char *key = g->program->inputs[input].key;
    const unsigned at = begin(g);
    lab_put_quoted(&g->to, key, strlen(key));
    return at;
}

static unsigned instruction(graph *g, const lab_instruction *i);

static const lab_instruction *find(const lab_instruction *list, int count, lab_ref dst) {
    for (int i = 0; i < count; i++)
        if (list[i].dst == dst) return list + i;
    return NULL;
}

static unsigned scalar(graph *g, lab_ref ref) {
    const lab_program *p = g->program;
    const unsigned k = ref & ~(unsigned)REF_CLASS;
    if (g->scalars[k]) return g->scalars[k] - 1u;
    const lab_instruction *made = find(p->setup, p->setup_count, ref);
    if (!made) made = find(p->folded, p->folded_count, ref);
    unsigned at;
    if (k < (unsigned)p->input_count) {
        at = name(g, k);
    } else if (made) {
        at = instruction(g, made);
    } else {
        at = begin(g);
        lab_put_text(&g->to, "[\"num\",");
        lab_put_number(&g->to, k);
        lab_put(&g->to, ']');
    }
    g->scalars[k] = (uint16_t)(at + 1);
    return at;
}

static int operand(graph *g, lab_ref ref) {
    const unsigned k = ref & ~(unsigned)REF_CLASS;
    if (ref == REF_NONE) return -1;
    switch (ref & REF_CLASS) {
    case REF_NODE:
        return g->registers[k];
    case REF_OUTPUT:
        return g->outputs[k];
    case REF_INPUT:
        return (int)name(g, k);
    default:
        return (int)scalar(g, ref);
    }
}

static unsigned instruction(graph *g, const lab_instruction *i) {
    const int a = operand(g, i->a), b = operand(g, i->b), c = operand(g, i->c);
    switch (i->op) {
    case OP_FILL:
    case OP_COPY:
        return (unsigned)a;
    case OP_ADD_SCALAR:
        return operation(g, "+", a, b, -1);
    case OP_MUL_SCALAR:
        return operation(g, "*", a, b, -1);
    case OP_DIV_SCALAR:
    case OP_SCALAR_DIV:
        return operation(g, "/", a, b, -1);
    case OP_SCALAR_SUB:
        return operation(g, "-", a, b, -1);
    case OP_MUL_ADD:
    case OP_SCALE_ADD:
        return operation(g, "+", (int)operation(g, "*", a, b, -1), c, -1);
    case OP_SUB_MUL:
        return operation(g, "-", c, (int)operation(g, "*", a, b, -1), -1);
    case OP_CHAIN:
        return operation(g, "chain", a, b, -1);
    default:
        return operation(g, lab_ops[i->op].name, a, b, c);
    }
}

size_t lab_formula_graph(char *out, size_t capacity, const lab_program *program, int order) {
    const lab_section *section = &program->sections[order];
    graph g = {.to = {out, capacity, 0}, .program = program};
    lab_put_text(&g.to, "{\"nodes\":[");
    for (int i = section->from; i < section->to; i++) {
        const lab_ref dst = program->code[i].dst;
        const uint16_t at = (uint16_t)instruction(&g, &program->code[i]);
        if ((dst & REF_CLASS) == REF_OUTPUT)
            g.outputs[dst & ~REF_CLASS] = at;
        else
            g.registers[dst] = at;
    }
    int roots[LAB_FORMULA_LINES];
    const int from = order == 1; /* the gradient's section computes f too */
    for (int k = from; k < section->root_count; k++) roots[k] = operand(&g, section->roots[k]);
    lab_put_text(&g.to, "],\"roots\":[");
    for (int k = from; k < section->root_count; k++) {
        if (k > from) lab_put(&g.to, ',');
        if (roots[k] < 0)
            lab_put_text(&g.to, "null");
        else
            lab_put_number(&g.to, (unsigned)roots[k]);
    }
    lab_put_text(&g.to, "]}");
    return g.to.length;
}

double lab_formula_number(const lab_program *program, unsigned k) {
    return k < LAB_FORMULA_SCALARS ? program->scalars[k] : 0;
}
