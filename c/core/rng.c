/* Philox4x32-10 — Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC
 * 2011. A function of (counter, key) and nothing else: a link replays exactly, and all optimizers
 * of a comparison get the same noise at the same step. Not for cryptography. */
#include "lab.h"

#include <math.h>

static void round_words(uint32_t c[4], uint32_t k0, uint32_t k1) {
    const uint64_t p0 = (uint64_t)0xD2511F53u * c[0], p1 = (uint64_t)0xCD9E8D57u * c[2];
    const uint32_t c1 = c[1], c3 = c[3];
    c[0] = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c[1] = (uint32_t)p1;
    c[2] = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c[3] = (uint32_t)p0;
}

void lab_philox(uint32_t out[4], const uint32_t counter[4], const uint32_t key[2]) {
    for (int i = 0; i < 4; i++) out[i] = counter[i];
    for (uint32_t r = 0; r < 10; r++)
        round_words(out, key[0] + r * 0x9E3779B9u, key[1] + r * 0xBB67AE85u);
}

/* 53 random bits in (0, 1]: never 0, so that its logarithm is finite. */
static double uniform(uint32_t high, uint32_t low) {
    const uint64_t bits = ((uint64_t)high << 21) ^ ((uint64_t)low >> 11);
    return ((double)bits + 1) / 9007199254740992.0;
}

void lab_normal(double out[2], uint32_t seed, uint32_t step, uint32_t lane) {
    uint32_t word[4];
    lab_philox(word, (const uint32_t[4]){step, lane, 0, 0}, (const uint32_t[2]){seed, 0});
    const double radius = sqrt(-2 * log(uniform(word[0], word[1])));
    const double angle = 6.283185307179586 * uniform(word[2], word[3]);
    out[0] = radius * cos(angle);
    out[1] = radius * sin(angle);
}
