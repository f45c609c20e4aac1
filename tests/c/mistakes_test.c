/* Rules with mistakes in them, written out by hand, and slips in derivatives, by closed forms. */
#include "check.h"
#include "mistakes.h"
#include "registry.h"

#include <math.h>
#include <string.h>

typedef struct wrong {
    const char *rule, *key, *wanted;
    unsigned place;
} wrong;

/* A user's rule, compiled. */
static lab_program own(const char *text) {
    static lab_program program;
    lab_names names;
    lab_formula_error error;
    lab_names_of_optimizer(&names, NULL);
    lab_formula_compile(&program, &error, text, strlen(text), &names);
    return program;
}

/* Whether some mistake of that key makes that rule. */
static int makes(const wrong *w) {
    const lab_program rule = own(w->rule);
    static lab_program out;
    for (size_t k = 0; k < lab_mistake_count; k++) {
        const lab_mistake *m = &lab_mistakes[k];
        const char *key = w->place && m->one ? m->one : m->key;
        if (strcmp(key, w->key) || lab_mistake_rule(&out, &rule, k, w->place)) continue;
        if (out.length == strlen(w->wanted) && !memcmp(out.source, w->wanted, out.length)) return 1;
        printf("    %s: %.*s\n", w->key, (int)out.length, out.source);
    }
    return 0;
}

