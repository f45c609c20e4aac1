/* rewrite.c: a rule's text with shapes in its tree replaced, or its lines in another order. */
#include "writer.h"

#include <string.h>

/* A tree with the text it was read from. */
typedef struct text {
    const char *source;
    lab_tree tree;
} text;

/* What A, B, H and S stand for: nodes of the rule, or -1. */
typedef struct bindings {
    int node['S' - 'A' + 1];
} bindings;

typedef struct rewriter {
    lab_writer to;
    const lab_program *rule;
    text of, shape, instead, unless;
    lab_where where;
    unsigned place;       /* 0: every one */
    unsigned place_count; /* so far */
    int line;
    const char *other; /* what the line calls the slot that it assigns, or NULL */
} rewriter;

static const char *text_of(const text *of, const lab_node *node) {
    return of->source + node->at;
}

static int is_letter(const text *of, const lab_node *node) {
    return node->op == OP_NAME && node->length == 1 && strchr("ABHS", *text_of(of, node));
}

static int is_same(const text *of, int i, const text *other, int k) {
    const lab_node *a = &of->tree.nodes[i], *b = &other->tree.nodes[k];
    if (a->op != b->op) return 0;
    if (a->op == OP_NUMBER)
        return lab_decimal(text_of(of, a), a->length) == lab_decimal(text_of(other, b), b->length);
    if (a->op == OP_NAME)
        return a->length == b->length && !memcmp(text_of(of, a), text_of(other, b), a->length);
    const int arity = lab_ops[a->op].arity;
    return is_same(of, a->a, other, b->a) && (arity < 2 || is_same(of, a->b, other, b->b)) &&
           (arity < 3 || is_same(of, a->c, other, b->c));
}

static int kind_of(const rewriter *w, const char *name, size_t length) {
    const int input = lab_find_input(w->rule, name, length);
    return input < 0 ? -1 : (int)w->rule->inputs[input].kind;
}

/* What line k assigns: the kind of input, or -1. */
static int kind_of_line(const rewriter *w, int k) {
    return kind_of(w, w->of.source + w->of.tree.lines[k].at, w->of.tree.lines[k].length);
}

static int bind(const rewriter *w, bindings *bound, char letter, int i) {
    const lab_node *node = &w->of.tree.nodes[i];
    const char *name = text_of(&w->of, node);
    int *at = &bound->node[letter - 'A'];
    if (*at >= 0) return is_same(&w->of, *at, &w->of, i);
    *at = i;
    if (letter == 'H') return node->op == OP_NAME && kind_of(w, name, node->length) == LAB_HYPER;
    if (letter != 'S') return 1;
    return node->op == OP_NAME && node->length == w->of.tree.lines[w->line].length &&
           !memcmp(name, w->of.source + w->of.tree.lines[w->line].at, node->length);
}

/* Whether node i of the rule has the shape of node k. */
static int matches(const rewriter *w, bindings *bound, const text *shape, int k, int i) {
    const lab_node *s = &shape->tree.nodes[k], *n = &w->of.tree.nodes[i];
    if (is_letter(shape, s)) return bind(w, bound, *text_of(shape, s), i);
    if (s->op <= OP_NAME || s->op != n->op) return is_same(shape, k, &w->of, i);
    const bindings before = *bound;
    const int arity = lab_ops[s->op].arity;
    if (matches(w, bound, shape, s->a, n->a) && (arity < 2 || matches(w, bound, shape, s->b, n->b)))
        return 1;
    if (s->op != OP_ADD && s->op != OP_MUL) return 0;
    *bound = before;
    return matches(w, bound, shape, s->a, n->b) && matches(w, bound, shape, s->b, n->a);
}

static int has_shape(const rewriter *w, bindings *bound, const text *shape, int i) {
    memset(bound, 0xff, sizeof *bound);
    return matches(w, bound, shape, shape->tree.lines[0].root, i);
}

/* Whether the line has the shape in it that forbids all places. */
static int is_exempt(const rewriter *w) {
    bindings bound;
    if (!w->unless.source) return 0;
    for (int i = w->of.tree.lines[w->line].from; i <= w->of.tree.lines[w->line].root; i++)
        if (has_shape(w, &bound, &w->unless, i)) return 1;
    return 0;
}

