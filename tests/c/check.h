/* check.h: the C tests' harness. A test file writes functions that CHECK, one table of them, and
 * main:
 *
 *     static void adds(void) { CHECK(1 + 1 == 2, "1 + 1 = %d", 1 + 1); }
 *     int main(void) { return RUN_TESTS({"one and one are two", adds}); }
 *
 * A test's name is the sentence that is false when it fails. The last line printed is "N passed,
 * N failed"; the exit code is 0 only if none failed and at least one ran. A test that checked
 * nothing fails. NaN fails every comparison: write CHECK(error <= bound, ...), never
 * CHECK(!(error > bound), ...).
 *
 * Not here: set-up and tear-down, isolation between tests (a crash ends the program, and so the
 * run). */
#ifndef CHECK_H
#define CHECK_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

enum { CHECK_SHOWN = 10 }; /* failures printed per test; the rest are counted */

typedef struct check_test {
    const char *name;
    void (*run)(void);
} check_test;

static unsigned long check_count, check_failures; /* of the running test */

/* Counts one check; on failure prints the place, the expression and, by the format, the values. */
#define CHECK(condition, ...) \
    check_that((condition) ? 1 : 0, #condition, __FILE__, __LINE__, __VA_ARGS__)

__attribute__((format(printf, 5, 6))) static inline int
check_that(int holds, const char *expression, const char *file, int line, const char *format, ...) {
    check_count++;
    if (holds || check_failures++ >= CHECK_SHOWN) return holds;
    va_list values;
    va_start(values, format);
    printf("    %s:%d: %s: ", file, line, expression);
    vprintf(format, values);
    putchar('\n');
    va_end(values);
    return 0;
}

#define RUN_TESTS(...)                           \
    check_run((const check_test[]){__VA_ARGS__}, \
              sizeof((const check_test[]){__VA_ARGS__}) / sizeof(check_test))

static inline int check_run(const check_test *tests, size_t count) {
    unsigned passed = 0, failed = 0;
    for (const check_test *test = tests; test < tests + count; test++) {
        check_count = check_failures = 0;
        test->run();
        const int holds = check_count && !check_failures;
        printf("%s %s (%lu checks", holds ? "ok  " : "FAIL", test->name, check_count);
        if (check_failures) printf(", %lu failed", check_failures);
        puts(")");
        fflush(stdout);
        *(holds ? &passed : &failed) += 1;
    }
    printf("%u passed, %u failed\n", passed, failed);
    return failed || !passed;
}

#endif
