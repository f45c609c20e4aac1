/* The benchmark's native side: the work of core.bench.js with the same C, one line "name
 * milliseconds" each.
 *
 *     native-bench steps points repeats
 *
 * A name is "run <optimizer>", "compiled <objective>" or "formula <objective>"; of the repeats the
 * fastest counts. */
#include "formula.h"
#include "registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now_ms(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

/* Runs `work` and prints the fastest time. */
#define SAY(kind, key, repeats, work)             \
    do {                                          \
        double least = 1e9;                       \
        for (int i = 0; i < repeats; i++) {       \
            const double from = now_ms();         \
            work;                                 \
            const double took = now_ms() - from;  \
            if (took < least) least = took;       \
        }                                         \
        printf("%s %s %.6f\n", kind, key, least); \
    } while (0)

static void presets(double *out, const lab_param *params) {
    for (int i = 0; i < lab_param_count(params); i++) out[i] = params[i].preset;
}

static const lab_schedule *constant(void) {
    size_t k = 0;
    while (strcmp(lab_schedules[k]->key, "constant")) k++;
    return lab_schedules[k];
}

/* Every optimizer, with a rate so small that none leaves the finite numbers. */
static void measure_runs(const lab_objective *objective, size_t steps, int repeats) {
    static double table[(LAB_MAX_STEPS + 1) * LAB_MAX_COLUMNS];
    double numbers[LAB_MAX_PARAMS];
    lab_field field;
    presets(numbers, objective->params);
    lab_field_init(&field, objective, numbers);
    for (size_t k = 0; k < lab_optimizer_count; k++) {
        lab_rule rule;
        lab_diagnosis diagnosis;
        presets(numbers, lab_optimizers[k]->hypers);
        numbers[0] = 1e-6;
        lab_rule_init(&rule, lab_optimizers[k], numbers);
        lab_run_spec spec = {
            .field = &field, .rule = &rule, .schedule = constant(), .steps = steps};
        memcpy(spec.start, objective->starts[0], sizeof spec.start);
        SAY("run", lab_optimizers[k]->key, repeats, {
            const size_t rows = lab_run(table, &spec);
            lab_diagnose(&diagnosis, &spec, table, rows, rows <= spec.steps);
        });
    }
}

/* Value and gradient over a square of the plane, by the unit's C and by its formula. */
static void measure_field(const lab_objective *unit, double *memory, size_t n, int repeats) {
    static lab_program program;
    double *x = memory, *y = x + n, *f = y + n, *gx = f + n, *gy = gx + n;
    double numbers[LAB_MAX_PARAMS];
    lab_formula_error error;
    lab_names names;
    lab_field field;
    presets(numbers, unit->params);
    lab_field_init(&field, unit, numbers);
    SAY("compiled", unit->key, repeats, field.eval(&field, n, x, y, f, gx, gy));
    lab_names_of_objective(&names, unit);
    if (lab_formula_compile(&program, &error, unit->formula, strlen(unit->formula), &names))
        exit(2);
    lab_field_from_program(&field, &program, numbers);
    SAY("formula", unit->key, repeats, field.eval(&field, n, x, y, f, gx, gy));
}

int main(int count, char **arguments) {
    if (count != 4) return 1;
    const size_t steps = strtoul(arguments[1], NULL, 10), n = strtoul(arguments[2], NULL, 10);
    const int repeats = atoi(arguments[3]);
    double *memory = malloc(5 * n * sizeof *memory);
    if (!memory || steps > LAB_MAX_STEPS) return 1;
    for (size_t i = 0; i < n; i++) {
        memory[i] = -2 + 4 * (double)(i % 400) / 400;
        memory[n + i] = -1 + 4 * (double)(i / 400) / 400;
    }
    for (size_t k = 0; k < lab_objective_count; k++) {
        const lab_objective *unit = lab_objectives[k];
        if (!strcmp(unit->key, "rosenbrock")) measure_runs(unit, steps, repeats);
        if (unit->dim == 2) measure_field(unit, memory, n, repeats);
    }
    free(memory);
    return 0;
}
