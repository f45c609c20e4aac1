/* The table of exp is musl's. */
#include "../../c/abi/exp_table.c"
#include "check.h"

/* FNV-1a of the 256 words of musl 1.2.3's exp_data.c, lowest byte first, taken of its source. */
static const uint64_t MUSLS = 0x30250b75e556caa5;

static void test_words(void) {
    uint64_t hash = 0xcbf29ce484222325;
    for (int i = 0; i < 2 * COUNT; i++)
        for (int shift = 0; shift < 64; shift += 8)
            hash = (hash ^ (__exp_data.tab[i] >> shift & 255)) * 0x100000001b3;
    CHECK(hash == MUSLS, "%llx", (unsigned long long)hash);
}

static void test_first(void) {
    CHECK(__exp_data.tab[2] == 0x3c9b3b4f1a88bf6e && __exp_data.tab[3] == 0x3feff63da9fb3335,
          "%llx", (unsigned long long)__exp_data.tab[3]);
}

int main(void) {
    return RUN_TESTS({"the 256 words of the table are musl's", test_words},
                     {"and so are the first after 1, as its source writes them", test_first});
}
