/* status.h: how a function of the core says that it could not do what it was asked, with one sentence each. */
#ifndef LAB_STATUS_H
#define LAB_STATUS_H

typedef enum lab_status {
    LAB_OK,
    LAB_UNKNOWN_UNIT,
    LAB_UNKNOWN_FAMILY,
    LAB_NO_SUCH_FACT,
    LAB_TOO_MANY_STEPS,
    LAB_TOO_LONG,
    LAB_NO_ROOM,
    LAB_BAD_FORMULA,
    LAB_STATUS_COUNT
} lab_status;

/* The sentence of a status, in English, without a full stop. Never NULL. */
const char *lab_status_sentence(lab_status status);

#endif
