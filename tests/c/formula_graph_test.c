/* What a program computes, written as operations. */
#include "formula_tests.h"

static void check_graph(const char *source, int order, const char *wanted) {
    char out[1024];
    if (!CHECK(compile_f(source), "%s: %s", source, lab_formula_code_key(error.code))) return;
    const size_t length = lab_formula_graph(out, sizeof out - 1, &program, order);
    out[length] = 0;
    CHECK(!strcmp(out, wanted), "%s, order %d, is\n%s\nnot\n%s", source, order, out, wanted);
    char little[8] = "abcdefg";
    CHECK(lab_formula_graph(little, 3, &program, order) == length && !strcmp(little, "{\"ndefg"),
          "the graph of %s overflows its room", source);
}

/* Numbers by their places; y is unused, so its slope is 0. */
static void graphs(void) {
    check_graph("x - y", 0, "{\"nodes\":[\"x\",\"y\",[\"-\",0,1]],\"roots\":[2]}");
    check_graph("x*y", 1, "{\"nodes\":[\"x\",\"y\",[\"*\",0,1],\"y\",\"x\"],\"roots\":[3,4]}");
    check_graph("x", 2, "{\"nodes\":[],\"roots\":[null,null,null]}");
    check_graph("sqrt(x)", 1,
                "{\"nodes\":[\"x\",[\"sqrt\",0],[\"num\",3],[\"/\",2,1]],\"roots\":[3,null]}");
    check_graph("y^floor(x)", 0,
                "{\"nodes\":[\"x\",[\"floor\",0],\"y\",[\"^\",2,1]],\"roots\":[3]}");
}

/* Fused instructions are the operations they are made of, folded constants what they were made
 * of. */
static void unfused(void) {
    check_graph(
        "x*y + 2*3.5", 0,
        "{\"nodes\":[\"x\",\"y\",[\"*\",0,1],[\"num\",2],[\"num\",3],[\"*\",3,4],[\"+\",2,5]],"
        "\"roots\":[6]}");
    if (!CHECK(compile_f("x*y + 2*3.5"), "does not compile")) return;
    CHECK(lab_formula_number(&program, 2) == 2 && lab_formula_number(&program, 3) == 3.5, "%g, %g",
          lab_formula_number(&program, 2), lab_formula_number(&program, 3));
}

int main(void) {
    return RUN_TESTS({"a graph lists what is computed, operands first", graphs},
                     {"what was fused or folded is taken apart", unfused});
}
