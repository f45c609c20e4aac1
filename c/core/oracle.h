/* oracle.h: what a method may ask about: a landscape as one step of a run sees it. */
#ifndef LAB_ORACLE_H
#define LAB_ORACLE_H

#include "units.h"

enum { LAB_MAX_ASKED = 128 }; /* coordinates that are kept of the points that a step asked about */

typedef struct lab_sampler lab_sampler; /* lab.h */

struct lab_oracle {
    const struct lab_field *field;
    lab_sampler *sampler; /* NULL: there are no batches */
    size_t batch;         /* which of them */
    double noise[2];      /* in each gradient */
    /* So many values, gradients and Hessians have been asked for since the start of the run. */
    double counts[3];
    double known[2][2]; /* the points of the last value and of the last gradient */
    /* The points that this step asked about, one after the other, as far as there is room. */
    struct {
        double count; /* of coordinates */
        double numbers[LAB_MAX_ASKED];
    } asked;
};

/* Before a step from x: of it the value and the gradient are known, if the method reads them. */
void lab_oracle_begin(lab_oracle *oracle, const lab_optimizer *method, const double *x);

#endif
