/* map.c: what JavaScript may call about maps. The caller (web/core) checks numbers; sizes are
 * checked here. A map is an opaque block of the caller's, filled in by parts. It stands on a run
 * that has been set up and not begun, which must outlive it; a run's block begins with its spec. */
#include "emit.h"
#include "formula.h"

typedef struct abi_map {
    lab_map_spec spec;
    lab_map map;
    lab_program programs[LAB_MAP_PROGRAMS];
} abi_map;

size_t lab_abi_map_size(void) {
    return sizeof(abi_map);
}

/* The n values of a side; scale: as the catalog numbers them. */
void lab_abi_map_values(double *out, double from, double to, unsigned n, unsigned scale) {
    lab_map_values(out, from, to, n, (lab_scale)scale);
}

/* Sets side 0 (along a row) or 1. */
int lab_abi_map_axis(abi_map *map, unsigned side, unsigned what, int index, int lasts, unsigned n,
                     const double *values) {
    if (side > 1 || what >= LAB_MAP_WHAT_COUNT) return LAB_UNKNOWN_UNIT;
    if (n < 1 || n > LAB_MAX_SIDE) return LAB_TOO_LONG;
    map->spec.axes[side] = (lab_map_axis){(lab_map_what)what, index, lasts, n, values};
    return LAB_OK;
}

/* Where runs may arrive, x, y of each; NULL: at the stationary points of each pixel's landscape. */
void lab_abi_map_points(abi_map *map, double tolerance, const double *points, unsigned count) {
    map->spec.tolerance = tolerance;
    map->spec.points = points;
    map->spec.point_count = count;
}

/* Writes the module that takes the steps of a map whose sides are set, as soon as it is
 * instantiated; returns its length in bytes, or 0 if there is none. */
size_t lab_abi_map_code(abi_map *map, const lab_run_spec *run, uint8_t *out, size_t capacity) {
    map->spec.run = run;
    map->map.spec = map->spec;
    return lab_emit_map(out, capacity, &map->map, map->programs);
}

/* Begins with the rows from row_from up to row_to. out: basin, steps and value of their pixels, one
 * after the other. fate and ends may be NULL; paths: room for those that a fate is told from. */
void lab_abi_map_begin(abi_map *map, const lab_run_spec *run, unsigned row_from, unsigned row_to,
                       double *out, double *fate, double *ends, double *paths, unsigned room) {
    const size_t n = map->spec.axes[0].n * (row_to - row_from);
    map->spec.run = run;
    map->spec.row_from = row_from;
    map->spec.row_to = row_to;
    map->spec.out = (lab_map_out){out, out + n, out + 2 * n, fate, ends};
    map->spec.paths = paths;
    map->spec.room = room;
    lab_map_begin(&map->map, &map->spec);
}

/* Takes about so many steps of single lanes more; returns whether all rows are done. */
int lab_abi_map_on(abi_map *map, double steps) {
    return lab_map_on(&map->map, steps);
}
