/* lex.c: text to tokens. */
#include "machine.h"

#include <math.h>
#include <string.h>

/* Characters outside ASCII that stand for a token; 0: for a blank. */
static const struct {
    char text[4];
    unsigned char kind;
} signs[] = {
    {"−", '-'},          {"×", '*'},          {"·", '*'},        {"⋅", '*'},
    {"÷", '/'},          {"≤", TOKEN_LE},     {"≥", TOKEN_GE},   {"≠", TOKEN_NE},
    {"²", TOKEN_RAISED}, {"³", TOKEN_RAISED}, {"π", TOKEN_NAME}, {"\xc2\xa0", 0},
};

/* Two characters that are one token. */
static const struct {
    char text[3];
    unsigned char kind;
} pairs[] = {{"<=", TOKEN_LE}, {">=", TOKEN_GE}, {"==", TOKEN_EQ}, {"!=", TOKEN_NE}, {"**", '^'}};

static int is_digit(char c) {
    return c >= '0' && c <= '9';
}

static int is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The character at `at`, 0 behind the end (where 0 itself is no character of the language). */
static char look(const lab_parser *p, unsigned at) {
    return at < p->length ? p->source[at] : 0;
}

static unsigned number_length(const lab_parser *p, unsigned at) {
    const unsigned start = at;
    while (is_digit(look(p, at))) at++;
    if (look(p, at) == '.')
        for (at++; is_digit(look(p, at));) at++;
    if (look(p, at) == 'e' || look(p, at) == 'E') {
        const unsigned sign = look(p, at + 1) == '+' || look(p, at + 1) == '-';
        if (is_digit(look(p, at + 1 + sign)))
            for (at += 1 + sign; is_digit(look(p, at));) at++;
    }
    return at - start;
}

static unsigned name_length(const lab_parser *p, unsigned at) {
    const unsigned start = at;
    while (is_letter(look(p, at)) || is_digit(look(p, at)) || look(p, at) == '_') at++;
    return at - start;
}

/* Bytes of the UTF-8 character at `at`: its first byte and those that continue it. */
static unsigned character_length(const lab_parser *p, unsigned at) {
    unsigned length = 1;
    while (at + length < p->length && length < 4 && (p->source[at + length] & 0xc0) == 0x80)
        length++;
    return length;
}

/* A sign of more than one byte, or TOKEN_END. */
static int sign_kind(const lab_parser *p, unsigned at, unsigned *length) {
    *length = character_length(p, at);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (lab_same(p->source + at, *length, signs[i].text)) return signs[i].kind;
    return -1;
}

static int is_break(const lab_parser *p, char c) {
    return p->names->mode == LAB_RULE && (c == ';' || (c == '\n' && !p->parentheses));
}

/* Fails on numbers and names that no program can hold. */
static void check(lab_parser *p) {
    const lab_token t = p->token;
    if (t.kind == TOKEN_NAME && t.length >= LAB_FORMULA_NAME)
        lab_fail(p, LAB_FORMULA_NAME_TOO_LONG, t, NULL);
    if (t.kind == TOKEN_NUMBER && isinf(lab_decimal(p->source + t.at, t.length)))
        lab_fail(p, LAB_FORMULA_BAD_NUMBER, t, NULL);
}

static int pair_kind(const lab_parser *p, unsigned at) {
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (look(p, at) == pairs[i].text[0] && look(p, at + 1) == pairs[i].text[1])
            return pairs[i].kind;
    return 0;
}

void lab_next(lab_parser *p) {
    p->before = p->token;
    unsigned length = 1, at = p->at;
    int kind = TOKEN_END;
    for (; at < p->length; at += length) {
        const char c = p->source[at];
        length = 1;
        if (is_break(p, c)) {
            kind = TOKEN_BREAK;
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            continue;
        } else if (is_digit(c) || (c == '.' && is_digit(look(p, at + 1)))) {
            kind = TOKEN_NUMBER, length = number_length(p, at);
        } else if (is_letter(c)) {
            kind = TOKEN_NAME, length = name_length(p, at);
        } else if ((kind = pair_kind(p, at))) {
            length = 2;
        } else if (c > 0 && strchr("+-*/^()<>=,", c)) {
            kind = c;
        } else if (!(kind = sign_kind(p, at, &length))) {
            continue;
        }
        break;
    }
    p->at = at < p->length ? at + length : p->length;
    p->token = (lab_token){kind, at < p->length ? at : p->length, at < p->length ? length : 0};
    if (kind < 0) lab_fail(p, LAB_FORMULA_BAD_CHARACTER, p->token, NULL);
    check(p);
}
