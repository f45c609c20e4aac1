/* What a wrong formula is answered: the code, the place, and what was meant. */
#include "formula_tests.h"

#include <stdlib.h>

/* A row: kind ('f': a user's f, 'r': a user's rule), text, code's key, place, and the texts. */
static const struct mistake {
    char kind;
    const char *source, *key;
    unsigned at, length;
    const char *found, *expected, *nearest;
} mistakes[] = {
    {'f', "", "empty", 0, 0, "", "", ""},
    {'f', "   ", "empty", 0, 0, "", "", ""},
    {'r', ";\n;", "empty", 0, 0, "", "", ""},
    {'f', "x +", "expected_value", 3, 0, "", "", ""},
    {'f', "x + * 2", "expected_value", 4, 1, "*", "", ""},
    {'f', "()", "expected_value", 1, 1, ")", "", ""},
    {'f', "sin()", "expected_value", 4, 1, ")", "", ""},
    {'f', "max(x, )", "expected_value", 7, 1, ")", "", ""},
    {'f', "x^", "expected_value", 2, 0, "", "", ""},
    {'f', ". + 1", "bad_character", 0, 1, ".", "", ""},
    {'f', "(1 - x", "expected_close", 6, 0, "", ")", ""},
    {'f', "sin(x", "expected_close", 5, 0, "", ")", ""},
    {'f', "1 - x)", "unexpected", 5, 1, ")", "", ""},
    {'f', "x²^2", "unexpected", 3, 1, "^", "", ""},
    {'f', "1,5*x", "stray_comma", 1, 1, ",", ".", ""},
    {'f', "2*(1,5*x)", "stray_comma", 4, 1, ",", ".", ""},
    {'f', "0 < x < 1", "chained", 6, 1, "<", "", ""},
    {'f', "x(x + 1)", "missing_times", 1, 1, "(", "*", ""},
    {'f', "pi(x)", "missing_times", 2, 1, "(", "*", ""},
    {'f', "(x)(y)", "missing_times", 3, 1, "(", "*", ""},
    {'f', "x y", "missing_times", 2, 1, "y", "*", ""},
    {'f', "x 2", "missing_times", 2, 1, "2", "*", ""},
    {'f', "2 3", "missing_times", 2, 1, "3", "*", ""},
    {'f', "sin(x)x", "missing_times", 6, 1, "x", "*", ""},
    {'f', "(2 x y)", "missing_times", 5, 1, "y", "*", ""},
    {'f', "3xy + 1", "glued_names", 1, 2, "xy", "x*y", ""},
    {'f', "x2 + 1", "glued_names", 0, 2, "x2", "x^2", ""},
    {'f', "pix", "glued_names", 0, 3, "pix", "pi*x", ""},
    {'f', "1 + z", "unknown_name", 4, 1, "z", "", ""},
    {'f', "X^2", "unknown_name", 0, 1, "X", "", "x"},
    {'f', "2*PI*x", "unknown_name", 2, 2, "PI", "", "pi"},
    {'f', "sinn(x)", "unknown_function", 0, 4, "sinn", "", "sin"},
    {'f', "squrt(x)", "unknown_function", 0, 5, "squrt", "", "sqrt"},
    {'f', "Exp(x)", "unknown_function", 0, 3, "Exp", "", "exp"},
    {'f', "f(x) = x^2", "unknown_function", 0, 1, "f", "", ""},
    {'f', "sin x", "missing_arguments", 0, 3, "sin", "sin(…)", ""},
    {'f', "2*max", "missing_arguments", 2, 3, "max", "max(…, …)", ""},
    {'f', "min(x)", "wrong_count", 0, 3, "min", "min(…, …)", ""},
    {'f', "sin(x, y)", "wrong_count", 0, 3, "sin", "sin(…)", ""},
    {'f', "where(x, y)", "wrong_count", 0, 5, "where", "where(…, …, …)", ""},
    {'f', "max(x, y, 1, 2, 3)", "wrong_count", 0, 3, "max", "max(…, …)", ""},
    {'f', "y = x^2", "unexpected_assignment", 2, 1, "=", "==", ""},
    {'f', "1e999", "bad_number", 0, 5, "1e999", "", ""},
    {'f', "x $ y", "bad_character", 2, 1, "$", "", ""},
    {'f', "x & y", "bad_character", 2, 1, "&", "", ""},
    {'f', "η*x", "bad_character", 0, 2, "η", "", ""},
    {'f', "x; y", "bad_character", 1, 1, ";", "", ""},
    {'f', "x!", "bad_character", 1, 1, "!", "", ""},
    {'f', "abcdefghijabcdefghijabcdefghijab", "name_too_long", 0, 32,
     "abcdefghijabcdefghijabcdefghija", "", ""},
    {'r', "x", "expected_assignment", 1, 0, "", "=", ""},
    {'r', "x - lr*g", "expected_assignment", 2, 1, "-", "=", ""},
    {'r', "x -= lr*g", "expected_assignment", 2, 1, "-", "=", ""},
    {'r', "2 = x", "expected_assignment", 0, 1, "2", "=", ""},
    {'r', "v = g; x + v", "expected_assignment", 9, 1, "+", "=", ""},
    {'r', "x = y = 2", "unexpected_assignment", 6, 1, "=", "==", ""},
    {'r', "e = 2; x = e", "reserved_name", 0, 1, "e", "", ""},
    {'r', "sin = 2", "reserved_name", 0, 3, "sin", "", ""},
    {'r', "v = g", "unassigned", 0, 5, "v = g", "x", ""},
    {'r', "s = s + g^2; s0 = 2*a; x = x - s", "bad_initial", 13, 2, "s0", "", ""},
    {'r', "s = s + g^2; s0 = g; x = x - s", "bad_initial", 13, 2, "s0", "", ""},
    {'r', "s = s + g^2; s0 = lr; x = x - s", "bad_initial", 13, 2, "s0", "", ""},
    {'r', "x = a*b*c*d*h*i*j*k", "too_many_hypers", 18, 1, "k", "", ""},
    {'r', "a=a+1;b=b+1;c=c+1;d=d+1;h=h+1;k=k+1;m=m+1;n=n+1;q=q+1;x=q", "too_many_slots", 50, 1, "q",
     "", ""},
    {'r', "x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1;x=1", "too_many_lines",
     64, 1, "x", "", ""},
};

