/* status.h: why a function of the core refused a call, with a sentence for each reason. */
#ifndef LAB_STATUS_H
#define LAB_STATUS_H

typedef enum lab_status {
    LAB_OK,
    LAB_UNKNOWN_UNIT,   /* no unit with that index in its family */
    LAB_UNKNOWN_FAMILY, /* no family with that number, or none that takes a user's text */
    LAB_NO_SUCH_FACT,   /* no fact with that number, or the unit's record leaves it out */
    LAB_TOO_MANY_STEPS,
    LAB_TOO_LONG,        /* a series, a data set or a batch */
    LAB_BAD_FORMULA,     /* lab_formula_error says where and why */
    LAB_NO_SUCH_MISTAKE, /* nothing in the rule or the landscape has its shape */
    LAB_STATUS_COUNT
} lab_status;

/* The sentence of a status, in English, without a full stop. Never NULL. */
const char *lab_status_sentence(lab_status status);

#endif
