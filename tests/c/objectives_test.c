/* Every objective's record, and values known from elsewhere. Derivatives and lanes:
 * objective_eval_test.c; stationary points: objective_points_test.c. */
#include "check.h"
#include "objectives.h"

#include <string.h>

/* ---- Records --------------------------------------------------------------------------------- */

static int is_key(const char *key) {
    if (!key || !strchr("abcdefghijklmnopqrstuvwxyz", key[0]) || !key[0]) return 0;
    return key[strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_")] == 0;
}

static int is_sentence(const char *text) {
    return text && strlen(text) > 20 && !strchr(text, '\n') && text[strlen(text) - 1] == '.';
}

static void record_is_complete(const lab_objective *unit) {
    const char *key = unit->key;
    CHECK(is_key(key), "%s", key);
    CHECK(unit->name && unit->name[0], "%s", key);
    CHECK(unit->formula && unit->formula[0], "%s", key);
    CHECK(is_sentence(unit->note), "%s: %s", key, unit->note);
    CHECK(unit->eval && unit->hessian, "%s", key);
    CHECK(unit->dim == 1 || unit->dim == 2, "%s: dim %d", key, unit->dim);
    CHECK((unit->order > 100) == (unit->dim == 2), "%s: order %d", key, unit->order);
    CHECK(!unit->locate || !unit->point_count, "%s lists points twice", key);
    for (int axis = 0; axis < 2; axis++) {
        const double *side = unit->box + 2 * axis;
        CHECK(axis < unit->dim ? side[0] < side[1] : side[0] == 0 && side[1] == 0,
              "%s: box %g to %g", key, side[0], side[1]);
        for (int i = 0; i < unit->start_count; i++)
            CHECK(unit->starts[i][axis] >= side[0] && unit->starts[i][axis] <= side[1],
                  "%s: start %g outside %g to %g", key, unit->starts[i][axis], side[0], side[1]);
    }
    CHECK(unit->start_count >= 1 && unit->start_count <= LAB_MAX_STARTS, "%s", key);
    CHECK(unit->dim == 1 || !unit->kink_count, "%s: kinks are of 1D", key);
    for (int i = 0; i < unit->kink_count; i++)
        CHECK(unit->kinks[i] > (i ? unit->kinks[i - 1] : unit->box[0]) &&
                  unit->kinks[i] < unit->box[1],
              "%s: kink %g", key, unit->kinks[i]);
}

static void param_is_consistent(const char *unit, const lab_param *p) {
    const int whole = p->from == 0 && p->to == 0;
    CHECK(is_key(p->key) && strcmp(p->key, "x") && strcmp(p->key, "y"), "%s: %s", unit, p->key);
    CHECK(p->label && p->label[0], "%s: %s", unit, p->key);
    CHECK(p->min < p->max, "%s: %s from %g to %g", unit, p->key, p->min, p->max);
    CHECK(p->preset >= p->min && p->preset <= p->max, "%s: %s = %g", unit, p->key, p->preset);
    CHECK(whole || (p->min <= p->from && p->from < p->to && p->to <= p->max),
          "%s: %s slides from %g to %g", unit, p->key, p->from, p->to);
    CHECK(whole || (p->from <= p->preset && p->preset <= p->to), "%s: %s", unit, p->key);
    CHECK(p->scale != LAB_LOG || p->min > 0, "%s: %s is logarithmic from %g", unit, p->key, p->min);
}

static void records(void) {
    for (size_t i = 0; i < lab_objective_count; i++) {
        const lab_objective *unit = lab_objectives[i];
        record_is_complete(unit);
        for (int p = 0; p < lab_param_count(unit->params); p++)
            param_is_consistent(unit->key, &unit->params[p]);
        for (size_t j = 0; j < i; j++) {
            CHECK(strcmp(unit->key, lab_objectives[j]->key), "%s twice", unit->key);
            CHECK(unit->order != lab_objectives[j]->order, "%s and %s: order %d", unit->key,
                  lab_objectives[j]->key, unit->order);
        }
    }
}

/* Whether the `length` characters at `name` are a word of the list, whose words stand between
 * spaces. */
static int is_listed(const char *name, size_t length, const char *list) {
    for (const char *at = list; (at = strstr(at, " ")) && at[1]; at++)
        if (!strncmp(at + 1, name, length) && at[1 + length] == ' ') return 1;
    return 0;
}

static void formulas(void) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
    for (size_t i = 0; i < lab_objective_count; i++) {
        const lab_objective *unit = lab_objectives[i];
        const char *allowed =
            " x y pi sqrt abs exp log sin cos tan tanh sigmoid sign min max floor where ";
        int used[LAB_MAX_PARAMS] = {0}, uses_y = 0;
        for (const char *at = unit->formula; *(at += strcspn(at, letters));) {
            const size_t length = strspn(at, letters);
            int known = is_listed(at, length, allowed);
            for (int p = 0; p < lab_param_count(unit->params); p++) {
                const char *key = unit->params[p].key;
                if (strlen(key) == length && !strncmp(key, at, length)) known = used[p] = 1;
            }
            uses_y |= length == 1 && *at == 'y';
            CHECK(known, "%s: %.*s is no name of its formula", unit->key, (int)length, at);
            at += length;
        }
        CHECK(uses_y == (unit->dim == 2), "%s: %s", unit->key, unit->formula);
        for (int p = 0; p < lab_param_count(unit->params); p++)
            CHECK(used[p], "%s: %s is not in the formula", unit->key, unit->params[p].key);
    }
}

