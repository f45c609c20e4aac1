/* slip.c: slips in taking derivatives, as people make them. Values do not change, except with
 * degrees, where sin, cos and tan are those of a calculator in the wrong mode. A slip is made in
 * first derivatives only. */
#include "machine.h"

static int varies(const lab_jet *u) {
    return u && (u->d[JET_X] != REF_NONE || u->d[JET_Y] != REF_NONE);
}

static lab_ref binary(lab_builder *b, lab_op op, lab_ref x, lab_ref y) {
    return x == REF_NONE ? REF_NONE : lab_build(b, op, x, y, REF_NONE);
}

/* Whether u is x or y, perhaps plus a number: then its derivative is 1. */
static int is_plain(const lab_builder *b, const lab_jet *u) {
    double known;
    for (int i = JET_X; i <= JET_Y; i++)
        if (u->d[i] != REF_NONE && (!lab_build_known(b, u->d[i], &known) || known != 1)) return 0;
    return 1;
}

static int is_outer(lab_op op) {
    return op == OP_POW || (op >= OP_SQRT && op <= OP_SIGMOID && op != OP_ABS);
}

int lab_slip_before(lab_builder *b, lab_slip slip, lab_op op, lab_jet *u, int is_made) {
    if (slip == LAB_SLIP_DEGREES) {
        if (op != OP_SIN && op != OP_COS && op != OP_TAN) return 0;
        u->d[0] = lab_build(b, OP_MUL, u->d[0], lab_build_number(b, LAB_PI / 180), REF_NONE);
        return 1;
    }
    if (slip != LAB_SLIP_INNER || !is_outer(op) || !varies(u) || is_plain(b, u)) return 0;
    for (int i = JET_X; is_made && i <= JET_Y; i++)
        if (u->d[i] != REF_NONE) u->d[i] = lab_build_number(b, 1);
    return 1;
}

int lab_slip_after(lab_builder *b, lab_slip slip, lab_op op, const lab_jet *u, const lab_jet *v,
                   lab_jet *r, int is_made) {
    double n;
    const int is_product = op == OP_MUL && varies(u) && varies(v);
    const int is_multiple = op == OP_MUL && varies(u) != varies(v);
    const lab_jet *other = varies(u) ? u : v;
    switch (slip) {
    case LAB_SLIP_EXPONENT:
        if (op != OP_POW || !varies(u) || !lab_build_known(b, v->d[0], &n) || n == 1) return 0;
        break;
    case LAB_SLIP_FACTOR:
        if (!is_multiple) return 0;
        break;
    case LAB_SLIP_PRODUCT:
        if (!is_product) return 0;
        break;
    case LAB_SLIP_SIGN:
        if ((op != OP_SIN && op != OP_COS) || !varies(u)) return 0;
        break;
    default:
        return 0;
    }
    for (int i = JET_X; is_made && i <= JET_Y; i++) {
        if (slip == LAB_SLIP_EXPONENT)
            r->d[i] = binary(b, OP_DIV, r->d[i], v->d[0]);
        else if (slip == LAB_SLIP_FACTOR)
            r->d[i] = other->d[i];
        else if (slip == LAB_SLIP_SIGN)
            r->d[i] = binary(b, OP_NEG, r->d[i], REF_NONE);
        else
            r->d[i] = v->d[i] == REF_NONE ? REF_NONE : binary(b, OP_MUL, u->d[i], v->d[i]);
    }
    return 1;
}
