/* Values of formulas: the grammar, the functions, numbers, infinity and NaN. Expectations are
 * derived by hand, or are closed forms; derivatives are in formula_derivative_test.c. */
#include "formula_tests.h"

#include "objectives.h"

#include <stdlib.h>

typedef struct example {
    const char *source;
    double x, y, value;
} example;

static void check_all(const example *list, size_t count, double ulps) {
    for (const example *e = list; e < list + count; e++) {
        const double found = value_of(e->source, e->x, e->y);
        CHECK(is_close(found, e->value, 0, ulps), "%s at (%g, %g) = %.17g, not %.17g", e->source,
              e->x, e->y, found, e->value);
    }
}

#define CHECK_ALL(list, ulps) check_all(list, sizeof(list) / sizeof *(list), ulps)

static const example precedence[] = {
    {"1 + 2*3", 0, 0, 7},
    {"(1 + 2)*3", 0, 0, 9},
    {"2 - 3 - 4", 0, 0, -5},
    {"24/4/3", 0, 0, 2},
    {"24/4*3", 0, 0, 18},
    {"2^3^2", 0, 0, 512},
    {"(2^3)^2", 0, 0, 64},
    {"-x^2", 3, 0, -9},
    {"(-x)^2", 3, 0, 9},
    {"2^-3", 0, 0, 0.125},
    {"2^-x^2", 2, 0, 0.0625},
    {"-2^-2", 0, 0, -0.25},
    {"2*-x", 5, 0, -10},
    {"2--x", 5, 0, 7},
    {"--x", 5, 0, 5},
    {"-+-x", 5, 0, 5},
    {"+x", 5, 0, 5},
    {"3x", 5, 0, 15},
    {"2(x+1)", 5, 0, 12},
    {"2 x", 5, 0, 10},
    {"2x^2", 3, 0, 18},
    {"2^2x", 3, 0, 12}, /* as strong as *, so (2^2)*x */
    {"x^2y", 3, 5, 45},
    {"1/2x", 3, 0, 1.5}, /* (1/2)*x */
    {"6/2(1+2)", 0, 0, 9},
    {"-3x^2", 2, 0, -12},
    {"3pi", 0, 0, 9.42477796076937972},
    {"2e", 0, 0, 5.43656365691809047},
    {"2e0", 0, 0, 2},
    {"2exp(0)", 0, 0, 2},
    {"x < 1 + 1", 1.5, 0, 1},
    {"x < 1 + 1", 2, 0, 0},
    {"x <= 2", 2, 0, 1},
    {"x > 2", 2, 0, 0},
    {"x >= 2", 2, 0, 1},
    {"x == 2", 2, 0, 1},
    {"x != 2", 2, 0, 0},
    {"(x > 1)*(x < 3)*10", 2, 0, 10},
    {"where(x > 0, x, y)", 2, 7, 2},
    {"where(x > 0, x, y)", -2, 7, 7},
    {"where(x, 1, 2)", 0, 0, 2},
    {"min(x, y)", 3, -4, -4},
    {"max(x, y)", 3, -4, 3},
    {" x\n+\t1 ", 1, 0, 2},
    {"x²+y³", 3, 2, 17},
    {"2x**2 - y**-1", 3, 2, 17.5},
    {"2**3**2", 0, 0, 512},
    {"2x²y", 3, 5, 90},
    {"-x²", 3, 0, -9},
    {"x·y × 2 ⋅ 3 ÷ 4 − 1", 2, 3, 8},
    {"(x ≤ 2) + (x ≥ 2) + (x ≠ 2)", 2, 0, 2},
    {"2π", 0, 0, 6.28318530717958648},
    {"5", 1, 1, 5},
};

static void precedences(void) {
    CHECK_ALL(precedence, 0);
}

