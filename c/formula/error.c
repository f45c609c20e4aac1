/* error.c: where a text went wrong, why, and what was probably meant. */
#include "machine.h"

#include <string.h>

static const struct {
    const char *key, *sentence;
} codes[LAB_FORMULA_CODE_COUNT] = {
    [LAB_FORMULA_FINE] = {"fine", "the formula is fine"},
    [LAB_FORMULA_EMPTY] = {"empty", "there is no formula yet"},
    [LAB_FORMULA_TOO_LONG] = {"too_long", "a formula has at most 500 characters"},
    [LAB_FORMULA_TOO_DEEP] = {"too_deep", "parentheses or powers are nested too deeply"},
    [LAB_FORMULA_TOO_COMPLEX] = {"too_complex", "the formula takes too much computing"},
    [LAB_FORMULA_TOO_MANY_LINES] = {"too_many_lines", "a rule has at most 16 lines"},
    [LAB_FORMULA_TOO_MANY_HYPERS] = {"too_many_hypers",
                                     "a rule has at most 7 parameters; {found} would be one more"},
    [LAB_FORMULA_TOO_MANY_SLOTS] = {"too_many_slots",
                                    "a rule remembers at most 8 names; {found} would be one more"},
    [LAB_FORMULA_NAME_TOO_LONG] = {"name_too_long", "a name has at most 31 characters"},
    [LAB_FORMULA_BAD_CHARACTER] = {"bad_character", "{found} means nothing in a formula"},
    [LAB_FORMULA_BAD_NUMBER] = {"bad_number", "{found} is too large for a number"},
    [LAB_FORMULA_EXPECTED_VALUE] = {"expected_value",
                                    "expected a number, a name or a parenthesis here"},
    [LAB_FORMULA_EXPECTED_CLOSE] = {"expected_close", "expected {expected} here"},
    [LAB_FORMULA_UNEXPECTED] = {"unexpected", "expected an operator here, not {found}"},
    [LAB_FORMULA_STRAY_COMMA] = {"stray_comma",
                                 "a comma separates arguments; write decimals with a point"},
    [LAB_FORMULA_CHAINED] = {"chained", "comparisons cannot be chained; use parentheses"},
    [LAB_FORMULA_MISSING_TIMES] = {"missing_times",
                                   "multiplication must be written: put * before {found}"},
    [LAB_FORMULA_GLUED_NAMES] = {"glued_names", "{found} is one name; write {expected}"},
    [LAB_FORMULA_UNKNOWN_NAME] = {"unknown_name", "{found} is not a known name"},
    [LAB_FORMULA_UNKNOWN_FUNCTION] = {"unknown_function",
                                      "{found} is not a function; to multiply, write {found}*(…)"},
    [LAB_FORMULA_MISSING_ARGUMENTS] = {"missing_arguments",
                                       "{found} is a function; write {expected}"},
    [LAB_FORMULA_WRONG_COUNT] = {"wrong_count", "the arguments do not fit; write {expected}"},
    [LAB_FORMULA_EXPECTED_ASSIGNMENT] = {"expected_assignment",
                                         "each line of a rule has the form name = expression"},
    [LAB_FORMULA_UNEXPECTED_ASSIGNMENT] =
        {"unexpected_assignment", "write only the right-hand side; to compare, write {expected}"},
    [LAB_FORMULA_RESERVED_NAME] = {"reserved_name",
                                   "{found} has a meaning already; choose another name"},
    [LAB_FORMULA_UNASSIGNED] = {"unassigned", "the rule never assigns {expected}"},
    [LAB_FORMULA_BAD_INITIAL] = {"bad_initial",
                                 "an initial value is a number or the name of a parameter"},
    [LAB_FORMULA_DOUBTFUL] = {"doubtful",
                              "{found} can be read in more ways than one; write {expected}"},
    [LAB_FORMULA_NO_GRADIENT] = {"no_gradient", "the rule never reads the gradient g"},
    [LAB_FORMULA_LIKE_A_WORD] = {"like_a_word", "{found} is a parameter of this rule"},
};

const char *lab_formula_code_key(int code) {
    return (unsigned)code < LAB_FORMULA_CODE_COUNT ? codes[code].key : "unknown";
}

const char *lab_formula_sentence(int code) {
    return (unsigned)code < LAB_FORMULA_CODE_COUNT ? codes[code].sentence : "unknown code";
}

/* UTF-16 units of a stretch of UTF-8: one per character, two for those of four bytes. */
static unsigned utf16_length(const char *text, size_t length) {
    unsigned units = 0;
    for (size_t i = 0; i < length; i++)
        units += ((text[i] & 0xc0) != 0x80) + ((unsigned char)text[i] >= 0xf0);
    return units;
}

