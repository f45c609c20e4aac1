/* oracle.c: what a method asks about points of its own choice. It sees the landscape as its step
 * does: f at the step's t, the step's batch, and the same noise in every gradient. */
#include "lab.h"

#include <math.h>
#include <string.h>

enum { VALUE, GRADIENT, HESSIAN };

/* Counts a question, unless it is about the point of the last one of its kind. */
static void count(lab_oracle *oracle, int kind, const double *x, size_t dim) {
    double *known = oracle->known[kind];
    if (!memcmp(known, x, dim * sizeof *x)) return;
    memcpy(known, x, dim * sizeof *x);
    oracle->counts[kind]++;
}

static void note_asked(lab_oracle *oracle, const double *x, size_t dim) {
    const size_t at = (size_t)oracle->asked.count;
    if (at == LAB_MAX_ASKED) return;
    memcpy(&oracle->asked.numbers[at], x, dim * sizeof *x);
    oracle->asked.count += (double)dim;
}

void lab_oracle_begin(lab_oracle *oracle, const lab_optimizer *method, const double *x) {
    const size_t dim = (size_t)oracle->field->dim;
    if (method->cost.f) count(oracle, VALUE, x, dim);
    if (method->cost.g) count(oracle, GRADIENT, x, dim);
    oracle->asked.count = 0;
}

void lab_ask(const lab_site *at, const double *x, double *f, double *g) {
    lab_oracle *oracle = at->oracle;
    const double place[2] = {x[0], at->dim == 2 ? x[1] : 0};
    double value, slope[2];
    if (oracle->sampler)
        lab_sampler_eval(oracle->sampler, oracle->batch, place, &value, slope);
    else
        oracle->field->eval(oracle->field, 1, &place[0], &place[1], &value, &slope[0], &slope[1]);
    note_asked(oracle, x, at->dim);
    if (f) {
        *f = value;
        count(oracle, VALUE, x, at->dim);
    }
    if (!g) return;
    for (size_t i = 0; i < at->dim; i++) g[i] = slope[i] + oracle->noise[i];
    count(oracle, GRADIENT, x, at->dim);
}

void lab_ask_hessian(const lab_site *at, const double *x, double h[3]) {
    lab_oracle *oracle = at->oracle;
    oracle->counts[HESSIAN]++;
    if (oracle->sampler)
        lab_sampler_hessian(oracle->sampler, oracle->batch, h);
    else
        lab_hessian_at(h, oracle->field, x);
}

void lab_know(const lab_site *at, const double *x) {
    for (int kind = VALUE; kind <= GRADIENT; kind++)
        memcpy(at->oracle->known[kind], x, at->dim * sizeof *x);
}
