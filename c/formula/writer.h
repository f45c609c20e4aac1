/* writer.h: JSON into a buffer that may be too small: what fits is written, all of it is counted.
 * Private to ast.c and graph.c. */
#ifndef LAB_WRITER_H
#define LAB_WRITER_H

#include "machine.h"

typedef struct lab_writer {
    char *out;
    size_t capacity, length;
} lab_writer;

void lab_put(lab_writer *writer, char c);
void lab_put_text(lab_writer *writer, const char *text);
/* Between quotes. What a formula can hold there needs no escape: names, digits, operators. */
void lab_put_quoted(lab_writer *writer, const char *text, size_t length);
void lab_put_number(lab_writer *writer, unsigned value);

#endif
