/* A run: evaluate, note, step, as often as asked. Knows no unit by name. */
#include "lab.h"

#include <math.h>
#include <string.h>

size_t lab_run_column_count(int dim, const lab_rule *rule) {
    return (size_t)(dim + 1 + dim + 2 + dim) + lab_rule_slots(rule, (size_t)dim, 1);
}

static void look(lab_run_state *s, const lab_run_spec *spec, size_t t) {
    spec->field->eval(spec->field, 1, &s->x[0], &s->x[1], &s->f, &s->g[0], &s->g[1]);
    if (spec->sampler) lab_sampler_eval(spec->sampler, t, s->x, &s->seen, s->g);
    if (!(spec->sigma > 0)) return;
    double noise[2];
    lab_normal(noise, spec->seed, (uint32_t)t, 0);
    for (int i = 0; i < spec->field->dim; i++) s->g[i] += spec->sigma * noise[i];
}

/* Writes row t; returns whether every number of it is finite (but for those row 0 leaves open). */
static int note(double *columns, size_t stride, size_t t, const lab_run_state *s,
                const lab_run_spec *spec) {
    const int dim = spec->field->dim;
    const size_t held = lab_rule_slots(spec->rule, (size_t)dim, 1);
    double *at = columns + t, zero = 0 * s->f;
#define PUT(value) (*at = (value), at += stride)
    for (int i = 0; i < dim; i++) PUT(s->x[i]), zero += 0 * s->x[i] + 0 * s->g[i];
    PUT(s->f);
    for (int i = 0; i < dim; i++) PUT(s->g[i]);
    PUT(lab_norm(s->g, (size_t)dim, 1));
    PUT(t ? s->lr : NAN);
    for (size_t i = 0; i < held; i++) PUT(s->slots[i]), zero += 0 * s->slots[i];
    for (int i = 0; i < dim; i++) PUT(t ? s->x[i] - s->before[i] : NAN);
    if (spec->sampler) PUT(s->seen);
#undef PUT
    return zero == 0;
}

/* The rate of step t + 1. */
static double next_rate(lab_run_state *s, const lab_run_spec *spec, size_t t) {
    const lab_schedule *schedule = spec->schedule;
    const double lr0 = spec->rule->hypers[0], *params = spec->schedule_params;
    if (!schedule) return lr0;
    if (schedule->observe) return schedule->observe(s->observed, (double)t, s->f, lr0, params);
    return schedule->rate((double)t, (double)spec->steps, lr0, params);
}

void lab_run_begin(lab_run_state *s, const lab_run_spec *spec) {
    *s = (lab_run_state){.x = {spec->start[0], spec->start[1]}};
    lab_rule_start(spec->rule, s->slots, s->x, (size_t)spec->field->dim, 1);
}

/* Takes step t. */
static void take_step(lab_run_state *s, const lab_run_spec *spec, size_t t) {
    const lab_rule *rule = spec->rule;
    const lab_site at = {.dim = (size_t)spec->field->dim, .lanes = 1, .f = &s->f};
    s->lr = next_rate(s, spec, t - 1);
    memcpy(s->before, s->x, sizeof s->x);
    rule->step(rule, &at, s->x, s->g, s->slots, s->lr, (double)t);
}

size_t lab_run_on(lab_run_state *s, double *columns, const lab_run_spec *spec, size_t rows) {
    const size_t stride = spec->steps + 1, end = rows < stride ? rows : stride;
    while (s->rows < end && !s->has_left) {
        const size_t t = s->rows++;
        if (t) take_step(s, spec, t);
        look(s, spec, t);
        s->has_left = !note(columns, stride, t, s, spec);
    }
    return s->rows;
}

size_t lab_run(double *columns, const lab_run_spec *spec) {
    lab_run_state s;
    lab_run_begin(&s, spec);
    return lab_run_on(&s, columns, spec, spec->steps + 1);
}
