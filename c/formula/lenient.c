/* lenient.c: what people type, as the strict grammar writes it. A text that the grammar can read
 * never comes here.
 *
 * One pass over values and the operators between them. What could mean two things ends it; what is
 * written is compiled strictly afterwards. What is read: the characters of spell.c, the names of
 * familiar.c, products without a sign, |x|, decimal commas. */
#include "lenient.h"

#include <string.h>

enum { DEPTH = 30 };

/* ---- Reading and writing --------------------------------------------------------------------- */

static int is_digit(char c) {
    return c >= '0' && c <= '9';
}

static int is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

size_t lab_word_length(const char *text) {
    size_t length = 0;
    while (is_letter(text[length]) || is_digit(text[length]) || text[length] == '_') length++;
    return length;
}

void lab_reader_fail(lab_reader *r) {
    r->failed = 1;
    r->next = r->in.text + r->in.length;
}

void lab_reader_doubt(lab_reader *r, const char *from, const char *to, const char *write) {
    const unsigned at = r->in.at[from - r->in.text], end = r->in.at[to - r->in.text];
    if (!r->failed)
        lab_error(r->error, LAB_FORMULA_DOUBTFUL, r->source, r->source_length, at, end - at, write);
    lab_reader_fail(r);
}

void lab_reader_put(lab_reader *r, const char *text, size_t length) {
    if (length > LAB_FORMULA_SOURCE - r->length) {
        lab_reader_fail(r);
        return;
    }
    memcpy(r->out + r->length, text, length);
    r->length += length;
}

void lab_reader_write(lab_reader *r, const char *text) {
    lab_reader_put(r, text, strlen(text));
}

void lab_reader_enclose(lab_reader *r, size_t from) {
    lab_reader_write(r, "()");
    if (r->failed) return;
    memmove(r->out + from + 1, r->out + from, r->length - 2 - from);
    r->out[from] = '(';
}

int lab_reader_blanks(lab_reader *r) {
    const char *start = r->next;
    const int is_broken = r->names->mode == LAB_RULE && r->depth <= 1;
    while (*r->next && strchr(is_broken ? " \t\r" : " \t\r\n", *r->next)) r->next++;
    return r->next > start;
}

/* Writes a run of blanks as one blank, and none after an opening bracket. */
static void copy_blanks(lab_reader *r) {
    if (lab_reader_blanks(r) && r->length && !strchr("(\n;,", r->out[r->length - 1]))
        lab_reader_write(r, " ");
}

int lab_is_single(const char *text, size_t length) {
    size_t at = 0;
    while (at < length && (lab_word_length(text + at) || text[at] == '.')) at++;
    if (at == length) return length > 0;
    int depth = 0;
    for (; at < length; at++) {
        depth += (text[at] == '(') - (text[at] == ')');
        if (!depth) return at + 1 == length;
    }
    return 0;
}

/* ---- Values ---------------------------------------------------------------------------------- */

static size_t digits(const char *text) {
    return strspn(text, "0123456789");
}

static size_t number_length(const char *text) {
    size_t length = digits(text);
    if (text[length] == '.') length += 1 + digits(text + length + 1);
    const size_t sign = text[length] && strchr("eE", text[length]) && text[length + 1] &&
                        strchr("+-", text[length + 1]);
    if (text[length] && strchr("eE", text[length]) && is_digit(text[length + 1 + sign]))
        length += 1 + sign + digits(text + length + 1 + sign);
    return length;
}

/* 2,5 is 2.5; 1,200 may be a thousand and more. In a call a comma stands between arguments. */
static void read_number(lab_reader *r) {
    const char *start = r->next;
    const size_t whole = digits(start), part = start[whole] == ',' ? digits(start + whole + 1) : 0;
    if (!whole || !part || r->closer == CLOSE_CALL) {
        const size_t length = number_length(start);
        lab_reader_put(r, start, length);
        r->next += length;
        return;
    }
    const char *end = start + whole + 1 + part;
    if (*end == ',' || (whole <= 3 && part == 3 && *start != '0')) {
        char both[LAB_FORMULA_EXPECTED] = "";
        if (whole <= 3 && part == 3) {
            memcpy(both, start, whole + 4);
            both[whole] = '.';
            strcat(both, ", ");
            strncat(both, start, whole);
            strncat(both, start + whole + 1, 3);
        }
        lab_reader_doubt(r, start, end, both);
        return;
    }
    lab_reader_put(r, start, whole);
    lab_reader_write(r, ".");
    r->next += whole + 1;
    const size_t rest = number_length(r->next);
    lab_reader_put(r, r->next, rest);
    r->next += rest;
}

