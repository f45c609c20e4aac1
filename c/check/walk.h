/* walk.h: a run that is taken from numbers that may be rounded. Each step is taken many times at
 * once, in lanes: as the numbers stand, and with each of them moved up and down as far as rounding
 * may have moved it. What the lanes differ by is how far the next number may be off. Private to
 * judge.c and walk.c. */
#ifndef LAB_WALK_H
#define LAB_WALK_H

#include "mistakes.h"

enum {
    LAB_WALK_SLOTS = 2 * LAB_MAX_SLOTS,      /* numbers that a rule remembers of a point */
    LAB_WALK_MOVED = 2 + 2 + LAB_WALK_SLOTS, /* numbers that may be moved: x, g, slots */
    LAB_WALK_LANES = 1 + 2 * LAB_WALK_MOVED  /* as they stand, each up, each down */
};

/* A number, and how far it may be off. */
typedef struct lab_number {
    double value, reach;
} lab_number;

/* Where a walker stands. old: the gradient of the row before. */
typedef struct lab_walker {
    lab_number x[2], g[2], old[2], slots[LAB_WALK_SLOTS];
    double observed[LAB_MAX_SLOTS]; /* what the schedule remembers */
    lab_number rate, update[2], f, gnorm;
} lab_walker;

/* What is walked, and room for the lanes of a step. */
typedef struct lab_walk {
    const lab_run_spec *spec;
    lab_now now;
    lab_alteration change;
    /* How far numbers may be off that are not given: as far as the finest of those that are,
     * or half a unit in the last of so many significant digits. */
    double unit, digits;
    int dim, slots; /* numbers of the slots */
    double x[2 * LAB_WALK_LANES], g[2 * LAB_WALK_LANES], s[LAB_WALK_SLOTS * LAB_WALK_LANES];
    double f[LAB_WALK_LANES], hdiag[2 * LAB_WALK_LANES], hsolve[2 * LAB_WALK_LANES];
} lab_walk;

/* Row 0 without what is seen there. */
void lab_walk_start(const lab_walk *of, lab_walker *w);
/* Takes step t. is_exact: in one lane, as nothing is rounded. is_given: of each component of the
 * gradient, whether it is a number that was given: then it does not move with x. */
void lab_walk_on(lab_walk *of, lab_walker *w, size_t t, int is_exact, const int *is_given);
/* The value and the gradient at the point of row t. */
void lab_walk_see(lab_walk *of, lab_walker *w, size_t t, int is_exact);

#endif
