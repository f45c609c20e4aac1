/* typed.c: a text as it was typed: strictly, or, where the grammar does not read it, as it was
 * meant. The lines of a rule may assign with := and -= too. */
#include "lenient.h"

#include <string.h>

/* Whether `x op text` needs parentheses around the text: x - (a + b). */
static int needs_parentheses(const char *text, size_t length, char op) {
    if (op == '/') return !lab_is_single(text, length);
    const char *weaker = op == '+' ? "<>=!" : "+-<>=!";
    int depth = 0;
    for (size_t i = 0; i < length; i++) {
        depth += (text[i] == '(') - (text[i] == ')');
        const int is_exponent = i > 1 && strchr("eE", text[i - 1]) &&
                                lab_word_length(text + i - 2) && text[i - 2] <= '9';
        if (!depth && !is_exponent && strchr(weaker, text[i])) return 1;
    }
    return 0;
}

/* `name = …`, or `name -= …`. */
static void read_line(lab_reader *r) {
    const char *name = r->next;
    const size_t length = lab_word_length(name);
    lab_reader_put(r, name, length);
    r->next += length;
    const int has_blank = lab_reader_blanks(r);
    const char op = *r->next;
    const int is_longer = op && strchr(":+-*/", op) && r->next[1] == '=';
    if (!length || *name <= '9' || (!is_longer && op != '=') || (op == '=' && r->next[1] == '=')) {
        lab_reader_fail(r);
        return;
    }
    r->next += 1 + is_longer;
    lab_reader_write(r, has_blank || (is_longer && op != ':') ? " =" : "=");
    if (is_longer && op != ':') {
        lab_reader_write(r, " ");
        lab_reader_put(r, name, length);
        lab_reader_put(r, (const char[]){' ', op, ' '}, 3);
        lab_reader_blanks(r);
    }
    const size_t from = r->length;
    lab_read_expression(r, CLOSE_LINE);
    if (!r->failed && is_longer && op != ':' &&
        needs_parentheses(r->out + from, r->length - from, op))
        lab_reader_enclose(r, from);
}

static void read_rule(lab_reader *r) {
    for (;;) {
        lab_reader_blanks(r);
        if (r->failed || !*r->next) return;
        if (*r->next == ';' || *r->next == '\n') {
            lab_reader_put(r, r->next++, 1);
            if (lab_reader_blanks(r) && r->out[r->length - 1] == ';') lab_reader_write(r, " ");
        } else {
            read_line(r);
            if (!lab_reader_at_end(r) || *r->next == ')') lab_reader_fail(r);
        }
    }
}

static void read_formula(lab_reader *r) {
    while (r->in.length && strchr("; \t\r\n", r->in.text[r->in.length - 1]))
        r->in.text[--r->in.length] = 0;
    lab_read_heading(r);
    lab_reader_blanks(r);
    lab_read_expression(r, CLOSE_LINE);
    if (*r->next || !lab_variables_fit(r)) lab_reader_fail(r);
}

size_t lab_read_leniently(char *out, lab_formula_error *error, const char *source, size_t length,
                          const lab_names *names) {
    lab_reader r = {.names = names, .error = error, .source = source, .source_length = length};
    if (!lab_spell(&r.in, source, length, names->mode)) return 0;
    r.out = out, r.next = r.in.text;
    (names->mode == LAB_RULE ? read_rule : read_formula)(&r);
    return r.failed ? 0 : r.length;
}

lab_status lab_formula_compile_typed(lab_program *out, lab_formula_error *error, const char *source,
                                     size_t length, const lab_names *names) {
    char read[LAB_FORMULA_SOURCE];
    lab_formula_error doubt = {0}, ignored;
    if (lab_formula_compile(out, error, source, length, names) == LAB_OK) return LAB_OK;
    if (length > LAB_FORMULA_SOURCE) return LAB_BAD_FORMULA;
    const size_t size = lab_read_leniently(read, &doubt, source, length, names);
    if (size && lab_formula_compile(out, &ignored, read, size, names) == LAB_OK) {
        memset(error, 0, sizeof *error);
        return LAB_OK;
    }
    if (doubt.code) *error = doubt;
    return LAB_BAD_FORMULA;
}
