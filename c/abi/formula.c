/* formula.c: what JavaScript may call about formulas. A program (lab_program) and an error
 * (lab_formula_error) are opaque blocks in the caller's memory, 8-byte aligned; their sizes are
 * asked here. Families and facts are numbered as the catalog lists their words. */
#include <string.h>

#include "formula.h"
#include "registry.h"

size_t lab_abi_program_size(void) {
    return sizeof(lab_program);
}

size_t lab_abi_error_size(void) {
    return sizeof(lab_formula_error);
}

/* Compiles a text as the formula of unit `index` of a family, or as a user's own objective or rule
 * (index < 0). version: that of the link it came from, which decides
 * what names mean and, from version 2 on, lets the text be read as people type. supplied: the
 * names of the user's parameters, separated by blanks. */
int lab_abi_compile(lab_program *out, lab_formula_error *error, const char *source, size_t length,
                    unsigned family, int index, int version, const char *supplied) {
    static const size_t *const counts[LAB_FAMILY_COUNT] = {
        [LAB_OBJECTIVES] = &lab_objective_count,
        [LAB_OPTIMIZERS] = &lab_optimizer_count,
        [LAB_SCHEDULES] = &lab_schedule_count,
        [LAB_SMOOTHERS] = &lab_smoother_count,
    };
    if (family >= LAB_FAMILY_COUNT) return LAB_UNKNOWN_FAMILY;
    const int may_be_own = family == LAB_OBJECTIVES || family == LAB_OPTIMIZERS;
    if (index < 0 && !may_be_own) return LAB_UNKNOWN_FAMILY;
    if (index >= (int)*counts[family]) return LAB_UNKNOWN_UNIT;
    lab_names names;
    if (family == LAB_OBJECTIVES)
        lab_names_of_objective(&names, index < 0 ? NULL : lab_objectives[index]);
    else if (family == LAB_OPTIMIZERS)
        lab_names_of_optimizer(&names, index < 0 ? NULL : lab_optimizers[index]);
    else if (family == LAB_SCHEDULES)
        lab_names_of_schedule(&names, lab_schedules[index]);
    else
        lab_names_of_smoother(&names, lab_smoothers[index]);
    if (index < 0) lab_names_of_user(&names, version, supplied);
    return (int)(index < 0 && version > 1 ? lab_formula_compile_typed : lab_formula_compile)(
        out, error, source, length, &names);
}

/* The text that was compiled; returns its length in bytes. */
size_t lab_abi_source(char *out, size_t capacity, const lab_program *program) {
    for (size_t i = 0; i < program->length && i < capacity; i++) out[i] = program->source[i];
    return program->length;
}

/* What looks like a mistake in a rule that compiles: 0 if nothing does. */
int lab_abi_remark(lab_formula_error *out, const lab_program *program) {
    return lab_formula_remark(out, program);
}

/* The place of an error in the source, in UTF-16 units: 0: from, 1: length. */
unsigned lab_abi_error_place(const lab_formula_error *error, int which) {
    return which ? error->length_utf16 : error->at_utf16;
}

/* A text of an error: 0: its code's word, 1: its sentence, 2: found, 3: expected, 4: nearest. */
const char *lab_abi_error_text(const lab_formula_error *error, unsigned which) {
    const char *const texts[] = {lab_formula_code_key(error->code),
                                 lab_formula_sentence(error->code), error->found, error->expected,
                                 error->nearest};
    return which < sizeof texts / sizeof *texts ? texts[which] : "";
}

/* The tree as JSON; returns its length in bytes. */
size_t lab_abi_ast(char *out, size_t capacity, const lab_program *program) {
    return lab_formula_ast(out, capacity, program);
}

/* What an expression computes for an order of derivatives, as JSON; returns its length in bytes. */
size_t lab_abi_graph(char *out, size_t capacity, const lab_program *program, int order) {
    return lab_formula_graph(out, capacity, program, order);
}