/* Copies what fits, whole characters only. */
static void copy_text(char *out, size_t capacity, const char *text, size_t length) {
    if (length >= capacity) {
        length = capacity - 1;
        while (length && (text[length] & 0xc0) == 0x80) length--;
    }
    memcpy(out, text, length);
    out[length] = 0;
}

int lab_error(lab_formula_error *error, int code, const char *source, size_t size, unsigned at,
              unsigned length, const char *expected) {
    if (error->code) return error->code;
    if (at > size) at = (unsigned)size;
    if (length > size - at) length = (unsigned)size - at;
    *error = (lab_formula_error){.code = code, .at = at, .length = length};
    error->at_utf16 = utf16_length(source, at);
    error->length_utf16 = utf16_length(source + at, length);
    copy_text(error->found, sizeof error->found, source + at, length);
    if (expected) copy_text(error->expected, sizeof error->expected, expected, strlen(expected));
    return code;
}

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* Levenshtein's distance, upper and lower case alike. Both are shorter than LAB_FORMULA_NAME. */
static unsigned distance(const char *a, const char *b) {
    unsigned row[LAB_FORMULA_NAME];
    const unsigned width = (unsigned)strlen(b);
    for (unsigned j = 0; j <= width; j++) row[j] = j;
    for (unsigned i = 0; a[i]; i++) {
        unsigned corner = row[0]++;
        for (unsigned j = 0; j < width; j++) {
            const unsigned replaced = corner + (lower(a[i]) != lower(b[j]));
            corner = row[j + 1];
            row[j + 1] = least(replaced, least(corner, row[j]) + 1);
        }
    }
    return row[width];
}

/* Keeps `known` if it is nearer to the name found than the best so far, and near enough: at most
 * two changes, and fewer changes than letters. */
static void consider(lab_formula_error *error, unsigned *best, const char *known) {
    const unsigned changes = distance(error->found, known);
    if (changes >= *best || changes >= strlen(error->found)) return;
    *best = changes;
    copy_text(error->nearest, sizeof error->nearest, known, strlen(known));
}

static void find_nearest(lab_formula_error *error, const char *source, const lab_names *names,
                         const lab_tree *tree) {
    unsigned best = 3;
    for (int i = 0; error->code != LAB_FORMULA_UNKNOWN_FUNCTION && i < names->count; i++)
        consider(error, &best, names->list[i].key);
    for (int i = 0; tree && i < tree->line_count; i++) {
        char assigned[LAB_FORMULA_NAME];
        copy_text(assigned, sizeof assigned, source + tree->lines[i].at, tree->lines[i].length);
        if (assigned[0]) consider(error, &best, assigned);
    }
    consider(error, &best, "pi");
    const int end = names->words & LAB_WORD_REDUCTIONS ? OP_TREE_COUNT : OP_REDUCTIONS;
    for (int op = OP_FUNCTIONS; op < end; op++) consider(error, &best, lab_ops[op].name);
}

static int is_known(const char *text, size_t length, const lab_names *names) {
    double value;
    for (int i = 0; i < names->count; i++)
        if (lab_same(text, length, names->list[i].key)) return 1;
    return lab_constant(&value, text, length);
}

/* "xy" is x*y, and "x2" is x^2, where x and y are known: writes that and returns 1. */
static int unglue(char *out, const char *text, size_t length, const lab_names *names) {
    for (size_t cut = length - 1; cut > 0; cut--) {
        if (!is_known(text, cut, names)) continue;
        const size_t digits = strspn(text + cut, "0123456789");
        const int raised = digits == length - cut && strcmp(text + cut, "1"); /* x1 is no power */
        if (!raised && !is_known(text + cut, length - cut, names)) continue;
        memcpy(out, text, cut);
        out[cut] = raised ? '^' : '*';
        memcpy(out + cut + 1, text + cut, length - cut + 1);
        return 1;
    }
    return 0;
}

int lab_error_unknown(lab_formula_error *error, const char *source, size_t size,
                      const lab_node *node, const lab_names *names, const lab_tree *tree) {
    lab_error(error, LAB_FORMULA_UNKNOWN_NAME, source, size, node->at, node->length, NULL);
    if (unglue(error->expected, error->found, strlen(error->found), names))
        error->code = LAB_FORMULA_GLUED_NAMES;
    else
        find_nearest(error, source, names, tree);
    return error->code;
}

void lab_error_function(lab_formula_error *error, const lab_names *names) {
    find_nearest(error, NULL, names, NULL);
}
