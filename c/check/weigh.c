/* weigh.c: how well a run with a mistake in it explains numbers that are wrong. */
#include "mistakes.h"

#include <math.h>

/* More than that, in powers of ten, no number tells. */
static const double MOST = 6;

/* The cells of one row. */
typedef struct row {
    int given, wrong, contradicted;
    double nearer;
} row;

static void weigh_cell(row *r, lab_weight *out, const lab_judgement *right,
                       const lab_judgement *judged, const lab_given *given, size_t at) {
    const double value = given->values[at];
    if (right->verdicts[at] == LAB_NOT_GIVEN) return;
    r->given = 1;
    r->contradicted |= judged->verdicts[at] == LAB_WRONG;
    const double run = fabs(value - judged->exact[at]), own = fabs(value - judged->expected[at]);
    const double off = (run < own ? run : own) / given->units[at];
    if (off >= 0) out->hits += 1 / (1 + off * off);
    if (right->verdicts[at] != LAB_WRONG) return;
    r->wrong = 1;
    const double gain = log10(fabs(value - right->expected[at]) / judged->reach[at]);
    if (gain > 0) r->nearer += gain < MOST ? gain : MOST;
}

void lab_weigh(lab_weight *out, const lab_judgement *right, const lab_judgement *judged,
               const lab_given *given, int columns, size_t from) {
    *out = (lab_weight){0};
    for (size_t t = from; t < given->rows; t++) {
        row r = {0};
        for (int c = 0; c < columns; c++)
            weigh_cell(&r, out, right, judged, given, (size_t)c * given->stride + t);
        out->wrong += r.wrong;
        if (!r.given || r.contradicted) continue;
        out->explained++;
        out->kept += r.wrong;
        out->nearer += r.nearer;
        if (t == from) out->is_first = 1;
    }
}
