/* derive.c: forward-mode derivatives, taken while the program is built: an operand that does not
 * depend on x or y has no derivative at all (REF_NONE), and what is known is folded, so nothing is
 * computed that is zero or one.
 *
 * For r = op(u, v), with the partial derivatives of op written ru, rv, ruu, ruv, rvv, the chain
 * rule says, with i and j among x and y,
 *
 *     r_i  = ru u_i + rv v_i
 *     r_ij = ru u_ij + rv v_ij + ruu u_i u_j + ruv (u_i v_j + u_j v_i) + rvv v_i v_j
 *
 * and each case below gives the partials. Where a partial derivative may be infinite or NaN, a
 * factor that is 0 makes the product 0: what does not vary does not contribute. That is so of rv in
 * u^v, whose logarithm is NaN for u < 0, and of ru in √u, asin u, acos u and u^v, which is a choice
 * at kinks (formula.h); the ruu of those are left to IEEE 754. */
#include "machine.h"

#include <math.h>

typedef struct partials {
    lab_ref u, v, uu, uv, vv;
    int quiet_u, quiet_v; /* whether a derivative of u, or of v, that is 0 makes the term 0 */
} partials;

static lab_ref unary(lab_builder *b, lab_op op, lab_ref x) {
    return lab_build(b, op, x, REF_NONE, REF_NONE);
}

static lab_ref number(lab_builder *b, double value) {
    return lab_build_number(b, value);
}

/* c * (s * a) is (c * s) * a: c in *x, the result's operands in both. */
static void fold(lab_builder *b, lab_ref *x, lab_ref *y) {
    double c, s;
    if ((*y & REF_CLASS) != REF_NODE || !lab_build_known(b, *x, &c)) return;
    const lab_instruction *i = &b->program->code[*y];
    if (i->op != OP_MUL_SCALAR || !lab_build_known(b, i->b, &s) || !isnormal(c * s)) return;
    *y = i->a;
    *x = lab_build(b, OP_MUL, *x, i->b, REF_NONE);
}

/* The same as lab_build, where REF_NONE is zero. */
static lab_ref mul(lab_builder *b, lab_ref x, lab_ref y) {
    if (x == REF_NONE || y == REF_NONE) return REF_NONE;
    fold(b, &x, &y);
    fold(b, &y, &x);
    return lab_build(b, OP_MUL, x, y, REF_NONE);
}

static lab_ref add(lab_builder *b, lab_ref x, lab_ref y) {
    if (x == REF_NONE) return y;
    return y == REF_NONE ? x : lab_build(b, OP_ADD, x, y, REF_NONE);
}

static lab_ref over(lab_builder *b, lab_ref x, lab_ref y) {
    return lab_build(b, OP_DIV, x, y, REF_NONE);
}

static lab_ref scaled(lab_builder *b, double factor, lab_ref x) {
    return mul(b, number(b, factor), x);
}

static lab_ref plus(lab_builder *b, lab_ref x, double term) {
    return add(b, x, number(b, term));
}

static int depends(const lab_jet *u) {
    return u->d[JET_X] != REF_NONE || u->d[JET_Y] != REF_NONE;
}

/* where(condition, x, y), where REF_NONE is zero. */
static lab_ref choose(lab_builder *b, lab_ref condition, lab_ref x, lab_ref y) {
    double known;
    if (x == y) return x;
    if (lab_build_known(b, condition, &known)) return known != 0 ? x : y;
    if (x == REF_NONE) x = number(b, 0);
    if (y == REF_NONE) y = number(b, 0);
    return lab_build(b, OP_WHERE, condition, x, y);
}

static lab_ref squared(lab_builder *b, lab_ref x) {
    return mul(b, x, x);
}

/* quiet * loud, but 0 where `quiet` is 0, even if `loud` is infinite or NaN. */
static lab_ref chain(lab_builder *b, lab_ref quiet, lab_ref loud) {
    double known;
    if (quiet == REF_NONE || loud == REF_NONE) return REF_NONE;
    if (!lab_build_known(b, quiet, &known)) return lab_build(b, OP_CHAIN, quiet, loud, REF_NONE);
    return known == 0 ? REF_NONE : mul(b, quiet, loud);
}

/* n u^(n - 1) is 0 for n = 0, even at u = 0, and u^v ln u is 0 at u = 0 for v > 0. */
static void partials_of_power(lab_builder *b, partials *p, const lab_jet *u, const lab_jet *v,
                              lab_ref r) {
    const lab_ref base = u->d[0], n = v->d[0], less = plus(b, n, -1);
    double known;
    p->quiet_u = !lab_build_known(b, n, &known) || (known > 0 && known < 1);
    p->quiet_v = !lab_build_known(b, base, &known) || !(known > 0);
    if (depends(u)) {
        p->u = chain(b, n, lab_build_power(b, base, less));
        if (b->order > 1)
            p->uu = chain(b, mul(b, n, less), lab_build_power(b, base, plus(b, n, -2)));
    }
    if (!depends(v)) return;
    const lab_ref log = unary(b, OP_LOG, base);
    p->v = chain(b, r, log);
    if (b->order < 2) return;
    p->vv = chain(b, r, squared(b, log));
    if (depends(u)) p->uv = chain(b, lab_build_power(b, base, less), plus(b, mul(b, n, log), 1));
}

