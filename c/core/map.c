/* map.c: the pixels of a map, and its blocks, one after the other. */
#include "map.h"

#include <math.h>
#include <string.h>

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

/* ---- Blocks ---------------------------------------------------------------------------------- */

static void begin_block(lab_map *m) {
    lab_map_block *b = &m->block;
    const size_t left = pixel_count(m) - m->done, dim = (size_t)m->field.dim;
    size_t most = LAB_MAP_LANES;
    if (m->spec.out.fate) {
        const size_t room = m->spec.room / (LAB_MAP_PATH * (m->own.steps + 1));
        if (room < most) most = room;
    }
    b->first = m->done;
    b->lanes = left < most ? left : most;
    b->living = b->lanes;
    b->t = 0;
    b->now.changed = 0;
    b->now.rule = *m->spec.run->rule;
    for (size_t j = 0; j < b->lanes; j++) {
        double slots[LAB_MAX_HELD];
        lab_map_own(m, b->first + j);
        lab_map_copy(b->x + j, LAB_MAP_LANES, m->own.start, 1, dim);
        lab_rule_start(&m->rule, slots, m->own.start, dim, 1);
        lab_map_copy(b->slots + j, LAB_MAP_LANES, slots, 1, m->rows);
    }
    lab_map_unknown(m);
    lab_map_look_around(m);
    lab_map_keep(m);
}

/* Whether every living lane has the very bits of x and slots that it had before. */
static int repeats(const lab_map *m, const double *before, const double *now, size_t rows) {
    const lab_map_block *b = &m->block;
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < b->lanes; j++)
            if (b->at[j] != LAB_MAP_OUTSIDE &&
                memcmp(&before[r * LAB_MAP_LANES + j], &now[r * LAB_MAP_LANES + j], sizeof(double)))
                return 0;
    return 1;
}

/* Takes a step; returns whether no further one can change anything. */
static int go_on(lab_map *m) {
    lab_map_block *b = &m->block;
    const size_t dim = (size_t)m->field.dim, n = LAB_MAP_LANES;
    const int changed = b->now.changed, is_first = b->t++ == 0;
    lab_change_on(&b->now, &m->own, b->t);
    double *x = m->before, *slots = m->before + dim * n;
    const int glances = m->is_still && b->t % GLANCE == 0 && b->now.changed == m->own.change_count;
    if (glances) {
        memcpy(x, b->x, dim * n * sizeof *x);
        memcpy(slots, b->slots, m->rows * n * sizeof *x);
    }
    lab_map_step(m, is_first || changed != b->now.changed);
    lab_map_keep(m);
    return b->living == 0 ||
           (glances && repeats(m, x, b->x, dim) && repeats(m, slots, b->slots, m->rows));
}

void lab_map_ready(lab_map *m) {
    const lab_map_spec *spec = &m->spec;
    const lab_run_spec *run = spec->run;
    const lab_schedule *schedule = run->schedule;
    m->own = *run;
    m->rule = *run->rule;
    m->field = *run->field;
    m->own.rule = &m->rule;
    m->own.field = &m->field;
    m->rows = lab_rule_slots(&m->rule, (size_t)m->field.dim, 1);
    const char *rate = schedule ? schedule->formula : "";
    const int observes = schedule && schedule->observe;
    m->is_steady = !lab_has_word(rate, strlen(rate), "s") && !observes;
    m->rates_differ = observes;
    for (int i = 0; i < 2; i++)
        m->rates_differ |= spec->axes[i].what == LAB_MAP_HYPER && spec->axes[i].index == 0;
    m->params_differ = has_axis(m, LAB_MAP_PARAM);
    m->is_noisy = run->sigma > 0 || has_axis(m, LAB_MAP_SIGMA);
    m->noise_differs = m->is_noisy && (has_axis(m, LAB_MAP_SIGMA) || has_axis(m, LAB_MAP_SEED));
}

void lab_map_begin(lab_map *m, const lab_map_spec *spec) {
    const int x = is_start(&spec->axes[0]), y = is_start(&spec->axes[1]);
    m->spec = *spec;
    lab_map_ready(m);
    m->by_columns = y && !x;
    m->is_still =
        m->is_steady && !m->rule.is_timed && !m->field.moves && !m->is_noisy && !spec->out.fate;
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
