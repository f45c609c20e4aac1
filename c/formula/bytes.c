/* bytes.c: writes the parts of a WebAssembly module (core specification 2.0, section 5). A length
 * that is not known yet takes five bytes, whatever it turns out to be. */
#include "emitter.h"

#include <string.h>

enum { WIDE = 5, SIMD = 0xfd };

void lab_wasm_byte(lab_bytes *out, unsigned byte) {
    if (out->length < out->capacity) out->to[out->length] = (uint8_t)byte;
    out->length++;
}

void lab_wasm_all(lab_bytes *out, const void *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) lab_wasm_byte(out, ((const uint8_t *)bytes)[i]);
}

void lab_wasm_number(lab_bytes *out, uint32_t value) {
    for (; value > 127; value >>= 7) lab_wasm_byte(out, value | 128);
    lab_wasm_byte(out, value);
}

size_t lab_wasm_later(lab_bytes *out) {
    for (int i = 0; i < WIDE; i++) lab_wasm_byte(out, 0);
    return out->length;
}

void lab_wasm_now(lab_bytes *out, size_t after, uint32_t value) {
    for (size_t i = after - WIDE; i < after && after <= out->capacity; i++, value >>= 7)
        out->to[i] = (uint8_t)((value & 127) | (i + 1 < after ? 128 : 0));
}

void lab_wasm_length(lab_bytes *out, size_t after) {
    lab_wasm_now(out, after, (uint32_t)(out->length - after));
}

void lab_wasm_const(lab_bytes *out, uint32_t value) {
    lab_wasm_byte(out, 0x41); /* i32.const, whose number has a sign */
    for (; value > 63; value >>= 7) lab_wasm_byte(out, value | 128);
    lab_wasm_byte(out, value);
}

void lab_wasm_simd(lab_bytes *out, unsigned code) {
    lab_wasm_byte(out, SIMD);
    lab_wasm_number(out, code);
}

void lab_wasm_memory(lab_bytes *out, unsigned code, uint32_t offset) {
    lab_wasm_simd(out, code);
    lab_wasm_byte(out, 3); /* aligned to 8 bytes */
    lab_wasm_number(out, offset);
}

void lab_wasm_local(lab_bytes *out, unsigned code, unsigned local) {
    lab_wasm_byte(out, code);
    lab_wasm_number(out, local);
}
