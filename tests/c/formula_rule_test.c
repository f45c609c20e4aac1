/* Rules: the order of assignments, slots and hypers found in the text, initial values, the trace,
 * the tree. */
#include "formula_tests.h"

/* A user's rule with its hypers, ready to step. */
static lab_rule rule;
static const lab_site one_lane = {.dim = 1, .lanes = 1};

static int make_rule(const char *source, const double *hypers) {
    if (!CHECK(compile_rule(source), "%s: %s at %u", source, lab_formula_code_key(error.code),
               error.at))
        return 0;
    lab_rule_from_program(&rule, &program, hypers);
    return 1;
}

/* DECK 2.6, RMSProp on x² by hand: s = 0.9 s + 0.1 (2x)², x = x - 0.1 (2x)/√(s + 1e-7). */
static void rmsprop(void) {
    const double hypers[] = {0.1, 0.9, 1e-7};
    const double xs[] = {8.6838, 8.4583, 8.2715}, ss[] = {32.4, 59.323, 82.008};
    if (!make_rule("s = rho*s + (1 - rho)*g^2\nx = x - lr*g/sqrt(s + eps)", hypers)) return;
    double x = 9, s = rule.slots[0].init;
    CHECK(rule.slot_count == 1 && s == 0, "%d slots, the first %g", rule.slot_count, s);
    for (int t = 0; t < 3; t++) {
        const double g = 2 * x;
        rule.step(&rule, &one_lane, &x, &g, &s, 0.1, t + 1);
        CHECK(fabs(x - xs[t]) < 5e-5 && fabs(s - ss[t]) < 5e-4, "step %d: %g, %g", t + 1, x, s);
    }
}

/* DECK 3.1: momentum, x0 = 90, m = 0.9, η = 0.1. */
static void momentum(void) {
    const double hypers[] = {0.1, 0.9}, xs[] = {72, 41.4, 5.58, -27.774, -52.2378};
    if (!make_rule("v = m*v - lr*g; x = x + v", hypers)) return;
    double x = 90, v = 0;
    for (int t = 0; t < 5; t++) {
        const double g = 2 * x;
        rule.step(&rule, &one_lane, &x, &g, &v, 0.1, t + 1);
        CHECK(fabs(x - xs[t]) < 1e-12, "step %d: %.17g", t + 1, x);
    }
}

/* One step at x = 2, g = 3, slots 10 and -20, lr = 0.5, t = 4, hypers 7 and 11. */
static const struct step {
    const char *source;
    double x, slots[2];
} steps[] = {
    {"x = x - lr*g", 0.5, {10, -20}},
    {"x = x - lr*g; x = x*2", 1, {10, -20}},
    {"a = g; x = a; a = 5", 3, {10, -20}},                   /* a is assigned first: no slot */
    {"x = a; a = g", 10, {3, -20}},                          /* read first: a slot */
    {"x = a - b; swap = a; a = b; b = swap", 30, {-20, 10}}, /* nothing is read too late */
    {"a = b; b = a; x = x", 2, {-20, -20}},                  /* b alone is read first */
    {"a = a + 1; b = a + b; x = b", -9, {11, -9}},           /* the new a */
    {"x = t", 4, {10, -20}},
    {"x = h*k", 77, {10, -20}}, /* hypers in the order of the text */
    {"x = k - h", -4, {10, -20}},
    {"lr = lr/2; x = x - lr*g", 1.25, {10, -20}}, /* inputs may be assigned: a local */
    {"g = g + x; x = g", 5, {10, -20}},
    {"g = 1\n\n  x = (g +\n 2)*3\n;\n", 9, {10, -20}}, /* a newline in parentheses is none */
    {"x = 7", 7, {10, -20}},
    {"a = a; x = x", 2, {10, -20}},
    {"x = where(t == 4, g, 0)", 3, {10, -20}},
};

static void semantics(void) {
    const double hypers[] = {0.5, 7, 11};
    for (const struct step *s = steps; s < steps + sizeof steps / sizeof *steps; s++) {
        double x = 2, slots[2] = {10, -20};
        const double g = 3;
        if (!make_rule(s->source, hypers)) continue;
        if (rule.slot_count == 1 && !strcmp(s->source, "a = b; b = a; x = x")) slots[0] = -20;
        rule.step(&rule, &one_lane, &x, &g, slots, 0.5, 4);
        CHECK(x == s->x, "%s: x = %g", s->source, x);
        for (int k = 0; k < rule.slot_count; k++)
            CHECK(slots[k] == s->slots[k], "%s: slot %d = %g", s->source, k, slots[k]);
    }
}