static void rules(void) {
    static const wrong table[] = {
        {"x = x - lr*g", "step_sign", "x = x + lr*g", 0},
        {"x = x - lr*g", "rate_halved", "x = x - lr/2*g", 0},
        {"x = x - g*lr", "rate_halved", "x = x - g*(lr/2)", 0},
        {"v = k*v + g; x = x - lr*v", "weight_added", "v = k*v + (1 - k)*g\nx = x - lr*v", 0},
        {"v = g + v*k; x = x - lr*v", "memory_forgotten", "v = g\nx = x - lr*v", 0},
        {"v = k*v - (g + 1); x = x + v", "memory_forgotten", "v = -(g + 1)\nx = x + v", 0},
        {"v = k*v - lr*(g - 1); x = x + v", "memory_sign", "v = k*v + lr*(g - 1)\nx = x + v", 0},
        {"m = a*m + (1 - a)*g; x = x - lr*m", "weight_forgotten", "m = a*m + 1*g\nx = x - lr*m", 0},
        {"s = a*s + (1 - a)*g²; x = x - lr*g/sqrt(s + c)", "square_forgotten",
         "s = a*s + (1 - a)*g\nx = x - lr*g/sqrt(s + c)", 0},
        {"s = a*s + (1 - a)*g^2; x = x - lr*g/sqrt(s + c)", "sum_squared",
         "w = a*w + (1 - a)*g\ns = w^2\nx = x - lr*g/sqrt(s + c)", 0},
        {"s = s + g^2; x = x - lr*g/sqrt(s + c)", "epsilon_outside",
         "s = s + g^2\nx = x - lr*g/(sqrt(s) + c)", 0},
        {"s = s + g^2; x = x - lr*g/(sqrt(s) + c)", "epsilon_inside",
         "s = s + g^2\nx = x - lr*g/sqrt(s + c)", 0},
        {"s = s + g^2; x = x - lr*g/sqrt(s + c)", "memory_late",
         "x = x - lr*g/sqrt(s + c)\ns = s + g^2", 0},
        {"m = a*m + g; x = x - lr*m/(1 - a^t)/(1 - b^t)", "correction_one",
         "m = a*m + g\nx = x - lr*m/(1 - a^t)/1", 2},
        {"m = a*m + g; x = x - lr*m/(1 - a^t)", "correction_late",
         "m = a*m + g\nx = x - lr*m/(1 - a^(t + 1))", 0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        CHECK(makes(&table[i]), "%s of %s", table[i].key, table[i].rule);
}

/* Nothing is changed where nothing has the shape. */
static void leaves_alone(void) {
    static const char *const keys[] = {"weight_forgotten", "memory_late", "correction_forgotten",
                                       "root_forgotten"};
    const lab_program rule = own("x = x - lr*g");
    static lab_program out;
    for (size_t k = 0; k < lab_mistake_count; k++)
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            if (!strcmp(lab_mistakes[k].key, keys[i]))
                CHECK(lab_mistake_rule(&out, &rule, k, 0) == LAB_NO_SUCH_MISTAKE, "%s", keys[i]);
    /* One with (1 - a) already gets no second; a single place is not one of several. */
    const lab_program average = own("m = a*m + (1 - a)*g; x = x - lr*m");
    for (size_t k = 0; k < lab_mistake_count; k++) {
        if (!strcmp(lab_mistakes[k].key, "weight_added"))
            CHECK(lab_mistake_rule(&out, &average, k, 0), "a second weight: %s", out.source);
        CHECK(lab_mistake_rule(&out, &average, k, 1) || lab_mistakes[k].change,
              "%s in one of one place", lab_mistakes[k].key);
    }
    CHECK(lab_mistake_rule(&out, &rule, lab_mistake_count, 0), "no such mistake%s", "");
}

/* Every rule of the catalog takes every mistake, and what comes out can be taken: one step. */
static void catalog(void) {
    static lab_program rule, out;
    lab_names names;
    lab_formula_error error;
    for (size_t i = 0; i < lab_optimizer_count; i++) {
        const lab_optimizer *unit = lab_optimizers[i];
        int count = 0;
        if (unit->is_method) continue; /* its rule reads what its search has found */
        lab_names_of_optimizer(&names, unit);
        lab_formula_compile(&rule, &error, unit->rule, strlen(unit->rule), &names);
        for (size_t k = 0; k < lab_mistake_count; k++)
            for (unsigned place = 0; place < 9; place++) {
                if (lab_mistake_rule(&out, &rule, k, place)) continue;
                count++;
                CHECK(out.input_count >= rule.input_count, "%s %s", unit->key, lab_mistakes[k].key);
            }
        CHECK(count, "%s can be done in one way only", unit->key);
    }
}

/* f' at x with a slip, or NaN. */
static double slope(const char *text, const char *key, unsigned place, double x) {
    static lab_program right, out;
    lab_names names;
    lab_formula_error error;
    lab_field field;
    double f, gx, gy;
    lab_names_of_objective(&names, NULL);
    lab_formula_compile(&right, &error, text, strlen(text), &names);
    for (size_t k = 0; k < lab_mistake_count; k++) {
        if (strcmp(lab_mistakes[k].key, key)) continue;
        if (lab_mistake_field(&out, &right, k, place)) return NAN;
        lab_field_from_program(&field, &out, NULL);
        field.eval(&field, 1, &x, &x, &f, &gx, &gy);
        return gx;
    }
    return NAN;
}

static void slips(void) {
    const double x = 0.7;
    const struct {
        const char *text, *key;
        unsigned place;
        double wanted;
    } table[] = {
        {"x^3", "derivative_exponent", 0, x * x},
        {"5*x^2", "derivative_factor", 0, 2 * x},
        {"5*x^2", "derivative_exponent", 0, 5 * x},
        {"x^2 + x^3", "derivative_exponent", 0, x + x * x},
        {"x^2 + x^3", "derivative_exponent", 2, 2 * x + x * x},
        {"sin(2*x)", "derivative_inner", 0, cos(2 * x)},
        {"(x^2 + 1)^3", "derivative_inner", 0, 3 * pow(x * x + 1, 2)},
        {"x*sin(x)", "derivative_product", 0, cos(x)},
        {"cos(x)", "derivative_sign", 0, sin(x)},
        {"sin(x)", "degrees", 0, cos(x * LAB_PI / 180)},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const double got = slope(table[i].text, table[i].key, table[i].place, x);
        CHECK(fabs(got - table[i].wanted) < 1e-14, "%s of %s: %.17g, not %.17g", table[i].key,
              table[i].text, got, table[i].wanted);
    }
    CHECK(isnan(slope("sin(x)", "derivative_inner", 0, x)), "x has no inner derivative%s", "");
    CHECK(isnan(slope("x^2", "derivative_exponent", 1, x)), "one of one place%s", "");
    CHECK(isnan(slope("exp(x)", "degrees", 0, x)), "no angle%s", "");
}

int main(void) {
    return RUN_TESTS({"a rule with a mistake is written as by hand", rules},
                     {"a rule without the shape is left alone", leaves_alone},
                     {"the rules of the catalog take the mistakes", catalog},
                     {"a slip in a derivative is the one people make", slips});
}
