/* rounding.h: number formats that are narrower than a double, and rounding to them.
 *
 * A result of + - * / or sqrt that is rounded to a double first and to one of these then is rounded
 * as if once: a double has more than twice their digits. Numbers too large for a format become
 * infinite; where it has no infinity, its largest number, as PyTorch converts them (2.15) and OCP's
 * 8-bit formats do in saturating mode. */
#ifndef LAB_ROUNDING_H
#define LAB_ROUNDING_H

#include <stddef.h>
#include <stdint.h>

typedef enum lab_format {
    LAB_FLOAT64,
    LAB_FLOAT32,
    LAB_BFLOAT16,
    LAB_FLOAT16,
    LAB_E4M3, /* eight bits, without infinity: float8_e4m3fn */
    LAB_E5M2,
    LAB_FORMAT_COUNT
} lab_format;

typedef struct lab_format_info {
    const char *key;
    int digits;       /* binary ones of a number, the leading one included */
    int lowest;       /* exponent of the smallest number that has them all */
    double largest;   /* number */
    int has_infinity; /* 1: what is larger is infinite; 0: it is that number */
} lab_format_info;

extern const lab_format_info lab_formats[LAB_FORMAT_COUNT];

/* How the results of a program are rounded. All 0: they are doubles. */
typedef struct lab_rounding {
    lab_format format;
    int is_random; /* 1: up or down at random; 0: to the nearest, in a tie to the even one */
    uint32_t seed;
} lab_rounding;

/* To the nearest number of the format, in a tie to the even one; in place. */
void lab_round(double *values, size_t n, lab_format format);
/* Up or down at random, so that the mean is the value itself; a number of the format stays. What
 * decides is (seed, step, the value's bits) and nothing else, so that a worked step shows what the
 * run did. */
void lab_round_at_random(double *values, size_t n, lab_format format, uint32_t seed, uint32_t step);

#endif
