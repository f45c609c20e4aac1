/* build.c: appends instructions: folds constants, reuses what was computed before, and moves what
 * is the same in all lanes into the set-up, where it is computed once. An instruction's result is
 * named by its place until registers are allocated. */
#include "machine.h"

#include <math.h>
#include <string.h>

enum { WINDOW = 128 }; /* how far back an equal instruction is searched for */

static int is_scalar(lab_ref ref) {
    return (ref & REF_CLASS) == REF_SCALAR;
}

static lab_ref fail(lab_builder *b) {
    b->failed = 1;
    return REF_SCALAR;
}

static lab_ref new_scalar(lab_builder *b, double value, int constant) {
    lab_program *p = b->program;
    if (p->scalar_count == LAB_FORMULA_SCALARS) return fail(b);
    p->scalars[p->scalar_count] = value;
    b->constant[p->scalar_count] = (unsigned char)constant;
    return (lab_ref)(REF_SCALAR | p->scalar_count++);
}

lab_ref lab_build_number(lab_builder *b, double value) {
    for (int i = 0; i < b->program->scalar_count; i++)
        if (b->constant[i] && !memcmp(&b->program->scalars[i], &value, sizeof value))
            return (lab_ref)(REF_SCALAR | i);
    return new_scalar(b, value, 1);
}

int lab_build_known(const lab_builder *b, lab_ref ref, double *value) {
    if (!is_scalar(ref) || !b->constant[ref & ~REF_CLASS]) return 0;
    *value = b->program->scalars[ref & ~REF_CLASS];
    return 1;
}

static int same(const lab_instruction *i, lab_op op, lab_ref a, lab_ref b, lab_ref c) {
    return i->op == op && i->a == a && i->b == b && i->c == c;
}

/* An operation on numbers that are the same in all lanes: done now if they are known, else once per
 * call. */
static lab_ref build_scalar(lab_builder *b, lab_op op, lab_ref x, lab_ref y, lab_ref z) {
    lab_program *p = b->program;
    double u = 0, v = 0, w = 0, result;
    if (lab_build_known(b, x, &u) && (y == REF_NONE || lab_build_known(b, y, &v)) &&
        (z == REF_NONE || lab_build_known(b, z, &w))) {
        const int before = p->scalar_count;
        lab_kernels[op](1, &result, &u, &v, &w);
        const lab_ref made = lab_build_number(b, result);
        if (p->scalar_count > before && p->folded_count < LAB_FORMULA_FOLDED)
            p->folded[p->folded_count++] = (lab_instruction){(uint16_t)op, made, x, y, z};
        return made;
    }
    for (int i = 0; i < p->setup_count; i++)
        if (same(&p->setup[i], op, x, y, z)) return p->setup[i].dst;
    if (p->setup_count == LAB_FORMULA_SETUP) return fail(b);
    const lab_ref dst = new_scalar(b, 0, 0);
    p->setup[p->setup_count++] = (lab_instruction){(uint16_t)op, dst, x, y, z};
    return dst;
}

static lab_ref append(lab_builder *b, lab_op op, lab_ref x, lab_ref y, lab_ref z) {
    lab_program *p = b->program;
    const int oldest = p->code_count - WINDOW > b->from ? p->code_count - WINDOW : b->from;
    for (int i = p->code_count; i-- > oldest;)
        if (same(&p->code[i], op, x, y, z)) return (lab_ref)(REF_NODE | i);
    if (p->code_count == LAB_FORMULA_CODE) return fail(b);
    p->code[p->code_count] = (lab_instruction){(uint16_t)op, 0, x, y, z};
    return (lab_ref)(REF_NODE | p->code_count++);
}

static lab_ref filled(lab_builder *b, lab_ref ref) {
    return is_scalar(ref) ? append(b, OP_FILL, ref, REF_NONE, REF_NONE) : ref;
}

static lab_ref minus(lab_builder *b, lab_ref x) {
    return lab_build(b, OP_NEG, x, REF_NONE, REF_NONE);
}

/* An instruction for one scalar operand and one that is not. */
static lab_ref build_mixed(lab_builder *b, lab_op op, lab_ref x, lab_ref y) {
    double value;
    switch (op) {
    case OP_ADD:
    case OP_MUL:
        op = op == OP_ADD ? OP_ADD_SCALAR : OP_MUL_SCALAR;
        return is_scalar(x) ? append(b, op, y, x, REF_NONE) : append(b, op, x, y, REF_NONE);
    case OP_SUB:
        if (is_scalar(x)) return append(b, OP_SCALAR_SUB, x, y, REF_NONE);
        if (lab_build_known(b, y, &value)) return lab_build(b, OP_ADD, x, minus(b, y), REF_NONE);
        return append(b, OP_SUB, x, filled(b, y), REF_NONE);
    case OP_DIV:
        return append(b, is_scalar(x) ? OP_SCALAR_DIV : OP_DIV_SCALAR, x, y, REF_NONE);
    default:
        return append(b, op, filled(b, x), filled(b, y), REF_NONE);
    }
}

/* The operand of an instruction that negates; else REF_NONE. */
static lab_ref negated(const lab_builder *b, lab_ref ref) {
    if ((ref & REF_CLASS) != REF_NODE || b->program->code[ref].op != OP_NEG) return REF_NONE;
    return b->program->code[ref].a;
}

/* -x: the sign goes into a factor. */
static lab_ref simplified_minus(lab_builder *b, lab_ref x) {
    double factor;
    if ((x & REF_CLASS) != REF_NODE) return REF_NONE;
    const lab_instruction *i = &b->program->code[x];
    if (i->op == OP_NEG) return i->a;
    if (i->op != OP_MUL_SCALAR || !lab_build_known(b, i->b, &factor)) return REF_NONE;
    return lab_build(b, OP_MUL, i->a, minus(b, i->b), REF_NONE);
}