/* An expression in brackets or bars, written as "(…)" or "abs(…)". */
static void read_between(lab_reader *r, const char *opening, lab_closer closer, char close) {
    lab_reader_write(r, opening);
    r->next++;
    lab_read_expression(r, closer);
    if (*r->next != close) {
        lab_reader_fail(r);
        return;
    }
    r->next++;
    lab_reader_write(r, ")");
}

int lab_read_argument(lab_reader *r, char end) {
    lab_read_expression(r, CLOSE_CALL);
    const int is_end = !r->failed && *r->next == end;
    if (is_end) r->next++;
    return is_end;
}

static lab_value_kind read_value(lab_reader *r) {
    for (copy_blanks(r); *r->next == '+' || *r->next == '-'; lab_reader_blanks(r))
        lab_reader_put(r, r->next++, 1);
    if (is_digit(*r->next) || (*r->next == '.' && is_digit(r->next[1]))) {
        read_number(r);
        return VALUE_NUMBER;
    }
    if (is_letter(*r->next)) return lab_read_name(r);
    if (*r->next == '(')
        read_between(r, "(", CLOSE_GROUP, ')');
    else if (*r->next == '|')
        read_between(r, "abs(", CLOSE_BAR, '|');
    else
        lab_reader_fail(r);
    return VALUE_OTHER;
}

/* ---- Operators ------------------------------------------------------------------------------- */

int lab_reader_at_end(const lab_reader *r) {
    const char c = *r->next;
    if (!c || c == ')' || (r->names->mode == LAB_RULE && (c == ';' || c == '\n'))) return 1;
    return (c == ',' && r->closer == CLOSE_CALL) || (c == '|' && r->closer == CLOSE_BAR);
}

/* A product without a sign. After a number the grammar needs none; after / and ^ the factor could
 * belong to either side. */
static void imply_product(lab_reader *r, lab_value_kind last, int has_blank) {
    const int is_name = is_letter(*r->next), is_rule = r->names->mode == LAB_RULE;
    const int is_open = r->open == '/' || (r->open == '^' && last == VALUE_NAME);
    if (!is_name && *r->next != '(' && *r->next != '|')
        lab_reader_fail(r);
    else if (last == VALUE_NUMBER)
        lab_reader_write(r, has_blank ? " " : "");
    else if (is_rule && last == VALUE_NAME && is_name)
        lab_reader_fail(r);
    else if (is_open && !(r->open == '^' && has_blank))
        lab_reader_doubt(r, r->open_at, r->next + lab_word_length(r->next),
                         r->open == '/' ? "/(…)" : "^(…)");
    else
        lab_reader_write(r, "*");
    if (r->open == '^') r->open = 0;
}

/* The length of the operator that stands next; 0: there is none. */
static size_t operator_length(const char *text) {
    static const char pairs[][3] = {"**", "<=", ">=", "==", "!="};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!strncmp(text, pairs[i], 2)) return 2;
    return *text && strchr("+-*/^<>", *text) ? 1 : 0;
}

static void read_operator(lab_reader *r, size_t length, int has_blank) {
    const char c = !strncmp(r->next, "**", 2) ? '^' : *r->next;
    if (has_blank) lab_reader_write(r, " ");
    lab_reader_put(r, c == '^' ? "^" : r->next, c == '^' ? 1 : length);
    if (c != '^' || r->open != '/') {
        r->open = c == '/' || c == '^' ? c : 0;
        r->open_at = r->next;
    }
    r->next += length;
}

void lab_read_expression(lab_reader *r, lab_closer closer) {
    const lab_closer outside = r->closer;
    const char before = r->open;
    const char *const before_at = r->open_at;
    r->closer = closer;
    r->open = 0;
    if (++r->depth > DEPTH) lab_reader_fail(r);
    while (!r->failed) {
        const lab_value_kind last = read_value(r);
        const int has_blank = lab_reader_blanks(r);
        if (r->failed || lab_reader_at_end(r)) break;
        const size_t length = operator_length(r->next);
        if (length)
            read_operator(r, length, has_blank);
        else
            imply_product(r, last, has_blank);
    }
    r->depth--;
    r->closer = outside;
    r->open = before;
    r->open_at = before_at;
}
