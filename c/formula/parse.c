/* parse.c: tokens to a tree, by recursive descent; the grammar is in formula.h. */
#include "machine.h"

#include <string.h>

static lab_op comparison_op(int kind) {
    switch (kind) {
    case '<':
        return OP_LT;
    case '>':
        return OP_GT;
    case TOKEN_LE:
        return OP_LE;
    case TOKEN_GE:
        return OP_GE;
    case TOKEN_EQ:
        return OP_EQ;
    case TOKEN_NE:
        return OP_NE;
    default:
        return OP_NUMBER;
    }
}

static int starts_value(int kind) {
    return kind == TOKEN_NUMBER || kind == TOKEN_NAME || kind == '(';
}

static const char *text_of(const lab_parser *p, lab_token t) {
    return p->source + t.at;
}

void lab_fail(lab_parser *p, int code, lab_token where, const char *expected) {
    lab_error(p->error, code, p->source, p->length, where.at, where.length, expected);
    p->at = p->length;
    p->token = (lab_token){TOKEN_END, p->length, 0};
}

static uint16_t node(lab_parser *p, lab_op op, lab_token where, int a, int b, int c) {
    lab_tree *tree = p->tree;
    if (tree->node_count == LAB_TREE_NODES) {
        lab_fail(p, LAB_FORMULA_TOO_COMPLEX, where, NULL);
        return 0;
    }
    tree->nodes[tree->node_count] =
        (lab_node){(uint16_t)op, (uint16_t)where.at, (uint16_t)where.length,
                   (uint16_t)a,  (uint16_t)b,        (uint16_t)c};
    return (uint16_t)tree->node_count++;
}

static uint16_t leaf(lab_parser *p, lab_op op) {
    const uint16_t result = node(p, op, p->token, 0, 0, 0);
    lab_next(p);
    return result;
}

static int take(lab_parser *p, int kind) {
    if (p->token.kind != kind) return 0;
    lab_next(p);
    return 1;
}

/* The error of a token that cannot follow a complete expression. */
static void unexpected(lab_parser *p, const char *expected) {
    const int kind = p->token.kind;
    int code = LAB_FORMULA_UNEXPECTED;
    if (starts_value(kind))
        code = LAB_FORMULA_MISSING_TIMES, expected = "*";
    else if (kind == ',')
        code = LAB_FORMULA_STRAY_COMMA, expected = ".";
    else if (comparison_op(kind) != OP_NUMBER)
        code = LAB_FORMULA_CHAINED;
    else if (kind == '=')
        code = LAB_FORMULA_UNEXPECTED_ASSIGNMENT, expected = "==";
    else if (expected)
        code = LAB_FORMULA_EXPECTED_CLOSE;
    lab_fail(p, code, p->token, expected);
}

static uint16_t comparison(lab_parser *p);

static int is_known(const lab_parser *p, lab_token t) {
    double value;
    for (int i = 0; i < p->names->count; i++)
        if (lab_same(text_of(p, t), t.length, p->names->list[i].key)) return 1;
    return lab_constant(&value, text_of(p, t), t.length);
}

/* Fails with `code`, expecting the function with its arguments: "min(…, …)". */
static void fail_call(lab_parser *p, int code, lab_token name, lab_op op) {
    static const char arguments[][16] = {"(…)", "(…, …)", "(…, …, …)"};
    char expected[LAB_FORMULA_EXPECTED];
    strcpy(expected, lab_ops[op].name);
    lab_fail(p, code, name, strcat(expected, arguments[lab_ops[op].arity - 1]));
}

static uint16_t call(lab_parser *p, lab_token name, lab_op op) {
    uint16_t arguments[3] = {0};
    int count = 0;
    p->parentheses++;
    lab_next(p);
    do {
        const uint16_t argument = comparison(p);
        if (count < 3) arguments[count] = argument;
        count++;
    } while (take(p, ','));
    p->parentheses--;
    if (p->token.kind != ')')
        unexpected(p, ")");
    else if (count != lab_ops[op].arity)
        fail_call(p, LAB_FORMULA_WRONG_COUNT, name, op);
    lab_next(p);
    return node(p, op, name, arguments[0], arguments[1], arguments[2]);
}

/* Whether a function has the name. Reductions leave theirs to others where they are not called. */
static int is_function(const lab_parser *p, lab_op op, int is_called) {
    if (op == OP_NAME || op < OP_REDUCTIONS) return op != OP_NAME;
    return is_called && p->names->words & LAB_WORD_REDUCTIONS;
}

static uint16_t name(lab_parser *p) {
    const lab_token t = p->token;
    const lab_op op = lab_function(text_of(p, t), t.length);
    lab_next(p);
    const int is_called = p->token.kind == '(';
    if (is_function(p, op, is_called)) {
        if (is_called) return call(p, t, op);
        fail_call(p, LAB_FORMULA_MISSING_ARGUMENTS, t, op);
        return 0;
    }
    const uint16_t result = node(p, OP_NAME, t, 0, 0, 0);
    if (!is_called) return result;
    if (is_known(p, t))
        unexpected(p, NULL);
    else if (!p->error->code) {
        lab_fail(p, LAB_FORMULA_UNKNOWN_FUNCTION, t, NULL);
        lab_error_function(p->error, p->names);
    }
    return result;
}

