/* formula.h: the formula language. Text in, a program over batches of numbers out.
 *
 * A formula is an expression (an objective's f, a schedule's rate) or a rule: lines `name =
 * expression`, separated by a newline or a semicolon and carried out in order, so that a name
 * assigned earlier on reads its new value.
 *
 *     expression  sum [(< | <= | > | >= | == | !=) sum]     1 or 0; not chained
 *     sum         term {(+ | -) term}
 *     term        signed {(* | /) signed | power}           3x, 2(x+1): after a number, like *
 *     signed      {- | +} power                             -x^2 is -(x^2)
 *     power       primary [^ signed]                        2^3^2 is 2^(3^2)
 *     primary     number | name | function(expression, ...) | (expression)
 *     functions   sqrt abs exp log ln log10 sin cos tan asin acos atan sinh cosh tanh sigmoid
 *                 sign floor min(a, b) max(a, b) where(condition, a, b)
 *     reductions  norm(a) dot(a, b) sum(a) max_of(a)        in a rule, over a point's coordinates
 *     constants   pi e
 *
 * A name is a letter, then letters, digits and underscores. · × ÷ − ² ³ ≤ ≥ ≠ π are read as * * / -
 * ^2 ^3 <= >= != pi, and ** as ^. Whole powers up to 16 are products; other powers are pow().
 * Numbers are rounded exactly up to 40 digits.
 *
 * Derivatives are exact up to rounding, by forward mode over x and y. At a kink: abs' and sign' are
 * 0 at 0, floor' and comparisons' are 0, min, max and where take the side whose value they took
 * (the first one in a tie), and the derivative of sqrt, asin, acos or a power of u is 0 if that of
 * u is 0, even where the function's own slope is infinite: the gradient of sqrt(x^2 + y^2) is 0 at
 * the origin, like abs'. u^v is constant if neither u nor v varies, even for u < 0, where its
 * logarithm is NaN. Infinity and NaN follow IEEE 754; the side that `where` does not take has no
 * effect. NaN counts as true in `where`, as anything but 0 does; min and max of a NaN are NaN.
 *
 * A rule is carried out for each coordinate, except for reductions, which make one number of all
 * coordinates of a point: norm is √Σa² without overflow, and max_of of a NaN is NaN. Each reduction
 * is a separate pass over the coordinates. A rule may also name f, the value at the point, hdiag,
 * the diagonal of the Hessian H there, and hsolve, H⁻¹g; an own f may name t, the step at which it
 * is evaluated. These words and the reductions came with version 2 of links: if a rule assigns such
 * a name, or the user has a parameter of that name, it is the user's; in version 1 it always is
 * (lab_names_of_user).
 *
 * Nothing allocates and nothing recurses deeper than a fixed bound; every text ends in a program or
 * in an error.
 *
 * Not here: strings, loops, functions of the user's own, printing numbers (the AST carries their
 * text). */
#ifndef LAB_FORMULA_H
#define LAB_FORMULA_H

#include "lab.h"

enum {
    LAB_FORMULA_SOURCE = 500,   /* bytes of a source text */
    LAB_FORMULA_NAME = 32,      /* bytes of a name, with its terminator */
    LAB_FORMULA_LINES = 16,     /* lines of a rule */
    LAB_FORMULA_INPUTS = 24,    /* names a program reads from outside */
    LAB_FORMULA_CODE = 3072,    /* instructions of a program */
    LAB_FORMULA_SETUP = 256,    /* instructions on numbers that are the same in all lanes */
    LAB_FORMULA_SCALARS = 384,  /* constants, inputs and results that are the same in all lanes */
    LAB_FORMULA_REDUCTIONS = 8, /* different reductions of a rule */
    LAB_FORMULA_FOLDED = 128,   /* constants whose expression is kept */
    LAB_FORMULA_EXPECTED = 72,  /* bytes of lab_formula_error.expected */
    /* parts of a program that can be run by themselves */
    LAB_FORMULA_SECTIONS = 2 + LAB_FORMULA_REDUCTIONS,
};

/* ---- Names ----------------------------------------------------------------------------------- */