static void initial_values(void) {
    const double hypers[] = {0.1, 0.25, 0.5};
    if (make_rule("s0 = 0.1; s = s + g^2; x = x - s", hypers))
        CHECK(rule.slot_count == 1 && rule.slots[0].init == 0.1, "%g", rule.slots[0].init);
    if (make_rule("s = s + g^2; x = x - s; s0 = 2^-3", hypers))
        CHECK(rule.slots[0].init == 0.125, "%g", rule.slots[0].init);
    if (make_rule("a = beta*a + g; s = s + a; s0 = start; x = x - s", hypers))
        CHECK(rule.slot_count == 2 && rule.slots[0].init == 0 && rule.slots[1].init == 0.5,
              "%g, %g", rule.slots[0].init, rule.slots[1].init);
    if (make_rule("z0 = x; z = z - lr*g; x = z", hypers))
        CHECK(rule.slot_count == 1 && rule.slots[0].from_x, "z does not start at x");
    /* Not of a slot, so a name like any other. */
    if (make_rule("m0 = g*2; x = x - m0", hypers))
        CHECK(rule.slot_count == 0, "%d slots", rule.slot_count);
}

/* Slot-major: slot k of lane i is slots[k*n + i]. */
static void lanes(void) {
    enum { N = 300 };
    const double hypers[] = {0.1, 0.9, 0.5};
    static double x[N], g[N], slots[2 * N];
    if (!make_rule("m = a*m + g; v = b*v + g^2; x = x - lr*m/sqrt(v + 1)", hypers)) return;
    for (int i = 0; i < N; i++) x[i] = i, g[i] = i - 7, slots[i] = 2 * i, slots[N + i] = 3 * i;
    rule.step(&rule, &(lab_site){.dim = 1, .lanes = N}, x, g, slots, 0.1, 1);
    for (int i = 0; i < N; i++) {
        const double m = 0.9 * (2 * i) + (i - 7), v = 0.5 * (3 * i) + (i - 7.0) * (i - 7.0);
        CHECK(is_close(slots[i], m, 0, 2) && is_close(slots[N + i], v, 0, 2), "lane %d", i);
        CHECK(is_close(x[i], i - 0.1 * m / sqrt(v + 1), 10, 4), "lane %d: x = %.17g", i, x[i]);
    }
}

/* What a lecturer writes on the board: every line's value, nothing overwritten. */
static void trace(void) {
    const double hypers[] = {0.5, 0.5}, slots[] = {8};
    double values[LAB_FORMULA_LINES];
    if (!make_rule("h = g*2; s = rho*s + h; step = lr*s\nx = x - step; x = x + t", hypers)) return;
    CHECK(program.line_count == 5, "%d lines", program.line_count);
    const double x = 100, g = 3;
    lab_rule_trace(&rule, &(lab_site){.dim = 1, .lanes = 1}, values, &x, &g, slots, 0.5, 2);
    const double wanted[] = {6, 10, 5, 95, 97};
    for (int k = 0; k < 5; k++) CHECK(values[k] == wanted[k], "line %d: %g", k, values[k]);
}

/* A rule's program as JSON. */
static void check_tree(char kind, const char *source, const char *wanted) {
    char out[2048];
    if (!CHECK(kind == 'r' ? compile_rule(source) : compile_f(source), "%s: %s", source,
               lab_formula_code_key(error.code)))
        return;
    const size_t length = lab_formula_ast(out, sizeof out - 1, &program);
    out[length] = 0;
    CHECK(!strcmp(out, wanted), "%s is\n%s\nnot\n%s", source, out, wanted);
    char little[8] = "abcdefg";
    CHECK(lab_formula_ast(little, 3, &program) == length && !strcmp(little, "{\"mdefg"),
          "the tree of %s overflows its room", source);
}

static void trees(void) {
    check_tree('f', "-x^2 + 3.50y",
               "{\"mode\":\"expression\",\"dim\":2,\"lines\":[{\"name\":\"\",\"expr\":"
               "[\"+\",[\"-\",[\"^\",\"x\",[\"num\",\"2\"]]],[\"*\",[\"num\",\"3.50\"],\"y\"]]}],"
               "\"inputs\":[\"x\",\"y\"],\"hypers\":[],\"slots\":[]}");
    check_tree('f', "2π·max(x², 1 ≤ 2)",
               "{\"mode\":\"expression\",\"dim\":1,\"lines\":[{\"name\":\"\",\"expr\":"
               "[\"*\",[\"*\",[\"num\",\"2\"],\"pi\"],[\"max\",[\"^\",\"x\",[\"num\",\"2\"]],"
               "[\"<=\",[\"num\",\"1\"],[\"num\",\"2\"]]]]}],"
               "\"inputs\":[\"x\",\"y\"],\"hypers\":[],\"slots\":[]}");
    check_tree('r', "s = s + w; v = v - ln(g); v0 = a; w0 = 1; s0 = 2; x = v",
               "{\"mode\":\"rule\",\"dim\":1,\"lines\":["
               "{\"name\":\"s\",\"expr\":[\"+\",\"s\",\"w\"]},"
               "{\"name\":\"v\",\"expr\":[\"-\",\"v\",[\"log\",\"g\"]]},"
               "{\"name\":\"v0\",\"expr\":\"a\"},{\"name\":\"w0\",\"expr\":[\"num\",\"1\"]},"
               "{\"name\":\"s0\",\"expr\":[\"num\",\"2\"]},{\"name\":\"x\",\"expr\":\"v\"}],"
               "\"inputs\":[\"x\",\"g\",\"t\",\"lr\"],\"hypers\":[\"w\",\"a\"],\"slots\":["
               "{\"key\":\"s\",\"init\":[\"num\",\"2\"]},{\"key\":\"v\",\"init\":\"a\"}]}");
}

