/* remark.c: what looks like a mistake in a user's rule that compiles: a rule that never reads the
 * gradient, and parameters called what books call g, ‖g‖, H, f or η. */
#include "lenient.h"

#include <string.h>

static const struct {
    const char *other, *known;
} names[] = {
    {"grad", "g"},
    {"gradient", "g"},
    {"dx", "g"},
    {"df", "g"},
    {"dfdx", "g"},
    {"df_dx", "g"},
    {"dw", "g"},
    {"gx", "g"},
    {"g_x", "g"},
    {"gt", "g"},
    {"g_t", "g"},
    {"grad_x", "g"},
    {"slope", "g"},
    {"gnorm", "norm(g)"},
    {"norm_g", "norm(g)"},
    {"g_norm", "norm(g)"},
    {"gradnorm", "norm(g)"},
    {"grad_norm", "norm(g)"},
    {"h", "hdiag"},
    {"hess", "hdiag"},
    {"hessian", "hdiag"},
    {"hxx", "hdiag"},
    {"h_diag", "hdiag"},
    {"loss", "f"},
    {"cost", "f"},
    {"eta", "lr"},
    {"alpha", "lr"},
    {"learning_rate", "lr"},
    {"step_size", "lr"},
};

/* Where a word stands in a text, or NULL. */
static const char *find_word(const char *text, const char *end, const char *word) {
    while (text < end) {
        const size_t length = lab_word_length(text);
        if (lab_same(text, length, word)) return text;
        text += length ? length : 1;
    }
    return NULL;
}

/* What a book's name for a parameter means here, or NULL. */
static const char *known_as(const char *key) {
    char small[LAB_FORMULA_NAME];
    size_t length = 0;
    for (; key[length]; length++) {
        const char c = key[length];
        small[length] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (lab_same(small, length, names[i].other)) return names[i].known;
    return NULL;
}

int lab_formula_remark(lab_formula_error *out, const lab_program *program) {
    *out = (lab_formula_error){.code = LAB_FORMULA_FINE};
    if (program->mode != LAB_RULE) return LAB_FORMULA_FINE;
    char source[LAB_FORMULA_SOURCE + 1];
    memcpy(source, program->source, program->length);
    source[program->length] = 0;
    const char *end = source + program->length;
    const int is_blind = !find_word(source, end, "g") && !find_word(source, end, "hsolve");
    const int has_rate = find_word(source, end, "lr") != NULL;
    const char *key = "", *known = NULL;
    for (int i = 0; i < program->input_count && !known; i++) {
        key = program->inputs[i].key;
        known = program->inputs[i].kind == LAB_HYPER ? known_as(key) : NULL;
        const int is_rate = known && !strcmp(known, "lr"), is_value = known && !strcmp(known, "f");
        if ((is_rate && has_rate) || (is_blind && (is_rate || is_value))) known = NULL;
    }
    if (!known && !is_blind) return LAB_FORMULA_FINE;
    const size_t at = known ? (size_t)(find_word(source, end, key) - source) : 0;
    lab_error(out, is_blind ? LAB_FORMULA_NO_GRADIENT : LAB_FORMULA_LIKE_A_WORD, source,
              program->length, (unsigned)at, known ? (unsigned)strlen(key) : 0, NULL);
    if (known) strcpy(out->nearest, known);
    return out->code;
}
