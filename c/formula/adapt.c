/* adapt.c: a program as a landscape (lab_field) or as an update rule (lab_rule). */
#include "machine.h"

#include <math.h>
#include <string.h>

static void point_inputs(const lab_field *field, const double **in, const double *x,
                         const double *y) {
    const lab_program *p = field->program;
    const double *param = field->params;
    for (int i = 0; i < p->input_count; i++) {
        const int kind = p->inputs[i].kind;
        in[i] = kind == LAB_HYPER ? param++ : kind == LAB_STEP ? &field->t : i == 0 ? x : y;
    }
}

static void eval_program(const lab_field *field, size_t n, const double *x, const double *y,
                         double *f, double *gx, double *gy) {
    const double *in[LAB_FORMULA_INPUTS];
    double *const out[] = {f, gx, field->dim == 2 ? gy : NULL};
    point_inputs(field, in, x, y);
    lab_formula_eval(field->program, out[1] || out[2] ? 1 : 0, n, out, in);
}

static void hessian_program(const lab_field *field, size_t n, const double *x, const double *y,
                            double *hxx, double *hxy, double *hyy) {
    const double *in[LAB_FORMULA_INPUTS];
    const int plane = field->dim == 2;
    double *const out[] = {hxx, plane ? hxy : NULL, plane ? hyy : NULL};
    point_inputs(field, in, x, y);
    lab_formula_eval(field->program, 2, n, out, in);
}

/* Whether a section does nothing but add, subtract and multiply. */
static int is_polynomial(const lab_program *p, const lab_section *section) {
    for (int i = section->from; i < section->to; i++) switch (p->code[i].op) {
        case OP_ADD:
        case OP_SUB:
        case OP_MUL:
        case OP_NEG:
        case OP_ADD_SCALAR:
        case OP_MUL_SCALAR:
        case OP_DIV_SCALAR:
        case OP_SCALAR_SUB:
        case OP_FILL:
        case OP_COPY:
        case OP_MUL_ADD:
        case OP_SUB_MUL:
        case OP_SCALE_ADD:
            break;
        default:
            return 0;
        }
    return 1;
}

/* Whether the Hessian is constant and not zero, and f has no kink and no jump: the Hessian of
 * |x| + x^2 is 2, but it has a kink. */
static int is_quadratic(const lab_program *p) {
    const lab_section *hessian = &p->sections[2];
    if (hessian->from < hessian->to) return 0;
    int curved = 0;
    for (int k = 0; k < hessian->root_count; k++) {
        if (hessian->roots[k] == REF_NONE) continue;
        if ((hessian->roots[k] & REF_CLASS) != REF_SCALAR) return 0;
        curved = 1;
    }
    return curved && is_polynomial(p, &p->sections[0]) && is_polynomial(p, &p->sections[1]);
}

/* Where the slope of a quadratic is 0, from its slope and Hessian at 0; none if H is singular. */
static size_t quadratic_points(const lab_field *field, lab_point *out) {
    const double zero = 0;
    double gx = 0, gy = 0, xx = 0, xy = 0, yy = 0, eigen[2];
    field->eval(field, 1, &zero, &zero, NULL, &gx, &gy);
    field->hessian(field, 1, &zero, &zero, &xx, &xy, &yy);
    if (field->dim == 1) yy = xx;
    lab_eigenvalues(eigen, xx, xy, yy);
    if (eigen[0] == 0 || eigen[1] == 0) return 0;
    const double determinant = xx * yy - xy * xy;
    out->x = (xy * gy - yy * gx) / determinant + 0;
    out->y = (xy * gx - xx * gy) / determinant + 0;
    out->kind = determinant < 0 ? LAB_SADDLE : xx > 0 ? LAB_GLOBAL_MINIMUM : LAB_MAXIMUM;
    return isfinite(out->x) && isfinite(out->y);
}

