/* arrival.c: sees where the lanes of a map are after each step, and writes what has become of them.
 * The fate of a run is its diagnosis: the path is kept for it, so that the verdict over a pixel is
 * the one over the run alone. */
#include "map.h"

#include <float.h>
#include <math.h>

/* Of a distance that a lane may go without coming near a point: less by this for rounding. */
static const double SAFELY = 1 - 1e-9;

void lab_map_unknown(lab_map *m) {
    lab_map_block *b = &m->block;
    for (size_t j = 0; j < b->lanes; j++) {
        b->home_x[j] = b->home_y[j] = NAN;
        b->at[j] = LAB_MAP_NOWHERE;
        b->since[j] = 0;
    }
}

static int is_finite(const lab_map *m, size_t j) {
    const lab_map_block *b = &m->block;
    double sum = 0 * b->f[j];
    for (int i = 0; i < m->field.dim; i++) {
        const size_t k = (size_t)i * LAB_MAP_LANES + j;
        sum += 0 * b->x[k] + 0 * b->g[k];
    }
    for (size_t r = 0; r < m->rows; r++) sum += 0 * b->slots[r * LAB_MAP_LANES + j];
    return sum == 0;
}

/* Where runs of a lane may arrive; `own` and `place` are room for the points of its landscape. */
static size_t points_of(const double **points, lab_map *m, size_t j, lab_point *own,
                        double *place) {
    *points = m->spec.points;
    if (*points) return m->spec.point_count;
    lab_map_own(m, m->block.first + j);
    const size_t count = lab_field_points(own, &m->field);
    for (size_t k = 0; k < count; k++) place[2 * k] = own[k].x, place[2 * k + 1] = own[k].y;
    *points = place;
    return count;
}

static double square_distance(double x, double y, double to_x, double to_y) {
    const double dx = x - to_x, dy = y - to_y;
    return dx * dx + dy * dy;
}

/* The point nearest to a place, but for one, or -1; its distance, squared. */
static int nearest(double *away, const double *points, size_t count, double x, double y, int but) {
    int best = -1;
    *away = INFINITY;
    for (size_t k = 0; k < count; k++) {
        const double d = square_distance(x, y, points[2 * k], points[2 * k + 1]);
        if (d < *away && (int)k != but) *away = d, best = (int)k;
    }
    return best;
}

static void set_home(lab_map_block *b, size_t j, const double place[2], double least, double most) {
    b->home_x[j] = place[0], b->home_y[j] = place[1];
    b->least[j] = least, b->most[j] = fmin(most, DBL_MAX);
}

/* Something has happened to a lane: it has left the numbers, come to a point, or gone far. */
static void look_closely(lab_map *m, size_t j, double away_now) {
    lab_map_block *b = &m->block;
    if (!(away_now < INFINITY) && !is_finite(m, j)) {
        b->at[j] = LAB_MAP_OUTSIDE;
        b->since[j] = (uint32_t)b->t;
        b->value[j] = b->f[j];
        b->living--;
        return;
    }
    lab_point own[LAB_MAX_POINTS];
    double room[2 * LAB_MAX_POINTS], away, next;
    const double *points, tolerance = m->spec.tolerance, ball = tolerance * tolerance;
    const double place[2] = {b->x[j], m->field.dim == 2 ? b->x[LAB_MAP_LANES + j] : 0};
    const size_t count = points_of(&points, m, j, own, room);
    const int k = nearest(&away, points, count, place[0], place[1], -1);
    const int is_there = k >= 0 && away <= ball;
    if (is_there && b->at[j] != k) b->since[j] = (uint32_t)b->t;
    b->at[j] = is_there ? k : LAB_MAP_NOWHERE;
    if (is_there) {
        set_home(b, j, &points[2 * k], -1, ball);
        return;
    }
    /* As near to that point as this no lane is near another one. */
    if (k >= 0) nearest(&next, points, count, points[2 * k], points[2 * k + 1], k);
    const double around = k < 0 ? 0 : (sqrt(next) - tolerance) * SAFELY;
    const double far = (sqrt(away) - tolerance) * SAFELY;
    if (around > 0 && away < around * around)
        set_home(b, j, &points[2 * k], ball, around * around);
    else
        set_home(b, j, place, -1, far * far);
}

/* Adds a row to each path. */
static void keep_path(lab_map *m) {
    const lab_map_block *b = &m->block;
    const size_t stride = m->own.steps + 1, dim = (size_t)m->field.dim;
    for (size_t j = 0; j < b->lanes; j++) {
        double *row = m->spec.paths + j * LAB_MAP_PATH * stride + b->t;
        if (b->at[j] == LAB_MAP_OUTSIDE && b->since[j] < b->t) continue;
        for (size_t i = 0; i < dim; i++) {
            const double x = b->x[i * LAB_MAP_LANES + j];
            row[(4 + i) * stride] = b->t ? x - row[i * stride - 1] : NAN;
            row[i * stride] = x;
        }
        row[2 * stride] = b->f[j];
        row[3 * stride] = lab_norm(&b->g[j], dim, LAB_MAP_LANES);
    }
}

