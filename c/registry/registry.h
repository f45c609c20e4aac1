/* registry.h: the tables of all units, generated from the folders (generate.js), and their catalog. */
#ifndef LAB_REGISTRY_H
#define LAB_REGISTRY_H

#include "lab.h"

extern const lab_objective *const lab_objectives[];
extern const size_t lab_objective_count;
extern const lab_optimizer *const lab_optimizers[];
extern const size_t lab_optimizer_count;
extern const lab_schedule *const lab_schedules[];
extern const size_t lab_schedule_count;
extern const lab_smoother *const lab_smoothers[];
extern const size_t lab_smoother_count;

/* Writes the catalog as JSON (UTF-8, no terminator) and returns its length in bytes; when that is more
 * than `capacity`, only the first `capacity` bytes were written. Units stand in table order. */
size_t lab_catalog(char *out, size_t capacity);

#endif
