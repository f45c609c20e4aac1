/* Rules that look at a point as a whole: reductions, slots that are one number for a point, words
 * that came with version 2. */
#include "formula_tests.h"

#include "objectives.h"

enum { MOST = 700 };

/* Compiles a user's rule of a version, whose user has these parameters. */
static int compile_version(const char *source, int version, const char *supplied) {
    lab_names names;
    lab_names_of_optimizer(&names, NULL);
    lab_names_of_user(&names, version, supplied);
    return lab_formula_compile(&program, &error, source, strlen(source), &names) == LAB_OK;
}

/* x - sum: what a reduction is, read off at every coordinate. */
static const struct reduction {
    const char *source;
    double x[3], wanted;
} reductions[] = {
    {"x = norm(x)", {2, -3, 6}, 7},
    {"x = norm(x)", {3e200, -4e200, 0}, 5e200},
    {"x = norm(x)", {3e-200, 0, 4e-200}, 5e-200},
    {"x = norm(x)", {5e-324, 0, 0}, 5e-324},
    {"x = norm(x)", {0, 0, -0.0}, 0},
    {"x = norm(x)", {INFINITY, 1, 0}, INFINITY},
    {"x = norm(x)", {1, NAN, 3}, NAN},
    {"x = sum(x)", {1, 2, 4}, 7},
    {"x = sum(x)", {1e16, 1, -1e16}, 0}, /* one after the other, as everywhere */
    {"x = sum(1)", {1, 2, 4}, 3},
    {"x = dot(x, x)", {1, 2, 4}, 21},
    {"x = dot(x, x + 1)", {1, 2, 4}, 28},
    {"x = max_of(x)", {1, 9, 4}, 9},
    {"x = max_of(-x)", {1, 9, 4}, -1},
    {"x = max_of(x)", {1, NAN, 4}, NAN},
    {"x = max_of(x)", {NAN, 1, 4}, NAN},
    {"n = norm(x); x = n + norm(x/n) + dot(x, x)/n", {2, -3, 6}, 7 + 1 + 7},
    {"x = sum(x*sum(x))", {1, 2, 4}, 49},
    {"x = sum(x) + sum(x)", {1, 2, 4}, 14},
    {"x = 2norm(x)", {2, -3, 6}, 14},
};

static void values(void) {
    for (const struct reduction *r = reductions; r < reductions + sizeof reductions / sizeof *r;
         r++) {
        double x[3], g[3] = {0}, t = 1, lr = 1;
        double *in[LAB_FORMULA_INPUTS] = {x, g, &t, &lr};
        if (!CHECK(compile_rule(r->source), "%s: %s", r->source, lab_formula_code_key(error.code)))
            continue;
        memcpy(x, r->x, sizeof x);
        lab_formula_step(&program, 3, 1, in);
        for (int i = 0; i < 3; i++)
            CHECK(is_close(x[i], r->wanted, 0, 2), "%s: %.17g at coordinate %d, not %g", r->source,
                  x[i], i, r->wanted);
    }
}

/* LAMB's line, and a slot of each shape; written out as a loop over points. */
static const char *const source =
    "m = b*m + (1 - b)*g; v = b*v + (1 - b)*dot(g, g); u = m/(sqrt(v) + 1)\n"
    "x = x - lr*norm(x)/norm(u)*u + max_of(g)*sum(x)/1000";

typedef struct state {
    double x[MOST], g[MOST], m[MOST], v[MOST], lr, t, b;
} state;

static void by_hand(state *s, size_t dim, size_t lanes) {
    for (size_t j = 0; j < lanes; j++) {
        double gg = 0, most = -INFINITY, sum = 0, xx = 0, uu = 0;
        for (size_t i = j; i < dim * lanes; i += lanes) {
            s->m[i] = s->b * s->m[i] + (1 - s->b) * s->g[i];
            gg += s->g[i] * s->g[i], most = fmax(most, s->g[i]);
            sum += s->x[i], xx += s->x[i] * s->x[i];
        }
        s->v[j] = s->b * s->v[j] + (1 - s->b) * gg;
        const double below = sqrt(s->v[j]) + 1;
        for (size_t i = j; i < dim * lanes; i += lanes) uu += s->m[i] / below * (s->m[i] / below);
        for (size_t i = j; i < dim * lanes; i += lanes)
            s->x[i] += most * sum / 1000 - s->lr * sqrt(xx) / sqrt(uu) * (s->m[i] / below);
    }
}