/* The number that a graph calls ["num", k]. */
double lab_abi_number(const lab_program *program, unsigned k) {
    return lab_formula_number(program, k);
}

/* t: the step at which a formula that names t is evaluated. */
void lab_abi_program_field(lab_field *out, const lab_program *program, const double *params,
                           double t) {
    lab_field_from_program(out, program, params);
    out->t = t;
}

/* Lets a program round to a format, as the catalog numbers them, at random or to the nearest. */
void lab_abi_program_round(lab_program *program, unsigned format, int is_random, unsigned seed) {
    if (format < LAB_FORMAT_COUNT)
        program->rounding = (lab_rounding){(lab_format)format, is_random, seed};
}

/* Lets a program compute the landscape of the unit whose formula it is. */
void lab_abi_field_compute(lab_field *field, const lab_program *program) {
    lab_field_compute(field, program);
}

void lab_abi_program_rule(lab_rule *out, const lab_program *program, const double *hypers) {
    lab_rule_from_program(out, program, hypers);
}

/* The text of a fact of unit `index`, and the names it may use. NULL: the record has none, or there
 * is no such unit. */
static const char *fact_of(lab_names *names, unsigned fact, unsigned index) {
    if (fact == LAB_EFFECTIVE || fact == LAB_STABLE) {
        if (index >= lab_optimizer_count) return NULL;
        lab_names_of_optimizer_fact(names, lab_optimizers[index]);
        return fact == LAB_STABLE ? lab_optimizers[index]->stable
                                  : lab_optimizers[index]->effective;
    }
    if (index >= lab_smoother_count) return NULL;
    lab_names_of_smoother_fact(names, lab_smoothers[index]);
    return fact == LAB_KNOWN ? lab_smoothers[index]->known : lab_smoothers[index]->span;
}

/* A fact of a unit's record at n steps (of a smoother: n places). numbers: in the order of the
 * fact's names, one number for a parameter and n for every other name. program: scratch. */
int lab_abi_fact(double *out, lab_program *program, unsigned fact, unsigned index, size_t n,
                 const double *numbers) {
    lab_names names;
    lab_formula_error error;
    const char *text = fact < LAB_FACT_COUNT ? fact_of(&names, fact, index) : NULL;
    if (!text) return LAB_NO_SUCH_FACT;
    const lab_status status = lab_formula_compile(program, &error, text, strlen(text), &names);
    if (status) return (int)status;
    const double *in[LAB_FORMULA_INPUTS];
    for (int i = 0; i < names.count; i++) {
        in[i] = numbers;
        numbers += names.list[i].kind == LAB_LANE ? n : 1;
    }
    double *const outs[] = {out, NULL, NULL};
    lab_formula_eval(program, 0, n, outs, in);
    return LAB_OK;
}

/* What each line of the rule assigns in one step of one point; the inputs are not changed. values:
 * dim numbers for each line. f and hessian (∂xx; in 2D ∂xx, ∂xy, ∂yy) are read only if the rule
 * names them. */
void lab_abi_trace(const lab_rule *rule, double *values, size_t dim, const double *x,
                   const double *g, const double *slots, double lr, double t, const double *f,
                   const double *hessian) {
    double hdiag[2], hsolve[2];
    lab_site at = {.dim = dim, .lanes = 1, .f = f};
    if (rule->is_curved) {
        lab_curvature(hdiag, hsolve, hessian, g, dim == 1 ? 1 : 2);
        at.hdiag = hdiag;
        at.hsolve = hsolve;
    }
    lab_rule_trace(rule, &at, values, x, g, slots, lr, t);
}

/* What each line of a smoother's formula assigns at one t. numbers: s, t, sum, the parameters, the
 * slots before. */
void lab_abi_trace_average(const lab_program *program, double *values, const double *numbers) {
    const double *in[LAB_FORMULA_INPUTS] = {NULL};
    for (int i = 0; i < program->input_count; i++) in[i] = numbers + i;
    lab_formula_trace(program, 1, values, in);
}
