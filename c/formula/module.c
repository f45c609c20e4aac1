/* module.c: the WebAssembly module around a step: two types of functions, the core's memory and
 * table of functions, the step, its place in that table, and that place as a number for the map. */
#include "emitter.h"

/* Its place in the table of functions is where a module puts its step. */
static const uint32_t *nothing(size_t lanes, const double *shared) {
    (void)lanes, (void)shared;
    return NULL;
}

/* Before the loop: constants, and what is read of the numbers that all lanes share. */
static void emit_items(lab_emitter *e) {
    lab_map_code *code = &e->map->code;
    code->shared_count = 0;
    for (int i = -1; i < e->item_count; i++) {
        const int unit = i < 0 ? 0 : e->items[i].unit, scalar = i < 0 ? 0 : e->items[i].scalar;
        const lab_program *p = unit == NOISE ? NULL : e->units[unit].p;
        if (i >= 0 && (!p || scalar < p->input_count || lab_emit_setup(p, (unsigned)scalar))) {
            if (code->shared_count == LAB_MAP_SHARED) e->out->length = e->out->capacity + 1;
            const size_t k = code->shared_count++ % LAB_MAP_SHARED;
            code->shared[k].program = (uint8_t)unit;
            code->shared[k].scalar = (uint16_t)scalar;
            lab_emit_get(e, SHARED);
            lab_wasm_memory(e->out, LOAD_SPLAT, (uint32_t)(k * sizeof(double)));
        } else {
            const double one = 1, *value = i < 0 ? &one : &p->scalars[scalar];
            lab_wasm_simd(e->out, CONST);
            lab_wasm_all(e->out, value, sizeof *value);
            lab_wasm_all(e->out, value, sizeof *value);
        }
        lab_emit_set(e, i < 0 ? ONE : (unsigned)(FIRST + i));
    }
}

/* The function's body: once to see what it reads, and once for good. */
static void emit_body(lab_emitter *e) {
    lab_bytes *out = e->out;
    unsigned registers = 0;
    for (int k = 0; k < LAB_MAP_PROGRAMS; k++)
        for (int s = 0; e->units[k].p && s < LAB_FORMULA_SECTIONS; s++)
            if (e->units[k].p->sections[s].registers > registers)
                registers = e->units[k].p->sections[s].registers;
    const size_t whole = lab_wasm_later(out);
    lab_wasm_all(out, "\x02\x02\x7f", 3); /* locals: two i32, and so many v128 */
    const size_t vectors = lab_wasm_later(out);
    lab_wasm_byte(out, V128);
    const size_t begin = out->length;
    for (int pass = 0; pass < 2; pass++) {
        if (out->length > out->capacity) return;
        out->length = begin;
        e->outputs = FIRST + (unsigned)(pass ? e->item_count : ITEMS);
        e->registers = e->outputs + LAB_FORMULA_LINES;
        e->locals = e->registers + registers;
        if (pass) emit_items(e);
        lab_emit_loop(e);
    }
    lab_wasm_byte(out, END);
    lab_wasm_now(out, vectors, e->locals - ONE);
    lab_wasm_length(out, whole);
}

static void section(lab_bytes *out, unsigned id, const char *bytes, size_t count) {
    lab_wasm_byte(out, id);
    lab_wasm_number(out, (uint32_t)count);
    lab_wasm_all(out, bytes, count);
}

void lab_emit_module(lab_emitter *e) {
    static const char types[] = "\x02\x60\x05\x7f\x7f\x7f\x7f\x7f\x00\x60\x02\x7f\x7f\x01\x7f";
    /* The 0 at the end is a part of it. */
    static const char imports[] = "\x02\x04"
                                  "core\x06memory\x02\x00\x01\x04"
                                  "core\x05table\x01\x70\x00";
    lab_bytes *out = e->out;
    const uint32_t step = (uint32_t)(uintptr_t)nothing;
    lab_wasm_all(out, "\0asm\1\0\0\0", 8);
    section(out, 1, types, sizeof types - 1);
    section(out, 2, imports, sizeof imports);
    section(out, 3, "\1\1", 2);
    lab_wasm_byte(out, 9);
    size_t length = lab_wasm_later(out);
    lab_wasm_all(out, "\1\0", 2);
    lab_wasm_const(out, step);
    lab_wasm_all(out, "\x0b\1\0", 3);
    lab_wasm_length(out, length);
    lab_wasm_byte(out, 10);
    length = lab_wasm_later(out);
    lab_wasm_byte(out, 1);
    emit_body(e);
    lab_wasm_length(out, length);
    lab_wasm_byte(out, 11);
    length = lab_wasm_later(out);
    lab_wasm_all(out, "\1\0", 2);
    lab_wasm_const(out, lab_emit_address(&e->map->code.step));
    lab_wasm_all(out, "\x0b\4", 2);
    lab_wasm_all(out, &step, 4);
    lab_wasm_length(out, length);
}