static int may_stand(const rewriter *w, int i) {
    const int kind = kind_of_line(w, w->line), is_whole = i == w->of.tree.lines[w->line].root;
    switch (w->where) {
    case LAB_IN_SLOT:
        return kind == LAB_SLOT;
    case LAB_WHOLE_SLOT:
        return kind == LAB_SLOT && is_whole;
    case LAB_WHOLE_POINT:
        return kind == LAB_STATE && is_whole;
    default:
        return 1;
    }
}

static int precedence(lab_op op) {
    static const unsigned char of[] = {
        [OP_NEG] = 3, [OP_ADD] = 2, [OP_SUB] = 2, [OP_MUL] = 3, [OP_DIV] = 3, [OP_POW] = 5,
        [OP_LT] = 1,  [OP_LE] = 1,  [OP_EQ] = 1,  [OP_NE] = 1,  [OP_GT] = 1,  [OP_GE] = 1};
    return op < OP_NEG || op >= OP_FUNCTIONS ? 6 : of[op];
}

static void put_name(rewriter *w, const char *name, size_t length) {
    for (size_t i = 0; i < length; i++) lab_put(&w->to, name[i]);
}

/* A name of the rule, or what the slot of the line is called instead. */
static void put_own_name(rewriter *w, const char *name, size_t length) {
    const char *own = w->of.source + w->of.tree.lines[w->line].at;
    if (w->other && length == w->of.tree.lines[w->line].length && !memcmp(name, own, length))
        lab_put_text(&w->to, w->other);
    else
        put_name(w, name, length);
}

static void put_leaf(rewriter *w, const text *of, const lab_node *node) {
    const char *digits = text_of(of, node);
    if (of == &w->of && node->op == OP_NAME)
        put_own_name(w, digits, node->length);
    else if (node->op == OP_NUMBER && *digits == '\xc2') /* ² or ³ */
        lab_put(&w->to, digits[1] == '\xb2' ? '2' : '3');
    else
        put_name(w, digits, node->length);
}

static void put_node(rewriter *w, const text *of, int i, int least, const bindings *bound);

/* A node as it is, its operands written in turn. */
static void put_plain(rewriter *w, const text *of, int i, const bindings *bound) {
    const lab_node *n = &of->tree.nodes[i];
    const int operands[] = {n->a, n->b, n->c}, own = precedence((lab_op)n->op);
    const lab_op_info *info = &lab_ops[n->op];
    if (n->op <= OP_NAME) {
        put_leaf(w, of, n);
    } else if (n->op >= OP_FUNCTIONS) {
        lab_put_text(&w->to, info->name);
        for (int k = 0; k < info->arity; k++) {
            lab_put_text(&w->to, k ? ", " : "(");
            put_node(w, of, operands[k], 0, bound);
        }
        lab_put(&w->to, ')');
    } else if (n->op == OP_NEG) {
        lab_put(&w->to, '-');
        put_node(w, of, n->a, 5, bound);
    } else {
        put_node(w, of, n->a, own == 5 || own == 1 ? own + 1 : own, bound);
        if (own < 3) lab_put(&w->to, ' ');
        lab_put_text(&w->to, info->name);
        if (own < 3) lab_put(&w->to, ' ');
        put_node(w, of, n->b, own == 5 ? 4 : own + 1, bound);
    }
}

/* Whether node i of the rule is to be replaced, and what the letters then stand for. */
static int is_place(rewriter *w, int i, bindings *bound) {
    if (!w->shape.source || !may_stand(w, i) || !has_shape(w, bound, &w->shape, i)) return 0;
    if (is_exempt(w)) return 0;
    w->place_count++;
    return !w->place || w->place == w->place_count;
}

/* Recursion ends: operands stand before their node. What replaces a node is not searched again, but
 * for what its letters stand for. */
static void put_node(rewriter *w, const text *of, int i, int least, const bindings *bound) {
    const lab_node *n = &of->tree.nodes[i];
    bindings found;
    if (of != &w->of && is_letter(of, n)) {
        put_node(w, &w->of, bound->node[*text_of(of, n) - 'A'], least, bound);
        return;
    }
    const int is_new = of == &w->of && is_place(w, i, &found);
    if (is_new) i = w->instead.tree.lines[0].root, of = &w->instead, n = &of->tree.nodes[i];
    if (is_new && is_letter(of, n)) {
        put_node(w, &w->of, found.node[*text_of(of, n) - 'A'], least, NULL);
        return;
    }
    const int is_loose = precedence((lab_op)n->op) < least;
    if (is_loose) lab_put(&w->to, '(');
    put_plain(w, of, i, is_new ? &found : bound);
    if (is_loose) lab_put(&w->to, ')');
}

