/* emit.h: a map's steps as machine code. A step of a rule, f and its gradient at the new point, and
 * the look at where each lane is become one WebAssembly function, two lanes at a time, which is
 * compiled for these formulas alone. It does the operations that the interpreter does, in the same
 * order, and calls the interpreter's own functions (exp, sin, pow): every digit is the same.
 *
 * Where a unit's own loop computes its gradient in another order than its formula, the record says
 * so (lab_objective.slope). What a rule reads of the Hessian comes from the field's own function.
 * Not here: fields of data, and a user's rule with an active modifier if the rule has a name of its
 * own that the modifier needs, its parameter's or `norm`. */
#ifndef LAB_EMIT_H
#define LAB_EMIT_H

#include "map.h"

/* Writes the module for a map whose spec is set; it puts itself in the map's place of steps as soon
 * as it is instantiated, with the core's memory and its table of functions as its imports. Returns
 * its length, or 0: this map has no such module, or it would be longer than `capacity`. The
 * programs must outlive the map. */
size_t lab_emit_map(uint8_t *out, size_t capacity, lab_map *map, lab_program *programs);

#endif
