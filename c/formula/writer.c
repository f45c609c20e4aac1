/* writer.c: text into a buffer that may be too small. */
#include "writer.h"

void lab_put(lab_writer *w, char c) {
    if (w->length < w->capacity) w->out[w->length] = c;
    w->length++;
}

void lab_put_text(lab_writer *w, const char *text) {
    while (*text) lab_put(w, *text++);
}

void lab_put_quoted(lab_writer *w, const char *text, size_t length) {
    lab_put(w, '"');
    for (size_t i = 0; i < length; i++) lab_put(w, text[i]);
    lab_put(w, '"');
}

void lab_put_number(lab_writer *w, unsigned value) {
    if (value > 9) lab_put_number(w, value / 10);
    lab_put(w, (char)('0' + value % 10));
}