/* How far each lane moves in its last steps. */
static void keep_end(lab_map *m) {
    lab_map_block *b = &m->block;
    const size_t steps = m->own.steps, from = steps < LAB_MAP_SETTLED ? 0 : steps - LAB_MAP_SETTLED;
    const double *y = m->field.dim == 2 ? b->x + LAB_MAP_LANES : NULL;
    if (b->t < from) return;
    for (size_t j = 0; j < b->lanes; j++) {
        if (b->t == from) b->moved[j] = 0, b->last_x[j] = b->x[j], b->last_y[j] = y ? y[j] : 0;
        const double dx = b->x[j] - b->last_x[j], dy = y ? y[j] - b->last_y[j] : 0;
        b->moved[j] = fmax(b->moved[j], dx * dx + dy * dy);
    }
}

/* A lane that has left goes on from 0, so that nothing has to be done about it again and again. */
static void park(lab_map *m, size_t j) {
    lab_map_block *b = &m->block;
    for (int i = 0; i < m->field.dim; i++) {
        const size_t k = (size_t)i * LAB_MAP_LANES + j;
        b->x[k] = b->g[k] = 0;
    }
    for (size_t r = 0; r < m->rows; r++) b->slots[r * LAB_MAP_LANES + j] = 0;
    b->most[j] = INFINITY;
}

void lab_map_notice(lab_map *m, size_t from) {
    lab_map_block *b = &m->block;
    const double *f = b->f + from, *x = b->x + from, *g = b->g + from;
    const double *y = x + LAB_MAP_LANES, *gy = g + LAB_MAP_LANES;
    double away[LAB_MAP_PAIR];
    /* 0 times a number that is not finite is NaN, which is within no bounds. */
    for (size_t j = 0; j < LAB_MAP_PAIR; j++) {
        const double dx = x[j] - b->home_x[from + j];
        away[j] = dx * dx + 0 * f[j] + 0 * g[j];
    }
    for (size_t j = 0; j < LAB_MAP_PAIR && m->field.dim == 2; j++) {
        const double dy = y[j] - b->home_y[from + j];
        away[j] += dy * dy + 0 * gy[j];
    }
    for (size_t r = 0; r < m->rows; r++) {
        const double *slot = b->slots + r * LAB_MAP_LANES + from;
        for (size_t j = 0; j < LAB_MAP_PAIR; j++) away[j] += 0 * slot[j];
    }
    for (size_t j = from; j < from + LAB_MAP_PAIR && j < b->lanes; j++) {
        const double d = away[j - from];
        if (d <= b->most[j] && d > b->least[j]) continue;
        if (b->at[j] == LAB_MAP_OUTSIDE)
            park(m, j);
        else
            look_closely(m, j, d);
    }
}

void lab_map_keep(lab_map *m) {
    if (m->spec.out.fate) keep_path(m);
    if (m->spec.out.ends) keep_end(m);
}

static double fate_of(lab_map *m, size_t j) {
    const lab_map_block *b = &m->block;
    const size_t stride = m->own.steps + 1;
    const double *path = m->spec.paths + j * LAB_MAP_PATH * stride;
    const int has_left = b->at[j] == LAB_MAP_OUTSIDE, dim = m->field.dim;
    const lab_path kept = {.dim = dim,
                           .last = has_left ? b->since[j] : m->own.steps,
                           .at = {path, dim == 2 ? path + stride : NULL},
                           .f = path + 2 * stride,
                           .gnorm = path + 3 * stride,
                           .d = {path + 4 * stride, dim == 2 ? path + 5 * stride : NULL}};
    lab_diagnosis said;
    lab_map_own(m, b->first + j);
    lab_diagnose_path(&said, &m->own, &kept, has_left);
    return said.kind;
}

void lab_map_note(lab_map *m) {
    lab_map_block *b = &m->block;
    const lab_map_out *out = &m->spec.out;
    const size_t steps = m->own.steps;
    for (size_t j = 0; j < b->lanes; j++) {
        size_t place[2];
        lab_map_place(place, m, b->first + j);
        const size_t p = (place[1] - m->spec.row_from) * m->spec.axes[0].n + place[0];
        const int has_left = b->at[j] == LAB_MAP_OUTSIDE;
        const int stays = b->since[j] == 0 || b->since[j] + LAB_MAP_SETTLED <= steps + 1;
        const int is_there = b->at[j] >= 0 && stays;
        out->basin[p] = is_there || has_left ? b->at[j] : LAB_MAP_NOWHERE;
        out->steps[p] = is_there || has_left ? (double)b->since[j] : (double)steps;
        out->value[p] = has_left ? b->value[j] : b->f[j];
        if (out->fate) out->fate[p] = fate_of(m, j);
        if (!out->ends) continue;
        out->ends[3 * p] = b->x[j];
        out->ends[3 * p + 1] = m->field.dim == 2 ? b->x[LAB_MAP_LANES + j] : 0;
        out->ends[3 * p + 2] = is_there || has_left ? INFINITY : b->moved[j];
    }
}