typedef enum lab_input_kind {
    LAB_LANE,    /* one value per lane, read only: g, an objective's x and y */
    LAB_STATE,   /* one value per lane, which the rule must assign: x */
    LAB_SLOT,    /* one value per lane, or per point, remembered from step to step */
    LAB_VALUE,   /* one value per point: f */
    LAB_HDIAG,   /* one value per lane: hdiag */
    LAB_HSOLVE,  /* one value per lane: hsolve */
    LAB_UNIFORM, /* one value for all lanes: t, lr, lr0 */
    LAB_STEP,    /* the same: t of an own f */
    LAB_HYPER,   /* the same, a parameter of the unit or of the user's rule */
} lab_input_kind;

typedef enum lab_formula_mode { LAB_EXPRESSION, LAB_RULE } lab_formula_mode;

/* The words that came with version 2: bits of lab_names.words. */
enum {
    LAB_WORD_F = 1,
    LAB_WORD_HDIAG = 2,
    LAB_WORD_HSOLVE = 4,
    LAB_WORD_T = 8,
    LAB_WORD_REDUCTIONS = 16 /* norm(…) and so on */
};

/* What a formula may name, in the order in which the caller passes the values. */
typedef struct lab_names {
    lab_formula_mode mode;
    /* 1 or 2: the first inputs are x (and y), and derivatives are compiled too. 0: no
     * derivatives. */
    int coordinates;
    /* 1: in a rule, an unknown name that is read but never assigned becomes a LAB_HYPER. */
    int open;
    /* The slip that its derivatives have, if any: in every place where it can be made (0), or only
     * in the first, second, ... one. */
    int slip; /* lab_slip: rewrite.h */
    unsigned slip_at;
    /* The LAB_WORD_ bits it may use. Each word that it does use becomes an input after the list. */
    unsigned words;
    int count;
    struct {
        const char *key;
        lab_input_kind kind;
        const char *init; /* of a slot: key of the input with its initial value; NULL: 0 */
        int per_point;    /* of a slot */
    } list[LAB_FORMULA_INPUTS];
} lab_names;

/* The names of a unit's formula. An objective: x, [y], parameters; NULL: a user's, x and y. */
void lab_names_of_objective(lab_names *out, const lab_objective *unit);
/* x, g, t, lr, hypers, slots; NULL: a user's, whose hypers and slots are found in the text: a name
 * that is read before the rule assigns it is a slot, a name that is never assigned is a hyper. A
 * slot starts at 0, or at what a line `name0 = ...` says: a constant, a hyper or x. */
void lab_names_of_optimizer(lab_names *out, const lab_optimizer *unit);
/* Restricts the words to those that a user's text may use: none before version 2 of links, and none
 * of `supplied`, the names of the user's parameters, separated by blanks. */
void lab_names_of_user(lab_names *names, int version, const char *supplied);
/* Of .effective and .stable of an optimizer: t, lr, hypers without the rate, slots, for many steps
 * at once. */
void lab_names_of_optimizer_fact(lab_names *out, const lab_optimizer *unit);
/* Of .span and .known of a smoother: t, parameters, for many places at once. */
void lab_names_of_smoother_fact(lab_names *out, const lab_smoother *unit);
/* s, steps, lr0, parameters. If the schedule observes the run: f too, and slots are found in the
 * text; the last line assigns the rate. */
void lab_names_of_schedule(lab_names *out, const lab_schedule *unit);
/* s, t, sum, parameters; slots are found in the text. The last line assigns the average. */
void lab_names_of_smoother(lab_names *out, const lab_smoother *unit);

/* The names that a program was compiled with. They point into it. */
void lab_names_of_program(lab_names *out, const lab_program *program);

/* ---- Errors ---------------------------------------------------------------------------------- */

