/* Derivatives of formulas: against SymPy, against differences, and what is used at kinks. */
#include "formula_tests.h"

#include "formula_golden.h"
#include "objectives.h"

static const char *const parts[] = {"f", "∂x", "∂y", "∂xx", "∂xy", "∂yy"};

/* Cancellation makes rounding errors as large as those of the largest term, so the scale is that of
 * all six numbers; the tolerance is far below what a wrong term would make. */
static void golden(void) {
    for (size_t i = 0; i < sizeof goldens / sizeof *goldens; i++) {
        const struct golden *g = &goldens[i];
        double d[6], scale = 0;
        if (!CHECK(compile_f(g->source), "%s does not compile", g->source)) continue;
        evaluate(d, g->x, g->y);
        for (int k = 0; k < 6; k++) scale = fmax(scale, fabs(g->d[k]));
        for (int k = 0; k < 6; k++)
            CHECK(is_close(d[k], g->d[k], scale / 4, 8), "%s of %s at (%g, %g) is %.17g, not %.17g",
                  parts[k], g->source, g->x, g->y, d[k], g->d[k]);
    }
}

static double f_at(const lab_field *field, double x, double y) {
    double f;
    field->eval(field, 1, &x, &y, &f, NULL, NULL);
    return f;
}

/* At seeded places where everything is smooth: the gradient of the value, by central differences.
 */
static void differences(void) {
    uint64_t seed = 11;
    for (size_t i = 0; i < sizeof goldens / sizeof *goldens; i += 2) {
        lab_field field;
        if (!CHECK(compile_f(goldens[i].source), "%s", goldens[i].source)) continue;
        lab_field_from_program(&field, &program, NULL);
        for (int k = 0; k < 20; k++) {
            const double x = 0.3 + uniform(&seed), y = 0.1 + uniform(&seed) / 8, h = 6e-6;
            double d[6];
            evaluate(d, x, y);
            const double dx = (f_at(&field, x + h, y) - f_at(&field, x - h, y)) / (2 * h);
            const double dy = (f_at(&field, x, y + h) - f_at(&field, x, y - h)) / (2 * h);
            const double scale = 1 + fabs(d[0]) + fabs(d[1]) + fabs(d[2]);
            CHECK(fabs(dx - d[1]) <= 2e-7 * scale, "∂x of %s at (%g, %g): %g, not %g",
                  goldens[i].source, x, y, d[1], dx);
            CHECK(field.dim == 1 || fabs(dy - d[2]) <= 2e-7 * scale,
                  "∂y of %s at (%g, %g): %g, not %g", goldens[i].source, x, y, d[2], dy);
        }
    }
}

