/* run.c: takes the steps of a run and writes its table. Knows no unit by name. */
#include "lab.h"

#include <math.h>
#include <string.h>

/* The landscape at step t + 1; `moved` is room for a copy, if f depends on the step. */
static const lab_field *field_of(lab_field *moved, const lab_run_spec *spec, size_t t) {
    if (!spec->field->moves) return spec->field;
    *moved = *spec->field;
    moved->t = (double)(t + 1);
    return moved;
}

/* Evaluates f and g at the point, with noise. */
static void look(lab_run_state *s, const lab_run_spec *spec, size_t t) {
    lab_field moved;
    const lab_field *field = field_of(&moved, spec, t);
    field->eval(field, 1, &s->x[0], &s->x[1], &s->f, &s->g[0], &s->g[1]);
    if (spec->sampler) lab_sampler_eval(spec->sampler, t, s->x, &s->seen, s->g);
    if (!(spec->sigma > 0)) return;
    double noise[2];
    lab_normal(noise, spec->seed, (uint32_t)t, 0);
    for (int i = 0; i < spec->field->dim; i++) s->g[i] += spec->sigma * noise[i];
    lab_round(s->g, 2, spec->seen);
}

/* What a method may ask in step t. */
static void answer(lab_oracle *oracle, const lab_run_spec *spec, const lab_field *field, size_t t) {
    oracle->field = field;
    oracle->sampler = spec->sampler;
    oracle->batch = t - 1;
    if (!(spec->sigma > 0)) return;
    lab_normal(oracle->noise, spec->seed, (uint32_t)(t - 1), 0);
    for (int i = 0; i < 2; i++) oracle->noise[i] *= spec->sigma;
}

/* What a column other than a slot's holds in row t. */
static double value_of(const lab_run_state *s, lab_column column, size_t dim, size_t t) {
    switch (column.kind) {
    case LAB_COLUMN_COORDINATE:
        return s->x[column.axis];
    case LAB_COLUMN_F:
        return s->f;
    case LAB_COLUMN_GRADIENT:
        return s->g[column.axis];
    case LAB_COLUMN_NORM:
        return lab_norm(s->g, dim, 1);
    case LAB_COLUMN_RATE:
        return t ? s->lr : NAN;
    case LAB_COLUMN_UPDATE:
        return t ? s->x[column.axis] - s->before[column.axis] : NAN;
    case LAB_COLUMN_BATCH_LOSS:
        return s->seen;
    default:
        return s->oracle.counts[column.kind - LAB_COLUMN_EVALS_F];
    }
}

/* A run goes on while columns of these kinds are finite. The norm may overflow, and row 0 has
 * neither a rate nor an update. */
static int must_be_finite(lab_column_kind kind) {
    return kind == LAB_COLUMN_COORDINATE || kind == LAB_COLUMN_F || kind == LAB_COLUMN_GRADIENT ||
           kind == LAB_COLUMN_SLOT;
}

/* Writes row t; returns whether everything in it that must be finite is finite. */
static int note(double *columns, size_t stride, size_t t, const lab_run_state *s, size_t dim) {
    const double *slot = s->slots;
    int is_finite = 1;
    for (int c = 0; c < s->layout.count; c++) {
        const lab_column column = s->layout.columns[c];
        const double value = column.kind == LAB_COLUMN_SLOT ? *slot++ : value_of(s, column, dim, t);
        columns[(size_t)c * stride + t] = value;
        if (must_be_finite(column.kind) && !isfinite(value)) is_finite = 0;
    }
    return is_finite;
}

double lab_rate_now(const lab_now *now, const lab_run_spec *spec, double *observed, double s,
                    double f) {
    const lab_schedule *schedule = spec->schedule;
    const double first = spec->rule->hypers[0], lr0 = now->rule.hypers[0];
    const double *params = spec->schedule_params;
    if (!schedule) return lr0;
    if (schedule->observe) {
        const double lr = schedule->observe(observed, s, f, first, params);
        return now->changed ? lr * (lr0 / first) : lr;
    }
    return schedule->rate(s, (double)spec->steps, lr0, params);
}

void lab_run_begin(lab_run_state *s, const lab_run_spec *spec) {
    *s = (lab_run_state){.x = {spec->start[0], spec->start[1]}, .now.rule = *spec->rule};
    lab_round(s->x, 2, spec->kept);
    lab_layout_init(&s->layout, spec->field->dim, spec->rule, spec->sampler != NULL);
    for (int i = 0; i < 4; i++) s->oracle.known[i / 2][i % 2] = NAN;
    lab_rule_start(spec->rule, s->slots, s->x, (size_t)spec->field->dim, 1);
}

/* The Hessian for step t + 1: that of its batch, if it has one. Noise is added to g only. */
static void look_closer(double h[3], const lab_run_state *s, const lab_run_spec *spec, size_t t) {
    lab_field moved;
    if (spec->sampler)
        lab_sampler_hessian(spec->sampler, t, h);
    else
        lab_hessian_at(h, field_of(&moved, spec, t), s->x);
}

void lab_change_on(lab_now *now, const lab_run_spec *spec, size_t t) {
    while (now->changed < spec->change_count && spec->changes[now->changed].from <= t) {
        const lab_change *next = &spec->changes[now->changed++];
        memcpy(now->rule.hypers, next->hypers, sizeof next->hypers);
    }
}

/* Takes step t. The f of a sampled step is the loss on its batch. */
static void take_step(lab_run_state *s, const lab_run_spec *spec, size_t t) {
    const lab_rule *rule = &s->now.rule;
    double h[3], hdiag[2], hsolve[2], g[2] = {s->g[0], s->g[1]};
    lab_site at = {.dim = (size_t)spec->field->dim, .lanes = 1};
    at.f = spec->sampler ? &s->seen : &s->f;
    lab_field moved;
    if (rule->is_curved) look_closer(h, s, spec, t - 1);
    if (rule->unit && rule->unit->is_method) {
        answer(&s->oracle, spec, field_of(&moved, spec, t - 1), t);
        lab_oracle_begin(&s->oracle, rule->unit, s->x);
        at.oracle = &s->oracle;
    }
    s->lr = lab_rate_now(&s->now, spec, s->observed, (double)(t - 1), s->f);
    lab_round(&s->lr, 1, spec->kept);
    memcpy(s->before, s->x, sizeof s->x);
    if (spec->modification.on) {
        lab_modify(&spec->modification, &at, s->x, g, s->lr);
        lab_round(s->x, 2, spec->kept);
        lab_round(g, 2, spec->kept);
    }
    if (rule->is_curved) {
        lab_curvature(hdiag, hsolve, h, g, spec->field->dim);
        at.hdiag = hdiag;
        at.hsolve = hsolve;
    }
    rule->step(rule, &at, s->x, g, s->slots, s->lr, (double)t);
}

size_t lab_run_on(lab_run_state *s, double *columns, const lab_run_spec *spec, size_t rows) {
    const size_t stride = spec->steps + 1, end = rows < stride ? rows : stride;
    while (s->rows < end && !s->has_left) {
        const size_t t = s->rows++;
        if (t) lab_change_on(&s->now, spec, t), take_step(s, spec, t);
        look(s, spec, t);
        s->has_left = !note(columns, stride, t, s, (size_t)spec->field->dim);
    }
    return s->rows;
}

size_t lab_run(double *columns, const lab_run_spec *spec) {
    lab_run_state s;
    lab_run_begin(&s, spec);
    return lab_run_on(&s, columns, spec, spec->steps + 1);
}
