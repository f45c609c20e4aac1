/* allocate.c: the last pass over a section: drops what its roots do not need and gives every value
 * a register, which is free again after the last use. A result never shares a register with an
 * operand of the same instruction. */
#include "machine.h"

#include <string.h>

enum { REGISTERS = 255, KEPT = 0xffff };

typedef struct allocation {
    uint16_t
        last[LAB_FORMULA_CODE];     /* where a value is used last; 0: nowhere; KEPT: it is a root */
    lab_ref home[LAB_FORMULA_CODE]; /* its register or output */
    uint8_t free[REGISTERS];
    int free_count, used;
} allocation;

static int is_node(lab_ref ref) {
    return (ref & REF_CLASS) == REF_NODE;
}

/* Backwards, so that the first use found is the last one. */
static void find_last_uses(allocation *a, const lab_instruction *code, int from, int to) {
    for (int i = to; i-- > from;) {
        if (!a->last[i]) continue;
        const lab_ref operands[] = {code[i].a, code[i].b, code[i].c};
        for (int k = 0; k < 3; k++)
            if (is_node(operands[k]) && !a->last[operands[k]]) a->last[operands[k]] = (uint16_t)i;
    }
}

static uint8_t take(allocation *a) {
    return a->free_count ? a->free[--a->free_count] : (uint8_t)a->used++;
}

/* A place for the value of instruction i. */
static lab_ref place(allocation *a, const lab_section *section, int i, int direct) {
    for (int k = 0; direct && a->last[i] == KEPT && k < section->root_count; k++)
        if (section->roots[k] == i) return (lab_ref)(REF_OUTPUT | k);
    return take(a);
}

/* The operand's place; a register is given back if `at` is its last use. */
static lab_ref settle(allocation *a, lab_ref ref, int at) {
    if (!is_node(ref)) return ref;
    const lab_ref home = a->home[ref];
    if (a->last[ref] == at) a->last[ref] = 0, a->free[a->free_count++] = (uint8_t)home;
    return home;
}

void lab_allocate(lab_builder *b, lab_section *section, int direct) {
    allocation a;
    lab_program *p = b->program;
    const int from = b->from, to = p->code_count;
    memset(&a, 0, sizeof a);
    for (int k = 0; k < section->root_count; k++)
        if (is_node(section->roots[k])) a.last[section->roots[k]] = KEPT;
    find_last_uses(&a, p->code, from, to);
    int count = from;
    for (int i = from; i < to; i++) {
        if (!a.last[i]) continue;
        if (!a.free_count && a.used == REGISTERS) {
            b->failed = 1;
            return;
        }
        lab_instruction *out = &p->code[count++];
        *out = p->code[i];
        out->dst = a.home[i] = place(&a, section, i, direct);
        out->a = settle(&a, out->a, i);
        out->b = settle(&a, out->b, i);
        out->c = settle(&a, out->c, i);
    }
    for (int k = 0; k < section->root_count; k++)
        section->roots[k] = settle(&a, section->roots[k], -1);
    section->from = (uint16_t)from, section->to = (uint16_t)count;
    section->setup_to = (uint16_t)p->setup_count;
    section->registers = (uint16_t)a.used;
    p->code_count = count;
}