static void compare(size_t dim, size_t lanes, uint64_t *seed) {
    static state a, b;
    a = (state){.lr = 0.1, .t = 1, .b = 0.9};
    for (size_t i = 0; i < dim * lanes; i++)
        a.x[i] = uniform(seed) - 0.5, a.g[i] = uniform(seed) - 0.5, a.m[i] = uniform(seed);
    for (size_t j = 0; j < lanes; j++) a.v[j] = uniform(seed);
    b = a;
    double *in[LAB_FORMULA_INPUTS] = {a.x, a.g, &a.t, &a.lr, &a.b, a.m, a.v};
    for (int t = 0; t < 3; t++) {
        lab_formula_step(&program, dim, lanes, in);
        by_hand(&b, dim, lanes);
        for (size_t i = 0; i < MOST; i++)
            CHECK(is_close(a.x[i], b.x[i], 1, 64) && is_close(a.m[i], b.m[i], 1, 8) &&
                      is_close(a.v[i], b.v[i], 1, 64),
                  "%zu x %zu: %zu: %.17g, %.17g, %.17g, not %.17g, %.17g, %.17g", dim, lanes, i,
                  a.x[i], a.m[i], a.v[i], b.x[i], b.m[i], b.v[i]);
    }
}

static void shapes(void) {
    static const size_t sizes[][2] = {{1, 1}, {2, 1}, {3, 1},   {128, 1}, {129, 1}, {700, 1},
                                      {1, 5}, {2, 3}, {2, 350}, {3, 130}, {5, 128}, {130, 5}};
    uint64_t seed = 3;
    if (!CHECK(compile_rule(source), "%s", lab_formula_code_key(error.code))) return;
    CHECK(program.input_count == 7 && !program.inputs[5].per_point && program.inputs[6].per_point,
          "m has a number for each coordinate, v one for the point");
    CHECK(program.reduction_count == 5, "%d reductions", program.reduction_count);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        compare(sizes[i][0], sizes[i][1], &seed);
}

/* The shape of the first slot. */
static void slots(void) {
    static const struct slot {
        const char *source;
        int per_point;
    } all[] = {
        {"v = v + norm(g); x = x - v", 1},
        {"v = v + g; x = x - v*norm(v)", 0},
        {"c = c + 1; x = x/c", 0},
        {"c = c + 1; v = v + f/c; x = x - v", 0},
        {"p = f; x = x - p; x = x + q; q = p", 1},
        {"v = u; u = norm(g); x = v", 1},
        {"v = u + x; u = norm(v); x = v", 1},
        {"a = b; b = c; c = norm(a + x); x = a", 1},
    };
    for (const struct slot *s = all; s < all + sizeof all / sizeof *all; s++) {
        if (!CHECK(compile_rule(s->source), "%s: %s", s->source, lab_formula_code_key(error.code)))
            continue;
        int k = 0;
        while (program.inputs[k].kind != LAB_SLOT) k++;
        CHECK(program.inputs[k].per_point == s->per_point, "%s: %s", s->source,
              program.inputs[k].key);
    }
}

/* What a word is: an input of its own kind, or the user's. */
static void words(void) {
    static const struct word {
        const char *source;
        int version;
        const char *supplied;
        lab_input_kind kind;
    } all[] = {
        {"x = x - f", 2, "", LAB_VALUE},
        {"x = x - f", 1, "", LAB_HYPER},
        {"x = x - f", 2, "f", LAB_HYPER},
        {"x = x - f", 2, "lr beta f", LAB_HYPER},
        {"x = x - f", 2, "ff hdiag", LAB_VALUE},
        {"f = f + 1; x = x - f", 2, "", LAB_SLOT},
        {"x = x - hdiag", 2, "", LAB_HDIAG},
        {"x = x - hdiag", 1, "", LAB_HYPER},
        {"x = x - hsolve", 2, "", LAB_HSOLVE},
        {"x = x - hsolve", 2, "hsolve", LAB_HYPER},
        {"x = x - f; f = g", 2, "", LAB_SLOT},
        {"norm = norm + g; x = norm", 2, "", LAB_SLOT},
        {"norm = norm + g; x = norm", 1, "", LAB_SLOT},
        {"x = x - sum", 2, "", LAB_HYPER},
        {"x = x - dot*g", 1, "", LAB_HYPER},
    };
    for (const struct word *w = all; w < all + sizeof all / sizeof *all; w++) {
        if (!CHECK(compile_version(w->source, w->version, w->supplied), "%s: %s", w->source,
                   lab_formula_code_key(error.code)))
            continue;
        CHECK(program.input_count == 5 && program.inputs[4].kind == w->kind,
              "%s in version %d: %d inputs, %s %d", w->source, w->version, program.input_count,
              program.inputs[4].key, program.inputs[4].kind);
    }
    CHECK(compile_version("norm = 2; x = x - norm(g)*norm", 2, ""), "a name beside the function");
    CHECK(!compile_version("x = x - norm(g)", 1, ""), "version 1 knows reductions");
    CHECK(!compile_f("x + norm(x)"), "an own f knows reductions");
    CHECK(!compile_f("x + hdiag"), "an own f knows hdiag");
}

