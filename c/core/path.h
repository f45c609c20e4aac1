/* path.h: a run as its diagnosis reads it. Private to diagnosis.c, pace.c, rest.c and map.c. */
#ifndef LAB_PATH_H
#define LAB_PATH_H

#include "lab.h"

/* A factor that obeys a recurrence counts as 1 if it differs from 1 by less than this. */
static const double LAB_SURE = 1e-9;

/* The columns of a run, by name. */
typedef struct lab_path {
    const double *at[2], *f, *gnorm, *d[2]; /* at[1] and d[1]: NULL in 1D */
    size_t last;                            /* the last row of finite numbers */
    int dim;
} lab_path;

/* The diagnosis of a run (lab_diagnose) whose columns may stand anywhere. */
void lab_diagnose_path(lab_diagnosis *out, const lab_run_spec *spec, const lab_path *path,
                       int has_left);

/* How a factor and a period are known. */
typedef enum lab_pace {
    LAB_MEASURED, /* measured on the last updates */
    LAB_LAW,      /* the updates obey a recurrence */
    LAB_YOUNG     /* they do, but the path is too short to show where it leads */
} lab_pace;

/* The size of the update that led to row t. */
double lab_path_update(const lab_path *path, size_t t);
/* The first row of the path's last quarter, which holds at least two updates if there are two. */
size_t lab_path_tail(const lab_path *path);
/* Writes factor and period. axis: the one along which the last quarter of the path spreads most.
 * The path has at least one update. */
lab_pace lab_path_pace(lab_diagnosis *out, const lab_path *path, const lab_field *field, int axis);

/* ---- Rest (rest.c)
 * ------------------------------------------------------------------------------------------ */

/* Its larger coordinate. */
double lab_point_size(const double at[2]);
/* The Hessian's eigenvalues, low then high, and its eigenvectors. */
void lab_field_eigenvalues(double out[2], const lab_field *field, const double at[2]);
void lab_field_directions(double out[2][2], const lab_field *field, const double at[2]);
/* The slope that a few units in the last place of the point make up. */
double lab_slope_of_rounding(const lab_field *field, const double at[2]);
/* The index of the nearest stationary point that is known within `reach`, or -1. */
int lab_nearest_point(lab_point *found, const lab_field *field, const double at[2], double reach);
/* The least value of f, where it is known; else NaN. */
double lab_lowest(const lab_field *field);
/* Whether it is known that f has no minimum. */
int lab_is_bottomless(const lab_field *field);
/* Whether a point where nothing moves is a minimum, give or take `reach`. size: of the numbers
 * that f was made of. */
int lab_is_minimum(const lab_field *field, const double at[2], double f, double reach, double size);

#endif
