/* text.c: the names of functions and constants. */
#include "machine.h"

#include <string.h>

const lab_op_info lab_ops[OP_TREE_COUNT] = {
    [OP_NUMBER] = {"num", 0},  [OP_NAME] = {"", 0},           [OP_NEG] = {"-", 1},
    [OP_ADD] = {"+", 2},       [OP_SUB] = {"-", 2},           [OP_MUL] = {"*", 2},
    [OP_DIV] = {"/", 2},       [OP_POW] = {"^", 2},           [OP_LT] = {"<", 2},
    [OP_LE] = {"<=", 2},       [OP_EQ] = {"==", 2},           [OP_NE] = {"!=", 2},
    [OP_GT] = {">", 2},        [OP_GE] = {">=", 2},           [OP_SQRT] = {"sqrt", 1},
    [OP_ABS] = {"abs", 1},     [OP_EXP] = {"exp", 1},         [OP_LOG] = {"log", 1},
    [OP_LOG10] = {"log10", 1}, [OP_SIN] = {"sin", 1},         [OP_COS] = {"cos", 1},
    [OP_TAN] = {"tan", 1},     [OP_ASIN] = {"asin", 1},       [OP_ACOS] = {"acos", 1},
    [OP_ATAN] = {"atan", 1},   [OP_SINH] = {"sinh", 1},       [OP_COSH] = {"cosh", 1},
    [OP_TANH] = {"tanh", 1},   [OP_SIGMOID] = {"sigmoid", 1}, [OP_SIGN] = {"sign", 1},
    [OP_FLOOR] = {"floor", 1}, [OP_MIN] = {"min", 2},         [OP_MAX] = {"max", 2},
    [OP_WHERE] = {"where", 3}, [OP_NORM] = {"norm", 1},       [OP_DOT] = {"dot", 2},
    [OP_SUM] = {"sum", 1},     [OP_MAX_OF] = {"max_of", 1},
};

int lab_same(const char *text, size_t length, const char *key) {
    return strlen(key) == length && !memcmp(text, key, length);
}

int lab_constant(double *value, const char *text, size_t length) {
    if (lab_same(text, length, "e"))
        *value = 2.718281828459045235;
    else if (lab_same(text, length, "pi") || lab_same(text, length, "π"))
        *value = 3.141592653589793238;
    else
        return 0;
    return 1;
}

lab_op lab_function(const char *text, size_t length) {
    if (lab_same(text, length, "ln")) return OP_LOG;
    for (lab_op op = OP_FUNCTIONS; op < OP_TREE_COUNT; op++)
        if (lab_same(text, length, lab_ops[op].name)) return op;
    return OP_NAME;
}