/* By hand, from the policy in formula.h. */
static const struct kink {
    const char *source;
    double x, y, d[6];
} kinks[] = {
    {"abs(x)", 0, 0, {0, 0, 0, 0, 0, 0}},
    {"abs(x)", -3, 0, {3, -1, 0, 0, 0, 0}},
    {"abs(x)^3", -2, 0, {8, -12, 0, 12, 0, 0}},
    {"sign(x)*x", -2, 0, {2, -1, 0, 0, 0, 0}},
    {"floor(x) + x", 2, 0, {4, 1, 0, 0, 0, 0}},
    {"max(0, 1 - x)", 1, 0, {0, 0, 0, 0, 0, 0}},
    {"max(0, 1 - x)", 0.5, 0, {0.5, -1, 0, 0, 0, 0}},
    {"max(1 - x, 0)", 1, 0, {0, -1, 0, 0, 0, 0}},
    {"min(x, x^2)", 1, 0, {1, 1, 0, 0, 0, 0}},
    {"min(x^2, x)", 1, 0, {1, 2, 0, 2, 0, 0}},
    {"max(x^2, y^3)", 2, 1, {4, 4, 0, 2, 0, 0}},
    {"max(x^2, y^3)", 1, 2, {8, 0, 12, 0, 0, 12}},
    {"(x > 1)*x^2", 3, 0, {9, 6, 0, 2, 0, 0}},
    {"where(x > 0, x^2, -x)", -2, 0, {2, -1, 0, 0, 0, 0}},
    {"where(x > 0, x^2*y, -x)", 2, 3, {12, 12, 4, 6, 4, 0}},
    {"where(x > 0, sqrt(x), x^2)", -2, 0, {4, -4, 0, 2, 0, 0}},
    {"where(x > 0, 1/x, 0)", 0, 0, {0, 0, 0, 0, 0, 0}},
    {"where(x == 0, 1, sin(x)/x)", 0, 0, {1, 0, 0, 0, 0, 0}},
    {"sqrt(x)", 0, 0, {0, INFINITY, 0, -INFINITY, 0, 0}},
    {"sqrt(x)", 4, 0, {2, 0.25, 0, -0.03125, 0, 0}},
    {"x^1.5", 0, 0, {0, 0, 0, INFINITY, 0, 0}},
    {"x^y", 0, 2, {0, 0, 0, 2, 0, 0}},
    {"log(x)", 0, 0, {-INFINITY, INFINITY, 0, -INFINITY, 0, 0}},
    {"exp(x)", 1000, 0, {INFINITY, INFINITY, 0, INFINITY, 0, 0}},
    {"x^2", NAN, 0, {NAN, NAN, 0, 2, 0, 0}},
    {"abs(x)", NAN, 0, {NAN, NAN, 0, 0, 0, 0}},
    {"max(0, 1 - x)", NAN, 0, {NAN, NAN, 0, 0, 0, 0}},
    {"floor(abs(x))", NAN, 0, {NAN, NAN, 0, 0, 0, 0}},
    {"(-1)^floor(x)*x", 1.3, 0, {-1.3, -1, 0, 0, 0, 0}},
    {"(-1)^floor(x)*x", 2.5, 0, {2.5, 1, 0, 0, 0, 0}},
    {"(-2)^max(2, x)", 1, 0, {4, 0, 0, 0, 0, 0}},
    {"(-2)^where(x < 5, 3, x)", 1, 0, {-8, 0, 0, 0, 0, 0}},
    {"(-2)^x", 2, 0, {4, NAN, 0, NAN, 0, 0}},
    {"x^floor(y)", -2, 3.5, {-8, 12, 0, -12, 0, 0}},
    {"x^2 + x^0", 0, 0, {1, 0, 0, 2, 0, 0}},
    {"x^0", NAN, 0, {1, 0, 0, 0, 0, 0}},
    {"x^1", 0, 0, {0, 1, 0, 0, 0, 0}},
    {"x^floor(y)", 0, 0.5, {1, 0, 0, 0, 0, 0}},
    {"x^floor(y)", 0, 1.5, {0, 1, 0, 0, 0, 0}},
    {"x^floor(y)", 0, 2.5, {0, 0, 0, 2, 0, 0}},
    {"floor(x)^y", 0.5, 2, {0, 0, 0, 0, 0, 0}},
    {"floor(x)^0.5", 0.5, 0, {0, 0, 0, NAN, 0, 0}},
    {"(x^2)^0.75", 0, 0, {0, 0, 0, NAN, 0, 0}},
    {"sqrt(x^2 + y^2)", 0, 0, {0, 0, 0, NAN, NAN, NAN}},
    {"sqrt(max(0, x))", -1, 0, {0, 0, 0, NAN, 0, 0}},
    {"asin(1 - x^2)", 0, 0, {1.5707963267948966, 0, 0, NAN, 0, 0}},
    {"acos(1 - x^2)", 0, 0, {0, 0, 0, NAN, 0, 0}},
    {"tanh(x)", 1000, 0, {1, 0, 0, 0, 0, 0}},
    {"sigmoid(x)", -1000, 0, {0, 0, 0, 0, 0, 0}},
    {"3", 1, 1, {3, 0, 0, 0, 0, 0}},
    {"2*x - y", 1, 1, {1, 2, -1, 0, 0, 0}},
};

static void kinks_and_specials(void) {
    for (const struct kink *k = kinks; k < kinks + sizeof kinks / sizeof *kinks; k++) {
        double d[6];
        if (!CHECK(compile_f(k->source), "%s does not compile", k->source)) continue;
        evaluate(d, k->x, k->y);
        for (int i = 0; i < 6; i++)
            CHECK(is_same(d[i], k->d[i]), "%s of %s at (%g, %g) is %.17g, not %g", parts[i],
                  k->source, k->x, k->y, d[i], k->d[i]);
    }
}

/* What does not depend on x or y costs nothing in the derivatives. */
static void sparse(void) {
    CHECK(compile_f("3*x + 2*y + 1"), "does not compile");
    CHECK(program.sections[1].to - program.sections[1].from ==
              program.sections[0].to - program.sections[0].from,
          "a linear formula's gradient is computed");
    CHECK(program.sections[2].to == program.sections[2].from, "its Hessian is computed");
}

int main(void) {
    return RUN_TESTS({"values and derivatives are SymPy's", golden},
                     {"gradients are the limits of differences", differences},
                     {"kinks, infinity and NaN are treated as formula.h says", kinks_and_specials},
                     {"derivatives that are constant take no instruction", sparse});
}