/* x * y and x / y: signs move outwards, a division by a power of two becomes a multiplication. */
static lab_ref simplified_product(lab_builder *b, lab_op op, lab_ref x, lab_ref y) {
    double u = 0, v = 0;
    int exponent;
    lab_build_known(b, x, &u), lab_build_known(b, y, &v);
    const lab_ref minus_x = negated(b, x), minus_y = negated(b, y);
    if (v == 1) return x;
    if (v == -1) return minus(b, x);
    if (minus_x != REF_NONE) return minus(b, lab_build(b, op, minus_x, y, REF_NONE));
    if (minus_y != REF_NONE) return minus(b, lab_build(b, op, x, minus_y, REF_NONE));
    if (op == OP_DIV && fabs(frexp(v, &exponent)) == 0.5 && isnormal(1 / v))
        return lab_build(b, OP_MUL, x, lab_build_number(b, 1 / v), REF_NONE);
    if (op == OP_MUL && (u == 1 || u == -1)) return lab_build(b, op, y, x, REF_NONE);
    return REF_NONE;
}

/* x op y if that equals an operand or a simpler operation; else REF_NONE. Every case is exact, for
 * infinity and NaN too. */
static lab_ref simplified(lab_builder *b, lab_op op, lab_ref x, lab_ref y) {
    if (op == OP_NEG) return simplified_minus(b, x);
    if (op == OP_MUL || op == OP_DIV) return simplified_product(b, op, x, y);
    if (op != OP_ADD && op != OP_SUB) return REF_NONE;
    const lab_ref minus_x = negated(b, x), minus_y = negated(b, y);
    if (minus_y != REF_NONE)
        return lab_build(b, op == OP_ADD ? OP_SUB : OP_ADD, x, minus_y, REF_NONE);
    if (op == OP_ADD && minus_x != REF_NONE) return lab_build(b, OP_SUB, y, minus_x, REF_NONE);
    return REF_NONE;
}

static const lab_instruction *product_at(const lab_builder *b, lab_ref ref) {
    if ((ref & REF_CLASS) != REF_NODE) return NULL;
    const lab_instruction *i = &b->program->code[ref];
    return i->op == OP_MUL || i->op == OP_MUL_SCALAR ? i : NULL;
}

/* A product and a sum in one instruction, which saves a pass through memory. The product itself is
 * dropped later if nothing else uses it. REF_NONE: neither operand is a product. */
static lab_ref fused(lab_builder *b, lab_op op, lab_ref x, lab_ref y) {
    const lab_instruction *p = product_at(b, x);
    double factor;
    if (op == OP_ADD && p)
        return append(b, p->op == OP_MUL ? OP_MUL_ADD : OP_SCALE_ADD, p->a, p->b, y);
    p = product_at(b, y);
    if (op == OP_ADD && p) return fused(b, op, y, x);
    if (op == OP_SUB && p && p->op == OP_MUL) return append(b, OP_SUB_MUL, p->a, p->b, x);
    if (op == OP_SUB && p && lab_build_known(b, p->b, &factor))
        return append(b, OP_SCALE_ADD, p->a, minus(b, p->b), x);
    return REF_NONE;
}

lab_ref lab_build(lab_builder *b, lab_op op, lab_ref x, lab_ref y, lab_ref z) {
    const lab_ref simple = simplified(b, op, x, y);
    if (simple != REF_NONE) return simple;
    const int scalars = is_scalar(x) + is_scalar(y) + is_scalar(z);
    const int operands = 1 + (y != REF_NONE) + (z != REF_NONE);
    if (scalars == operands) return build_scalar(b, op, x, y, z);
    if (operands == 2 && scalars == 1) return build_mixed(b, op, x, y);
    const lab_ref one = fused(b, op, x, y);
    return one != REF_NONE ? one : append(b, op, filled(b, x), filled(b, y), filled(b, z));
}

lab_ref lab_build_reduction(lab_builder *b, lab_op op, lab_ref x, lab_ref y) {
    int r = 0;
    for (; r < b->reduction_count; r++)
        if (b->reductions[r].op == op && b->reductions[r].a == x && b->reductions[r].b == y) break;
    if (r == LAB_FORMULA_REDUCTIONS) return fail(b);
    b->reductions[r].op = op;
    b->reductions[r].a = x;
    b->reductions[r].b = y;
    if (r == b->reduction_count) b->reduction_count++;
    return (lab_ref)(REF_INPUT | (LAB_FORMULA_INPUTS + r));
}

/* base^n for n > 0, by squaring. */
static lab_ref product(lab_builder *b, lab_ref base, int n) {
    lab_ref result = REF_NONE;
    for (lab_ref square = base; n; n >>= 1) {
        if (n & 1)
            result = result == REF_NONE ? square : lab_build(b, OP_MUL, result, square, REF_NONE);
        if (n > 1) square = lab_build(b, OP_MUL, square, square, REF_NONE);
    }
    return result;
}

lab_ref lab_build_power(lab_builder *b, lab_ref base, lab_ref exponent) {
    double n, e;
    if (lab_build_known(b, base, &e) && e == 2.718281828459045235)
        return lab_build(b, OP_EXP, exponent, REF_NONE, REF_NONE);
    if (!lab_build_known(b, exponent, &n) || n != floor(n) || !(fabs(n) <= 16))
        return lab_build(b, OP_POW, base, exponent, REF_NONE);
    if (n == 0) return lab_build_number(b, 1);
    const lab_ref result = product(b, base, (int)fabs(n));
    return n > 0 ? result : lab_build(b, OP_DIV, lab_build_number(b, 1), result, REF_NONE);
}
