/* path.h: a run as its diagnosis reads it. Private to diagnosis.c and pace.c. */
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

#endif
