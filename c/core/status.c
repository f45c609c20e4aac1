#include "status.h"

const char *lab_status_sentence(lab_status status) {
    static const char *const sentences[LAB_STATUS_COUNT] = {
        [LAB_OK] = "done",
        [LAB_UNKNOWN_UNIT] = "there is no unit with that index",
        [LAB_UNKNOWN_FAMILY] = "there is no such family of units",
        [LAB_NO_SUCH_FACT] = "the unit's record has no such formula",
        [LAB_TOO_MANY_STEPS] = "a run takes at most 100000 steps",
        [LAB_TOO_LONG] = "a series or a batch is longer than the core takes",
        [LAB_BAD_FORMULA] = "the formula is not in the formula language",
        [LAB_NO_SUCH_MISTAKE] = "nothing in the rule or the landscape has the shape of the mistake",
    };
    return (unsigned)status < LAB_STATUS_COUNT ? sentences[status] : "unknown status";
}
