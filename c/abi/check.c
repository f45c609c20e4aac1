/* check.c: what JavaScript may call about mistakes; judging stands beside runs (abi.c). A run with
 * a mistake is an opaque block of the caller's. */
#include "mistakes.h"

unsigned lab_abi_mistake_count(void) {
    return (unsigned)lab_mistake_count;
}

size_t lab_abi_wrong_size(void) {
    return sizeof(lab_wrong_run);
}

/* Its key. */
const char *lab_abi_wrong_key(const lab_wrong_run *wrong) {
    return wrong->key;
}

/* What it is in: 0: the rule, 1: the derivative of the landscape, 2: how the run is taken. */
unsigned lab_abi_wrong_kind(const lab_wrong_run *wrong) {
    return wrong->is_rule ? 0 : wrong->change ? 2 : 1;
}

/* The text of the rule; returns its length in bytes. */
size_t lab_abi_wrong_rule(char *out, size_t capacity, const lab_wrong_run *wrong) {
    const size_t length = wrong->program.length;
    for (size_t i = 0; i < length && i < capacity; i++) out[i] = wrong->program.source[i];
    return length;
}
