/* abi.c: what JavaScript may call, but for formulas (formula.c) and data sets (sample.c). The
 * folder c/abi exists for WebAssembly alone; the native programs of tests/ call the core directly.
 *
 * No struct crosses: a landscape (lab_field), a rule (lab_rule) and a run are opaque blocks in the
 * caller's memory, whose sizes are asked here. A unit is named by its index in the catalog of this
 * very module. Arrays are float64, in the arena. A call returns a status (status.h) or a count. The
 * caller (web/core) checks numbers; indices and sizes are checked here. */
#include "mistakes.h"
#include "registry.h"

#include <string.h>

/* The table of the longest run, and 200000 numbers for what the run stands on. */
enum { ARENA = (LAB_MAX_STEPS + 1) * LAB_MAX_COLUMNS + 200000 };

static double arena[ARENA];

double *lab_abi_arena(void) {
    return arena;
}

size_t lab_abi_arena_size(void) {
    return ARENA;
}

size_t lab_abi_catalog(char *out, size_t capacity) {
    return lab_catalog(out, capacity);
}

const char *lab_abi_sentence(int status) {
    return lab_status_sentence((lab_status)status);
}

size_t lab_abi_field_size(void) {
    return sizeof(lab_field);
}

int lab_abi_field(lab_field *out, unsigned objective, const double *params) {
    if (objective >= lab_objective_count) return LAB_UNKNOWN_UNIT;
    lab_field_init(out, lab_objectives[objective], params);
    return LAB_OK;
}

size_t lab_abi_rule_size(void) {
    return sizeof(lab_rule);
}

int lab_abi_rule(lab_rule *out, unsigned optimizer, const double *hypers) {
    if (optimizer >= lab_optimizer_count) return LAB_UNKNOWN_UNIT;
    lab_rule_init(out, lab_optimizers[optimizer], hypers);
    return LAB_OK;
}

void lab_abi_evaluate(const lab_field *field, size_t n, const double *x, const double *y, double *f,
                      double *gx, double *gy) {
    field->eval(field, n, x, y, f, gx, gy);
}

void lab_abi_hessian(const lab_field *field, size_t n, const double *x, const double *y,
                     double *hxx, double *hxy, double *hyy) {
    field->hessian(field, n, x, y, hxx, hxy, hyy);
}

/* Writes x, y, kind of each stationary point in the display range; returns how many. */
size_t lab_abi_points(const lab_field *field, double *out) {
    lab_point points[LAB_MAX_POINTS];
    const size_t count = lab_field_points(points, field);
    for (size_t i = 0; i < count; i++) {
        out[3 * i] = points[i].x;
        out[3 * i + 1] = points[i].y;
        out[3 * i + 2] = points[i].kind;
    }
    return count;
}

/* A run in progress: an opaque block of the caller's. */
typedef struct abi_run {
    lab_run_spec spec;
    lab_sampler sampler;
    lab_run_state state;
    lab_change changes[LAB_MAX_CHANGES];
} abi_run;

size_t lab_abi_run_size(void) {
    return sizeof(abi_run);
}

/* Sets a run up. batch: on a field made of data, how many points a step sees, drawn by `seed`; 0:
 * all. The landscape and the rule must outlive the run. */
int lab_abi_run_begin(abi_run *out, const lab_field *field, const lab_rule *rule, unsigned schedule,
                      const double *schedule_params, const double *start, unsigned steps,
                      double sigma, unsigned seed, unsigned batch) {
    if (schedule >= lab_schedule_count) return LAB_UNKNOWN_UNIT;
    if (steps > LAB_MAX_STEPS) return LAB_TOO_MANY_STEPS;
    lab_run_spec *spec = &out->spec;
    *spec = (lab_run_spec){.field = field,
                           .rule = rule,
                           .schedule = lab_schedules[schedule],
                           .start = {start[0], field->dim == 2 ? start[1] : 0},
                           .steps = steps,
                           .sigma = sigma,
                           .seed = seed};
    memcpy(spec->schedule_params, schedule_params, sizeof spec->schedule_params);
    if (batch && field->data.n) {
        lab_sampler_init(&out->sampler, &field->data, batch, seed);
        spec->sampler = &out->sampler;
    }
    lab_run_begin(&out->state, spec);
    return LAB_OK;
}

/* Begins a run anew whose point, slots and rate are kept in one format and whose gradient is in
 * another, as the catalog numbers them. */
void lab_abi_run_round(abi_run *run, unsigned kept, unsigned seen) {
    if (kept >= LAB_FORMAT_COUNT || seen >= LAB_FORMAT_COUNT) return;
    run->spec.kept = (lab_format)kept;
    run->spec.seen = (lab_format)seen;
    lab_run_begin(&run->state, &run->spec);
}

/* Gives a run that has just begun its modifiers: bits of those that are on, and a number for each
 * of all. */
void lab_abi_run_modify(abi_run *run, unsigned on, const double *values) {
    run->spec.modification.on = on;
    memcpy(run->spec.modification.values, values, sizeof run->spec.modification.values);
}

/* Adds a change to a run that has just begun, after those that it has: hypers from step `from`
 * on. */
int lab_abi_run_change(abi_run *run, unsigned from, const double *hypers) {
    lab_run_spec *spec = &run->spec;
    if (spec->change_count >= LAB_MAX_CHANGES) return LAB_TOO_LONG;
    lab_change *change = &run->changes[spec->change_count++];
    change->from = from;
    memcpy(change->hypers, hypers, sizeof change->hypers);
    spec->changes = run->changes;
    return LAB_OK;
}

