/* spell.c: the characters of books, word processors, phones and other alphabets, in ASCII. */
#include "lenient.h"

#include <string.h>

/* Characters that have one meaning: U+from ... U+to are read as `text`. */
static const struct {
    uint32_t from, to;
    const char *text;
} characters[] = {
    {0x00a0, 0x00a0, " "},     {0x00ad, 0x00ad, ""},      {0x00b7, 0x00b7, "*"},
    {0x00bc, 0x00bc, "(1/4)"}, {0x00bd, 0x00bd, "(1/2)"}, {0x00be, 0x00be, "(3/4)"},
    {0x00d7, 0x00d7, "*"},     {0x00f7, 0x00f7, "/"},     {0x1680, 0x1680, " "},
    {0x2000, 0x200a, " "},     {0x200b, 0x200f, ""},      {0x2010, 0x2015, "-"},
    {0x2022, 0x2022, "*"},     {0x202f, 0x202f, " "},     {0x2044, 0x2044, "/"},
    {0x205f, 0x205f, " "},     {0x2060, 0x2061, ""},      {0x2062, 0x2062, "*"},
    {0x2190, 0x2190, "="},     {0x2212, 0x2212, "-"},     {0x2215, 0x2215, "/"},
    {0x2217, 0x2217, "*"},     {0x2219, 0x2219, "*"},     {0x2223, 0x2223, "|"},
    {0x2260, 0x2260, "!="},    {0x2264, 0x2264, "<="},    {0x2265, 0x2265, ">="},
    {0x22c5, 0x22c5, "*"},     {0x2a7d, 0x2a7d, "<="},    {0x2a7e, 0x2a7e, ">="},
    {0x3000, 0x3000, " "},     {0xfe58, 0xfe58, "-"},     {0xfe63, 0xfe63, "-"},
    {0xfeff, 0xfeff, ""},
};

enum { ROOT = 0x221a };

/* Letters and signs that stand for a name. The page shows x as θ and lr as η. */
static const struct {
    uint32_t code;
    const char *name, *in_rule;
} letters[] = {
    {0x03b1, "alpha", 0},   {0x03b2, "beta", 0},   {0x03b3, "gamma", 0},  {0x03b4, "delta", 0},
    {0x03b5, "eps", 0},     {0x03f5, "eps", 0},    {0x03b7, "eta", "lr"}, {0x03b8, "theta", "x"},
    {0x03d1, "theta", "x"}, {0x03bb, "lambda", 0}, {0x03bc, "mu", 0},     {0x00b5, "mu", 0},
    {0x03c0, "pi", 0},      {0x03c1, "rho", 0},    {0x03c3, "sigma", 0},  {0x03c4, "tau", 0},
    {0x03c6, "phi", 0},     {0x03d5, "phi", 0},    {0x03c9, "omega", 0},  {ROOT, "sqrt", 0},
};

/* Raised characters, and what each is on the line. */
static const struct {
    uint32_t code;
    char c;
} raised[] = {{0x2070, '0'}, {0x00b9, '1'}, {0x00b2, '2'}, {0x00b3, '3'}, {0x2074, '4'},
              {0x2075, '5'}, {0x2076, '6'}, {0x2077, '7'}, {0x2078, '8'}, {0x2079, '9'},
              {0x207a, '+'}, {0x207b, '-'}, {0x02e3, 'x'}};

enum {
    CHARACTERS = sizeof characters / sizeof *characters,
    LETTERS = sizeof letters / sizeof *letters,
    RAISED = sizeof raised / sizeof *raised,
};

/* The character at `at` and how many bytes it has; a byte that is no UTF-8 is a character of its
 * own. */
static uint32_t decode(const char *source, size_t length, size_t at, size_t *bytes) {
    const unsigned char first = (unsigned char)source[at];
    const size_t wanted = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    uint32_t code = wanted == 1 ? first : first & (0xffu >> (wanted + 1));
    for (*bytes = 1; *bytes < wanted; ++*bytes) {
        if (at + *bytes >= length || (source[at + *bytes] & 0xc0) != 0x80) return 0xfffd;
        code = code << 6 | (source[at + *bytes] & 0x3f);
    }
    return code;
}

