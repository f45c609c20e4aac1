/* decimal.c: decimal text to the nearest double, ties to even. strtod does the same, but brings in
 * the arithmetic of long double, which is more code than the rest of the formula language.
 *
 * digits * 10^e is made a whole number times a power of two, in a fixed number of 32-bit words; a
 * `sticky` bit says whether anything was cut off below. Exact for up to DIGITS significant digits;
 * later ones count as sticky. */
#include "machine.h"

#include <math.h>

enum {
    DIGITS = 40,    /* 133 bits */
    LOWEST = -380,  /* 10^40 * 10^-380 is below half of the smallest double */
    HIGHEST = 310,  /* 1 * 10^310 is above the largest */
    WORDS = 48,     /* DIGITS + 10^HIGHEST: 1163 bits; DIGITS + SHIFT: 1509 */
    SHIFT = 43 * 32 /* 10^380 is 1263 bits: leaves at least 113 of the quotient */
};

typedef struct whole {
    uint32_t words[WORDS]; /* the lowest first */
    int sticky;
} whole;

static void times_plus(whole *w, uint32_t factor, uint32_t carry) {
    uint64_t sum = carry;
    for (int i = 0; i < WORDS; i++) {
        sum += (uint64_t)w->words[i] * factor;
        w->words[i] = (uint32_t)sum;
        sum >>= 32;
    }
}

static void over_ten(whole *w) {
    uint64_t rest = 0;
    for (int i = WORDS; i-- > 0;) {
        rest = rest << 32 | w->words[i];
        w->words[i] = (uint32_t)(rest / 10);
        rest %= 10;
    }
    w->sticky |= rest != 0;
}

static void shift_up(whole *w) {
    for (int i = WORDS; i-- > 0;) w->words[i] = i < SHIFT / 32 ? 0 : w->words[i - SHIFT / 32];
}

/* The double nearest to w * 2^-shift. */
static double rounded(const whole *w, int shift) {
    int top = WORDS * 32 - 1, sticky = w->sticky;
    while (top >= 0 && !(w->words[top / 32] >> top % 32 & 1)) top--;
    if (top < 0) return 0;
    /* The lowest bit that fits: 53 bits, and none below 2^-1074. */
    int low = top - 52;
    if (low - shift < -1074) low = shift - 1074;
    uint64_t kept = 0;
    for (int i = top; i >= low; i--)
        kept = kept << 1 | (i < 0 ? 0 : w->words[i / 32] >> i % 32 & 1);
    const int half =
        low > 0 && (low - 1) / 32 < WORDS && (w->words[(low - 1) / 32] >> (low - 1) % 32 & 1);
    for (int i = 0; i < low - 1 && i < WORDS * 32; i++) sticky |= w->words[i / 32] >> i % 32 & 1;
    if (half && (sticky || (kept & 1))) kept++;
    return ldexp((double)kept, low - shift);
}

/* The digits, as a whole number; the power of ten that is missing is added to *exponent. */
static const char *digits(whole *w, int *exponent, const char *at, const char *end) {
    int taken = 0, point = 0;
    for (; at < end; at++) {
        if (*at == '.') {
            point = 1;
            continue;
        }
        if (*at < '0' || *at > '9') break;
        const uint32_t digit = (uint32_t)(*at - '0');
        if (taken < DIGITS) {
            times_plus(w, 10, digit);
            taken += taken || digit; /* leading zeros are not significant */
            *exponent -= point;
        } else {
            w->sticky |= digit != 0;
            *exponent += !point;
        }
    }
    return at;
}

double lab_decimal(const char *text, size_t length) {
    if (length == 2 && text[0] == '\xc2') return text[1] == '\xb2' ? 2 : 3; /* ² ³ */
    if (length == 1) return *text - '0'; /* most numbers of rules, read many times over */
    whole w = {.sticky = 0};
    int exponent = 0, written = 0, shift = 0;
    const char *end = text + length, *at = digits(&w, &exponent, text, end);
    if (at < end) {
        const int negative = at[1] == '-';
        for (at += 1 + (at[1] == '-' || at[1] == '+'); at < end; at++)
            if (written < 10000) written = 10 * written + (*at - '0');
        exponent += negative ? -written : written;
    }
    int nonzero = 0;
    for (int i = 0; i < WORDS; i++) nonzero |= w.words[i] != 0;
    if (!nonzero || exponent < LOWEST) return 0;
    if (exponent > HIGHEST) return INFINITY;
    if (exponent < 0) {
        shift = SHIFT;
        shift_up(&w);
    }
    for (; exponent > 0; exponent--) times_plus(&w, 10, 0);
    for (; exponent < 0; exponent++) over_ten(&w);
    return rounded(&w, shift);
}
