/* mistakes.h: somebody's own numbers against a run: which of them agree, and which mistake the
 * others may come from. A mistake is data (mistakes.c): a shape in an update rule with what stands
 * there instead, a slip in a derivative, or a change of how the run is taken. None names a unit.
 *
 * Not here: reading tables, weighing mistakes and choosing among them (web/core/weigh.js,
 * judge.js). */
#ifndef LAB_MISTAKES_H
#define LAB_MISTAKES_H

#include "rewrite.h"

/* ---- Mistakes (mistakes.c, rewrite.c) -------------------------------------------------------- */

/* What of the run itself a mistake changes. */
typedef enum lab_alteration {
    LAB_NO_CHANGE,
    LAB_SUM_SQUARED, /* of the rule: a slot is the square of a sum instead of a sum of squares */
    LAB_SLOT_LATE,   /* of the rule: a slot is read before its line is carried out */
    LAB_DERIVATIVE,  /* a slip in the derivative of f */
    LAB_NEW_POINT,   /* the gradient is taken where the step leads to */
    LAB_OLD_POINT,   /* the gradient is that of the step before */
    LAB_IN_TURN,     /* the second coordinate sees what the first has become */
    LAB_RATE_EARLY,  /* the schedule is one step ahead */
    LAB_RATE_LATE,   /* the schedule is one step behind */
} lab_alteration;

typedef struct lab_mistake {
    const char *key;
    /* Its key if only one of several places is wrong. NULL: key. */
    const char *one;
    lab_rewriting rewriting; /* its shape is NULL: see change */
    int everywhere;          /* 1: never in one of several places alone */
    lab_alteration change;
    lab_slip slip; /* of LAB_DERIVATIVE */
} lab_mistake;

extern const lab_mistake lab_mistakes[];
extern const size_t lab_mistake_count;

/* Compiles a rule with mistake k in it: in every place (0), or in the first, second, ... place
 * alone, if there are several. LAB_OK, or LAB_NO_SUCH_MISTAKE: nothing in the rule has its shape.
 * `out` has the inputs of `rule` in their order, and one slot more of LAB_SUM_SQUARED. */
lab_status lab_mistake_rule(lab_program *out, const lab_program *rule, size_t k, unsigned place);

/* The same of the derivative of a landscape's formula. */
lab_status lab_mistake_field(lab_program *out, const lab_program *field, size_t k, unsigned place);

/* ---- Runs with a mistake (wrong.c) ----------------------------------------------------------- */

/* It points into itself: it must stay where it is. */
typedef struct lab_wrong_run {
    lab_run_spec spec;
    lab_alteration change; /* how it is taken */
    const char *key;
    int is_rule;         /* the mistake is in the rule, whose text is program.source */
    lab_program program; /* the rule, or the landscape's formula, with the mistake in it */
    lab_field field;
    lab_rule rule;
} lab_wrong_run;

/* The run of `right` with mistake k, in a place as above. LAB_OK or LAB_NO_SUCH_MISTAKE: it cannot
 * be made there, or would change nothing. */
lab_status lab_wrong_run_init(lab_wrong_run *out, const lab_run_spec *right, size_t k,
                              unsigned place);

/* ---- Judging (judge.c) ----------------------------------------------------------------------- */

/* Somebody's numbers in the shape of a run's table: column c of row t is [c*stride + t], NaN if not
 * given; row 0 is the start. */
typedef struct lab_given {
    size_t rows, stride; /* those that are judged; from column to column */
    const double *values;
    const double *units; /* half a unit of the last digit of each */
} lab_given;

typedef enum lab_verdict {
    LAB_NOT_GIVEN,
    LAB_AGREES,  /* with the run, within its digits */
    LAB_ROUNDED, /* follows from the numbers before it, as far as their digits tell */
    LAB_FOLLOWS, /* the same, after a wrong number */
    LAB_WRONG
} lab_verdict;

/* What the numbers are compared with. Three tables in the shape of `given`. */
typedef struct lab_judgement {
    double *verdicts; /* lab_verdict */
    double *exact;    /* the run */
    double *expected; /* what follows from the numbers in the row before */
    double *reach;    /* how far that may be off, by rounding */
} lab_judgement;

/* Takes the run of `spec` twice: by itself, and again from each row of numbers given, with all
 * numbers moved as far as rounding may have moved them. layout: the columns of `given`; a rule with
 * a mistake in it may have a slot more than they. change: how the run is taken. A run in batches is
 * not judged. Returns where the first wrong number stands, in the order in which they are worked
 * out; -1: nowhere. */
long lab_judge(const lab_judgement *out, const lab_run_spec *spec, const lab_given *given,
               const lab_layout *layout, lab_alteration change);

#endif