static uint16_t primary(lab_parser *p) {
    if (p->token.kind == TOKEN_NUMBER) return leaf(p, OP_NUMBER);
    if (p->token.kind == TOKEN_NAME) return name(p);
    if (p->token.kind != '(') {
        lab_fail(p, LAB_FORMULA_EXPECTED_VALUE, p->token, NULL);
        return 0;
    }
    p->parentheses++;
    lab_next(p);
    const uint16_t inside = comparison(p);
    p->parentheses--;
    if (p->token.kind != ')') unexpected(p, ")");
    lab_next(p);
    return inside;
}

static uint16_t with_sign(lab_parser *p);

static uint16_t power(lab_parser *p) {
    const uint16_t base = primary(p);
    const lab_token t = p->token;
    if (t.kind == TOKEN_RAISED) return node(p, OP_POW, t, base, leaf(p, OP_NUMBER), 0);
    if (!take(p, '^')) return base;
    return node(p, OP_POW, t, base, with_sign(p), 0);
}

/* Every way down the grammar passes here, so here is where the depth is counted. */
static uint16_t with_sign(lab_parser *p) {
    lab_token minus = p->token;
    int negative = 0; /* of signs in a row: two minus signs cancel */
    for (; p->token.kind == '-' || p->token.kind == '+'; lab_next(p))
        if (p->token.kind == '-') minus = p->token, negative = !negative;
    if (++p->depth > LAB_TREE_DEPTH) lab_fail(p, LAB_FORMULA_TOO_DEEP, p->token, NULL);
    const uint16_t value = power(p);
    p->depth--;
    return negative ? node(p, OP_NEG, minus, value, 0, 0) : value;
}

static int is_implied(const lab_parser *p) {
    return (p->before.kind == TOKEN_NUMBER || p->before.kind == TOKEN_RAISED) &&
           (p->token.kind == TOKEN_NAME || p->token.kind == '(');
}

static uint16_t term(lab_parser *p) {
    uint16_t left = with_sign(p);
    for (;;) {
        const lab_token t = p->token;
        if (is_implied(p))
            left = node(p, OP_MUL, t, left, power(p), 0);
        else if (take(p, '*'))
            left = node(p, OP_MUL, t, left, with_sign(p), 0);
        else if (take(p, '/'))
            left = node(p, OP_DIV, t, left, with_sign(p), 0);
        else
            return left;
    }
}

static uint16_t sum(lab_parser *p) {
    uint16_t left = term(p);
    for (;;) {
        const lab_token t = p->token;
        if (take(p, '+'))
            left = node(p, OP_ADD, t, left, term(p), 0);
        else if (take(p, '-'))
            left = node(p, OP_SUB, t, left, term(p), 0);
        else
            return left;
    }
}

static uint16_t comparison(lab_parser *p) {
    const uint16_t left = sum(p);
    const lab_token t = p->token;
    const lab_op op = comparison_op(t.kind);
    if (op == OP_NUMBER) return left;
    lab_next(p);
    return node(p, op, t, left, sum(p), 0);
}

/* `name =` of a rule's line; an expression has none. */
static lab_token assigned(lab_parser *p) {
    double value;
    lab_token t = p->token;
    if (p->names->mode == LAB_EXPRESSION) return (lab_token){0};
    if (t.kind == TOKEN_NAME) lab_next(p);
    if (t.kind != TOKEN_NAME || p->token.kind != '=')
        lab_fail(p, LAB_FORMULA_EXPECTED_ASSIGNMENT, p->token, "=");
    else if (is_function(p, lab_function(text_of(p, t), t.length), 0) ||
             lab_constant(&value, text_of(p, t), t.length))
        lab_fail(p, LAB_FORMULA_RESERVED_NAME, t, NULL);
    else
        lab_next(p);
    return t;
}

static void line(lab_parser *p) {
    lab_tree *tree = p->tree;
    if (tree->line_count == LAB_FORMULA_LINES) {
        lab_fail(p, LAB_FORMULA_TOO_MANY_LINES, p->token, NULL);
        return;
    }
    const lab_token t = assigned(p);
    const uint16_t from = (uint16_t)tree->node_count, root = comparison(p);
    if (p->token.kind != TOKEN_END && p->token.kind != TOKEN_BREAK) unexpected(p, NULL);
    const int k = tree->line_count++;
    tree->lines[k].at = (uint16_t)t.at, tree->lines[k].length = (uint16_t)t.length;
    tree->lines[k].from = from, tree->lines[k].root = root;
}

int lab_parse(lab_tree *tree, lab_formula_error *error, const char *source, size_t length,
              const lab_names *names) {
    tree->node_count = tree->line_count = 0;
    if (length > LAB_FORMULA_SOURCE)
        return lab_error(error, LAB_FORMULA_TOO_LONG, source, length, LAB_FORMULA_SOURCE,
                         (unsigned)length - LAB_FORMULA_SOURCE, NULL);
    lab_parser p = {.source = source, .length = (unsigned)length, .names = names};
    p.tree = tree, p.error = error;
    lab_next(&p);
    for (;;) {
        while (take(&p, TOKEN_BREAK)) continue;
        if (p.token.kind == TOKEN_END) break;
        line(&p);
    }
    if (!tree->line_count) lab_error(error, LAB_FORMULA_EMPTY, source, length, 0, 0, NULL);
    return error->code;
}
