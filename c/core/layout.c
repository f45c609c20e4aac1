/* layout.c: which column of a run's table holds what. Nothing else knows the order: the runner
 * writes the columns that this lists, the diagnosis looks them up, and every heading on the page
 * comes from here. */
#include "lab.h"

static void put(lab_layout *out, lab_column_kind kind, int slot, int axis) {
    out->columns[out->count++] = (lab_column){kind, slot, axis};
}

static void put_each_axis(lab_layout *out, lab_column_kind kind, int slot, int dim) {
    for (int axis = 0; axis < dim; axis++) put(out, kind, slot, axis);
}

void lab_layout_init(lab_layout *out, int dim, const lab_rule *rule, int has_batch) {
    out->count = 0;
    put_each_axis(out, LAB_COLUMN_COORDINATE, -1, dim);
    put(out, LAB_COLUMN_F, -1, -1);
    put_each_axis(out, LAB_COLUMN_GRADIENT, -1, dim);
    put(out, LAB_COLUMN_NORM, -1, -1);
    put(out, LAB_COLUMN_RATE, -1, -1);
    for (int k = 0; k < rule->slot_count; k++)
        if (rule->slots[k].per_point)
            put(out, LAB_COLUMN_SLOT, k, -1);
        else
            put_each_axis(out, LAB_COLUMN_SLOT, k, dim);
    put_each_axis(out, LAB_COLUMN_UPDATE, -1, dim);
    if (has_batch) put(out, LAB_COLUMN_BATCH_LOSS, -1, -1);
    if (!rule->unit || !rule->unit->is_method) return;
    if (rule->unit->cost.f) put(out, LAB_COLUMN_EVALS_F, -1, -1);
    if (rule->unit->cost.g) put(out, LAB_COLUMN_EVALS_G, -1, -1);
    if (rule->unit->cost.h) put(out, LAB_COLUMN_EVALS_H, -1, -1);
}

int lab_layout_find(const lab_layout *layout, lab_column_kind kind, int axis) {
    for (int c = 0; c < layout->count; c++)
        if (layout->columns[c].kind == kind && layout->columns[c].axis == axis) return c;
    return -1;
}