static void put_line(rewriter *w, int k) {
    if (w->to.length) lab_put(&w->to, '\n');
    w->line = k;
    put_own_name(w, w->of.source + w->of.tree.lines[k].at, w->of.tree.lines[k].length);
    lab_put_text(&w->to, " = ");
    put_node(w, &w->of, w->of.tree.lines[k].root, 0, NULL);
}

static void read_text(text *of, const char *source, size_t length, const lab_names *names) {
    lab_formula_error error = {0};
    of->source = source;
    lab_parse(&of->tree, &error, source, length, names);
}

static void begin(rewriter *w, char *out, const lab_program *rule, unsigned place) {
    lab_names names;
    w->to = (lab_writer){out, LAB_FORMULA_SOURCE, 0};
    w->rule = rule;
    w->place = place;
    w->place_count = 0;
    w->shape.source = w->unless.source = NULL;
    w->other = NULL;
    lab_names_of_program(&names, rule);
    read_text(&w->of, rule->source, rule->length, &names);
}

/* The text's length, if it is whole and something was replaced as asked. */
static size_t end(const rewriter *w) {
    const int is_found =
        w->place ? w->place_count > 1 && w->place <= w->place_count : w->place_count > 0;
    return is_found && w->to.length <= w->to.capacity ? w->to.length : 0;
}

size_t lab_formula_rewrite(char out[LAB_FORMULA_SOURCE], const lab_program *rule,
                           const lab_rewriting *how, unsigned place) {
    static const lab_names none = {.mode = LAB_EXPRESSION};
    rewriter w;
    begin(&w, out, rule, place);
    w.where = how->where;
    read_text(&w.shape, how->shape, strlen(how->shape), &none);
    read_text(&w.instead, how->instead, strlen(how->instead), &none);
    if (how->unless) read_text(&w.unless, how->unless, strlen(how->unless), &none);
    for (int k = 0; k < w.of.tree.line_count; k++) put_line(&w, k);
    return end(&w);
}

/* Whether a line from `from` on reads what line k assigns. */
static int is_read(const rewriter *w, int k, int from) {
    const char *name = w->of.source + w->of.tree.lines[k].at;
    const size_t length = w->of.tree.lines[k].length;
    for (int j = from; j < w->of.tree.line_count; j++)
        for (int i = w->of.tree.lines[j].from; i <= w->of.tree.lines[j].root; i++) {
            const lab_node *node = &w->of.tree.nodes[i];
            if (node->op == OP_NAME && node->length == length &&
                !memcmp(text_of(&w->of, node), name, length))
                return 1;
        }
    return 0;
}

size_t lab_formula_delay(char out[LAB_FORMULA_SOURCE], const lab_program *rule, unsigned place) {
    rewriter w;
    int is_late[LAB_FORMULA_LINES] = {0};
    begin(&w, out, rule, place);
    for (int k = 0; k < w.of.tree.line_count; k++) {
        if (kind_of_line(&w, k) != LAB_SLOT || !is_read(&w, k, k + 1)) continue;
        w.place_count++;
        is_late[k] = !place || place == w.place_count;
    }
    for (int late = 0; late < 2; late++)
        for (int k = 0; k < w.of.tree.line_count; k++)
            if (is_late[k] == late) put_line(&w, k);
    return end(&w);
}

size_t lab_formula_square(char out[LAB_FORMULA_SOURCE], const lab_program *rule, unsigned place,
                          const char *other) {
    static const lab_names none = {.mode = LAB_EXPRESSION};
    rewriter w;
    begin(&w, out, rule, place);
    read_text(&w.shape, "A^2", 3, &none);
    read_text(&w.instead, "A", 1, &none);
    w.where = LAB_IN_SLOT;
    for (int k = 0; k < w.of.tree.line_count; k++) {
        const unsigned before = w.place_count;
        const size_t at = w.to.length;
        put_line(&w, k);
        if (w.place_count == before || (place && place != w.place_count)) continue;
        /* The line again, for the other slot; then the slot is its square. */
        w.to.length = at;
        w.place_count = before;
        w.other = other;
        put_line(&w, k);
        w.other = NULL;
        lab_put(&w.to, '\n');
        put_name(&w, w.of.source + w.of.tree.lines[k].at, w.of.tree.lines[k].length);
        lab_put_text(&w.to, " = ");
        lab_put_text(&w.to, other);
        lab_put_text(&w.to, "^2");
    }
    return end(&w);
}
