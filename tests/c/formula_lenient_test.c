/* What people type: read as it was most likely meant, or answered with what to write. */
#include "formula_tests.h"

/* A row: kind ('f': a user's f, 'r': a user's rule), text, and the text as it is read. */
static const struct reading {
    char kind;
    const char *typed, *read;
} readings[] = {
    /* Read strictly: nothing is changed. */
    {'f', "x^2", "x^2"},
    {'f', "1/2x", "1/2x"},
    {'f', "2^2x", "2^2x"},
    {'f', "ln(x) + x²", "ln(x) + x²"},
    {'r', "w1 = 2; x = x - w1*theta", "w1 = 2; x = x - w1*theta"},
    /* Products without a sign. */
    {'f', "8xsin(2x)", "8x*sin(2x)"},
    {'f', "xsin(x)", "x*sin(x)"},
    {'f', "x sin(x)", "x*sin(x)"},
    {'f', "x sin x", "x*sin(x)"},
    {'f', "(x-1)(x+2)", "(x-1)*(x+2)"},
    {'f', "(x-1)(x+2)^2 + 1", "(x-1)*(x+2)^2 + 1"},
    {'f', "x(x+1)", "x*(x+1)"},
    {'f', "2(x)(y)", "2(x)*(y)"},
    {'f', "3xy + 1", "3x*y + 1"},
    {'f', "x y", "x*y"},
    {'f', "2pix", "2pi*x"},
    {'f', "2πx", "2pi*x"},
    {'f', "xe^x", "x*e^x"},
    {'f', "e^x sin(x)", "e^x*sin(x)"},
    {'f', "e^(-x)sin(x)", "e^(-x)*sin(x)"},
    {'f', "sin(x)cos(x)", "sin(x)*cos(x)"},
    {'f', "xsinx", "x*sin(x)"},
    /* Headings. */
    {'f', "f(x)=x^2", "x^2"},
    {'f', "f(x) = x^2 + 1", "x^2 + 1"},
    {'f', "y = x^2", "x^2"},
    {'f', "z=x^2+y^2", "x^2+y^2"},
    {'f', "f(x,y)=x^2+y^2", "x^2+y^2"},
    {'f', "J(w) = (w-1)^2", "(x-1)^2"},
    {'f', "f(u, v) = u^2 + 3uv", "x^2 + 3x*y"},
    {'f', "f(t) = t^2", "x^2"},
    {'f', "f(x1, x2) = x1 - x2", "x - y"},
    {'f', "f(x) := |x|", "abs(x)"},
    /* Other variables. */
    {'f', "x1^2+x2^2", "x^2+y^2"},
    {'f', "x_1^2 + x_2^2", "x^2 + y^2"},
    {'f', "x₁² + x₂²", "x^2 + y^2"},
    {'f', "w1", "x"},
    {'f', "w1*w2", "x*y"},
    {'f', "w^2", "x^2"},
    {'f', "θ", "x"},
    {'f', "θ^2 + 2θ", "x^2 + 2x"},
    {'f', "theta1^2 + theta2^2", "x^2 + y^2"},
    {'f', "θ₁θ₂", "x*y"},
    {'f', "X^2 + Y^2", "x^2 + y^2"},
    /* Functions of books and of other programs. */
    {'f', "pow(x,2)", "x^2"},
    {'f', "pow(x + 1, 2)", "(x + 1)^2"},
    {'f', "pow(x, y + 1)", "x^(y + 1)"},
    {'f', "pow(-2, x)", "(-2)^x"},
    {'f', "-pow(x, 2)^3", "-(x^2)^3"},
    {'f', "pow(sin(x), 2)", "sin(x)^2"},
    {'f', "Math.pow(x, 2)", ""},
    {'f', "ln x", "log(x)"},
    {'f', "ln x + 1", "log(x) + 1"},
    {'f', "log2(x)", "(log(x)/log(2))"},
    {'f', "log_2(x)", "(log(x)/log(2))"},
    {'f', "log₂(x)", "(log(x)/log(2))"},
    {'f', "log_10(x)", "log10(x)"},
    {'f', "sin^2(x)", "sin(x)^2"},
    {'f', "sin²(x) + cos²(x)", "sin(x)^2 + cos(x)^2"},
    {'f', "sin^2 x", "sin(x)^2"},
    {'f', "2sin^2(2x)cos(x)", "2sin(2x)^2*cos(x)"},
    {'f', "sin x cos x", "sin(x)*cos(x)"},
    {'f', "arctan(x)", "atan(x)"},
    {'f', "Sin(X)", "sin(x)"},
    {'f', "x ln 2", "x*log(2)"},
    {'f', "|x|", "abs(x)"},
    {'f', "|x-1| + |x+1|", "abs(x-1) + abs(x+1)"},
    {'f', "||x|-1|", "abs(abs(x)-1)"},
    {'f', "2|x||y|", "2abs(x)*abs(y)"},
    {'f', "√x", "sqrt(x)"},
    {'f', "√(x²+1)", "sqrt(x^2+1)"},
    {'f', "x√2", "x*sqrt(2)"},
    /* Signs. */
    {'f', "x⁴ − 3x³", "x^4 - 3x^3"},
    {'f', "x¹⁰", "x^10"},
    {'f', "x⁻¹", "x^(-1)"},
    {'f', "x²y", "x²y"},
    {'f', "3 × x · y ÷ 2", "3 × x · y ÷ 2"},
    {'f', "x – 1", "x - 1"},
    {'f', "x — 1", "x - 1"},
    {'f', "x\u202f+\u20091", "x + 1"},
    {'f', "x\u200b^2", "x^2"},
    {'f', "\ufeffx^2", "x^2"},
    {'f', "ｘ＾２＋１", "x^2+1"},
    {'f', "x\u2062y", "x*y"},
    {'f', "½x²", "(1/2)*x^2"},
    {'f', "x^{2}", "x^(2)"},
    {'f', "1,5x + 0,25", "1.5x + 0.25"},
    {'f', "x^2;", "x^2"},
    /* Rules: names stay parameters. */
    {'r', "x -= lr*g", "x = x - lr*g"},
    {'r', "x-=lr*g", "x = x - lr*g"},
    {'r', "v *= 0.9; v += g; x -= lr*v", "v = v * 0.9; v = v + g; x = x - lr*v"},
    {'r', "x -= a + b", "x = x - (a + b)"},
    {'r', "x -= 1e-3*g", "x = x - 1e-3*g"},
    {'r', "x *= 1 - lr", "x = x * (1 - lr)"},
    {'r', "x /= 2*w1", "x = x / (2*w1)"},
    {'r', "x := x - lr*g", "x = x - lr*g"},
    {'r', "θ ← θ − η*g", "x = x - lr*g"},
    {'r', "m = β₁*m + (1-β₁)g\nx = x - lr*m", "m = beta1*m + (1-beta1)*g\nx = x - lr*m"},
    {'r', "x -= lr*theta1*w2*x1*X", "x = x - lr*theta1*w2*x1*X"},
    {'r', "x -= lr*|g|", "x = x - lr*abs(g)"},
    {'r', "x -= lr*PI*sinx", "x = x - lr*PI*sinx"},
    {'r', "x = x - lr*(g +\n m*Sign(g))\n", "x = x - lr*(g + m*sign(g))\n"},
    {'r', "x = x - lr*g/√s; s = s + g²", "x = x - lr*g/sqrt(s); s = s + g^2"},
};