/* A program is a plain block: moved, it works as before. */
static void moved(void) {
    static lab_program elsewhere;
    if (!CHECK(compile_f("x^2 + 3*y"), "does not compile")) return;
    memcpy(&elsewhere, &program, sizeof program);
    memset(&program, 0xff, sizeof program);
    lab_field field;
    lab_field_from_program(&field, &elsewhere, NULL);
    const double x = 2, y = 5;
    double f;
    field.eval(&field, 1, &x, &y, &f, NULL, NULL);
    CHECK(f == 19, "%g", f);
}

/* A rule, the code of its remark and what was probably meant. */
static const struct remark {
    const char *source;
    int code;
    const char *found, *nearest;
} remarks[] = {
    {"x = x - lr*g", LAB_FORMULA_FINE, "", ""},
    {"v = m*v + g; x = x - lr*v", LAB_FORMULA_FINE, "", ""},
    {"x = x - lr*hsolve", LAB_FORMULA_FINE, "", ""},
    {"h = h + g; x = x - lr*h", LAB_FORMULA_FINE, "", ""},
    {"x = x - lr*g*alpha", LAB_FORMULA_FINE, "", ""},
    {"x = x - lr*grad", LAB_FORMULA_NO_GRADIENT, "grad", "g"},
    {"x = x - lr*Grad", LAB_FORMULA_NO_GRADIENT, "Grad", "g"},
    {"x = x - lr*dfdx", LAB_FORMULA_NO_GRADIENT, "dfdx", "g"},
    {"x = x - lr*2e3*h", LAB_FORMULA_NO_GRADIENT, "h", "hdiag"},
    {"x = x - lr*gnorm", LAB_FORMULA_NO_GRADIENT, "gnorm", "norm(g)"},
    {"x = x - eta*grad", LAB_FORMULA_NO_GRADIENT, "grad", "g"},
    {"x = x - lr*f", LAB_FORMULA_NO_GRADIENT, "", ""},
    {"x = x - lr", LAB_FORMULA_NO_GRADIENT, "", ""},
    {"x = x - eta", LAB_FORMULA_NO_GRADIENT, "", ""},
    {"x = x - lr*g/gnorm", LAB_FORMULA_LIKE_A_WORD, "gnorm", "norm(g)"},
    {"x = x - lr*g/(h + 1)", LAB_FORMULA_LIKE_A_WORD, "h", "hdiag"},
    {"x = x - eta*g", LAB_FORMULA_LIKE_A_WORD, "eta", "lr"},
    {"x = x - lr*loss*g", LAB_FORMULA_LIKE_A_WORD, "loss", "f"},
};

static void remarked(void) {
    const double hypers[] = {0.5, 7, 11};
    for (const struct remark *r = remarks; r < remarks + sizeof remarks / sizeof *remarks; r++) {
        lab_formula_error error;
        if (!make_rule(r->source, hypers)) continue;
        CHECK(lab_formula_remark(&error, &program) == r->code, "%s: %d", r->source, error.code);
        CHECK(!strcmp(error.found, r->found), "%s: found %s", r->source, error.found);
        CHECK(!strcmp(error.nearest, r->nearest), "%s: nearest %s", r->source, error.nearest);
    }
}

int main(void) {
    return RUN_TESTS({"RMSProp as a rule gives the lecture's numbers", rmsprop},
                     {"momentum as a rule gives the lecture's numbers", momentum},
                     {"assignments are carried out in order", semantics},
                     {"a slot starts where the rule says", initial_values},
                     {"a step is element-wise, slots one after another", lanes},
                     {"the trace gives what every line assigns", trace},
                     {"the tree is written as formula.h says", trees},
                     {"what looks like a mistake is remarked", remarked},
                     {"a program may be moved", moved});
}
