/* emitter.h: what the files that write a map's step share (emit.h). Private to them. */
#ifndef LAB_EMITTER_H
#define LAB_EMITTER_H

#include "emit.h"
#include "machine.h"

/* ---- Bytes (bytes.c) ------------------------------------------------------------------------- */

/* `length` goes on counting where there is no more room. */
typedef struct lab_bytes {
    uint8_t *to;
    size_t length, capacity;
} lab_bytes;

void lab_wasm_byte(lab_bytes *out, unsigned byte);
void lab_wasm_all(lab_bytes *out, const void *bytes, size_t count);
/* LEB128 without a sign. */
void lab_wasm_number(lab_bytes *out, uint32_t value);
/* Room for a number that is not known yet; returns the place after it. */
size_t lab_wasm_later(lab_bytes *out);
void lab_wasm_now(lab_bytes *out, size_t after, uint32_t value);
/* The same, for the number of bytes that follow it. */
void lab_wasm_length(lab_bytes *out, size_t after);
/* i32.const. */
void lab_wasm_const(lab_bytes *out, uint32_t value);
/* Write an instruction: of simd128; one that loads or stores; one on a local. */
void lab_wasm_simd(lab_bytes *out, unsigned code);
void lab_wasm_memory(lab_bytes *out, unsigned code, uint32_t offset);
void lab_wasm_local(lab_bytes *out, unsigned code, unsigned local);

/* ---- Programs as instructions (emit.c) ------------------------------------------------------- */

/* The programs of a map: the landscape, its slopes if they have formulas of their own, the rule.
 * Noise is numbered as if it were one. */
enum { F, GX, GY, RULE, NOISE };

enum {
    /* instructions, and types of values */
    LOAD = 0x00,
    LOAD_SPLAT = 0x0a,
    STORE = 0x0b,
    CONST = 0x0c,
    BITMASK = 0xc4,
    GET = 0x20,
    SET = 0x21,
    CALL_INDIRECT = 0x11,
    END = 0x0b,
    V128 = 0x7b,
    /* types of functions */
    KERNEL = 0,
    STEP,
    /* locals of the step */
    COUNT = 0, /* of lanes; then in bytes, as all places of lanes are */
    SHARED,    /* where the numbers are that all lanes share */
    LANE,      /* the first of the two at hand */
    NOTED,     /* where the list of noted pairs ends */
    ONE,       /* from here on vectors of two lanes */
    ZERO,
    FIRST, /* what is set before the loop; then all others */
    PLACES = LAB_FORMULA_INPUTS + LAB_FORMULA_REDUCTIONS,
    ITEMS = 256
};

/* An input that differs by lane: where it is, and the local that holds it; 0: none yet. */
typedef struct lab_emit_place {
    const double *at;
    unsigned local;
} lab_emit_place;

/* A program of the map. Of each of its scalars: the local that holds it, or 0; whether it differs
 * by lane, and if it is an input, where it then is. */
typedef struct lab_emit_unit {
    const lab_program *p;
    lab_emit_place inputs[PLACES];
    uint16_t scalars[LAB_FORMULA_SCALARS];
    uint8_t varies[LAB_FORMULA_SCALARS];
    const double *at[LAB_FORMULA_INPUTS];
} lab_emit_unit;

typedef struct lab_emitter {
    lab_bytes *out;
    lab_map *map;
    /* How many locals there are; the first ones for a program's registers and outputs. */
    unsigned locals, registers, outputs;
    /* Scalars that are set before the loop, each in the local FIRST + its place here. */
    int item_count;
    struct {
        uint8_t unit;
        uint16_t scalar;
    } items[ITEMS];
    lab_emit_unit units[LAB_MAP_PROGRAMS];
    /* Locals: the new point, f there, what is added to g; the sum of all that must be finite. */
    unsigned x[2], f, noise[2], sum;
    int has_sum;
} lab_emitter;

/* Where something stands in the core's memory, or in its table of functions. */
uint32_t lab_emit_address(const void *at);
void lab_emit_get(lab_emitter *e, unsigned local);
/* Takes what is on the stack; returns the local. */
unsigned lab_emit_set(lab_emitter *e, unsigned local);
unsigned lab_emit_fresh(lab_emitter *e);
/* Two lanes of a row, in a new local; and back. */
unsigned lab_emit_load(lab_emitter *e, const double *row);
void lab_emit_store(lab_emitter *e, const double *row, unsigned local);
/* Leaves on the stack what a form makes of a, b and c. */
void lab_emit_form(lab_emitter *e, const char *form, unsigned a, unsigned b, unsigned c);
/* Hands two lanes to the next call: operand 0, 1, ... */
void lab_emit_hand(lab_emitter *e, int k, unsigned local);
/* Calls a kernel with three operands (the third may be two); leaves its result on the stack. */
void lab_emit_call(lab_emitter *e, lab_kernel *kernel, unsigned n);
/* A scalar that is set before the loop; returns its local. */
unsigned lab_emit_item(lab_emitter *e, int number, unsigned scalar);
/* The instruction of the set-up that makes a scalar, or NULL. */
const lab_instruction *lab_emit_setup(const lab_program *p, unsigned scalar);
void lab_emit_section(lab_emitter *e, lab_emit_unit *u, int which);
/* A root in a local of its own. */
unsigned lab_emit_root(lab_emitter *e, lab_emit_unit *u, int which, int k);

/* ---- A step (fuse.c) and the module around it (module.c) ------------------------------------- */

void lab_emit_loop(lab_emitter *e);
void lab_emit_module(lab_emitter *e);

#endif