static int compile_typed(char kind, const char *source) {
    lab_names names;
    if (kind == 'r')
        lab_names_of_optimizer(&names, NULL);
    else
        lab_names_of_objective(&names, NULL);
    return lab_formula_compile_typed(&program, &error, source, strlen(source), &names) == LAB_OK;
}

static void texts_are_read_as_they_are_meant(void) {
    for (const struct reading *r = readings; r < readings + sizeof readings / sizeof *readings;
         r++) {
        const int is_read = compile_typed(r->kind, r->typed);
        if (!*r->read) {
            CHECK(!is_read, "%s is read as %.*s", r->typed, (int)program.length, program.source);
            continue;
        }
        if (!CHECK(is_read, "%s: %s at %u", r->typed, lab_formula_code_key(error.code), error.at))
            continue;
        CHECK(!error.code, "%s has an error", r->typed);
        CHECK(strlen(r->read) == program.length && !memcmp(program.source, r->read, program.length),
              "%s is read as %.*s", r->typed, (int)program.length, program.source);
    }
}

/* What could mean two things, or nothing: the code, the place in what was typed, what to write. */
static const struct refusal {
    char kind;
    const char *typed, *key;
    unsigned at;
    const char *found, *expected;
} refusals[] = {
    {'f', "sin 2x", "doubtful", 0, "sin 2x", "sin(…)"},
    {'f', "1 + sin x^2", "doubtful", 4, "sin x", "sin(…)"},
    {'f', "√x²", "doubtful", 0, "√x", "sqrt(…)"},
    {'f', "√2x", "doubtful", 0, "√2x", "sqrt(…)"},
    {'f', "sin^-1(x)", "doubtful", 0, "sin^", "1/sin(…), asin(…)"},
    {'f', "sin⁻¹(x)", "doubtful", 0, "sin", "1/sin(…), asin(…)"},
    {'f', "1/xy", "doubtful", 1, "/xy", "/(…)"},
    {'f', "1/x(x+1)", "doubtful", 1, "/x", "/(…)"},
    {'f', "e^xy", "doubtful", 1, "^xy", "^(…)"},
    {'f', "1,200x", "doubtful", 0, "1,200", "1.200, 1200"},
    {'f', "x2 + 1", "glued_names", 0, "x2", "x^2"},
    {'f', "x2^2 + y^2", "glued_names", 0, "x2", "x^2"},
    {'f', "x1 + y", "unknown_name", 0, "x1", ""},
    {'f', "x1 + w2", "unknown_name", 0, "x1", ""},
    {'f', "ex", "glued_names", 0, "ex", "e*x"},
    {'f', "x 2", "missing_times", 2, "2", "*"},
    {'f', "(x-1)2", "missing_times", 5, "2", "*"},
    {'f', "x²3", "missing_times", 3, "3", "*"},
    {'f', "f(x) = x + y", "unknown_function", 0, "f", ""},
    {'f', "f(y, x) = x - y", "unknown_function", 0, "f", ""},
    {'f', "y = x + y", "unexpected_assignment", 2, "=", "=="},
    {'f', "x = y", "unexpected_assignment", 2, "=", "=="},
    {'f', "x = 0 and y", "unexpected_assignment", 2, "=", "=="},
    {'f', "|x", "bad_character", 0, "|", ""},
    {'f', "x $ y", "bad_character", 2, "$", ""},
    {'f', "∛x", "bad_character", 0, "∛", ""},
    {'r', "x = x - lr g", "missing_times", 11, "g", "*"},
    {'r', "x - lr*g", "expected_assignment", 2, "-", "="},
    {'r', "x = xsquare(x)", "unknown_function", 4, "xsquare", ""},
};