/* From a table of 20 digits, rounded. */
static const example functions[] = {
    {"sqrt(x)", 0.5, 0, 0.70710678118654752440},
    {"abs(x)", -0.5, 0, 0.5},
    {"exp(x)", 0.5, 0, 1.6487212707001281468},
    {"log(x)", 0.5, 0, -0.69314718055994530942},
    {"ln(x)", 0.5, 0, -0.69314718055994530942},
    {"log10(x)", 1000, 0, 3},
    {"sin(x)", 0.5, 0, 0.47942553860420300027},
    {"cos(x)", 0.5, 0, 0.87758256189037271612},
    {"tan(x)", 0.5, 0, 0.54630248984379051326},
    {"asin(x)", 0.5, 0, 0.52359877559829887308},
    {"acos(x)", 0.5, 0, 1.0471975511965977462},
    {"atan(x)", 0.5, 0, 0.46364760900080611621},
    {"sinh(x)", 0.5, 0, 0.52109530549374736162},
    {"cosh(x)", 0.5, 0, 1.1276259652063807852},
    {"tanh(x)", 0.5, 0, 0.46211715726000975850},
    {"sigmoid(x)", 0.5, 0, 0.62245933120185456464},
    {"sign(x)", -7, 0, -1},
    {"sign(x)", 7, 0, 1},
    {"floor(x)", -0.5, 0, -1},
    {"floor(x)", 2.5, 0, 2},
    {"min(x, y)", 1, 2, 1},
    {"max(x, y)", 1, 2, 2},
    {"where(1, x, y)", 1, 2, 1},
    {"x^0.5", 2, 0, 1.4142135623730950488},
    {"x^2.5", 7, 0, 129.64181424216494},
    {"x^17", 1.5, 0, 985.26125335693359375},
    {"x^16", 1.5, 0, 656.840835571289062},
    {"x^-3", 2, 0, 0.125},
    {"x^0", 7, 0, 1},
    {"x^1", 7, 0, 7},
    {"x^y", 2, 10, 1024},
    {"e^x", 0.5, 0, 1.6487212707001281468},
    {"e", 0, 0, 2.7182818284590452354},
    {"pi", 0, 0, 3.1415926535897932385},
};

static void every_function(void) {
    CHECK_ALL(functions, 2);
}

/* IEEE 754 carries them; a side that `where` does not take does not count. */
static const example specials[] = {
    {"1/x", 0, 0, INFINITY},
    {"-1/x", 0, 0, -INFINITY},
    {"x/x", 0, 0, NAN},
    {"0*x", INFINITY, 0, NAN},
    {"x - x", INFINITY, 0, NAN},
    {"sqrt(x)", -1, 0, NAN},
    {"log(x)", 0, 0, -INFINITY},
    {"log(x)", -1, 0, NAN},
    {"exp(x)", 1000, 0, INFINITY},
    {"sigmoid(x)", -1000, 0, 0},
    {"x^2", 1e200, 0, INFINITY},
    {"x^0", NAN, 0, 1},
    {"x + 1", NAN, 0, NAN},
    {"min(x, y)", NAN, 1, NAN},
    {"min(x, y)", 1, NAN, NAN},
    {"max(x, y)", NAN, 1, NAN},
    {"max(x, y)", 1, NAN, NAN},
    {"sign(x)", NAN, 0, NAN},
    {"abs(x)", -INFINITY, 0, INFINITY},
    {"x < y", NAN, 1, 0},
    {"x == x", NAN, 0, 0},
    {"x != x", NAN, 0, 1},
    {"where(x > 0, sqrt(x), 5)", -1, 0, 5},
    {"where(x > 0, 1/y, 5)", -1, 0, 5},
    {"where(x, 1, 2)", NAN, 0, 1},
    {"1e308*10", 0, 0, INFINITY},
};

static void special_values(void) {
    CHECK_ALL(specials, 0);
}

static void check_number(const char *text) {
    const double wanted = strtod(text, NULL);
    const int fits = compile_f(text);
    CHECK(fits == !isinf(wanted), "%s %s", text, fits ? "compiles" : "does not compile");
    if (!fits) {
        CHECK(error.code == LAB_FORMULA_BAD_NUMBER, "%s: %s", text,
              lab_formula_code_key(error.code));
        return;
    }
    double d[6];
    evaluate(d, 0, 0);
    CHECK(d[0] == wanted, "%s is %.17g, not %.17g", text, d[0], wanted);
}

static const char *const hard_numbers[] = {
    "0",
    "0.0",
    "007",
    ".5",
    "5.",
    "1e-7",
    "1E5",
    "1e+5",
    "0.1",
    "1e22",
    "1e23",
    "9007199254740993",
    "9007199254740991.5",
    "9007199254740993.0000000000000000000000000000000000000000000001",
    "9007199254740992.99999999999999999999",
    "1.7976931348623157e308",
    "1.7976931348623158e308",
    "1.7976931348623159e308",
    "1e309",
    "2.2250738585072014e-308",
    "2.2250738585072011e-308",
    "4.9406564584124654e-324",
    "2.4703282292062328e-324",
    "2.4703282292062327e-324",
    "1e-400",
    "1e99999999999999999999",
    "1e-99999999999999999999",
    "0e99999999999999999999",
    "0.00000000000000000000000000000000000000000000000000000001e56",
    "123456789012345678901234567890123456789012345678901234567890",
    "100000000000000000000000000000000000000000000000000000000e-60",
};

