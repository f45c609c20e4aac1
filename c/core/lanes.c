/* lanes.c: takes a step of all lanes of a map's block, by machine code where there is some, else
 * lane by lane with the functions of the rule and the field. */
#include "map.h"

#include <math.h>

/* ---- Numbers of lanes ------------------------------------------------------------------------ */

/* Noise of row t, as lab_run adds it; without any, -0, which changes no number. */
static void make_noise(lab_map *m) {
    lab_map_block *b = &m->block;
    double sigma = -1, seed = -1, noise[2];
    for (size_t j = 0; j < b->lanes; j++) {
        lab_map_own(m, b->first + j);
        if (sigma != m->own.sigma || seed != m->own.seed)
            lab_normal(noise, m->own.seed, (uint32_t)b->t, 0);
        sigma = m->own.sigma, seed = m->own.seed;
        for (int i = 0; i < m->field.dim; i++)
            b->own[LAB_MAP_NOISE + i][j] = sigma > 0 ? sigma * noise[i] : -0.0;
    }
}

static double own_number(const lab_map *m, const lab_map_axis *axis) {
    if (axis->what == LAB_MAP_HYPER) return m->block.now.rule.hypers[axis->index];
    return axis->what == LAB_MAP_PARAM ? m->field.params[axis->index]
                                       : m->own.modification.values[axis->index];
}

/* What differs by lane until the next change of the run. */
static void make_own(lab_map *m) {
    lab_map_block *b = &m->block;
    for (int i = 0; i < 2; i++) {
        const lab_map_axis *axis = &m->spec.axes[i];
        if (axis->what < LAB_MAP_HYPER || axis->what > LAB_MAP_PARAM) continue;
        for (size_t j = 0; j < b->lanes; j++) {
            lab_map_own(m, b->first + j);
            b->own[i][j] = own_number(m, axis);
        }
    }
}

static double rate(lab_map *m, size_t j) {
    lab_map_block *b = &m->block;
    return lab_rate_now(&b->now, &m->own, b->observed + j * LAB_MAX_SLOTS, (double)(b->t - 1),
                        b->f[j]);
}

static void make_rates(lab_map *m) {
    lab_map_block *b = &m->block;
    const int observes = m->own.schedule && m->own.schedule->observe;
    double before = NAN;
    for (size_t j = 0; j < b->lanes; j++) {
        double *lr = &b->own[LAB_MAP_RATE][j];
        lab_map_own(m, b->first + j);
        *lr = !observes && b->now.rule.hypers[0] == before ? lr[-1] : rate(m, j);
        before = b->now.rule.hypers[0];
    }
}

/* ---- Steps by machine code ------------------------------------------------------------------- */

/* What all lanes share in this step: the same for all blocks, so it is kept. */
static const double *shared(lab_map *m) {
    lab_map_code *code = &m->code;
    const size_t count = code->shared_count, t = m->block.t;
    const size_t most = LAB_MAP_TABLE / (count + 1) - 1;
    double *row = code->table + (t < most ? t : most) * count;
    if (t <= code->rows && t < most) return row;
    code->share(m, row, m->rates_differ ? 0 : rate(m, 0));
    if (t < most) code->rows = t;
    return row;
}

/* What a rule reads of the Hessian, for step t. */
static void curve(lab_map *m) {
    lab_map_block *b = &m->block;
    m->field.t = m->field.moves ? (double)b->t : m->field.t;
    for (size_t j = 0; j < b->lanes; j++) {
        const double at[2] = {b->x[j], b->x[LAB_MAP_LANES + j]};
        const double slope[2] = {b->g[j], b->g[LAB_MAP_LANES + j]};
        double h[3], hdiag[2], hsolve[2];
        if (m->params_differ) lab_map_own(m, b->first + j);
        lab_hessian_at(h, &m->field, at);
        lab_curvature(hdiag, hsolve, h, slope, m->field.dim);
        for (int i = 0; i < m->field.dim; i++)
            b->hdiag[i][j] = hdiag[i], b->hsolve[i][j] = hsolve[i];
    }
}

