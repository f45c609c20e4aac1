/* check.c: what JavaScript may call about mistakes; judging stands beside runs (abi.c). A run with
 * a mistake is an opaque block of the caller's. */
#include "mistakes.h"

size_t lab_abi_wrong_size(void) {
    return sizeof(lab_wrong_run);
}

/* Its key. */
const char *lab_abi_wrong_key(const lab_wrong_run *wrong) {
    return wrong->key;
}

/* What it is in: 1: the derivative of the landscape, 2: how the run is taken; else the rule, whose
 * program this is (lab_abi_source has its text). */
uintptr_t lab_abi_wrong_in(const lab_wrong_run *wrong) {
    return wrong->is_rule ? (uintptr_t)&wrong->program : wrong->change ? 2 : 1;
}
