/* exp_table.c: the table of musl's exp, computed when the module starts instead of carried along: 2
 * KB of random bytes that gzip cannot shorten. The numbers are those of musl's exp_data.c, bit for
 * bit (tests/c/exp_table_test.c): exp, pow, sinh, tanh and so on keep their digits.
 *
 *     2^(k/128) = H (1 + T): tab[2k] holds the bits of T, tab[2k + 1] those of H, less k << 45
 *
 * The powers are fixed-point numbers of 128 bits, made one from the other. The linker takes this
 * symbol instead of the one in musl's library. */
#include <stdint.h>
#include <string.h>

enum { COUNT = 128, WORDS = 4 };

/* 2^(1/128) - 1, as 128 bits after the point, the highest word first. */
static const uint32_t ratio[WORDS] = {0x0163da9f, 0xb33356d8, 0x4a66ae33, 0x6dcdfa40};

/* The fields of musl's struct exp_data, with its coefficients. */
struct lab_exp_data {
    double inv_ln2, shift, minus_ln2_high, minus_ln2_low, poly[4], exp2_shift, exp2_poly[5];
    uint64_t tab[2 * COUNT];
} __exp_data = {
    .inv_ln2 = 0x1.71547652b82fep0 * COUNT,
    .shift = 0x1.8p52,
    .minus_ln2_high = -0x1.62e42fefa0000p-8,
    .minus_ln2_low = -0x1.cf79abc9e3b3ap-47,
    .poly = {0x1.ffffffffffdbdp-2, 0x1.555555555543cp-3, 0x1.55555cf172b91p-5,
             0x1.1111167a4d017p-7},
    .exp2_shift = 0x1.8p52 / COUNT,
    .exp2_poly = {0x1.62e42fefa39efp-1, 0x1.ebfbdff82c424p-3, 0x1.c6b08d70cf4b5p-5,
                  0x1.3b2abd24650ccp-7, 0x1.5d7e09b4e3a84p-10},
};

/* v (1 + ratio), cut to 128 bits. */
static void go_on(uint32_t v[WORDS]) {
    uint32_t product[2 * WORDS] = {0};
    uint64_t carry = 0;
    for (int i = WORDS - 1; i >= 0; i--, carry = 0) {
        for (int j = WORDS - 1; j >= 0; j--, carry >>= 32) {
            carry += (uint64_t)v[i] * ratio[j] + product[i + j + 1];
            product[i + j + 1] = (uint32_t)carry;
        }
        product[i] = (uint32_t)carry;
    }
    for (int i = WORDS - 1; i >= 0; i--, carry >>= 32) {
        carry += (uint64_t)v[i] + product[i];
        v[i] = (uint32_t)carry;
    }
}

/* rest / (high 2^75), rounded to a double, by long division. rest: 75 bits, the highest word first,
 * not zero. */
static double quotient(const uint32_t rest[3], uint64_t high) {
    uint64_t remainder = 0, q = 0;
    double scale = 1;
    for (int i = 96 - 75; q < (uint64_t)1 << 53; i++) {
        const uint32_t word = i < 96 ? rest[i / 32] : 0;
        remainder = remainder << 1 | (word >> (31 - i % 32) & 1);
        q <<= 1;
        if (remainder >= high) remainder -= high, q |= 1;
        scale /= 2;
    }
    return (double)((q + 1) & ~(uint64_t)1) * scale;
}

__attribute__((constructor)) static void fill(void) {
    uint32_t v[WORDS] = {0x80000000}; /* half of the power */
    for (uint64_t k = 0; k < COUNT; k++, go_on(v)) {
        const uint32_t is_up = v[1] >> 10 & 1, flip = -is_up;
        const uint64_t high = ((uint64_t)v[0] << 21 | v[1] >> 11) + is_up;
        /* What H leaves: v - high 2^75, or minus that. Minus x is ~x + 1; the 1 is far below. */
        const uint32_t rest[3] = {(v[1] ^ flip) & 0x7ff, v[2] ^ flip, v[3] ^ flip};
        double tail = k ? quotient(rest, high) : 0;
        if (is_up) tail = -tail;
        memcpy(&__exp_data.tab[2 * k], &tail, sizeof tail);
        __exp_data.tab[2 * k + 1] = ((uint64_t)1022 << 52) + high - (k << 45);
    }
}