static void doubts_are_said(void) {
    for (const struct refusal *r = refusals; r < refusals + sizeof refusals / sizeof *refusals;
         r++) {
        if (!CHECK(!compile_typed(r->kind, r->typed), "%s is read as %.*s", r->typed,
                   (int)program.length, program.source))
            continue;
        CHECK(!strcmp(lab_formula_code_key(error.code), r->key), "%s: %s, not %s", r->typed,
              lab_formula_code_key(error.code), r->key);
        CHECK(error.at == r->at, "%s: at %u, not %u", r->typed, error.at, r->at);
        CHECK(!strncmp(error.found, r->found, strlen(r->found)), "%s: found %s", r->typed,
              error.found);
        CHECK(!strcmp(error.expected, r->expected), "%s: expected %s", r->typed, error.expected);
    }
}

static void no_text_is_too_long(void) {
    char text[LAB_FORMULA_SOURCE + 3];
    for (size_t n = LAB_FORMULA_SOURCE - 3; n <= LAB_FORMULA_SOURCE + 2; n++) {
        for (size_t i = 0; i < n; i++) text[i] = "|x|-"[i % 4];
        text[n] = 0;
        lab_names names;
        lab_names_of_objective(&names, NULL);
        CHECK(lab_formula_compile_typed(&program, &error, text, n, &names) == LAB_BAD_FORMULA,
              "%zu characters", n);
    }
}

/* Two rows spliced, with a byte changed here and there: what is read is read strictly too, the
 * same. */
static void spliced_texts_end_well(void) {
    enum { ROWS = sizeof readings / sizeof *readings };
    unsigned state = 1;
    for (int i = 0; i < 40000; i++) {
        char text[200];
        const struct reading *rows[2];
        for (int k = 0; k < 2; k++)
            rows[k] = &readings[(state = state * 1664525 + 1013904223) % ROWS];
        const size_t cut = (state >> 8) % (strlen(rows[0]->typed) + 1);
        const size_t rest = (state >> 16) % (strlen(rows[1]->typed) + 1);
        snprintf(text, sizeof text, "%.*s%s", (int)cut, rows[0]->typed, rows[1]->typed + rest);
        if (i % 3 == 0 && *text)
            text[(state >> 4) % strlen(text)] ^= (char)(1 << (state >> 28) % 8);
        if (!compile_typed(rows[1]->kind, text)) {
            CHECK(error.code && error.at + error.length <= strlen(text), "%s", text);
            continue;
        }
        char read[LAB_FORMULA_SOURCE + 1] = "";
        memcpy(read, program.source, program.length);
        CHECK(rows[1]->kind == 'r' ? compile_rule(read) : compile_f(read), "%s: %s", text, read);
    }
}

int main(void) {
    return RUN_TESTS(
        {"a text is read as it was meant, where that is beyond doubt",
         texts_are_read_as_they_are_meant},
        {"where it is not, the error says where and what to write", doubts_are_said},
        {"spliced texts are read as the grammar reads them, or are errors", spliced_texts_end_well},
        {"no text is too long for the reader", no_text_is_too_long});
}
