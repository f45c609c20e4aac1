/* Narrower formats: rounding against the list of all numbers of a format, decoded from their bits
 * as IEEE 754 and "FP8 Formats for Deep Learning" (Micikevicius et al. 2022) define them, and
 * against the processor's own floats. */
#include "formula_tests.h"

#include <float.h>
#include <stdlib.h>

extern const lab_objective lab_objective_quadratic;
extern const lab_optimizer lab_optimizer_adam;

typedef struct layout {
    lab_format format;
    int exponent_bits, fraction_bits, has_infinity;
} layout;

static const layout layouts[] = {
    {LAB_BFLOAT16, 8, 7, 1}, {LAB_FLOAT16, 5, 10, 1}, {LAB_E4M3, 4, 3, 0}, {LAB_E5M2, 5, 2, 1}};

enum { LAYOUTS = sizeof layouts / sizeof *layouts, MOST = 1 << 15, ROUNDS = 20000 };

/* The number of a pattern without sign; infinity and beyond: whatever would come next. */
static double decoded(const layout *of, unsigned pattern) {
    const int bias = (1 << (of->exponent_bits - 1)) - 1;
    const int exponent = (int)(pattern >> of->fraction_bits);
    const double fraction = pattern & ((1u << of->fraction_bits) - 1);
    const double leading = exponent ? ldexp(1, of->fraction_bits) : 0;
    return ldexp(leading + fraction, (exponent ? exponent : 1) - bias - of->fraction_bits);
}

/* The first pattern that is no finite number. */
static unsigned end_of(const layout *of) {
    const unsigned all = (1u << of->exponent_bits) - 1;
    return of->has_infinity ? all << of->fraction_bits : (1u << (of->exponent_bits + 3)) - 1;
}

/* The pattern nearest to a value, in a tie the even one: by bisection. */
static unsigned nearest(const layout *of, double value) {
    unsigned low = 0, high = end_of(of);
    if (value >= decoded(of, high)) return high;
    while (high - low > 1) {
        const unsigned middle = (low + high) / 2;
        if (decoded(of, middle) <= value)
            low = middle;
        else
            high = middle;
    }
    const double below = value - decoded(of, low), above = decoded(of, high) - value;
    return below < above || (below == above && low % 2 == 0) ? low : high;
}

static uint64_t state = 1;

static double uniform(void) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) / 9007199254740992.0;
}

static void check_value(const layout *of, double value) {
    double got = value;
    lab_round(&got, 1, of->format);
    const unsigned pattern = nearest(of, fabs(value));
    const double beyond = of->has_infinity ? INFINITY : decoded(of, end_of(of) - 1);
    const double wanted = copysign(pattern == end_of(of) ? beyond : decoded(of, pattern), value);
    CHECK(got == wanted && !signbit(got) == !signbit(wanted), "%s: %.17g became %.17g, not %.17g",
          lab_formats[of->format].key, value, got, wanted);
}

static void by_patterns(void) {
    for (const layout *of = layouts; of < layouts + LAYOUTS; of++) {
        for (unsigned k = 0; k < end_of(of); k++) {
            const double number = decoded(of, k), middle = (number + decoded(of, k + 1)) / 2;
            check_value(of, number);
            check_value(of, -middle);
            check_value(of, nextafter(middle, 0));
            check_value(of, nextafter(middle, INFINITY));
        }
        for (int i = 0; i < ROUNDS; i++)
            check_value(of, ldexp(uniform() - 0.5, (int)(300 * uniform()) - 150));
    }
}

static void by_floats(void) {
    for (int i = 0; i < 10 * ROUNDS; i++) {
        const double value = ldexp(uniform() - 0.5, (int)(330 * uniform()) - 180);
        double got = value;
        lab_round(&got, 1, LAB_FLOAT32);
        CHECK(got == (double)(float)value, "%.17g became %.17g", value, got);
    }
    const double special[] = {0, -0.0, INFINITY, -INFINITY, FLT_MAX, 1e300, 5e-324, FLT_MIN};
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
        double got = special[i];
        lab_round(&got, 1, LAB_FLOAT32);
        CHECK(got == (double)(float)special[i] && !signbit(got) == !signbit(special[i]), "%g", got);
    }
    double infinite[2] = {INFINITY, -INFINITY};
    lab_round(&infinite[0], 1, LAB_E5M2);
    lab_round(&infinite[1], 1, LAB_E4M3);
    CHECK(infinite[0] == INFINITY && infinite[1] == -448, "%g %g", infinite[0], infinite[1]);
    double missing = NAN;
    lab_round(&missing, 1, LAB_E4M3);
    CHECK(isnan(missing), "%g", missing);
}

