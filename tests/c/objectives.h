/* objectives.h: what the tests of objectives share: every unit with every corner of its
 * parameters, one point at a time, and seeded points. */
#ifndef OBJECTIVES_H
#define OBJECTIVES_H

#include "registry.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>

/* A unit with its parameters filled in. */
typedef struct landscape {
    const lab_objective *unit;
    double params[LAB_MAX_PARAMS];
    double size; /* the longer side of the box */
} landscape;

enum { CORNERS = 6 };

/* The k-th value of a parameter: preset, both ends and the middle of its range, both ends of its
 * slider. */
static inline double corner(const lab_param *p, int k) {
    const int whole = p->from == 0 && p->to == 0;
    const double values[CORNERS] = {p->preset,
                                    p->min,
                                    p->max,
                                    (p->min + p->max) / 2,
                                    whole ? p->min : p->from,
                                    whole ? p->max : p->to};
    return values[k];
}

/* Calls `audit` with every unit, its parameters at every combination of their values, presets
 * first. */
static inline void each_landscape(void (*audit)(const landscape *)) {
    for (size_t i = 0; i < lab_objective_count; i++) {
        landscape at = {.unit = lab_objectives[i]};
        const double *box = at.unit->box;
        at.size = fmax(box[1] - box[0], box[3] - box[2]);
        int combinations = 1;
        for (int p = 0; p < lab_param_count(at.unit->params); p++) combinations *= CORNERS;
        for (int k = 0; k < combinations; k++) {
            for (int p = 0, digits = k; p < lab_param_count(at.unit->params);
                 p++, digits /= CORNERS)
                at.params[p] = corner(&at.unit->params[p], digits % CORNERS);
            audit(&at);
        }
    }
}

static inline double value(const landscape *at, double x, double y) {
    double f;
    at->unit->eval(1, &x, &y, &f, NULL, NULL, at->params);
    return f;
}

/* g[1] is 0 in 1D. */
static inline void gradient(const landscape *at, double x, double y, double g[2]) {
    g[1] = 0;
    at->unit->eval(1, &x, &y, NULL, &g[0], &g[1], at->params);
}

/* h = {hxx, hxy, hyy}; the last two are 0 in 1D. */
static inline void hessian(const landscape *at, double x, double y, double h[3]) {
    h[1] = h[2] = 0;
    at->unit->hessian(1, &x, &y, &h[0], &h[1], &h[2], at->params);
}

/* The stationary points, however the unit gives them; returns how many. */
static inline int points_of(const landscape *at, lab_point points[LAB_MAX_POINTS]) {
    if (at->unit->locate) return at->unit->locate(points, at->params);
    for (int i = 0; i < at->unit->point_count; i++) points[i] = at->unit->points[i];
    return at->unit->point_count;
}

/* The place that is the part u of the way along axis 0 or 1 of the box, widened about its
 * middle. */
static inline double place(const landscape *at, int axis, double u, double widen) {
    const double from = at->unit->box[2 * axis], to = at->unit->box[2 * axis + 1];
    return (from + to) / 2 + (u - 0.5) * (to - from) * widen;
}

/* SplitMix64 (Steele, Lea & Flood, 2014), as a number in [0, 1). */
static inline double uniform(uint64_t *seed) {
    uint64_t z = *seed += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (double)((z ^ z >> 31) >> 11) / 9007199254740992.0;
}

#endif