/* Against the C library's strtod, which rounds exactly. */
static void numbers(void) {
    for (size_t i = 0; i < sizeof hard_numbers / sizeof *hard_numbers; i++)
        check_number(hard_numbers[i]);
    uint64_t seed = 7;
    for (int i = 0; i < 3000; i++) {
        char text[64], *at = text;
        const int digits = 1 + (int)(uniform(&seed) * 30), point = (int)(uniform(&seed) * 30);
        for (int k = 0; k < digits; k++) {
            if (k == point) *at++ = '.';
            *at++ = (char)('0' + (int)(uniform(&seed) * 10));
        }
        snprintf(at, 16, "e%d", (int)(uniform(&seed) * 700) - 360);
        check_number(text);
    }
}

/* Lanes do not know of each other, in blocks of any size, however many registers there are. */
static void lanes(void) {
    enum { N = 1000 };
    static const char *const sources[] = {
        "x^2*y - sin(x*y)/2",
        "min(x, y)*max(x, 2*y) + where(x < y, x, exp(y))",
        /* more than 32 values alive at a time: 36 products, each needed again at the end */
        "(x+1)*((x+2)*((x+3)*((x+4)*((x+5)*((x+6)*((x+7)*((x+8)*((x+9)*((x+10)*((x+11)*((x+12)*("
        "(x+13)*((x+14)*((x+15)*((x+16)*((x+17)*((x+18)*((x+19)*((x+20)*((x+21)*((x+22)*((x+23)*("
        "(x+24)*((x+25)*((x+26)*((x+27)*((x+28)*((x+29)*((x+30)*((x+31)*((x+32)*((x+33)*((x+34)"
        "*y)))))))))))))))))))))))))))))))))",
    };
    static double x[N], y[N], f[N], gx[N], gy[N];
    uint64_t seed = 3;
    for (int i = 0; i < N; i++) x[i] = 4 * uniform(&seed) - 2, y[i] = 4 * uniform(&seed) - 2;
    for (size_t k = 0; k < sizeof sources / sizeof *sources; k++) {
        lab_field field;
        if (!CHECK(compile_f(sources[k]), "%s at %u", lab_formula_code_key(error.code), error.at))
            continue;
        lab_field_from_program(&field, &program, NULL);
        field.eval(&field, N, x, y, f, gx, gy);
        for (int i = 0; i < N; i++) {
            double d[6];
            evaluate(d, x[i], y[i]);
            CHECK(f[i] == d[0] && gx[i] == d[1] && gy[i] == d[2], "formula %zu, lane %d", k, i);
        }
    }
    CHECK(program.sections[1].registers > 32, "%u registers", program.sections[1].registers);
}

/* An output that nobody wants is not written, and the others do not change. */
static void unwanted_outputs(void) {
    double x = 3, y = 5, f = 0, g = 0;
    lab_field field;
    CHECK(compile_f("x^2*y + y"), "does not compile");
    lab_field_from_program(&field, &program, NULL);
    field.eval(&field, 1, &x, &y, &f, NULL, NULL);
    CHECK(f == 50, "f = %g", f);
    field.eval(&field, 1, &x, &y, NULL, &g, NULL);
    CHECK(g == 30, "∂x = %g", g);
    field.eval(&field, 1, &x, &y, NULL, NULL, &g);
    CHECK(g == 10, "∂y = %g", g);
    field.eval(&field, 0, NULL, NULL, NULL, NULL, NULL);
}

static void dimensions(void) {
    CHECK(compile_f("x^2") && program.dim == 1, "x^2 has %d", program.dim);
    CHECK(compile_f("3") && program.dim == 1, "3 has %d", program.dim);
    CHECK(compile_f("x + y") && program.dim == 2, "x + y has %d", program.dim);
    CHECK(compile_f("y") && program.dim == 2, "y has %d", program.dim);
}

int main(void) {
    return RUN_TESTS({"operators bind as the grammar says", precedences},
                     {"every function and power has its value", every_function},
                     {"infinity and NaN follow IEEE 754", special_values},
                     {"a number is the double nearest to its digits", numbers},
                     {"lanes do not know of each other", lanes},
                     {"an unwanted output is left out", unwanted_outputs},
                     {"a formula that uses y has two dimensions", dimensions});
}
