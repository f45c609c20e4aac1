/* map.c: takes the steps of a map's blocks. A rule, a modifier and a schedule are given lanes with
 * the same numbers: all of a block where only starts differ, else a part of it, at worst a single
 * lane. f and its derivatives are always asked of as many lanes as possible. */
#include "map.h"

#include <math.h>
#include <string.h>

/* A line of so many pixels makes blocks of its own; shorter ones share a block. */
enum { LONG_LINE = 32 };
/* After so many steps it is looked whether the lanes repeat themselves. */
enum { GLANCE = 16 };

void lab_map_values(double *out, double from, double to, size_t n, lab_scale scale) {
    for (size_t i = 0; i < n; i++) {
        const double part = n > 1 ? (double)i / (double)(n - 1) : 0;
        const double value =
            scale == LAB_LOG ? from * pow(to / from, part) : from + (to - from) * part;
        out[i] = scale >= LAB_INTEGER ? floor(value + 0.5) : value;
    }
    if (n > 1) out[n - 1] = to;
}

/* ---- Pixels ---------------------------------------------------------------------------------- */

static int is_start(const lab_map_axis *axis) {
    return axis->what == LAB_MAP_X || axis->what == LAB_MAP_Y;
}

static int has_axis(const lab_map *m, lab_map_what what) {
    return m->spec.axes[0].what == what || m->spec.axes[1].what == what;
}

static size_t pixel_count(const lab_map *m) {
    return m->spec.axes[0].n * (m->spec.row_to - m->spec.row_from);
}

void lab_map_place(size_t place[2], const lab_map *m, size_t p) {
    const size_t width = m->spec.axes[0].n, height = m->spec.row_to - m->spec.row_from;
    place[0] = m->by_columns ? p / height : p % width;
    place[1] = m->spec.row_from + (m->by_columns ? p % height : p / width);
}

static void set_hyper(lab_map *m, const lab_map_axis *axis, double value) {
    lab_now *now = &m->block.now;
    m->rule.hypers[axis->index] = value;
    if (now->changed <= axis->lasts) now->rule.hypers[axis->index] = value;
    for (int k = 0; k < m->rule.slot_count; k++)
        if (m->rule.slots[k].hyper == axis->index + 1) m->rule.slots[k].init = value;
}

void lab_map_own(lab_map *m, size_t p) {
    size_t place[2];
    lab_map_place(place, m, p);
    for (int i = 0; i < 2; i++) {
        const lab_map_axis *axis = &m->spec.axes[i];
        const double value = axis->values[place[i]];
        switch (axis->what) {
        case LAB_MAP_X:
            m->own.start[0] = value;
            break;
        case LAB_MAP_Y:
            m->own.start[1] = value;
            break;
        case LAB_MAP_HYPER:
            set_hyper(m, axis, value);
            break;
        case LAB_MAP_MODIFIER:
            m->own.modification.on |= 1u << axis->index;
            m->own.modification.values[axis->index] = value;
            break;
        case LAB_MAP_PARAM:
            m->field.params[axis->index] = value;
            break;
        case LAB_MAP_SIGMA:
            m->own.sigma = value;
            break;
        default:
            m->own.seed = (uint32_t)value;
        }
    }
}

/* ---- Steps ----------------------------------------------------------------------------------- */

/* Copies n numbers of each of `count` rows. */
static void copy_rows(double *to, size_t to_stride, const double *from, size_t from_stride,
                      size_t n, size_t count) {
    for (size_t r = 0; r < count; r++)
        for (size_t j = 0; j < n; j++) to[r * to_stride + j] = from[r * from_stride + j];
}

/* x, g and slots of some lanes of the block, side by side. */
typedef struct group {
    size_t from, n;
    double *x, *g, *slots;
} group;

static group group_at(lab_map *m, size_t from) {
    lab_map_block *b = &m->block;
    const size_t dim = (size_t)m->field.dim, n = b->group;
    if (n == b->lanes) return (group){0, n, b->x, b->g, b->slots};
    return (group){from, n, m->scratch, m->scratch + dim * n, m->scratch + 2 * dim * n};
}

