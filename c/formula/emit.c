/* emit.c: programs as instructions on two lanes. What all lanes share is read from a row of numbers
 * that is worked out once a step; what differs by lane is read from the map's block. */
#include "emitter.h"

#include <string.h>

/* How each operation is written: operands, then operators, as on a stack machine; 1 and 0 are
 * numbers. Operations that have no such form are calls of their kernels. */
static const char *const forms[OP_COUNT] = {
    [OP_NEG] = "a~",          [OP_ADD] = "ab+",           [OP_SUB] = "ab-",
    [OP_MUL] = "ab*",         [OP_DIV] = "ab/",           [OP_LT] = "1ab<&",
    [OP_LE] = "1ab{&",        [OP_EQ] = "1ab=&",          [OP_NE] = "1ab!&",
    [OP_GT] = "1ab>&",        [OP_GE] = "1ab}&",          [OP_SQRT] = "ar",
    [OP_ABS] = "am",          [OP_SIGN] = "11~aa0<?a0>?", [OP_FLOOR] = "af",
    [OP_MIN] = "abab{aa!|?",  [OP_MAX] = "abab}aa!|?",    [OP_WHERE] = "bca0!?",
    [OP_ADD_SCALAR] = "ab+",  [OP_MUL_SCALAR] = "ab*",    [OP_DIV_SCALAR] = "ab/",
    [OP_SCALAR_SUB] = "ab-",  [OP_SCALAR_DIV] = "ab/",    [OP_FILL] = "a",
    [OP_COPY] = "a",          [OP_MUL_ADD] = "ab*c+",     [OP_SUB_MUL] = "cab*-",
    [OP_SCALE_ADD] = "ab*c+", [OP_CHAIN] = "ab*a0!&",
};

/* The instruction of simd128 behind each sign of a form. */
static const struct {
    char sign;
    unsigned char code;
} operators[] = {{'+', 0xf0}, {'-', 0xf1}, {'*', 0xf2}, {'/', 0xf3}, {'~', 0xed}, {'m', 0xec},
                 {'r', 0xef}, {'f', 0x75}, {'=', 0x47}, {'!', 0x48}, {'<', 0x49}, {'>', 0x4a},
                 {'{', 0x4b}, {'}', 0x4c}, {'&', 0x4e}, {'|', 0x50}, {'?', 0x52}};

uint32_t lab_emit_address(const void *at) {
    return (uint32_t)(uintptr_t)at;
}

void lab_emit_get(lab_emitter *e, unsigned local) {
    lab_wasm_local(e->out, GET, local);
}

unsigned lab_emit_set(lab_emitter *e, unsigned local) {
    lab_wasm_local(e->out, SET, local);
    return local;
}

unsigned lab_emit_fresh(lab_emitter *e) {
    return e->locals++;
}

unsigned lab_emit_load(lab_emitter *e, const double *row) {
    lab_emit_get(e, LANE);
    lab_wasm_memory(e->out, LOAD, lab_emit_address(row));
    return lab_emit_set(e, lab_emit_fresh(e));
}

void lab_emit_store(lab_emitter *e, const double *row, unsigned local) {
    lab_emit_get(e, LANE);
    lab_emit_get(e, local);
    lab_wasm_memory(e->out, STORE, lab_emit_address(row));
}

void lab_emit_form(lab_emitter *e, const char *form, unsigned a, unsigned b, unsigned c) {
    const unsigned operands[] = {a, b, c};
    for (; *form; form++) {
        if (*form >= 'a' && *form <= 'c') lab_emit_get(e, operands[*form - 'a']);
        if (*form == '0' || *form == '1') lab_emit_get(e, *form == '0' ? ZERO : ONE);
        for (size_t k = 0; k < sizeof operators / sizeof *operators; k++)
            if (operators[k].sign == *form) lab_wasm_simd(e->out, operators[k].code);
    }
}

