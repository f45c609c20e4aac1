/* variables.c: what the variables of an own f are called: x and y, x1 and x2, w, θ, X and Y, or as
 * its heading says, f(u, v) = or y =. */
#include "lenient.h"

#include <string.h>

enum { FAMILY_PLAIN = 1, FAMILY_CAPITAL = 2, FAMILY_LONE = 4, FAMILY_WITH_INDEX = 8 };

/* x1 and x_1, w1, theta1: the place, or 0. */
static int index_behind(const char *text, size_t length, const char *base) {
    const size_t n = strlen(base);
    if (length <= n || strncmp(text, base, n)) return 0;
    text += n, length -= n;
    if (*text == '_') text++, length--;
    return length == 1 && (*text == '1' || *text == '2') ? *text - '0' : 0;
}

lab_variable lab_find_variable(const lab_reader *r, const char *text, size_t length) {
    static const char bases[][6] = {"x", "w", "theta", "X", "W", "Theta"};
    if (r->names->mode == LAB_RULE) return (lab_variable){0};
    for (int i = 0; i < r->argument_count; i++)
        if (length == r->arguments[i].length && !memcmp(text, r->arguments[i].text, length))
            return (lab_variable){i + 1, FAMILY_PLAIN};
    if (r->argument_count) return (lab_variable){0};
    if (length == 1 && strchr("xy", *text)) return (lab_variable){*text - 'x' + 1, FAMILY_PLAIN};
    if (length == 1 && strchr("XY", *text)) return (lab_variable){*text - 'X' + 1, FAMILY_CAPITAL};
    if (lab_same(text, length, "w") || lab_same(text, length, "theta"))
        return (lab_variable){1, FAMILY_LONE << (*text == 't' ? 8 : 0)};
    for (unsigned k = 0; k < sizeof bases / sizeof *bases; k++) {
        const int place = index_behind(text, length, bases[k]);
        if (place) return (lab_variable){place, FAMILY_WITH_INDEX << k};
    }
    return (lab_variable){0};
}

void lab_put_variable(lab_reader *r, lab_variable found) {
    r->families |= found.family;
    *(found.place == 1 ? &r->is_first_met : &r->is_second_met) = 1;
    lab_reader_put(r, found.place == 1 ? "x" : "y", 1);
}

/* Whether all are of one family, and not only its second variable: a lone x2 may mean x^2. */
int lab_variables_fit(const lab_reader *r) {
    if (r->families & (r->families - 1)) return 0;
    return r->families <= FAMILY_CAPITAL || r->is_first_met || !r->is_second_met;
}

/* ---- The heading ----------------------------------------------------------------------------- */

/* Whether the word is a name in the text. */
static int is_named(const char *text, const char *word, size_t length) {
    for (size_t n; *text; text += n ? n : 1) {
        n = lab_word_length(text);
        if (n == length && !memcmp(text, word, length)) return 1;
    }
    return 0;
}

/* "(u, v)": the arguments; returns what stands behind, or NULL. */
static const char *read_arguments(lab_reader *r, const char *text) {
    double value;
    do {
        text = lab_behind_blanks(text + 1);
        const size_t length = lab_word_length(text);
        if (!length || (*text >= '0' && *text <= '9') || r->argument_count == 2) return NULL;
        if (lab_constant(&value, text, length) || lab_is_function_name(text, length)) return NULL;
        r->arguments[r->argument_count].text = text;
        r->arguments[r->argument_count++].length = length;
        text = lab_behind_blanks(text + length);
    } while (*text == ',');
    return *text == ')' ? lab_behind_blanks(text + 1) : NULL;
}

void lab_read_heading(lab_reader *r) {
    const char *name = lab_behind_blanks(r->in.text), *text;
    const size_t length = lab_word_length(name);
    if (!length || (*name >= '0' && *name <= '9') || lab_same(name, length, "x")) return;
    text = lab_behind_blanks(name + length);
    const int has_arguments = *text == '(';
    if (has_arguments) text = read_arguments(r, text);
    if (r->argument_count == 2 && (lab_same(r->arguments[0].text, r->arguments[0].length, "y") ||
                                   lab_same(r->arguments[1].text, r->arguments[1].length, "x")))
        text = NULL; /* f(y, x): the plane's first axis is x */
    if (text && *text == ':') text++;
    const int is_heading = text && *text == '=' && text[1] != '=' &&
                           !is_named(text, name, length) &&
                           (has_arguments || !lab_is_function_name(name, length));
    if (is_heading)
        r->next = text + 1;
    else
        r->argument_count = 0;
}
