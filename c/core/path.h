/* path.h: a run as its diagnosis reads it, and the pace of its last steps. Private to diagnosis.c and pace.c. */
#ifndef LAB_PATH_H
#define LAB_PATH_H

#include "lab.h"

/* A law's factor is on one side of 1 if it is further from it than this. */
static const double LAB_SURE = 1e-9;

/* The columns of a run, by name. */
typedef struct lab_path {
    const double *at[2], *f, *gnorm, *d[2]; /* at[1] and d[1]: NULL in 1D */
    size_t last;                            /* the last row of finite numbers */
    int dim;
} lab_path;

/* How a factor and a period are known. */
typedef enum lab_pace {
    LAB_MEASURED, /* off the last updates */
    LAB_LAW,      /* the updates obey a recurrence */
    LAB_YOUNG     /* they do, but what it leads to has not shown yet */
} lab_pace;

/* The size of the update that led to row t. */
double lab_path_update(const lab_path *path, size_t t);
/* The first row of the path's last quarter, which has two updates at least where there are two. */
size_t lab_path_tail(const lab_path *path);
/* Writes factor and period. axis: along which the last quarter of the path spreads most. The path has at least one
 * update. */
lab_pace lab_path_pace(lab_diagnosis *out, const lab_path *path, const lab_field *field, int axis);

#endif
