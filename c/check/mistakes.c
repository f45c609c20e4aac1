/* mistakes.c: the mistakes that are looked for, the likelier of two that look alike first. Their
 * sentences are in web/i18n under these keys, which are permanent. */
#include "mistakes.h"

#include <string.h>

const lab_mistake lab_mistakes[] = {
    /* the derivative */
    {.key = "derivative_exponent", .change = LAB_DERIVATIVE, .slip = LAB_SLIP_EXPONENT},
    {.key = "derivative_inner", .change = LAB_DERIVATIVE, .slip = LAB_SLIP_INNER},
    {.key = "derivative_factor", .change = LAB_DERIVATIVE, .slip = LAB_SLIP_FACTOR},
    {.key = "derivative_product", .change = LAB_DERIVATIVE, .slip = LAB_SLIP_PRODUCT},
    {.key = "derivative_sign", .change = LAB_DERIVATIVE, .slip = LAB_SLIP_SIGN},
    {.key = "degrees", .change = LAB_DERIVATIVE, .slip = LAB_SLIP_DEGREES},
    /* the step */
    {.key = "step_sign",
     .rewriting = {.shape = "A - B", .instead = "A + B", .where = LAB_WHOLE_POINT}},
    {.key = "step_sign",
     .rewriting = {.shape = "A + B", .instead = "A - B", .where = LAB_WHOLE_POINT}},
    /* what is remembered */
    {.key = "weight_forgotten",
     .rewriting = {.shape = "1 - H", .instead = "1", .where = LAB_IN_SLOT}},
    {.key = "weight_added",
     .rewriting = {.shape = "H*S + A",
                   .instead = "H*S + (1 - H)*A",
                   .where = LAB_WHOLE_SLOT,
                   .unless = "1 - H"}},
    {.key = "weight_added",
     .rewriting = {.shape = "H*S - A",
                   .instead = "H*S - (1 - H)*A",
                   .where = LAB_WHOLE_SLOT,
                   .unless = "1 - H"}},
    {.key = "weights_swapped",
     .rewriting = {.shape = "H*S + (1 - H)*A",
                   .instead = "(1 - H)*S + H*A",
                   .where = LAB_WHOLE_SLOT}},
    {.key = "memory_forgotten",
     .rewriting = {.shape = "H*S + A", .instead = "A", .where = LAB_WHOLE_SLOT}},
    {.key = "memory_forgotten",
     .rewriting = {.shape = "H*S - A", .instead = "-A", .where = LAB_WHOLE_SLOT}},
    {.key = "memory_forgotten",
     .rewriting = {.shape = "S + A", .instead = "A", .where = LAB_WHOLE_SLOT}},
    {.key = "memory_sign",
     .rewriting = {.shape = "H*S + A", .instead = "H*S - A", .where = LAB_WHOLE_SLOT}},
    {.key = "memory_sign",
     .rewriting = {.shape = "H*S - A", .instead = "H*S + A", .where = LAB_WHOLE_SLOT}},
    {.key = "square_forgotten",
     .rewriting = {.shape = "A^2", .instead = "A", .where = LAB_IN_SLOT}},
    {.key = "first_value",
     .rewriting = {.shape = "H*S + (1 - H)*A",
                   .instead = "where(t > 1, H*S + (1 - H)*A, A)",
                   .where = LAB_WHOLE_SLOT}},
    /* the rate */
    {.key = "rate_forgotten", .rewriting = {.shape = "lr", .instead = "1"}, .everywhere = 1},
    {.key = "rate_halved", .rewriting = {.shape = "lr", .instead = "lr/2"}, .everywhere = 1},
    {.key = "rate_doubled", .rewriting = {.shape = "lr", .instead = "2*lr"}, .everywhere = 1},
    /* the root and its ε */
    {.key = "root_forgotten", .rewriting = {.shape = "sqrt(A)", .instead = "A"}},
    {.key = "epsilon_outside", .rewriting = {.shape = "sqrt(A + H)", .instead = "sqrt(A) + H"}},
    {.key = "epsilon_inside", .rewriting = {.shape = "sqrt(A) + H", .instead = "sqrt(A + H)"}},
    /* bias correction */
    {.key = "correction_forgotten",
     .one = "correction_one",
     .rewriting = {.shape = "1 - H^t", .instead = "1"}},
    {.key = "correction_twice",
     .rewriting = {.shape = "1 - H^t", .instead = "(1 - H^t)^2"},
     .everywhere = 1},
    {.key = "correction_early",
     .rewriting = {.shape = "H^t", .instead = "H^(t - 1)"},
     .everywhere = 1},
    {.key = "correction_late",
     .rewriting = {.shape = "H^t", .instead = "H^(t + 1)"},
     .everywhere = 1},
    /* the order of lines, and of operations */
    {.key = "sum_squared", .change = LAB_SUM_SQUARED},
    {.key = "memory_late", .change = LAB_SLOT_LATE},
    /* the run */
    {.key = "new_point", .change = LAB_NEW_POINT},
    {.key = "old_point", .change = LAB_OLD_POINT},
    {.key = "in_turn", .change = LAB_IN_TURN},
    {.key = "rate_early", .change = LAB_RATE_EARLY},
    {.key = "rate_late", .change = LAB_RATE_LATE},
};

