/* params.h: the parameters of a unit, and the ones that many units share.
 *
 * A list of parameters ends at the first entry without a key, so nobody counts it:
 *
 *     .hypers = {LAB_LEARNING_RATE(0.1), LAB_BETA1(0.9), LAB_EPSILON(1e-8)},
 *
 * A field that is left out is 0: min = 0, preset = 0, a linear scale, and a slider over the whole
 * range. */
#ifndef LAB_PARAMS_H
#define LAB_PARAMS_H

enum { LAB_MAX_PARAMS = 8 }; /* parameters of one unit, the learning rate included */

/* How a control moves from min to max. */
typedef enum lab_scale { LAB_LINEAR, LAB_LOG, LAB_INTEGER, LAB_SWITCH } lab_scale;

/* One parameter of a unit. */
typedef struct lab_param {
    /* The word in formulas, links, translations and the API. NULL: the list ends here. */
    const char *key;
    /* As a textbook prints it; NULL: the key itself. */
    const char *symbol;
    /* English; translations are in web/i18n under the key. */
    const char *label;
    /* The range that is allowed, both ends included, and the default. */
    double min, max, preset;
    lab_scale scale;
    /* The part of the range that a slider covers; 0, 0: all of it. */
    double from, to;
    /* The version of links that this parameter of a schedule came with; 0: the first. The keys of
     * the first version are kept from own rules. Later ones are not: rules of old links may have
     * parameters of that name. */
    int since;
} lab_param;

int lab_param_count(const lab_param *params);

/* ---- The learning rate: hyper number 0 of every optimizer ------------------------------------ */

#define LAB_LEARNING_RATE(value) LAB_LEARNING_RATE_AS("η", value)
#define LAB_LEARNING_RATE_AS(sign, value)                                                \
    {                                                                                    \
        .key = "lr", .symbol = sign, .label = "learning rate", .min = 1e-8, .max = 1000, \
        .preset = value, .scale = LAB_LOG, .from = 1e-3, .to = 2                         \
    }

/* Of a line search: the first length that it tries. */
#define LAB_FIRST_TRY(value)                                                               \
    {                                                                                      \
        .key = "lr", .symbol = "η", .label = "first step tried", .min = 1e-8, .max = 1000, \
        .preset = value, .scale = LAB_LOG, .from = 1e-3, .to = 2                           \
    }
/* By how much f must fall, as a part of what the slope promises. */
#define LAB_ARMIJO                                                                             \
    {                                                                                          \
        .key = "c", .label = "decrease asked for", .min = 1e-8, .max = 0.9999, .preset = 1e-4, \
        .scale = LAB_LOG                                                                       \
    }

/* ---- Hypers of many optimizers --------------------------------------------------------------- */

/* The factor from 0 to 1 that multiplies a velocity or a buffer each step: momentum, μ. */
#define LAB_MOMENTUM(word, sign, value) \
    { .key = word, .symbol = sign, .label = "momentum", .max = 1, .preset = value }

/* The factor below 1 by which an average forgets. LAB_BETA2 may be closer to 1. */
#define LAB_DECAY(word, sign, text, value) \
    { .key = word, .symbol = sign, .label = text, .max = 0.99999, .preset = value }
#define LAB_BETA1(value) LAB_DECAY("beta1", "β_1", "decay of the first moment", value)
#define LAB_BETA2(value)                                                                         \
    {                                                                                            \
        .key = "beta2", .symbol = "β_2", .label = "decay of the second moment", .max = 0.999999, \
        .preset = value                                                                          \
    }

/* The small constant that keeps a denominator away from 0. */
#define LAB_EPSILON(value)                                                              \
    {                                                                                   \
        .key = "eps", .symbol = "ε", .label = "small constant", .min = 1e-16, .max = 1, \
        .preset = value, .scale = LAB_LOG, .from = 1e-10, .to = 1e-1                    \
    }

/* The factor of weight decay, for rules whose definition includes it. */
#define LAB_WEIGHT_DECAY(value)                                                                   \
    {                                                                                             \
        .key = "weight_decay", .symbol = "λ", .label = "weight decay", .max = 1, .preset = value, \
        .from = 0, .to = 0.1                                                                      \
    }

/* The initial value of a sum of squares, at least 0. A slot names it in `init`. */
#define LAB_INITIAL_SUM(word, sign, value)                                                 \
    {                                                                                      \
        .key = word, .symbol = sign, .label = "initial sum", .max = 1000, .preset = value, \
        .from = 0, .to = 1                                                                 \
    }

/* ---- Parameters of other units --------------------------------------------------------------- */

/* On or off: the formula reads 1 or 0. */
#define LAB_ON_OFF(word, sign, text, value) \
    { .key = word, .symbol = sign, .label = text, .max = 1, .preset = value, .scale = LAB_SWITCH }

/* A number of steps, from 1 up; its slider goes to 100. */
#define LAB_STEP_COUNT(word, sign, text, value)                                               \
    {                                                                                         \
        .key = word, .symbol = sign, .label = text, .min = 1, .max = 100000, .preset = value, \
        .scale = LAB_INTEGER, .from = 1, .to = 100                                            \
    }

/* The time constant of a decay, in steps: any positive number. */
#define LAB_DECAY_STEPS(value)                                                          \
    {                                                                                   \
        .key = "every", .symbol = "k", .label = "decay steps", .min = 1e-6, .max = 1e9, \
        .preset = value, .from = 1, .to = 101                                           \
    }

/* One cycle: the part of all steps in which the rate rises, and what η0 is divided by at the start
 * and, once more, at the end. */
#define LAB_RISING_PART(value, most) \
    { .key = "pct_start", .symbol = "p", .label = "part that rises", .max = most, .preset = value }
#define LAB_DIVISOR(word, sign, text, value, most, shown)                                   \
    {                                                                                       \
        .key = word, .symbol = sign, .label = text, .min = 1, .max = most, .preset = value, \
        .scale = LAB_LOG, .from = 1, .to = shown                                            \
    }
#define LAB_FIRST_DIVISOR(value) \
    LAB_DIVISOR("div_factor", "d", "divisor at the start", value, 1e6, 100)
#define LAB_LAST_DIVISOR(value) \
    LAB_DIVISOR("final_div_factor", "d_end", "divisor at the end", value, 1e9, 1e5)

/* The rate that a schedule goes down to. */
#define LAB_LOWEST_RATE(word) \
    { .key = word, .symbol = "η_min", .label = "lowest rate", .max = 1000, .from = 0, .to = 0.1 }

#endif
