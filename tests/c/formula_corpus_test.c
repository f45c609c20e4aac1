/* Replays the fuzzer's corpus: every text ends in a program or in an error, with nothing for the
 * sanitizers to say. */
#define _POSIX_C_SOURCE 200809L

#include "check.h"
#include "fuzz/formula_fuzz.c"

#include <dirent.h>

static const char folder[] = "tests/c/fuzz/corpus";

static void replay(const char *name) {
    char path[512];
    uint8_t data[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!CHECK(file, "%s cannot be opened", path)) return;
    const size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    CHECK(!LLVMFuzzerTestOneInput(data, size), "%s", path);
}

static void corpus(void) {
    DIR *list = opendir(folder);
    if (!CHECK(list, "%s cannot be read from here", folder)) return;
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(list));)
        if (entry->d_name[0] != '.') replay(entry->d_name), count++;
    closedir(list);
    CHECK(count >= 20, "the corpus has only %d texts", count);
}

int main(void) {
    return RUN_TESTS({"the fuzzer's texts end in a program or in an error", corpus});
}