void lab_field_compute(lab_field *field, const lab_program *program) {
    field->eval = eval_program;
    field->program = program;
}

void lab_field_from_program(lab_field *field, const lab_program *program, const double *params) {
    *field = (lab_field){.hessian = hessian_program, .dim = program->dim, .t = 1};
    lab_field_compute(field, program);
    for (int i = 0; i < program->input_count; i++)
        field->moves |= program->inputs[i].kind == LAB_STEP;
    field->quadratic = is_quadratic(program);
    if (field->quadratic) field->points = quadratic_points;
    for (int i = 0, k = 0; i < program->input_count; i++)
        if (program->inputs[i].kind == LAB_HYPER) field->params[k] = params[k], k++;
}

/* What a rule reads at a site: x, g, t and lr come first; the values of the hypers follow the
 * learning rate; slots stand one after the other. */
static void rule_inputs(const lab_rule *rule, const double **in, const lab_site *at,
                        const double *const first[4], const double *slots) {
    const lab_program *p = rule->program;
    const double *hyper = rule->hypers + 1;
    for (int i = 0; i < p->input_count; i++) {
        const size_t size = p->inputs[i].per_point ? at->lanes : at->dim * at->lanes;
        if (i < 4) {
            in[i] = first[i];
            continue;
        }
        switch (p->inputs[i].kind) {
        case LAB_HYPER:
            in[i] = hyper++;
            break;
        case LAB_SLOT:
            in[i] = slots;
            slots += size;
            break;
        case LAB_VALUE:
            in[i] = at->f;
            break;
        case LAB_HDIAG:
            in[i] = at->hdiag;
            break;
        default:
            in[i] = at->hsolve;
        }
    }
}

static void step_program(const lab_rule *rule, const lab_site *at, double *x, const double *g,
                         double *slots, double lr, double t) {
    double *in[LAB_FORMULA_INPUTS];
    rule_inputs(rule, (const double **)in, at, (const double *const[]){x, g, &t, &lr}, slots);
    lab_formula_step(rule->program, at->dim, at->lanes, in);
}

void lab_rule_trace(const lab_rule *rule, const lab_site *at, double *values, const double *x,
                    const double *g, const double *slots, double lr, double t) {
    const double *in[LAB_FORMULA_INPUTS];
    rule_inputs(rule, in, at, (const double *const[]){x, g, &t, &lr}, slots);
    lab_formula_trace(rule->program, at->dim, values, in);
}

/* Which of hypers[] holds the value of an input: the learning rate is the first. */
static int hyper_index(const lab_program *p, int input) {
    int k = 0;
    for (int i = 0; i <= input; i++) k += p->inputs[i].kind == LAB_HYPER;
    return k;
}

void lab_rule_from_program(lab_rule *rule, const lab_program *program, const double *hypers) {
    *rule = (lab_rule){.step = step_program, .program = program};
    int count = 1;
    for (int i = 0; i < program->input_count; i++) {
        const lab_input_kind kind = program->inputs[i].kind;
        count += kind == LAB_HYPER;
        rule->is_curved |= kind == LAB_HDIAG || kind == LAB_HSOLVE;
    }
    rule->is_timed = lab_has_word(program->source, program->length, "t");
    memcpy(rule->hypers, hypers, (size_t)count * sizeof *hypers);
    for (int i = 0; i < program->input_count; i++) {
        if (program->inputs[i].kind != LAB_SLOT) continue;
        const int from = program->inputs[i].init_input, k = rule->slot_count++;
        if (from < 0)
            rule->slots[k].init = program->inputs[i].init;
        else if (program->inputs[from].kind == LAB_STATE)
            rule->slots[k].from_x = 1;
        else {
            rule->slots[k].hyper = 1 + hyper_index(program, from);
            rule->slots[k].init = rule->hypers[rule->slots[k].hyper - 1];
        }
        rule->slots[k].per_point = program->inputs[i].per_point;
    }
}