typedef enum lab_formula_code {
    LAB_FORMULA_FINE,
    LAB_FORMULA_EMPTY,
    LAB_FORMULA_TOO_LONG,
    LAB_FORMULA_TOO_DEEP,
    LAB_FORMULA_TOO_COMPLEX,
    LAB_FORMULA_TOO_MANY_LINES,
    LAB_FORMULA_TOO_MANY_HYPERS,
    LAB_FORMULA_TOO_MANY_SLOTS,
    LAB_FORMULA_NAME_TOO_LONG,
    LAB_FORMULA_BAD_CHARACTER,
    LAB_FORMULA_BAD_NUMBER,
    LAB_FORMULA_EXPECTED_VALUE,
    LAB_FORMULA_EXPECTED_CLOSE,
    LAB_FORMULA_UNEXPECTED,
    LAB_FORMULA_STRAY_COMMA,
    LAB_FORMULA_CHAINED,
    LAB_FORMULA_MISSING_TIMES,
    LAB_FORMULA_GLUED_NAMES,
    LAB_FORMULA_UNKNOWN_NAME,
    LAB_FORMULA_UNKNOWN_FUNCTION,
    LAB_FORMULA_MISSING_ARGUMENTS,
    LAB_FORMULA_WRONG_COUNT,
    LAB_FORMULA_EXPECTED_ASSIGNMENT,
    LAB_FORMULA_UNEXPECTED_ASSIGNMENT,
    LAB_FORMULA_RESERVED_NAME,
    LAB_FORMULA_UNASSIGNED,
    LAB_FORMULA_BAD_INITIAL,
    LAB_FORMULA_DOUBTFUL,
    /* Remarks: the text compiles. */
    LAB_FORMULA_NO_GRADIENT,
    LAB_FORMULA_LIKE_A_WORD,
    LAB_FORMULA_CODE_COUNT
} lab_formula_code;

typedef struct lab_formula_error {
    int code;                        /* lab_formula_code */
    unsigned at, length;             /* the place in the source, in bytes of UTF-8 */
    unsigned at_utf16, length_utf16; /* the same in UTF-16 units, as JavaScript counts */
    char found[LAB_FORMULA_NAME];    /* what stands there, cut to fit; "": the end of the formula */
    char expected[LAB_FORMULA_EXPECTED]; /* what to write instead; "" if unknown */
    char nearest[LAB_FORMULA_NAME];      /* the known name most like an unknown one, or "" */
} lab_formula_error;

/* The word that names a code for ever, e.g. "unknown_name", and its English sentence, without a
 * full stop, in which {found}, {expected} and {nearest} stand for the error's texts. Never NULL. */
const char *lab_formula_code_key(int code);
const char *lab_formula_sentence(int code);

/* ---- Programs -------------------------------------------------------------------------------- */

/* One instruction: dst = op(a, b, c), lane by lane. Operands: machine.h. */
typedef struct lab_instruction {
    uint16_t op, dst, a, b, c;
} lab_instruction;

/* What to run for one question, and where the answers are. */
typedef struct lab_section {
    uint16_t from, to; /* instructions */
    uint16_t setup_to; /* instructions of `setup` that must have run, from the first */
    uint16_t registers;
    uint16_t root_count;
    uint16_t roots[LAB_FORMULA_LINES];
} lab_section;

/* A compiled formula: a plain block of the caller's, without pointers, so it may be copied and
 * moved. */
struct lab_program {
    lab_formula_mode mode;
    int dim; /* of an expression with coordinates: 2 if it uses y, else 1 */
    int input_count, line_count, scalar_count, setup_count, code_count;
    unsigned slip_count;   /* places where the slip of its names can be made */
    lab_rounding rounding; /* of what it reads and of every result */
    int reduction_count;   /* reduction k is made of the roots of section 2 + k */
    uint16_t reductions[LAB_FORMULA_REDUCTIONS];
    struct {
        char key[LAB_FORMULA_NAME];
        lab_input_kind kind;
        int per_point;  /* one value for all coordinates of a point: f, and slots that are */
        double init;    /* of a slot */
        int init_input; /* of a slot: the input that holds its initial value, or -1 */
        int init_line;  /* of a slot: the line that gave it, or -1 */
    } inputs[LAB_FORMULA_INPUTS];
    unsigned length;
    char source[LAB_FORMULA_SOURCE];
    double scalars[LAB_FORMULA_SCALARS];
    lab_instruction setup[LAB_FORMULA_SETUP];
    int folded_count;
    lab_instruction folded[LAB_FORMULA_FOLDED]; /* how constants were made: 2π as 2 * π */
    lab_section sections[LAB_FORMULA_SECTIONS];
    lab_instruction code[LAB_FORMULA_CODE];
};

/* Compiles. LAB_OK, or LAB_BAD_FORMULA and `error` says where and why. `source`
 * need not end in 0. Takes about 30 KB of stack; evaluation takes 40. */
lab_status lab_formula_compile(lab_program *out, lab_formula_error *error, const char *source,
                               size_t length, const lab_names *names);