/* Operands and result stand in the map's room, two lanes each. */
void lab_emit_call(lab_emitter *e, lab_kernel *kernel, unsigned n) {
    const double *room = e->map->code.room;
    lab_wasm_const(e->out, n);
    lab_wasm_const(e->out, lab_emit_address(room + 8));
    for (int k = 0; k < 3; k++) lab_wasm_const(e->out, lab_emit_address(room + 2 * k));
    lab_wasm_const(e->out, (uint32_t)(uintptr_t)kernel);
    lab_wasm_byte(e->out, CALL_INDIRECT);
    lab_wasm_byte(e->out, KERNEL);
    lab_wasm_byte(e->out, 0);
    lab_wasm_const(e->out, 0);
    lab_wasm_memory(e->out, LOAD, lab_emit_address(room + 8));
}

void lab_emit_hand(lab_emitter *e, int k, unsigned local) {
    lab_wasm_const(e->out, 0);
    lab_emit_get(e, local);
    lab_wasm_memory(e->out, STORE, lab_emit_address(e->map->code.room + 2 * k));
}

static unsigned operand(lab_emitter *e, lab_emit_unit *u, lab_ref ref);

/* Carries out an instruction; its result is on the stack. */
static void perform(lab_emitter *e, lab_emit_unit *u, const lab_instruction *i) {
    const lab_ref refs[] = {i->a, i->b, i->c};
    unsigned of[3];
    for (int k = 0; k < 3; k++) of[k] = refs[k] == REF_NONE ? ZERO : operand(e, u, refs[k]);
    if (forms[i->op]) {
        lab_emit_form(e, forms[i->op], of[0], of[1], of[2]);
        return;
    }
    for (int k = 0; k < 3; k++)
        if (refs[k] != REF_NONE) lab_emit_hand(e, k, of[k]);
    lab_emit_call(e, lab_kernels[i->op], 2);
}

const lab_instruction *lab_emit_setup(const lab_program *p, unsigned scalar) {
    for (int i = 0; i < p->setup_count; i++)
        if (p->setup[i].dst == (REF_SCALAR | scalar)) return &p->setup[i];
    return NULL;
}

unsigned lab_emit_item(lab_emitter *e, int number, unsigned scalar) {
    if (e->item_count == ITEMS)
        e->out->length = e->out->capacity + 1;
    else {
        e->items[e->item_count].unit = (uint8_t)number;
        e->items[e->item_count++].scalar = (uint16_t)scalar;
    }
    return FIRST + (unsigned)e->item_count - 1;
}

static unsigned scalar(lab_emitter *e, lab_emit_unit *u, unsigned k) {
    if (u->scalars[k]) return u->scalars[k];
    unsigned local;
    if (!u->varies[k])
        local = lab_emit_item(e, (int)(u - e->units), k);
    else if (k < (unsigned)u->p->input_count)
        local = lab_emit_load(e, u->at[k]);
    else {
        perform(e, u, lab_emit_setup(u->p, k));
        local = lab_emit_set(e, lab_emit_fresh(e));
    }
    u->scalars[k] = (uint16_t)local;
    return local;
}

/* The local that holds an operand. */
static unsigned operand(lab_emitter *e, lab_emit_unit *u, lab_ref ref) {
    const unsigned k = ref & ~(unsigned)REF_CLASS;
    if (ref == REF_NONE) return ZERO;
    switch (ref & REF_CLASS) {
    case REF_NODE:
        return e->registers + k;
    case REF_OUTPUT:
        return e->outputs + k;
    case REF_SCALAR:
        return scalar(e, u, k);
    default:
        if (!u->inputs[k].local) u->inputs[k].local = lab_emit_load(e, u->inputs[k].at);
        return u->inputs[k].local;
    }
}

void lab_emit_section(lab_emitter *e, lab_emit_unit *u, int which) {
    const lab_section *section = &u->p->sections[which];
    for (int i = section->from; i < section->to; i++) {
        const lab_instruction *at = &u->p->code[i];
        perform(e, u, at);
        lab_emit_set(e, operand(e, u, at->dst));
    }
}

/* A root in a local of its own. */
unsigned lab_emit_root(lab_emitter *e, lab_emit_unit *u, int which, int k) {
    lab_emit_get(e, operand(e, u, u->p->sections[which].roots[k]));
    return lab_emit_set(e, lab_emit_fresh(e));
}