static void moving(void) {
    lab_names names;
    lab_names_of_objective(&names, NULL);
    lab_names_of_user(&names, 1, "");
    CHECK(lab_formula_compile(&program, &error, "t*x", 3, &names) == LAB_BAD_FORMULA,
          "t in version 1");
    const double x[] = {2, 3}, t = 5;
    const double *in[LAB_FORMULA_INPUTS] = {x, x, &t};
    double f[2], gx[2], *out[] = {f, gx, NULL};
    if (!CHECK(compile_f("t*x^2"), "%s", lab_formula_code_key(error.code))) return;
    CHECK(program.dim == 1, "t takes the place of y");
    lab_formula_eval(&program, 1, 2, out, in);
    CHECK(f[0] == 20 && f[1] == 45 && gx[0] == 20 && gx[1] == 30, "%g %g %g %g", f[0], f[1], gx[0],
          gx[1]);
}

/* Line by line, at every coordinate. */
static void trace(void) {
    double x[] = {2, -3, 6}, g[] = {1, 2, 3}, f = 9, t = 1, lr = 0.5, lines[3][3];
    const double *in[LAB_FORMULA_INPUTS] = {x, g, &t, &lr, &f};
    if (!CHECK(compile_rule("n = norm(x); k = f/n; x = x - k*g"), "%s",
               lab_formula_code_key(error.code)))
        return;
    lab_formula_trace(&program, 3, &lines[0][0], in);
    for (int i = 0; i < 3; i++)
        CHECK(lines[0][i] == 7 && lines[1][i] == 9. / 7 &&
                  is_close(lines[2][i], x[i] - 9. / 7 * g[i], 4, 2),
              "coordinate %d: %g %g %g", i, lines[0][i], lines[1][i], lines[2][i]);
    CHECK(x[0] == 2 && f == 9, "the trace wrote");
}

static void starts(void) {
    if (CHECK(compile_rule("z0 = x; z = z - lr*g; x = x + z"), "%s",
              lab_formula_code_key(error.code)))
        CHECK(program.inputs[4].kind == LAB_SLOT && program.inputs[4].init_input == 0,
              "z starts elsewhere");
    CHECK(!compile_rule("v0 = x; v = v + norm(g); x = x - v"),
          "a number of the point starts at a coordinate");
    CHECK(!compile_rule("v0 = g; v = v + g; x = x - v"), "a slot starts at g");
}

static void bounds(void) {
    char text[LAB_FORMULA_SOURCE] = "x = 0";
    for (int k = 0; k < LAB_FORMULA_REDUCTIONS; k++)
        sprintf(text + strlen(text), " + norm(x + %d)", k);
    CHECK(compile_rule(text), "%s", lab_formula_code_key(error.code));
    strcat(text, " + norm(x + 99)");
    CHECK(!compile_rule(text) && error.code == LAB_FORMULA_TOO_COMPLEX, "one reduction too many");
}

int main(void) {
    return RUN_TESTS({"a reduction is what its definition says", values},
                     {"points stand side by side, whatever their number and size", shapes},
                     {"a slot is one number for a point where all it is made of is", slots},
                     {"a word is the user's where the user has it, and always in version 1", words},
                     {"an own f may name t", moving}, {"the trace knows the whole point", trace},
                     {"a slot may start at x", starts}, {"reductions are bounded", bounds});
}