static void take_in(lab_map *m, const group *g) {
    const lab_map_block *b = &m->block;
    const size_t dim = (size_t)m->field.dim, lanes = b->lanes;
    if (g->n == lanes) return;
    copy_rows(g->x, g->n, b->x + g->from, lanes, g->n, dim);
    copy_rows(g->g, g->n, b->g + g->from, lanes, g->n, dim);
    copy_rows(g->slots, g->n, b->slots + g->from, lanes, g->n, m->rows);
}

static void put_back(lab_map *m, const group *g) {
    lab_map_block *b = &m->block;
    if (g->n == b->lanes) return;
    copy_rows(b->x + g->from, b->lanes, g->x, g->n, g->n, (size_t)m->field.dim);
    copy_rows(b->slots + g->from, b->lanes, g->slots, g->n, g->n, m->rows);
}

/* Noise of row t, as lab_run adds it: all lanes of a seed have the same. */
static void add_noise(lab_map *m, size_t from, size_t n) {
    lab_map_block *b = &m->block;
    double noise[2];
    if (!(m->own.sigma > 0)) return;
    lab_normal(noise, m->own.seed, (uint32_t)b->t, 0);
    for (int i = 0; i < m->field.dim; i++) {
        const double by = m->own.sigma * noise[i];
        for (size_t j = from; j < from + n; j++) b->g[(size_t)i * b->lanes + j] += by;
    }
}

/* Evaluates f and its derivatives in row t. */
static void look_around(lab_map *m) {
    lab_map_block *b = &m->block;
    const size_t n = b->lanes;
    const int differ = has_axis(m, LAB_MAP_PARAM), noisy = !differ && !has_axis(m, LAB_MAP_SIGMA);
    const size_t part = differ ? b->group : n;
    m->field.t = m->field.moves ? (double)(b->t + 1) : m->field.t;
    for (size_t from = 0; from < n; from += part) {
        const double *x = b->x + from, *y = b->x + n + from;
        if (differ) lab_map_own(m, b->first + from);
        m->field.eval(&m->field, part, x, y, b->f + from, b->g + from, b->g + n + from);
        if (m->rule.is_curved)
            m->field.hessian(&m->field, part, x, y, b->h[0] + from, b->h[1] + from, b->h[2] + from);
    }
    const size_t alike = noisy && !has_axis(m, LAB_MAP_SEED) ? n : b->group;
    for (size_t from = 0; from < n; from += alike) {
        if (alike < n) lab_map_own(m, b->first + from);
        add_noise(m, from, alike);
    }
}

/* What a rule reads of the Hessian, for each lane of a group. */
static void curve(lab_map *m, const group *g, lab_site *at) {
    const lab_map_block *b = &m->block;
    double *hdiag = m->curvature, *hsolve = m->curvature + 2 * LAB_MAP_LANES;
    for (size_t j = 0; j < g->n; j++) {
        const size_t k = g->from + j;
        const double h[3] = {b->h[0][k], at->dim == 2 ? b->h[1][k] : 0,
                             at->dim == 2 ? b->h[2][k] : 0};
        const double slope[2] = {g->g[j], at->dim == 2 ? g->g[g->n + j] : 0};
        double diagonal[2], solved[2];
        lab_curvature(diagonal, solved, h, slope, m->field.dim);
        for (size_t i = 0; i < at->dim; i++) {
            hdiag[i * g->n + j] = diagonal[i];
            hsolve[i * g->n + j] = solved[i];
        }
    }
    at->hdiag = hdiag;
    at->hsolve = hsolve;
}

static void take_step(lab_map *m) {
    lab_map_block *b = &m->block;
    const double t = (double)++b->t;
    lab_change_on(&b->now, &m->own, b->t);
    for (size_t from = 0; from < b->lanes; from += b->group) {
        const group g = group_at(m, from);
        lab_site at = {.dim = (size_t)m->field.dim, .lanes = g.n, .f = b->f + from};
        lab_map_own(m, b->first + from);
        take_in(m, &g);
        const double lr =
            lab_rate_now(&b->now, &m->own, b->observed + from * LAB_MAX_SLOTS, t - 1, b->f[from]);
        if (m->own.modification.on) lab_modify(&m->own.modification, &at, g.x, g.g, lr);
        if (m->rule.is_curved) curve(m, &g, &at);
        b->now.rule.step(&b->now.rule, &at, g.x, g.g, g.slots, lr, t);
        put_back(m, &g);
    }
}

/* ---- Blocks ---------------------------------------------------------------------------------- */

