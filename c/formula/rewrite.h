/* rewrite.h: rules and derivatives with mistakes in them, which are made by shape. */
#ifndef LAB_REWRITE_H
#define LAB_REWRITE_H

#include "formula.h"

/* A slip in taking a derivative: a mistake that people make (slip.c). */
typedef enum lab_slip {
    LAB_NO_SLIP,
    LAB_SLIP_EXPONENT, /* (u^n)' without the factor n */
    LAB_SLIP_FACTOR,   /* (c u)' without the constant factor c */
    LAB_SLIP_INNER,    /* f(u)' without u' */
    LAB_SLIP_PRODUCT,  /* (u v)' as u' v' */
    LAB_SLIP_SIGN,     /* the sign of sin' or cos' is the other one */
    LAB_SLIP_DEGREES   /* sin, cos and tan of u degrees, with the derivatives of radians */
} lab_slip;

/* Where in a rule a shape may stand. */
typedef enum lab_where {
    LAB_ANYWHERE,
    LAB_IN_SLOT,     /* in a line that assigns a slot */
    LAB_WHOLE_SLOT,  /* all that is assigned to a slot */
    LAB_WHOLE_POINT, /* all that is assigned to x */
} lab_where;

/* A shape and what is put there instead, in the formula language. In both, A and B stand for any
 * expression, H for a parameter other than the rate, and S for the slot that the line assigns; a
 * shape's + and * are found in either order. */
typedef struct lab_rewriting {
    const char *shape, *instead;
    lab_where where;
    const char *unless; /* a line that has this shape in it is left alone; NULL: none is */
} lab_rewriting;

/* Writes a rule's text with the shape replaced: in every place (0), or in the first, second, ...
 * place alone, if there are several. Returns its length; 0: nothing has the shape, there are not
 * several, or the text is longer than LAB_FORMULA_SOURCE bytes. */
size_t lab_formula_rewrite(char out[LAB_FORMULA_SOURCE], const lab_program *rule,
                           const lab_rewriting *how, unsigned place);
/* The same with lines that assign slots carried out last, so that the others read what the slots
 * were before: all of them (0), or the first, second, ... alone. */
size_t lab_formula_delay(char out[LAB_FORMULA_SOURCE], const lab_program *rule, unsigned place);
/* The same with a slot that remembers A^2 made the square of one that remembers A, which is called
 * `other`. */
size_t lab_formula_square(char out[LAB_FORMULA_SOURCE], const lab_program *rule, unsigned place,
                          const char *other);

#endif