/* A value between two numbers goes to the upper one as often as it is near to it: of n throws, with
 * a standard deviation of √(n p (1 − p)), here at most 50. */
static void at_random(void) {
    enum { THROWS = 10000 };
    for (const layout *of = layouts; of < layouts + LAYOUTS; of++) {
        const double below = decoded(of, end_of(of) / 2), above = decoded(of, end_of(of) / 2 + 1);
        for (int part = 0; part <= 4; part++) {
            int ups = 0;
            for (uint32_t step = 0; step < THROWS; step++) {
                double got = below + (above - below) * part / 4;
                lab_round_at_random(&got, 1, of->format, 7, step);
                CHECK(got == below || got == above, "%.17g", got);
                ups += got == above;
            }
            const int wanted = THROWS * part / 4, far = part % 4 ? 250 : 0;
            CHECK(abs(ups - wanted) <= far, "%s: %d of %d", lab_formats[of->format].key, ups, part);
        }
    }
}

/* The formula of x² and the rule of Adam as programs, and a run of both in one format. */
static size_t run_adam(double *columns, size_t steps, lab_format format, const double hypers[4]) {
    static lab_program square, adam;
    lab_names names;
    lab_names_of_objective(&names, &lab_objective_quadratic);
    CHECK(!lab_formula_compile(&square, &error, "a*x^2", 5, &names), "%d", error.code);
    lab_names_of_optimizer(&names, &lab_optimizer_adam);
    const char *rule_text = lab_optimizer_adam.rule;
    CHECK(!lab_formula_compile(&adam, &error, rule_text, strlen(rule_text), &names), "%d",
          error.code);
    square.rounding.format = adam.rounding.format = format;
    lab_field field;
    lab_field_init(&field, &lab_objective_quadratic, (const double[LAB_MAX_PARAMS]){1});
    lab_field_compute(&field, &square);
    lab_rule rule;
    lab_rule_from_program(&rule, &adam, hypers);
    lab_run_spec spec = {.field = &field, .rule = &rule, .start = {0.7}, .steps = steps};
    spec.kept = spec.seen = format;
    return lab_run(columns, &spec);
}

/* Adam on x² from 0.7, written by hand with the processor's floats. */
static void adam_in_floats(void) {
    enum { STEPS = 5000 };
    static double columns[LAB_MAX_COLUMNS * (STEPS + 1)];
    const double hypers[LAB_MAX_PARAMS] = {0.01, 0.9, 0.999, 1e-8};
    CHECK(run_adam(columns, STEPS, LAB_FLOAT32, hypers) == STEPS + 1, "it ended early");
    const float lr = 0.01f, beta1 = 0.9f, beta2 = 0.999f, eps = 1e-8f, one = 1;
    float x = 0.7f, m = 0, v = 0;
    for (int t = 0; t <= STEPS; t++) {
        const float g = 2 * x;
        if (!CHECK(columns[t] == x && columns[STEPS + 1 + t] == x * x, "step %d: %.9g, not %.9g", t,
                   columns[t], (double)x))
            return;
        m = beta1 * m + (one - beta1) * g;
        v = beta2 * v + (one - beta2) * (g * g);
        const float first = one - (float)pow((double)beta1, t + 1);
        const float second = one - (float)pow((double)beta2, t + 1);
        x = x - lr * (m / first) / (sqrtf(v / second) + eps);
    }
}

int main(void) {
    return RUN_TESTS(
        {"every number of a format stays, what lies between goes to the nearest", by_patterns},
        {"float32 is what the processor makes of a double", by_floats},
        {"rounding at random is right in the mean, and leaves numbers alone", at_random},
        {"5,000 steps of Adam in float32 are those of floats, bit for bit", adam_in_floats});
}