static void begin_block(lab_map *m) {
    lab_map_block *b = &m->block;
    const size_t left = pixel_count(m) - m->done, dim = (size_t)m->field.dim;
    size_t most = LAB_MAP_LANES;
    if (m->spec.out.fate) {
        const size_t room = m->spec.room / (LAB_MAP_PATH * (m->own.steps + 1));
        if (room < most) most = room;
    }
    const size_t rest = m->line - m->done % m->line; /* of the line */
    const int is_long = m->line >= LONG_LINE || m->line > most;
    b->first = m->done;
    b->lanes = is_long ? rest : most / m->line * m->line;
    if (b->lanes > most) b->lanes = most;
    if (b->lanes > left) b->lanes = left;
    b->living = b->lanes;
    b->group = m->own.schedule && m->own.schedule->observe ? 1 : is_long ? b->lanes : m->line;
    b->t = 0;
    b->now.changed = 0;
    b->now.rule = *m->spec.run->rule;
    for (size_t from = 0; from < b->lanes; from += b->group) {
        const group g = group_at(m, from);
        for (size_t j = 0; j < g.n; j++) {
            lab_map_own(m, b->first + from + j);
            for (size_t i = 0; i < dim; i++) g.x[i * g.n + j] = m->own.start[i];
        }
        lab_rule_start(&m->rule, g.slots, g.x, dim, g.n);
        put_back(m, &g);
    }
    lab_map_unknown(m);
    look_around(m);
    lab_map_look(m);
}

/* Whether every living lane has the very bits of x and slots that it had before. */
static int repeats(const lab_map *m, const double *before, const double *now, size_t rows) {
    const lab_map_block *b = &m->block;
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < b->lanes; j++)
            if (b->at[j] != LAB_MAP_OUTSIDE &&
                memcmp(&before[r * b->lanes + j], &now[r * b->lanes + j], sizeof(double)))
                return 0;
    return 1;
}

/* Takes a step; returns whether no further one can change anything. */
static int go_on(lab_map *m) {
    lab_map_block *b = &m->block;
    const size_t dim = (size_t)m->field.dim, n = b->lanes;
    double *x = m->before, *slots = m->before + dim * n;
    const int glances =
        m->is_still && (b->t + 1) % GLANCE == 0 && b->now.changed == m->own.change_count;
    if (glances) {
        memcpy(x, b->x, dim * n * sizeof *x);
        memcpy(slots, b->slots, m->rows * n * sizeof *x);
    }
    take_step(m);
    look_around(m);
    lab_map_look(m);
    return b->living == 0 ||
           (glances && repeats(m, x, b->x, dim) && repeats(m, slots, b->slots, m->rows));
}

void lab_map_begin(lab_map *m, const lab_map_spec *spec) {
    const lab_run_spec *run = spec->run;
    const lab_schedule *schedule = run->schedule;
    const int x = is_start(&spec->axes[0]), y = is_start(&spec->axes[1]);
    m->spec = *spec;
    m->own = *run;
    m->rule = *run->rule;
    m->field = *run->field;
    m->own.rule = &m->rule;
    m->own.field = &m->field;
    m->by_columns = y && !x;
    m->line = x && y ? pixel_count(m) : x ? spec->axes[0].n : y ? spec->row_to - spec->row_from : 1;
    m->rows = lab_rule_slots(&m->rule, (size_t)m->field.dim, 1);
    const char *rate = schedule ? schedule->formula : "";
    m->is_still = !lab_has_word(rate, strlen(rate), "s") && !(schedule && schedule->observe) &&
                  !m->rule.is_timed && !m->field.moves && !(run->sigma > 0) &&
                  !has_axis(m, LAB_MAP_SIGMA) && !spec->out.fate;
    m->done = 0;
    m->block.lanes = 0;
}

int lab_map_on(lab_map *m, double steps) {
    lab_map_block *b = &m->block;
    while (m->done < pixel_count(m)) {
        int is_over = 0;
        if (!b->lanes) begin_block(m);
        while (!is_over && b->t < m->own.steps && steps > 0) {
            is_over = go_on(m);
            steps -= (double)b->lanes;
        }
        if (!is_over && b->t < m->own.steps) return 0;
        lab_map_note(m);
        m->done += b->lanes;
        b->lanes = 0;
        if (steps <= 0) break;
    }
    return m->done == pixel_count(m);
}
