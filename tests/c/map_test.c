/* Maps under the sanitizers: every pixel ends as lab_run alone does, with paths or without, in one
 * go or in many, for groups of lanes of any size. */
#include "check.h"
#include "map.h"
#include "registry.h"

#include <math.h>
#include <string.h>

enum { STEPS = 40, WIDTH = 37, HEIGHT = 33, N = WIDTH * HEIGHT, LANES = 70 };

static double columns[(STEPS + 1) * LAB_MAX_COLUMNS], out[3 * N], fate[N], ends[3 * N];
static double paths[LANES * LAB_MAP_PATH * (STEPS + 1)];
static lab_map map;

static size_t objective_of(const char *key) {
    size_t k = 0;
    while (strcmp(lab_objectives[k]->key, key)) k++;
    return k;
}

static void presets(double *values, const lab_param *params) {
    for (int i = 0; i < lab_param_count(params); i++) values[i] = params[i].preset;
}

/* The numbers of pixel p, written into a run of its own. */
static void own_run(lab_run_spec *run, lab_rule *rule, lab_field *field, const lab_map_spec *spec,
                    size_t p, double *hypers) {
    for (int i = 0; i < 2; i++) {
        const lab_map_axis *axis = &spec->axes[i];
        const double value = axis->values[i ? p / WIDTH : p % WIDTH];
        if (axis->what == LAB_MAP_X) run->start[0] = value;
        if (axis->what == LAB_MAP_Y) run->start[1] = value;
        if (axis->what == LAB_MAP_HYPER) hypers[axis->index] = value;
        if (axis->what == LAB_MAP_SEED) run->seed = (uint32_t)value;
    }
    lab_rule_init(rule, rule->unit, hypers);
    run->rule = rule;
    run->field = field;
}

static void compare(const lab_map_spec *spec, const char *name) {
    for (size_t p = 0; p < N; p += 17) {
        lab_run_spec run = *spec->run;
        lab_rule rule = *spec->run->rule;
        lab_field field = *spec->run->field;
        double hypers[LAB_MAX_PARAMS];
        memcpy(hypers, rule.hypers, sizeof hypers);
        own_run(&run, &rule, &field, spec, p, hypers);
        lab_run_state state;
        lab_layout layout;
        lab_diagnosis said;
        lab_run_begin(&state, &run);
        const size_t rows = lab_run_on(&state, columns, &run, STEPS + 1);
        lab_layout_init(&layout, field.dim, &rule, 0);
        const double f =
            columns[(size_t)lab_layout_find(&layout, LAB_COLUMN_F, -1) * (STEPS + 1) + rows - 1];
        lab_diagnose(&said, &run, columns, rows, state.has_left);
        const double value = spec->out.value[p];
        CHECK(value == f || (isnan(value) && isnan(f)), "%s, %zu: %g, not %g", name, p, value, f);
        CHECK((spec->out.basin[p] == LAB_MAP_OUTSIDE) == state.has_left, "%s, %zu", name, p);
        if (spec->out.fate)
            CHECK(spec->out.fate[p] == said.kind, "%s, %zu: %g", name, p, spec->out.fate[p]);
    }
}

/* A map of a rule over two sides, with fates and in parts, or without and at once. */
static void make(const lab_optimizer *unit, lab_map_axis across, lab_map_axis up, int kept) {
    double values[2][WIDTH], hypers[LAB_MAX_PARAMS] = {0}, params[LAB_MAX_PARAMS] = {0};
    lab_field field;
    lab_rule rule;
    lab_point known[LAB_MAX_POINTS];
    double points[2 * LAB_MAX_POINTS];
    presets(hypers, unit->hypers);
    lab_field_init(&field, lab_objectives[objective_of("himmelblau")], params);
    lab_rule_init(&rule, unit, hypers);
    const lab_run_spec run = {.field = &field,
                              .rule = &rule,
                              .start = {1, 2},
                              .steps = STEPS,
                              .sigma = across.what == LAB_MAP_SEED ? 0.5 : 0,
                              .seed = 1};
    lab_map_spec spec = {.run = &run, .axes = {across, up}, .row_to = HEIGHT, .tolerance = 0.01};
    spec.point_count = lab_field_points(known, &field);
    for (size_t k = 0; k < spec.point_count; k++)
        points[2 * k] = known[k].x, points[2 * k + 1] = known[k].y;
    spec.points = points;
    for (int i = 0; i < 2; i++) {
        lab_map_axis *axis = &spec.axes[i];
        const int is_start = axis->what <= LAB_MAP_Y, is_seed = axis->what == LAB_MAP_SEED;
        axis->n = i ? HEIGHT : WIDTH;
        axis->lasts = LAB_MAX_CHANGES;
        lab_map_values(values[i],
                       is_start  ? -5
                       : is_seed ? 1
                                 : 0.01,
                       is_seed    ? 99
                       : is_start ? 5
                                  : 0.9,
                       axis->n, is_seed ? LAB_INTEGER : LAB_LINEAR);
        axis->values = values[i];
    }
    spec.out = (lab_map_out){out, out + N, out + 2 * N, kept ? fate : NULL, kept ? ends : NULL};
    spec.paths = paths;
    spec.room = sizeof paths / sizeof *paths;
    lab_map_begin(&map, &spec);
    while (!lab_map_on(&map, kept ? 100 : 1e9)) continue;
    compare(&spec, unit->key);
}

static void every_pixel_is_a_run(void) {
    const lab_map_axis x = {.what = LAB_MAP_X}, y = {.what = LAB_MAP_Y},
                       seed = {.what = LAB_MAP_SEED};
    const lab_map_axis lr = {.what = LAB_MAP_HYPER};
    for (size_t k = 0; k < lab_optimizer_count; k++) {
        const lab_optimizer *unit = lab_optimizers[k];
        const lab_map_axis other = lab_param_count(unit->hypers) > 1
                                       ? (lab_map_axis){.what = LAB_MAP_HYPER, .index = 1}
                                       : y;
        make(unit, x, y, k % 2);
        make(unit, x, lr, 1 - k % 2);
        make(unit, lr, y, k % 2);
        make(unit, seed, other, 1 - k % 2);
        if (other.what == LAB_MAP_HYPER) make(unit, lr, other, 1);
    }
}

int main(void) {
    return RUN_TESTS({"every pixel of a map ends as its run alone does", every_pixel_is_a_run});
}
