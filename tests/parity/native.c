/* The core as a native program, for the parity tests: reads one run a line, writes its table.
 *
 *     objective optimizer schedule steps sigma seed | start... | params... | hypers... |
 *     schedule params... | modifiers...
 *
 * Units are keys; numbers and the table's entries are the 16 hexadecimal digits of a double's bits.
 * Every list has LAB_MAX_PARAMS numbers, the start has 2, a modifier has one, NaN where it is off.
 * An answer is "rows columns" and then the entries, column by column. */
#include "registry.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIND(table, count, key)                             \
    size_t at = 0;                                          \
    while (at < count && strcmp(table[at]->key, key)) at++; \
    if (at == count) exit(2);                               \
    return table[at]

static const lab_objective *objective(const char *key) {
    FIND(lab_objectives, lab_objective_count, key);
}

static const lab_optimizer *optimizer(const char *key) {
    FIND(lab_optimizers, lab_optimizer_count, key);
}

static const lab_schedule *schedule(const char *key) {
    FIND(lab_schedules, lab_schedule_count, key);
}

static void read_numbers(double *out, int count) {
    for (int i = 0; i < count; i++) {
        uint64_t bits;
        if (scanf("%16" SCNx64, &bits) != 1) exit(3);
        memcpy(&out[i], &bits, sizeof bits);
    }
}

int main(void) {
    static double columns[(LAB_MAX_STEPS + 1) * LAB_MAX_COLUMNS];
    char keys[3][64];
    size_t steps;
    unsigned seed;
    while (scanf("%63s %63s %63s %zu %u", keys[0], keys[1], keys[2], &steps, &seed) == 5) {
        double sigma, start[2], params[LAB_MAX_PARAMS], hypers[LAB_MAX_PARAMS];
        lab_run_spec spec = {.schedule = schedule(keys[2]), .steps = steps, .seed = seed};
        read_numbers(&sigma, 1);
        read_numbers(start, 2);
        read_numbers(params, LAB_MAX_PARAMS);
        read_numbers(hypers, LAB_MAX_PARAMS);
        read_numbers(spec.schedule_params, LAB_MAX_PARAMS);
        read_numbers(spec.modification.values, LAB_MODIFIER_COUNT);
        for (int k = 0; k < LAB_MODIFIER_COUNT; k++)
            if (!isnan(spec.modification.values[k])) spec.modification.on |= 1u << k;
        lab_field field;
        lab_rule rule;
        lab_field_init(&field, objective(keys[0]), params);
        lab_rule_init(&rule, optimizer(keys[1]), hypers);
        spec.field = &field, spec.rule = &rule, spec.sigma = sigma;
        memcpy(spec.start, start, sizeof start);
        const size_t rows = lab_run(columns, &spec);
        lab_layout layout;
        lab_layout_init(&layout, field.dim, &rule, 0);
        const size_t width = (size_t)layout.count;
        printf("%zu %zu", rows, width);
        for (size_t c = 0; c < width; c++)
            for (size_t t = 0; t < rows; t++) {
                uint64_t bits;
                memcpy(&bits, &columns[c * (steps + 1) + t], sizeof bits);
                printf(" %" PRIx64, bits);
            }
        putchar('\n');
    }
    return 0;
}