static int compiles(char kind, const char *source) {
    return kind == 'r' ? compile_rule(source) : compile_f(source);
}

static void mistakes_are_named(void) {
    for (const struct mistake *m = mistakes; m < mistakes + sizeof mistakes / sizeof *mistakes;
         m++) {
        if (!CHECK(!compiles(m->kind, m->source), "%s compiles", m->source)) continue;
        const char *key = lab_formula_code_key(error.code);
        CHECK(!strcmp(key, m->key), "%s: %s, not %s", m->source, key, m->key);
        CHECK(error.at == m->at && error.length == m->length, "%s: %u + %u", m->source, error.at,
              error.length);
        CHECK(!strcmp(error.found, m->found), "%s: found %s", m->source, error.found);
        CHECK(!strcmp(error.expected, m->expected), "%s: expected %s", m->source, error.expected);
        CHECK(!strcmp(error.nearest, m->nearest), "%s: nearest %s", m->source, error.nearest);
    }
}

/* Names of a unit, which are not open. */
static void names_of_units(void) {
    static const lab_schedule decay = {
        .params = {{.key = "decay"}, {.key = "every"}},
    };
    lab_names names;
    lab_names_of_schedule(&names, &decay);
    const char *source = "lr0*deacy^(s/every)";
    CHECK(lab_formula_compile(&program, &error, source, strlen(source), &names) == LAB_BAD_FORMULA,
          "%s compiles", source);
    CHECK(error.code == LAB_FORMULA_UNKNOWN_NAME && error.at == 4 && error.length == 5, "%u + %u",
          error.at, error.length);
    CHECK(!strcmp(error.nearest, "decay"), "nearest %s", error.nearest);
}