enum { COUNT = sizeof lab_mistakes / sizeof *lab_mistakes };

const size_t lab_mistake_count = COUNT;

/* A name that the rule does not use. */
static const char *unused_name(const lab_program *rule) {
    static const char *const names[] = {"q", "r", "w", "z"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!memchr(rule->source, *names[i], rule->length)) return names[i];
    return NULL;
}

static int slot_count(const lab_program *rule) {
    int count = 0;
    for (int i = 0; i < rule->input_count; i++) count += rule->inputs[i].kind == LAB_SLOT;
    return count;
}

static size_t write_rule(char *out, const lab_program *rule, const lab_mistake *mistake,
                         unsigned place, const char *other) {
    if (mistake->everywhere && place) return 0;
    if (mistake->rewriting.shape) return lab_formula_rewrite(out, rule, &mistake->rewriting, place);
    if (mistake->change == LAB_SLOT_LATE) return lab_formula_delay(out, rule, place);
    if (mistake->change != LAB_SUM_SQUARED || !other) return 0;
    return lab_formula_square(out, rule, place, other);
}

lab_status lab_mistake_rule(lab_program *out, const lab_program *rule, size_t k, unsigned place) {
    char text[LAB_FORMULA_SOURCE];
    lab_names names;
    lab_formula_error error;
    if (k >= COUNT) return LAB_NO_SUCH_MISTAKE;
    const char *other = lab_mistakes[k].change == LAB_SUM_SQUARED ? unused_name(rule) : NULL;
    const size_t length = write_rule(text, rule, &lab_mistakes[k], place, other);
    lab_names_of_program(&names, rule);
    if (other && slot_count(rule) == LAB_MAX_SLOTS) return LAB_NO_SUCH_MISTAKE;
    if (other && names.count < LAB_FORMULA_INPUTS) {
        names.list[names.count].key = other;
        names.list[names.count].per_point = 0;
        names.list[names.count].init = NULL;
        names.list[names.count++].kind = LAB_SLOT;
    }
    if (!length || lab_formula_compile(out, &error, text, length, &names))
        return LAB_NO_SUCH_MISTAKE;
    for (int i = 0; i < rule->input_count; i++) out->inputs[i].init = rule->inputs[i].init;
    return LAB_OK;
}

lab_status lab_mistake_field(lab_program *out, const lab_program *field, size_t k, unsigned place) {
    lab_names names;
    lab_formula_error error;
    if (k >= COUNT || !lab_mistakes[k].slip) return LAB_NO_SUCH_MISTAKE;
    const lab_slip slip = lab_mistakes[k].slip;
    lab_names_of_program(&names, field);
    names.slip = slip;
    names.slip_at = place;
    if (lab_formula_compile(out, &error, field->source, field->length, &names))
        return LAB_NO_SUCH_MISTAKE;
    const int is_made =
        place ? out->slip_count > 1 && place <= out->slip_count : out->slip_count > 0;
    return is_made ? LAB_OK : LAB_NO_SUCH_MISTAKE;
}
