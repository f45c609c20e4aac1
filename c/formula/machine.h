/* machine.h: what the parts of the formula module share: operations, tree, operands, builder.
 * Private to it. */
#ifndef LAB_MACHINE_H
#define LAB_MACHINE_H

#include "rewrite.h"

/* ---- Operations ------------------------------------------------------------------------------ */

typedef enum lab_op {
    OP_NUMBER, /* leaves of the tree */
    OP_NAME,
    OP_NEG, /* operators */
    OP_ADD,
    OP_SUB,
    OP_MUL,
    OP_DIV,
    OP_POW,
    OP_LT,
    OP_LE,
    OP_EQ,
    OP_NE,
    OP_GT,
    OP_GE,
    OP_FUNCTIONS, /* functions from here on */
    OP_SQRT = OP_FUNCTIONS,
    OP_ABS,
    OP_EXP,
    OP_LOG,
    OP_LOG10,
    OP_SIN,
    OP_COS,
    OP_TAN,
    OP_ASIN,
    OP_ACOS,
    OP_ATAN,
    OP_SINH,
    OP_COSH,
    OP_TANH,
    OP_SIGMOID,
    OP_SIGN,
    OP_FLOOR,
    OP_MIN,
    OP_MAX,
    OP_WHERE,
    OP_REDUCTIONS, /* of all coordinates of a point: no kernels, but sections of their own */
    OP_NORM = OP_REDUCTIONS,
    OP_DOT,
    OP_SUM,
    OP_MAX_OF,
    OP_TREE_COUNT,
    /* Only in programs: with an operand s that is the same in all lanes, or two operations in
     * one. */
    OP_ADD_SCALAR = OP_TREE_COUNT, /* a + s */
    OP_MUL_SCALAR,                 /* a * s */
    OP_DIV_SCALAR,                 /* a / s */
    OP_SCALAR_SUB,                 /* s - a */
    OP_SCALAR_DIV,                 /* s / a */
    OP_FILL,                       /* s */
    OP_COPY,                       /* a */
    OP_MUL_ADD,                    /* a * b + c, rounded twice */
    OP_SUB_MUL,                    /* c - a * b */
    OP_SCALE_ADD,                  /* a * s + c */
    OP_CHAIN,                      /* a * b, but 0 where a is 0, whatever b is */
    OP_COUNT
} lab_op;

/* How the tree's operations are written, and how many operands they take. */
typedef struct lab_op_info {
    char name[8];
    unsigned char arity;
} lab_op_info;

extern const lab_op_info lab_ops[OP_TREE_COUNT];

/* d[i] = op(a[i], b[i], c[i]) for n lanes; d overlaps none of the others. Scalar operands are read
 * at [0]. */
typedef void lab_kernel(size_t n, double *restrict d, const double *restrict a,
                        const double *restrict b, const double *restrict c);

extern lab_kernel *const lab_kernels[OP_COUNT];

/* ---- Text (text.c) --------------------------------------------------------------------------- */

/* A constant's value; returns whether the text names one. */
int lab_constant(double *value, const char *text, size_t length);
/* The function of that name, or OP_NAME; reductions are functions too. */
lab_op lab_function(const char *text, size_t length);
int lab_same(const char *text, size_t length, const char *key);
/* The double nearest to a decimal number without sign; infinity if there is none. ² and ³ are 2
 * and 3. */
double lab_decimal(const char *text, size_t length);

/* ---- Tree (lex.c, parse.c) ------------------------------------------------------------------- */

enum { LAB_TREE_NODES = 640, LAB_TREE_DEPTH = 40 };

typedef struct lab_node {
    uint16_t op, at, length; /* the place of its name, number or operator in the source */
    uint16_t a, b, c;        /* operands: earlier nodes */
} lab_node;

/* Nodes stand in the order of evaluation: operands first, and line by line. */
typedef struct lab_tree {
    int node_count, line_count;
    lab_node nodes[LAB_TREE_NODES];
    struct {
        uint16_t at, length; /* the name it assigns; empty in an expression */
        uint16_t from, root; /* its nodes: from ... root */
    } lines[LAB_FORMULA_LINES];
} lab_tree;

typedef enum lab_token_kind {
    TOKEN_END,
    TOKEN_BREAK, /* between two lines */
    TOKEN_NUMBER,
    TOKEN_NAME,
    TOKEN_RAISED, /* ² or ³ */
    TOKEN_LE,
    TOKEN_GE,
    TOKEN_EQ,
    TOKEN_NE,
    TOKEN_PRINTABLE = 32 /* from here on: the character itself */
} lab_token_kind;

typedef struct lab_token {
    int kind;
    unsigned at, length;
} lab_token;

typedef struct lab_parser {
    const char *source;
    unsigned length, at;
    lab_token token, before; /* the current one, and the one before it */
    int depth, parentheses;
    const lab_names *names;
    lab_tree *tree;
    lab_formula_error *error;
} lab_parser;

/* Steps to the next token. */
void lab_next(lab_parser *parser);
/* Keeps the first error and ends the text, so that the parser unwinds; later errors are ignored. */
void lab_fail(lab_parser *parser, int code, lab_token where, const char *expected);
/* Returns LAB_FORMULA_FINE or the error's code. */
int lab_parse(lab_tree *tree, lab_formula_error *error, const char *source, size_t length,
              const lab_names *names);