static int is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Appends a text that stands at `at` of the source; returns whether it fits. */
static int put(lab_spelled *out, const char *text, size_t at) {
    for (; *text; text++) {
        if (out->length == LAB_SPELLED) return 0;
        out->at[out->length] = (uint16_t)at;
        out->text[out->length++] = *text;
    }
    return 1;
}

/* What a character is on the line, or 0. */
static char lowered(uint32_t code) {
    for (int i = 0; i < RAISED; i++)
        if (raised[i].code == code) return raised[i].c;
    return 0;
}

/* A run of raised characters: "^12", or "^(-1)". Returns how many bytes it has, 0 where there is
 * no room. */
static size_t put_raised(lab_spelled *out, const char *source, size_t length, size_t at) {
    const size_t start = at, from = out->length;
    size_t bytes, count = 0;
    if (!put(out, "^(", at)) return 0;
    for (; at < length; at += bytes, count++) {
        const char c = lowered(decode(source, length, at, &bytes));
        if (!c) break;
        if (!put(out, (char[]){c, 0}, at)) return 0;
    }
    const char *digits = out->text + from + 2;
    out->text[out->length] = 0;
    if (strspn(digits, "0123456789") != out->length - from - 2 && count > 1)
        return put(out, ")", at) ? at - start : 0;
    memmove(out->text + from + 1, digits, out->length - from - 2);
    memmove(out->at + from + 1, out->at + from + 2, (out->length - from - 2) * sizeof *out->at);
    out->length--;
    return at - start;
}

/* A letter's name, apart from what stands before it: θ₁ goes on with its index. Returns whether it
 * fits. */
static int put_letter(lab_spelled *out, int k, size_t at, lab_formula_mode mode) {
    const int in_rule = mode == LAB_RULE && letters[k].in_rule;
    size_t word = out->length;
    while (word && is_word(out->text[word - 1])) word--;
    const int is_number = word < out->length && out->text[word] >= '0' && out->text[word] <= '9';
    return put(out, word == out->length || is_number ? "" : " ", at) &&
           put(out, in_rule ? letters[k].in_rule : letters[k].name, at);
}

/* A character that is not ASCII; returns 0 where nobody knows what it means. */
static int put_character(lab_spelled *out, uint32_t code, size_t at, lab_formula_mode mode) {
    if (code >= 0xff01 && code <= 0xff5e) return put(out, (char[]){(char)(code - 0xfee0), 0}, at);
    if (code >= 0x2080 && code <= 0x2089)
        return put(out, (char[]){(char)('0' + code - 0x2080), 0}, at);
    for (int i = 0; i < CHARACTERS; i++)
        if (code >= characters[i].from && code <= characters[i].to)
            return put(out, characters[i].text, at);
    for (int k = 0; k < LETTERS; k++)
        if (letters[k].code == code) return put_letter(out, k, at, mode);
    return 0;
}

/* Whether a letter ends where a word goes on: θx is θ times x, √2 a root; but θ1 and θ_1 are
 * names. */
static int needs_blank(uint32_t before, char next) {
    int is_letter = 0;
    for (int k = 0; k < LETTERS; k++) is_letter |= letters[k].code == before;
    if (!is_letter || !is_word(next)) return 0;
    return before == ROOT || (next != '_' && !(next >= '0' && next <= '9'));
}

int lab_spell(lab_spelled *out, const char *source, size_t length, lab_formula_mode mode) {
    out->length = 0;
    uint32_t before = 0;
    for (size_t at = 0, bytes = 1; at < length; at += bytes) {
        const uint32_t code = decode(source, length, at, &bytes);
        if (lowered(code)) {
            if (!(bytes = put_raised(out, source, length, at))) return 0;
            const char next = at + bytes < length ? source[at + bytes] : ' ';
            if ((is_word(next) || next == '.') && !put(out, " ", at)) return 0; /* x²3 is no x^23 */
        } else if (code < 0x80) {
            if (!code) return 0;
            if (needs_blank(before, (char)code) && !put(out, " ", at)) return 0;
            const char c = code == '{' ? '(' : code == '}' ? ')' : (char)code; /* x^{2} */
            if (!put(out, (char[]){c, 0}, at)) return 0;
        } else if (!put_character(out, code, at, mode)) {
            return 0;
        }
        before = code;
    }
    out->text[out->length] = 0;
    out->at[out->length] = (uint16_t)length;
    return 1;
}