/* The same of a user's text. One that the grammar does not read is rewritten as far as its meaning
 * is beyond doubt: 8xsin(2x), f(x) = x², x1^2 + x2^2, |x|, x -= lr*g (lenient.c). The program's
 * source is then the text as it was read; the error is about the text as it was typed. */
lab_status lab_formula_compile_typed(lab_program *out, lab_formula_error *error, const char *source,
                                     size_t length, const lab_names *names);

/* What looks like a mistake in a user's rule all the same (remark.c): its code, or
 * LAB_FORMULA_FINE. `nearest` is then what was probably meant, or ""; the place is one of the
 * program's source. */
int lab_formula_remark(lab_formula_error *out, const lab_program *program);

/* An expression at n lanes: order 0 writes f; 1: f, ∂x, ∂y; 2: ∂xx, ∂xy, ∂yy (1 and 2 only where
 * `names` had coordinates). A NULL in `out` is not written. in[i]: input i, one value per lane or
 * one for all, by its kind; one that the formula does not use may be NULL. Outputs and inputs do
 * not overlap. */
void lab_formula_eval(const lab_program *program, int order, size_t n, double *const *out,
                      const double *const *in);

/* All numbers of a program that are the same in all lanes, LAB_FORMULA_SCALARS of them. What
 * follows from an input that is NULL means nothing. */
void lab_formula_scalars(const lab_program *program, double *out, const double *const *in);

/* A rule at `lanes` points of `dim` coordinates: all first coordinates, then all second ones, and
 * so on. In place: states and slots are overwritten, nothing else is, though a rule may assign any
 * name: `g = g + x` changes what its later lines read. */
void lab_formula_step(const lab_program *program, size_t dim, size_t lanes, double *const *in);

/* One point: values[i*dim + k] is what line i of the rule assigns at coordinate k; nothing is
 * overwritten. */
void lab_formula_trace(const lab_program *program, size_t dim, double *values,
                       const double *const *in);

/* The tree as JSON (UTF-8, no terminator); returns its length in bytes and writes at most
 * `capacity` of them.
 *
 *     {"mode":"rule","dim":1,
 *      "lines":[{"name":"v","expr":["-",["*","m","v"],["*","lr","g"]]}, ...],
 *      "inputs":["x","g","t","lr"],"hypers":["m"],"slots":[{"key":"v","init":0}]}
 *
 * A slot that is one number for the whole point has "perPoint":1 besides, a rule that names f or
 * the Hessian "asks":["f"], ["h"] or ["f","h"], an expression that names t "moves":1.
 *
 * An expression has one line, with the name "". A node is a name, ["num", digits as typed],
 * [operator, a, b], ["-", a] or [function, a, ...]; precedence is in the nesting. A slot's init is
 * 0, a hyper's key, or a node. "hypers" holds the LAB_HYPER inputs in order, "inputs" those that
 * are neither hypers nor slots. */
size_t lab_formula_ast(char *out, size_t capacity, const lab_program *program);

/* What lab_formula_eval computes of an expression for an order, operation by operation and in that
 * very order, as JSON like the above:
 *
 *     {"nodes":["x",["num",1],["*",0,0],["chain",2,1], ...],"roots":[3,null]}
 *
 * A node is a name, ["num", k], the number lab_formula_number(program, k), or an operation with the
 * places of its operands, which stand before it. chain(a, b) is a*b, but 0 where a is 0, whatever b
 * is. The roots are f; or ∂x, ∂y; or ∂xx, ∂xy, ∂yy; null is 0. */
size_t lab_formula_graph(char *out, size_t capacity, const lab_program *program, int order);
double lab_formula_number(const lab_program *program, unsigned k);

/* ---- Programs as landscapes and rules -------------------------------------------------------- */

/* The program must outlive the field or rule. params: the values of the LAB_HYPER inputs in order,
 * NULL if there are none. hypers: the learning rate, then the values of the LAB_HYPER inputs. */
void lab_field_from_program(lab_field *field, const lab_program *program, const double *params);
/* Lets the program compute f and its gradient in place of the unit, whose formula it is. */
void lab_field_compute(lab_field *field, const lab_program *program);
void lab_rule_from_program(lab_rule *rule, const lab_program *program, const double *hypers);

/* What every line of a rule made from a program assigns in a step of one point: at->dim numbers a
 * line. */
void lab_rule_trace(const lab_rule *rule, const lab_site *at, double *values, const double *x,
                    const double *g, const double *slots, double lr, double t);

#endif
