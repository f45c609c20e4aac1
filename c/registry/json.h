/* json.h: what catalog.c, which alone includes it, writes JSON with. */
#ifndef LAB_JSON_H
#define LAB_JSON_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Written once a session: kept out of line, since inlining it would double the size of the core. */
#define COLD __attribute__((noinline, cold)) static

typedef struct writer {
    char *out;
    size_t capacity, length;
} writer;

COLD void put(writer *w, char c) {
    if (w->length < w->capacity) w->out[w->length] = c;
    w->length++;
}

COLD void raw(writer *w, const char *text) {
    while (*text) put(w, *text++);
}

/* A JSON string; NULL is null. Records hold no control characters but the newline. */
COLD void string(writer *w, const char *text) {
    if (!text) {
        raw(w, "null");
        return;
    }
    put(w, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') put(w, '\\');
        if (*text == '\n')
            raw(w, "\\n");
        else
            put(w, *text);
    }
    put(w, '"');
}

/* A double as "#" and the 16 hexadecimal digits of its bits: exact, and no printf in the core. */
COLD void number(writer *w, double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    raw(w, "\"#");
    for (int shift = 60; shift >= 0; shift -= 4) put(w, "0123456789abcdef"[bits >> shift & 15]);
    put(w, '"');
}

COLD void integer(writer *w, unsigned value) {
    if (value > 9) integer(w, value / 10);
    put(w, (char)('0' + value % 10));
}

COLD void name(writer *w, const char *key) {
    if (w->length && w->length <= w->capacity && w->out[w->length - 1] != '{') put(w, ',');
    string(w, key);
    put(w, ':');
}

COLD void text_of(writer *w, const char *key, const char *text) {
    name(w, key);
    string(w, text);
}

COLD void integer_of(writer *w, const char *key, int value) {
    name(w, key);
    integer(w, (unsigned)value);
}

COLD void number_of(writer *w, const char *key, double value) {
    name(w, key);
    number(w, value);
}

COLD void numbers(writer *w, const double *values, int count) {
    put(w, '[');
    for (int i = 0; i < count; i++) {
        if (i) put(w, ',');
        number(w, values[i]);
    }
    put(w, ']');
}

COLD void words(writer *w, const char *key, const char *const *list, size_t count) {
    name(w, key);
    put(w, '[');
    for (size_t i = 0; i < count; i++) {
        if (i) put(w, ',');
        string(w, list[i]);
    }
    put(w, ']');
}

#endif
