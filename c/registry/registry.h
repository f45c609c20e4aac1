/* registry.h: the tables of all units, generated from the folders (generate.js), and their
 * catalog. */
#ifndef LAB_REGISTRY_H
#define LAB_REGISTRY_H

#include "lab.h"

/* The families of units, and the formulas of a record that are facts about the unit. Outside C each
 * is known by its word in the catalog's list, never by its number. */
typedef enum lab_family {
    LAB_OBJECTIVES,
    LAB_OPTIMIZERS,
    LAB_SCHEDULES,
    LAB_SMOOTHERS,
    LAB_FAMILY_COUNT
} lab_family;

typedef enum lab_fact {
    LAB_EFFECTIVE, /* of an optimizer */
    LAB_STABLE,
    LAB_SPAN, /* of a smoother */
    LAB_KNOWN,
    LAB_FACT_COUNT
} lab_fact;

extern const lab_objective *const lab_objectives[];
extern const size_t lab_objective_count;
extern const lab_optimizer *const lab_optimizers[];
extern const size_t lab_optimizer_count;
extern const lab_schedule *const lab_schedules[];
extern const size_t lab_schedule_count;
extern const lab_smoother *const lab_smoothers[];
extern const size_t lab_smoother_count;

/* Writes the catalog as JSON (UTF-8, no terminator) and returns its length in bytes; when that is
 * more than `capacity`, only the first `capacity` bytes were written. Units stand in table
 * order. */
size_t lab_catalog(char *out, size_t capacity);

#endif