/* ---- Errors (error.c) ------------------------------------------------------------------------ */

/* Fills the error, if it is the first. expected may be NULL. Returns the code. */
int lab_error(lab_formula_error *error, int code, const char *source, size_t size, unsigned at,
              unsigned length, const char *expected);
/* The error of an unknown name: whether it is two known names written together, and which known
 * name is nearest. */
int lab_error_unknown(lab_formula_error *error, const char *source, size_t size,
                      const lab_node *node, const lab_names *names, const lab_tree *tree);
/* Adds the nearest function to the error of an unknown one. */
void lab_error_function(lab_formula_error *error, const lab_names *names);

/* ---- Building (build.c, derive.c, allocate.c) ------------------------------------------------ */

/* An operand: the class in the two highest bits, a number in the others. */
typedef uint16_t lab_ref;

enum {
    REF_NODE = 0x0000, /* the result of an instruction; after allocation, a register */
    /* an input that differs between lanes; from LAB_FORMULA_INPUTS on: the result of a reduction */
    REF_INPUT = 0x4000,
    REF_SCALAR = 0x8000, /* one of `scalars` */
    REF_OUTPUT = 0xc000, /* after allocation: one of the caller's arrays */
    REF_CLASS = 0xc000,
    REF_NONE = 0xffff /* no operand; as a derivative: zero whatever the inputs are */
};

typedef struct lab_builder {
    lab_program *program;
    int from;                                    /* first instruction of the section */
    int failed;                                  /* out of room */
    int order;                                   /* of the derivatives wanted: 0, 1, 2 */
    unsigned char constant[LAB_FORMULA_SCALARS]; /* whether that scalar is known already */
    int reduction_count;                         /* of this section's lines, so far */
    struct {
        lab_op op;
        lab_ref a, b;
    } reductions[LAB_FORMULA_REDUCTIONS];
} lab_builder;

lab_ref lab_build_number(lab_builder *builder, double value);
/* Whether the operand is a constant, and its value. */
int lab_build_known(const lab_builder *builder, lab_ref ref, double *value);
/* The result of an operation, which is folded, found among earlier ones, or appended. */
lab_ref lab_build(lab_builder *builder, lab_op op, lab_ref a, lab_ref b, lab_ref c);
/* A reduction, or the same one found again. */
lab_ref lab_build_reduction(lab_builder *builder, lab_op op, lab_ref a, lab_ref b);
/* base^exponent, whole powers by products. */
lab_ref lab_build_power(lab_builder *builder, lab_ref base, lab_ref exponent);

/* A value with its derivatives; REF_NONE: zero. */
enum { JET_VALUE, JET_X, JET_Y, JET_XX, JET_XY, JET_YY, JET_SIZE };

typedef struct lab_jet {
    lab_ref d[JET_SIZE];
} lab_jet;

/* op(u, v, w), with the derivatives that builder->order asks for. */
lab_jet lab_derive(lab_builder *builder, lab_op op, const lab_jet *u, const lab_jet *v,
                   const lab_jet *w);

/* Makes a slip in r = op(u, v): changes the jets (slip.c). Returns whether it can be made here. */
int lab_slip_before(lab_builder *builder, lab_slip slip, lab_op op, lab_jet *u, int is_made);
int lab_slip_after(lab_builder *builder, lab_slip slip, lab_op op, const lab_jet *u,
                   const lab_jet *v, lab_jet *r, int is_made);

/* Ends a section whose roots are set: drops what they do not need and gives every value a register.
 * direct: a root is computed in the caller's array itself, which then must not be an input too. */
void lab_allocate(lab_builder *builder, lab_section *section, int direct);

/* ---- Reducing (reduce.c) --------------------------------------------------------------------- */

/* The state of a reduction over the coordinates of one point. */
typedef struct lab_tally {
    double sum, most;
    double small, large; /* sums of squares, scaled against underflow and overflow */
} lab_tally;

/* Takes in the next coordinate; b: of dot. */
void lab_tally_add(lab_tally *tally, lab_op op, double a, double b, int is_first);
double lab_tally_result(const lab_tally *tally, lab_op op);

/* ---- Names (names.c, resolve.c) -------------------------------------------------------------- */

/* A word that came with version 2, and the input that stands for it. */
typedef struct lab_word {
    char key[8];
    unsigned bit;
    lab_input_kind kind;
} lab_word;

/* The word of that name, if the names let it be used, or NULL. */
const lab_word *lab_find_word(const lab_names *names, const char *text, size_t length);

typedef struct lab_compiler {
    lab_program *program;
    lab_formula_error *error;
    const lab_names *names;
    lab_tree tree;
    lab_jet jets[LAB_TREE_NODES]; /* the value of each node, with derivatives */
    lab_builder builder;
} lab_compiler;

int lab_fail_at(const lab_compiler *compiler, int code, unsigned at, unsigned length);
/* The input of that name, or -1. */
int lab_find_input(const lab_program *program, const char *text, size_t length);
/* The last of the lines from ... to - 1 that assigns the name, or -1. */
int lab_find_line(const lab_compiler *compiler, const char *text, size_t length, int from, int to);
/* Finds every input, and the shape of every slot. Returns LAB_FORMULA_FINE or the error's code. */
int lab_resolve(lab_compiler *compiler);

#endif