/* JavaScript counts in UTF-16 units: − is three bytes and one unit, 😀 is four and two. */
static void places_in_utf16(void) {
    CHECK(!compile_f("−x·z"), "compiles");
    CHECK(error.at == 6 && error.at_utf16 == 3 && error.length_utf16 == 1, "%u, %u", error.at,
          error.at_utf16);
    CHECK(!compile_f("x − 😀 + z"), "compiles");
    CHECK(error.at == 6 && error.at_utf16 == 4 && error.length == 4 && error.length_utf16 == 2,
          "%u, %u, %u, %u", error.at, error.at_utf16, error.length, error.length_utf16);
    CHECK(!strcmp(error.found, "😀"), "found %s", error.found);
}

/* Fills `out` with `count` times `part`, and `end` after it. */
static const char *repeated(char *out, const char *part, int count, const char *end) {
    *out = 0;
    while (count--) strcat(out, part);
    return strcat(out, end);
}

static void bounds(void) {
    char text[4096];
    CHECK(compile_f(repeated(text, "x+", 249, "x")), "499 bytes do not compile");
    CHECK(!compile_f(repeated(text, "x+", 250, "x")), "501 bytes compile");
    CHECK(error.code == LAB_FORMULA_TOO_LONG && error.at == 500, "%s at %u",
          lab_formula_code_key(error.code), error.at);
    CHECK(!compile_f(repeated(text, "(", 450, "x")), "450 ( compile");
    CHECK(error.code == LAB_FORMULA_TOO_DEEP, "%s", lab_formula_code_key(error.code));
    CHECK(!compile_f(repeated(text, "x^", 200, "x")), "200 ^ compile");
    CHECK(error.code == LAB_FORMULA_TOO_DEEP, "%s", lab_formula_code_key(error.code));
    CHECK(compile_f(repeated(text, "(", 38, "x))))))))))))))))))))))))))))))))))))))")),
          "38 ( do not compile: %s", lab_formula_code_key(error.code));
    CHECK(compile_f(repeated(text, "-", 499, "x")), "499 - do not compile");
}

/* Towers of powers that both x and y change: their second derivatives take some 40 instructions a
 * power. */
static void too_complex(void) {
    char text[600];
    CHECK(!compile_f(repeated(text, "x^y^x^y^x^y-y^x^y^x^y^x+", 20, "1")), "towers compile");
    CHECK(error.code == LAB_FORMULA_TOO_COMPLEX && error.length == 481, "%s",
          lab_formula_code_key(error.code));
}

static void texts_of_codes(void) {
    for (int code = 0; code < LAB_FORMULA_CODE_COUNT; code++) {
        const char *key = lab_formula_code_key(code), *sentence = lab_formula_sentence(code);
        CHECK(key && key[0] && sentence && sentence[0], "code %d", code);
        CHECK(sentence[strlen(sentence) - 1] != '.', "%s ends in a full stop", key);
        for (int other = 0; other < code; other++)
            CHECK(strcmp(key, lab_formula_code_key(other)), "%s twice", key);
        int seen = code >= LAB_FORMULA_NO_GRADIENT || /* remarks: formula_rule_test.c */
                   code == LAB_FORMULA_FINE || code == LAB_FORMULA_TOO_LONG ||
                   code == LAB_FORMULA_TOO_DEEP || code == LAB_FORMULA_TOO_COMPLEX ||
                   code == LAB_FORMULA_DOUBTFUL; /* formula_lenient_test.c */
        for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
            seen |= !strcmp(mistakes[i].key, key);
        CHECK(seen, "no mistake leads to %s", key);
    }
    CHECK(lab_formula_code_key(-1) && lab_formula_sentence(99), "a wrong code has no text");
}

int main(void) {
    return RUN_TESTS({"a mistake is named, placed and put right", mistakes_are_named},
                     {"a unit's formula knows only its own names", names_of_units},
                     {"places are counted as JavaScript counts, too", places_in_utf16},
                     {"length and depth are bounded", bounds},
                     {"a formula with too many instructions is refused", too_complex},
                     {"every code has a key, a sentence and a mistake", texts_of_codes});
}
