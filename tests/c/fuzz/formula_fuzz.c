/* formula_fuzz.c: hostile text must end in a program or in an error. The first byte chooses: 'r' a
 * user's rule, 's' a schedule, anything else a user's f; the others are the text. `make fuzz` runs
 * it; formula_corpus_test.c replays the corpus with every test run. */
#include "formula.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LANES = 5 };

/* Stops the program, so that the fuzzer keeps the text. */
static void require(int holds) {
    if (!holds) abort();
}

static void look_at_error(const lab_formula_error *error, size_t size) {
    require(error->code > 0 && error->code < LAB_FORMULA_CODE_COUNT);
    require(error->at <= size && error->length <= size - error->at);
    /* Twice, since a byte that begins four may stand alone in text that is not UTF-8. */
    require(error->at_utf16 <= 2 * error->at && error->length_utf16 <= 2 * error->length);
    require(memchr(error->found, 0, sizeof error->found) != NULL);
    require(memchr(error->expected, 0, sizeof error->expected) != NULL);
    require(memchr(error->nearest, 0, sizeof error->nearest) != NULL);
}

/* What is written of a program: its tree, or, for an order of derivatives, what it computes. */
static size_t put(char *out, size_t capacity, const lab_program *program, int order) {
    return order < 0 ? lab_formula_ast(out, capacity, program)
                     : lab_formula_graph(out, capacity, program, order);
}

/* JSON that closes what it opens, and never a byte more than there is room for. */
static void look_at_text(const lab_program *program, int order) {
    const size_t length = put(NULL, 0, program, order);
    char *out = malloc(length);
    require(out && put(out, length, program, order) == length);
    int depth = 0, quoted = 0;
    for (size_t i = 0; i < length; i++) {
        quoted ^= out[i] == '"';
        if (!quoted) depth += (out[i] == '[' || out[i] == '{') - (out[i] == ']' || out[i] == '}');
        require(depth > 0 || i + 1 == length);
    }
    require(!depth && !quoted);
    free(out);
}

static void evaluate(const lab_program *program) {
    const double x[LANES] = {0, -1.5, 3, INFINITY, NAN}, y[LANES] = {2, 0, -1e300, 1, 0.5};
    double f[LANES], gx[LANES], gy[LANES], hxx[LANES], hxy[LANES], hyy[LANES];
    lab_field field;
    lab_field_from_program(&field, program, NULL);
    field.eval(&field, LANES, x, y, f, NULL, NULL);
    field.eval(&field, LANES, x, y, f, gx, gy);
    field.hessian(&field, LANES, x, y, hxx, hxy, hyy);
}

static void step(const lab_program *program) {
    const double hypers[LAB_MAX_PARAMS] = {0.1, 0.9, 0.99, 1e-8, 0, 1, INFINITY, NAN};
    const double g[LANES] = {0, 1, -2, NAN, 1e300};
    const double f[LANES] = {1, -1, 0, INFINITY, NAN}, h[LANES] = {0, 1, NAN, -2, 1e-300};
    double slots[LAB_MAX_SLOTS * LANES], values[LAB_FORMULA_LINES * LANES];
    lab_rule rule;
    lab_rule_from_program(&rule, program, hypers);
    /* five points, and one of five coordinates */
    for (int dim = 1; dim <= LANES; dim += LANES - 1) {
        double x[LANES] = {1, 2, 3, 4, 5};
        const lab_site at = {(size_t)dim, (size_t)(LANES / dim), f, h, h, NULL};
        lab_rule_start(&rule, slots, x, at.dim, at.lanes);
        for (int t = 1; t < 4; t++) rule.step(&rule, &at, x, g, slots, 0.1, t);
        if (at.lanes == 1) lab_rule_trace(&rule, &at, values, x, g, slots, 0.1, 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const lab_schedule schedule = {.params = {{.key = "every"}}};
    static lab_program program;
    lab_formula_error error;
    lab_names names;
    if (!size) return 0;
    if (data[0] == 's')
        lab_names_of_schedule(&names, &schedule);
    else if (data[0] == 'r')
        lab_names_of_optimizer(&names, NULL);
    else
        lab_names_of_objective(&names, NULL);
    char *text = malloc(size); /* exactly as long as the text, so that a step beyond it is seen */
    memcpy(text, data + 1, size - 1);
    const lab_status status = (data[0] == 's' ? lab_formula_compile : lab_formula_compile_typed)(
        &program, &error, text, size - 1, &names);
    if (status) {
        look_at_error(&error, size - 1);
    } else {
        look_at_text(&program, -1);
        for (int order = 0; data[0] != 'r' && data[0] != 's' && order < 3; order++)
            look_at_text(&program, order);
        if (data[0] == 'r')
            step(&program);
        else if (data[0] != 's')
            evaluate(&program);
    }
    free(text);
    return 0;
}