static void partials_of_quotient(lab_builder *b, partials *p, const lab_jet *u, const lab_jet *v,
                                 lab_ref r) {
    const lab_ref inverse = over(b, number(b, 1), v->d[0]);
    if (depends(u)) p->u = inverse;
    if (!depends(v)) return;
    p->v = unary(b, OP_NEG, mul(b, r, inverse));
    if (b->order < 2) return;
    p->vv = scaled(b, -2, mul(b, p->v, inverse));
    if (depends(u)) p->uv = unary(b, OP_NEG, squared(b, inverse));
}

/* The functions of one operand x with the value r. Forms are chosen to lose no digits: 1/cosh²
 * rather than 1 - tanh², (1 - x)(1 + x) rather than 1 - x². */
static void partials_of_circular(lab_builder *b, partials *p, lab_op op, lab_ref x, lab_ref r) {
    const lab_ref one = number(b, 1);
    lab_ref s;
    switch (op) {
    case OP_SIN:
        p->u = unary(b, OP_COS, x);
        p->uu = unary(b, OP_NEG, r);
        break;
    case OP_COS:
        p->u = unary(b, OP_NEG, unary(b, OP_SIN, x));
        p->uu = unary(b, OP_NEG, r);
        break;
    case OP_TAN:
        p->u = plus(b, squared(b, r), 1);
        p->uu = mul(b, scaled(b, 2, r), p->u);
        break;
    case OP_ATAN:
        p->u = over(b, one, plus(b, squared(b, x), 1));
        p->uu = mul(b, scaled(b, -2, x), squared(b, p->u));
        break;
    default: /* asin, acos */
        p->quiet_u = 1;
        s = mul(b, lab_build(b, OP_SUB, one, x, REF_NONE), plus(b, x, 1));
        p->u = over(b, number(b, op == OP_ASIN ? 1 : -1), unary(b, OP_SQRT, s));
        p->uu = over(b, mul(b, x, p->u), s);
    }
}

static void partials_of_exponential(lab_builder *b, partials *p, lab_op op, lab_ref x, lab_ref r) {
    lab_ref s;
    switch (op) {
    case OP_EXP:
        p->u = p->uu = r;
        break;
    case OP_SINH:
    case OP_COSH:
        p->u = unary(b, op == OP_SINH ? OP_COSH : OP_SINH, x);
        p->uu = r;
        break;
    case OP_TANH:
        p->u = squared(b, over(b, number(b, 1), unary(b, OP_COSH, x)));
        p->uu = mul(b, scaled(b, -2, r), p->u);
        break;
    case OP_SIGMOID:
        s = unary(b, OP_SIGMOID, unary(b, OP_NEG, x));
        p->u = mul(b, r, s);
        p->uu = mul(b, p->u, lab_build(b, OP_SUB, s, r, REF_NONE));
        break;
    default: /* log, log10 */
        p->u = over(b, number(b, op == OP_LOG ? 1 : 0.434294481903251828), x);
        p->uu = unary(b, OP_NEG, over(b, p->u, x));
    }
}

static void partials_of_function(lab_builder *b, partials *p, lab_op op, lab_ref x, lab_ref r) {
    if (op == OP_ABS) {
        p->u = unary(b, OP_SIGN, x);
    } else if (op == OP_SQRT) {
        p->quiet_u = 1;
        p->u = over(b, number(b, 0.5), r);
        p->uu = over(b, scaled(b, -0.5, p->u), x);
    } else if (op >= OP_SIN && op <= OP_ATAN) {
        partials_of_circular(b, p, op, x, r);
    } else {
        partials_of_exponential(b, p, op, x, r);
    }
}

static partials partials_of(lab_builder *b, lab_op op, const lab_jet *u, const lab_jet *v,
                            lab_ref r) {
    partials p = {REF_NONE, REF_NONE, REF_NONE, REF_NONE, REF_NONE, 0, 0};
    switch (op) {
    case OP_NEG:
        p.u = number(b, -1);
        break;
    case OP_ADD:
        p.u = p.v = number(b, 1);
        break;
    case OP_SUB:
        p.u = number(b, 1), p.v = number(b, -1);
        break;
    case OP_MUL:
        p.u = v->d[0], p.v = u->d[0], p.uv = number(b, 1);
        break;
    case OP_DIV:
        partials_of_quotient(b, &p, u, v, r);
        break;
    case OP_POW:
        partials_of_power(b, &p, u, v, r);
        break;
    default:
        partials_of_function(b, &p, op, u->d[0], r);
    }
    return p;
}