/* ---- Values ---------------------------------------------------------------------------------- */

/* By hand, with the presets, unless a source is named. */
static const struct known {
    const char *key;
    double x, y, f, gx, gy;
} knowns[] = {
    {"quadratic", 70, 0, 4900, 140, 0},
    {"logsquare", 9, 0, 4.39444915467243877, 0.222222222222222222, 0},
    {"composite", 3, 0, 441, 1050, 0},
    {"wavy", -1.5, 0, 2.67336002417960167, 2.93995497960267274, 0},
    {"doublewell", 2, 0, 9.6, 24.3, 0},
    {"abs", -3, 0, 3, -1, 0},
    {"abs", 0, 0, 0, 0, 0}, /* the subgradients the notes state */
    {"hinge", -2, 0, 3, -1, 0},
    {"hinge", 1, 0, 0, 0, 0},
    {"hinge", 2.5, 0, 0, 0, 0},
    {"staircase", -3.5, 0, 3, 0, 0},
    {"staircase", 2, 0, 2, 0, 0},
    {"plateau", 0, 0, 0.0625, 0.125, 0},
    {"cubic", 2, 0, 8, 12, 0},
    {"bowl", 6, 9, 117, 12, 18},
    {"elongated", -5, -2, 10.5, -1, -8},
    {"saddle", 3, 2, 5, 6, -4},
    {"rosenbrock", -1.2, 1, 24.2, -215.6, -88}, /* scipy.optimize.rosen, rosen_der */
    {"himmelblau", 0, 0, 170, -14, -22},
    {"himmelblau", -2.805118086952745, 3.131312518250573, 0, 0, 0},
    {"himmelblau", -3.779310253377747, -3.283185991286170, 0, 0, 0},
    {"himmelblau", 3.584428340330492, -1.848126526964404, 0, 0, 0},
    {"beale", 1, 1, 14.203125, 0, 27.75}, /* Moré, Garbow & Hillstrom, 1981, problem 5 */
    {"beale", 3, 0.5, 0, 0, 0},
    {"rastrigin", 1, 1, 2, 2, 2},
    {"rastrigin", 0.5, 0.5, 40.5, 1, 1},
    {"camel", 1, 1, 3.23333333333333333, 2.6, 9},
    {"camel", 0.08984201310031806, -0.7126564030207396, -1.031628453489877, 0, 0},
    {"monkey", 1, 2, -11, -9, -12},
    {"plateau2d", 1, 0, 0.393469340287366577, 0.606530659712633424, 0},
};

static int is_near(double a, double b) {
    return fabs(a - b) <= 1e-13 * (1 + fabs(b));
}

static void known_values(void) {
    const size_t count = sizeof knowns / sizeof *knowns;
    for (size_t i = 0; i < lab_objective_count; i++) {
        const lab_objective *unit = lab_objectives[i];
        landscape at = {.unit = unit};
        int seen = 0;
        for (int p = 0; p < lab_param_count(unit->params); p++)
            at.params[p] = unit->params[p].preset;
        for (const struct known *k = knowns; k < knowns + count; k++) {
            if (strcmp(k->key, unit->key)) continue;
            double g[2];
            const double f = value(&at, k->x, k->y);
            gradient(&at, k->x, k->y, g);
            CHECK(is_near(f, k->f), "%s(%g, %g) = %.17g", k->key, k->x, k->y, f);
            CHECK(is_near(g[0], k->gx) && is_near(g[1], k->gy), "∇%s(%g, %g) = %.17g, %.17g",
                  k->key, k->x, k->y, g[0], g[1]);
            seen++;
        }
        CHECK(seen, "no value of %s is known", unit->key);
    }
}

int main(void) {
    return RUN_TESTS(
        {"every record is complete and agrees with itself", records},
        {"a formula names coordinates, functions and every parameter", formulas},
        {"values and gradients are those known by hand or from a source", known_values});
}