static void run_code(lab_map *m, int is_new) {
    if (is_new) make_own(m);
    if (m->rates_differ && (is_new || !m->is_steady)) make_rates(m);
    if (m->noise_differs) make_noise(m);
    if (m->rule.is_curved) curve(m);
    const uint32_t *noted = m->code.noted, *end = m->code.step(m->block.lanes, shared(m));
    for (; noted < end; noted++) lab_map_notice(m, *noted / sizeof(double));
}

/* ---- Steps by functions ---------------------------------------------------------------------- */

/* Evaluates f and its gradient in row t. */
static void evaluate(lab_map *m) {
    lab_map_block *b = &m->block;
    const size_t part = m->params_differ ? 1 : b->lanes;
    m->field.t = m->field.moves ? (double)(b->t + 1) : m->field.t;
    for (size_t from = 0; from < b->lanes; from += part) {
        const double *x = b->x + from;
        if (m->params_differ) lab_map_own(m, b->first + from);
        m->field.eval(&m->field, part, x, x + LAB_MAP_LANES, b->f + from, b->g + from,
                      b->g + LAB_MAP_LANES + from);
    }
    if (!m->is_noisy) return;
    make_noise(m);
    for (int i = 0; i < m->field.dim; i++)
        for (size_t j = 0; j < b->lanes; j++)
            b->g[(size_t)i * LAB_MAP_LANES + j] += b->own[LAB_MAP_NOISE + i][j];
}

void lab_map_copy(double *to, size_t to_step, const double *from, size_t from_step, size_t n) {
    for (size_t i = 0; i < n; i++) to[i * to_step] = from[i * from_step];
}

/* What a method may ask in this step of a lane. Nobody reads how often it does. */
static lab_oracle *oracle_of(lab_map *m, size_t j) {
    m->oracle = (lab_oracle){.field = &m->field};
    for (int i = 0; m->is_noisy && i < m->field.dim; i++)
        m->oracle.noise[i] = m->block.own[LAB_MAP_NOISE + i][j];
    return &m->oracle;
}

static void step_lane(lab_map *m, size_t j) {
    lab_map_block *b = &m->block;
    const size_t dim = (size_t)m->field.dim, L = LAB_MAP_LANES;
    double x[2] = {0}, g[2] = {0}, slots[LAB_MAX_HELD], h[3], hdiag[2], hsolve[2];
    lab_site at = {.dim = dim, .lanes = 1, .f = &b->f[j], .hdiag = hdiag, .hsolve = hsolve};
    lab_map_copy(x, 1, b->x + j, L, dim);
    lab_map_copy(g, 1, b->g + j, L, dim);
    lab_map_copy(slots, 1, b->slots + j, L, m->rows);
    lab_map_own(m, b->first + j);
    m->field.t = m->field.moves ? (double)b->t : m->field.t;
    const double lr = rate(m, j);
    if (m->rule.is_curved) lab_hessian_at(h, &m->field, x);
    if (m->own.modification.on) lab_modify(&m->own.modification, &at, x, g, lr);
    if (m->rule.is_curved) lab_curvature(hdiag, hsolve, h, g, m->field.dim);
    if (m->rule.unit && m->rule.unit->is_method) at.oracle = oracle_of(m, j);
    b->now.rule.step(&b->now.rule, &at, x, g, slots, lr, (double)b->t);
    lab_map_copy(b->x + j, L, x, 1, dim);
    lab_map_copy(b->slots + j, L, slots, 1, m->rows);
}

void lab_map_look_around(lab_map *m) {
    evaluate(m);
    for (size_t from = 0; from < m->block.lanes; from += LAB_MAP_PAIR) lab_map_notice(m, from);
}

void lab_map_step(lab_map *m, int is_new) {
    if (m->code.step) {
        run_code(m, is_new);
        return;
    }
    for (size_t j = 0; j < m->block.lanes; j++) step_lane(m, j);
    lab_map_look_around(m);
}
