/* A run: evaluate, note, step, as often as asked. Knows no unit by name. */
#include "lab.h"

#include <math.h>
#include <string.h>

static void eval_unit(const lab_field *field, size_t n, const double *x, const double *y, double *f,
                      double *gx, double *gy) {
    field->unit->eval(n, x, y, f, gx, gy, field->params);
}

static void hessian_unit(const lab_field *field, size_t n, const double *x, const double *y,
                         double *hxx, double *hxy, double *hyy) {
    field->unit->hessian(n, x, y, hxx, hxy, hyy, field->params);
}

static size_t points_of_unit(const lab_field *field, lab_point *out) {
    const lab_objective *unit = field->unit;
    if (unit->locate) return (size_t)unit->locate(out, field->params);
    memcpy(out, unit->points, (size_t)unit->point_count * sizeof *out);
    return (size_t)unit->point_count;
}

void lab_field_init(lab_field *field, const lab_objective *unit, const double *params) {
    *field = (lab_field){.eval = eval_unit,
                         .hessian = hessian_unit,
                         .points = points_of_unit,
                         .dim = unit->dim,
                         .quadratic = unit->quadratic,
                         .unit = unit};
    memcpy(field->params, params, (size_t)unit->param_count * sizeof *params);
}

size_t lab_field_points(lab_point *out, const lab_field *field) {
    return field->points ? field->points(field, out) : 0;
}

static void step_unit(const lab_rule *rule, size_t n, double *x, const double *g, double *slots,
                      double lr, double t) {
    double hypers[LAB_MAX_PARAMS];
    memcpy(hypers, rule->hypers, sizeof hypers);
    hypers[0] = lr;
    rule->unit->step(n, x, g, slots, hypers, t);
}

/* The value of the hyper called `key`, or 0. */
static double hyper_value(const lab_optimizer *unit, const double *hypers, const char *key) {
    for (int i = 0; key && i < unit->hyper_count; i++)
        if (!strcmp(unit->hypers[i].key, key)) return hypers[i];
    return 0;
}

void lab_rule_init(lab_rule *rule, const lab_optimizer *unit, const double *hypers) {
    *rule = (lab_rule){.step = step_unit, .unit = unit, .slot_count = unit->slot_count};
    memcpy(rule->hypers, hypers, (size_t)unit->hyper_count * sizeof *hypers);
    for (int k = 0; k < unit->slot_count; k++)
        rule->init[k] = hyper_value(unit, hypers, unit->slots[k].init);
}

size_t lab_run_column_count(int dim, int slot_count) {
    return (size_t)(dim + 1 + dim + 2 + slot_count * dim + dim);
}

static void look(lab_run_state *s, const lab_run_spec *spec, size_t t) {
    spec->field->eval(spec->field, 1, &s->x[0], &s->x[1], &s->f, &s->g[0], &s->g[1]);
    if (spec->sampler) lab_sampler_eval(spec->sampler, t, s->x, &s->seen, s->g);
    if (!(spec->sigma > 0)) return;
    double noise[2];
    lab_normal(noise, spec->seed, (uint32_t)t, 0);
    for (int i = 0; i < spec->field->dim; i++) s->g[i] += spec->sigma * noise[i];
}

/* √(a² + b²) by arithmetic alone, so that it is the same everywhere (hypot is each libm's own); scaled
 * where a square would overflow or vanish. */
static double length_of(const double v[2]) {
    const double a = fabs(v[0]), b = fabs(v[1]), most = a > b ? a : b;
    if (most > 1e150 || most < 1e-150) {
        if (!(most > 0) || !isfinite(most)) return a + b;
        const double p = a / most, q = b / most;
        return most * sqrt(p * p + q * q);
    }
    return sqrt(a * a + b * b);
}

/* Writes row t; returns whether every number of it is finite (but for those row 0 leaves open). */
static int note(double *columns, size_t stride, size_t t, const lab_run_state *s,
                const lab_run_spec *spec) {
    const int dim = spec->field->dim, held = spec->rule->slot_count * dim;
    double *at = columns + t, zero = 0 * s->f;
#define PUT(value) (*at = (value), at += stride)
    for (int i = 0; i < dim; i++) PUT(s->x[i]), zero += 0 * s->x[i] + 0 * s->g[i];
    PUT(s->f);
    for (int i = 0; i < dim; i++) PUT(s->g[i]);
    PUT(dim == 1 ? fabs(s->g[0]) : length_of(s->g));
    PUT(t ? s->lr : NAN);
    for (int i = 0; i < held; i++) PUT(s->slots[i]), zero += 0 * s->slots[i];
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
    const int dim = spec->field->dim;
    *s = (lab_run_state){.x = {spec->start[0], spec->start[1]}};
    for (int k = 0; k < spec->rule->slot_count; k++)
        for (int i = 0; i < dim; i++) s->slots[k * dim + i] = spec->rule->init[k];
}

/* Takes step t. */
static void take_step(lab_run_state *s, const lab_run_spec *spec, size_t t) {
    const lab_rule *rule = spec->rule;
    s->lr = next_rate(s, spec, t - 1);
    memcpy(s->before, s->x, sizeof s->x);
    rule->step(rule, (size_t)spec->field->dim, s->x, s->g, s->slots, s->lr, (double)t);
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
