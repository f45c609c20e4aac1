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

/* Where a run stands between two steps. */
typedef struct state {
    double x[2], g[2], before[2], f, lr;
    double seen; /* the loss of the batch */
    double slots[LAB_MAX_SLOTS * 2];
    double observed[LAB_MAX_SLOTS]; /* what the schedule remembers */
} state;

static void look(state *s, const lab_run_spec *spec, size_t t) {
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
static int note(double *columns, size_t stride, size_t t, const state *s,
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
static double next_rate(state *s, const lab_run_spec *spec, size_t t) {
    const lab_schedule *schedule = spec->schedule;
    const double lr0 = spec->rule->hypers[0], *params = spec->schedule_params;
    if (!schedule) return lr0;
    if (schedule->observe) return schedule->observe(s->observed, (double)t, s->f, lr0, params);
    return schedule->rate((double)t, (double)spec->steps, lr0, params);
}

size_t lab_run(double *columns, const lab_run_spec *spec) {
    const int dim = spec->field->dim;
    const size_t stride = spec->steps + 1;
    state s = {.x = {spec->start[0], spec->start[1]}};
    for (int k = 0; k < spec->rule->slot_count; k++)
        for (int i = 0; i < dim; i++) s.slots[k * dim + i] = spec->rule->init[k];
    for (size_t t = 0;; t++) {
        look(&s, spec, t);
        if (!note(columns, stride, t, &s, spec) || t == spec->steps) return t + 1;
        s.lr = next_rate(&s, spec, t);
        memcpy(s.before, s.x, sizeof s.x);
        spec->rule->step(spec->rule, (size_t)dim, s.x, s.g, s.slots, s.lr, (double)(t + 1));
    }
}