/* slope * partial. Slopes stand first: they are constants more often than not, and then fold. */
static lab_ref term(lab_builder *b, lab_ref slope, lab_ref partial, int quiet) {
    return (quiet ? chain : mul)(b, slope, partial);
}

static lab_ref first(lab_builder *b, const partials *p, const lab_jet *u, const lab_jet *v, int i) {
    return add(b, term(b, u->d[i], p->u, p->quiet_u), term(b, v->d[i], p->v, p->quiet_v));
}

/* partial * u * v, u and v derivatives. */
static lab_ref curved(lab_builder *b, lab_ref partial, lab_ref u, lab_ref v, int quiet) {
    return partial == REF_NONE ? REF_NONE : term(b, mul(b, u, v), partial, quiet);
}

static lab_ref second(lab_builder *b, const partials *p, const lab_jet *u, const lab_jet *v, int i,
                      int j, int ij) {
    lab_ref r = add(b, mul(b, u->d[ij], p->u), term(b, v->d[ij], p->v, p->quiet_v));
    r = add(b, r, curved(b, p->uu, u->d[i], u->d[j], 0));
    r = add(b, r, curved(b, p->uv, u->d[i], v->d[j], p->quiet_v));
    r = add(b, r, curved(b, p->uv, u->d[j], v->d[i], p->quiet_v));
    return add(b, r, curved(b, p->vv, v->d[i], v->d[j], p->quiet_v));
}

/* The derivatives of the side whose value was taken; NaN where min or max is NaN. */
static void derive_choice(lab_builder *b, lab_jet *r, lab_op op, const lab_jet *u, const lab_jet *v,
                          const lab_jet *w) {
    const int size = b->order == 0 ? 1 : b->order == 1 ? JET_XX : JET_SIZE;
    const lab_ref x = u->d[0], y = v->d[0];
    lab_ref left = REF_NONE, right = REF_NONE;
    if (op != OP_WHERE) {
        left = lab_build(b, OP_LE, op == OP_MIN ? x : y, op == OP_MIN ? y : x, REF_NONE);
        right = lab_build(b, OP_LT, op == OP_MIN ? y : x, op == OP_MIN ? x : y, REF_NONE);
    }
    for (int i = 1; i < size; i++) {
        if (op == OP_WHERE) {
            r->d[i] = choose(b, x, v->d[i], w->d[i]);
        } else if (u->d[i] != REF_NONE || v->d[i] != REF_NONE) {
            r->d[i] = choose(b, right, v->d[i], r->d[0]);
            r->d[i] = choose(b, left, u->d[i], r->d[i]);
        }
    }
}

/* floor and sign: 0, but NaN where the operand is NaN. */
static void derive_step(lab_builder *b, lab_jet *r, const lab_jet *u) {
    const lab_ref x = u->d[0];
    for (int i = JET_X; i <= JET_Y; i++)
        if (u->d[i] != REF_NONE)
            r->d[i] = choose(b, lab_build(b, OP_EQ, x, x, REF_NONE), REF_NONE, x);
}

static const lab_jet nothing = {{REF_NONE, REF_NONE, REF_NONE, REF_NONE, REF_NONE, REF_NONE}};

lab_jet lab_derive(lab_builder *b, lab_op op, const lab_jet *u, const lab_jet *v,
                   const lab_jet *w) {
    lab_jet r = nothing;
    if (!v) v = &nothing;
    if (!w) w = &nothing;
    r.d[0] = op == OP_POW ? lab_build_power(b, u->d[0], v->d[0])
                          : lab_build(b, op, u->d[0], v->d[0], w->d[0]);
    if (!b->order || (!depends(u) && !depends(v) && !depends(w))) return r;
    if (op == OP_MIN || op == OP_MAX || op == OP_WHERE) {
        derive_choice(b, &r, op, u, v, w);
    } else if (op == OP_FLOOR || op == OP_SIGN) {
        derive_step(b, &r, u);
    } else if (op < OP_LT || op >= OP_FUNCTIONS) {
        const partials p = partials_of(b, op, u, v, r.d[0]);
        for (int i = JET_X; i <= JET_Y; i++) r.d[i] = first(b, &p, u, v, i);
        if (b->order < 2) return r;
        r.d[JET_XX] = second(b, &p, u, v, JET_X, JET_X, JET_XX);
        r.d[JET_XY] = second(b, &p, u, v, JET_X, JET_Y, JET_XY);
        r.d[JET_YY] = second(b, &p, u, v, JET_Y, JET_Y, JET_YY);
    }
    return r;
}