/* Modifies points before a raw step, in place. */
void lab_abi_modify(unsigned on, const double *values, size_t dim, size_t lanes, double *x,
                    double *g, double lr) {
    lab_modification by = {.on = on};
    memcpy(by.values, values, sizeof by.values);
    lab_modify(&by, &(lab_site){.dim = dim, .lanes = lanes}, x, g, lr);
}

/* What the columns of a run hold: kind (named in the catalog), slot and axis of each, -1 for none;
 * returns how many there are, at most LAB_MAX_COLUMNS. */
int lab_abi_run_layout(double *out, const abi_run *run) {
    const lab_layout *layout = &run->state.layout;
    for (int c = 0; c < layout->count; c++) {
        out[3 * c] = layout->columns[c].kind;
        out[3 * c + 1] = layout->columns[c].slot;
        out[3 * c + 2] = layout->columns[c].axis;
    }
    return layout->count;
}

/* Goes on until `rows` rows are written or the run ends; returns how many there are, times -1 if it
 * has left the finite numbers. columns: steps + 1 doubles for each column of the layout. */
int lab_abi_run_on(abi_run *run, double *columns, unsigned rows) {
    const int count = (int)lab_run_on(&run->state, columns, &run->spec, rows);
    return run->state.has_left ? -count : count;
}

/* The points that the last step asked about: how many coordinates they have, and then these. */
const double *lab_abi_run_asked(const abi_run *run) {
    return &run->state.oracle.asked.count;
}

/* Diagnoses the rows written so far. report: the numbers of lab_diagnosis, in the catalog's
 * order. */
void lab_abi_run_report(const abi_run *run, const double *columns, double *report) {
    lab_diagnosis diagnosis;
    lab_diagnose(&diagnosis, &run->spec, columns, run->state.rows, run->state.has_left);
    memcpy(report, &diagnosis, sizeof diagnosis);
}

/* A caller's numbers (lab_given) that are to be judged: an opaque block. */
typedef struct abi_given {
    lab_given given;
    const abi_run *table;
    size_t size;
} abi_given;

size_t lab_abi_given_size(void) {
    return sizeof(abi_given);
}

/* table: the run as it should be, whose columns the numbers have. values, then units: `rows`
 * numbers for each column. */
void lab_abi_given(abi_given *out, const abi_run *table, const double *values, unsigned rows) {
    const size_t size = rows * (size_t)table->state.layout.count;
    *out = (abi_given){{rows, rows, values, values + size}, table, size};
}

static lab_judgement judgement_in(double *out, size_t size) {
    return (lab_judgement){out, out + size, out + 2 * size, out + 3 * size};
}

/* The run with mistake k, in every place (0) or in one of several; returns a status, or -1 behind
 * the last mistake. A run's block begins with its spec, and so does one with a mistake: it may be
 * `right`, and has both then, but for how it is taken, which is the later one's. */
int lab_abi_wrong(lab_wrong_run *out, const lab_run_spec *right, unsigned k, unsigned place) {
    return k < lab_mistake_count ? (int)lab_wrong_run_init(out, right, k, place) : -1;
}

/* Judges the first `rows` rows by the run as it should be, or by one with a mistake, if there is
 * one. out: verdicts, exact, expected, reach, each as long as the values. Returns where the first
 * wrong number stands, or -1. */
int lab_abi_judge(double *out, abi_given *given, const lab_wrong_run *wrong, unsigned rows) {
    const lab_judgement judgement = judgement_in(out, given->size);
    const lab_run_spec *spec = wrong ? &wrong->spec : &given->table->spec;
    given->given.rows = rows;
    return (int)lab_judge(&judgement, spec, &given->given, &given->table->state.layout,
                          wrong ? wrong->change : LAB_NO_CHANGE);
}

/* out[s] is the rate of step s + 1, for the first `steps` steps. f[s] is f(x_s), which only a
 * schedule that observes reads. */
int lab_abi_rates(double *out, unsigned schedule, const double *params, double lr0, unsigned steps,
                  const double *f) {
    if (schedule >= lab_schedule_count) return LAB_UNKNOWN_UNIT;
    if (steps > LAB_MAX_STEPS) return LAB_TOO_MANY_STEPS;
    const lab_schedule *unit = lab_schedules[schedule];
    double state[LAB_MAX_SLOTS];
    for (unsigned s = 0; s < steps; s++)
        out[s] = unit->observe ? unit->observe(state, s, f[s], lr0, params)
                               : unit->rate(s, steps, lr0, params);
    return LAB_OK;
}

int lab_abi_smooth(double *out, const double *series, unsigned n, unsigned smoother,
                   const double *params) {
    if (smoother >= lab_smoother_count) return LAB_UNKNOWN_UNIT;
    if (n > LAB_MAX_SERIES) return LAB_TOO_LONG;
    lab_smoothers[smoother]->smooth(n, out, series, params);
    return LAB_OK;
}

int lab_abi_weights(double *out, unsigned n, unsigned smoother, const double *params) {
    if (smoother >= lab_smoother_count) return LAB_UNKNOWN_UNIT;
    if (n > LAB_MAX_SERIES) return LAB_TOO_LONG;
    lab_smoothers[smoother]->weights(n, out, params);
    return LAB_OK;
}

void lab_abi_normal(double *out, unsigned seed, unsigned step, unsigned lane) {
    lab_normal(out, seed, step, lane);
}
