/* lenient.h: what people type, read as the strict grammar writes it. Private to the formula
 * module. */
#ifndef LAB_LENIENT_H
#define LAB_LENIENT_H

#include "machine.h"

enum { LAB_SPELLED = 2 * LAB_FORMULA_SOURCE };

/* ---- Characters (spell.c) -------------------------------------------------------------------- */

/* A text in ASCII: letters of other alphabets and signs of typesetting have become names and
 * operators. */
typedef struct lab_spelled {
    size_t length;
    char text[LAB_SPELLED + 1];   /* a 0 ends it */
    uint16_t at[LAB_SPELLED + 1]; /* where in the source each character, and the end, comes from */
} lab_spelled;

/* Returns 0 where there is no room, or a character of which nobody knows what it means. */
int lab_spell(lab_spelled *out, const char *source, size_t length, lab_formula_mode mode);

/* ---- The pass over a text (lenient.c) -------------------------------------------------------- */

/* What ends an expression. */
typedef enum lab_closer { CLOSE_LINE, CLOSE_GROUP, CLOSE_CALL, CLOSE_BAR } lab_closer;

/* What kind of value was read last: in the strict grammar only a number may stand before a name
 * without an operator between them. */
typedef enum lab_value_kind { VALUE_NUMBER, VALUE_NAME, VALUE_OTHER } lab_value_kind;

typedef struct lab_reader {
    lab_spelled in;
    const lab_names *names;
    lab_formula_error *error;
    const char *source;
    size_t source_length;
    const char *next; /* in `in.text` */
    char *out;
    size_t length; /* of what is written */
    int failed, depth;
    lab_closer closer;
    char open; /* '/' or '^', if a product without a sign after it would be in doubt; or 0 */
    const char *open_at;
    unsigned families; /* kinds of variables that were met, one bit each */
    int is_first_met, is_second_met;
    int argument_count; /* those that the heading f(u, v) = names */
    struct {
        const char *text;
        size_t length;
    } arguments[2];
} lab_reader;

/* (typed.c) The text as the strict grammar writes it, of at most LAB_FORMULA_SOURCE characters; 0
 * where its meaning is not beyond doubt: the error then says what to write, if it is known. */
size_t lab_read_leniently(char *out, lab_formula_error *error, const char *source, size_t length,
                          const lab_names *names);

void lab_reader_fail(lab_reader *reader);
/* Fails, and says what to write in place of the text `from` ... `to`. */
void lab_reader_doubt(lab_reader *reader, const char *from, const char *to, const char *write);
void lab_reader_put(lab_reader *reader, const char *text, size_t length);
/* Puts a text that a 0 ends. */
void lab_reader_write(lab_reader *reader, const char *text);
/* Parentheses around what is written from there on. */
void lab_reader_enclose(lab_reader *reader, size_t from);
/* Steps over blanks; returns whether there were any. */
int lab_reader_blanks(lab_reader *reader);
/* Letters, digits and underscores from there on. */
size_t lab_word_length(const char *text);
/* Whether a text is one number, name, call or group. */
int lab_is_single(const char *text, size_t length);
/* Whether what stands next ends the expression. */
int lab_reader_at_end(const lab_reader *reader);
/* Reads up to what ends it, which stays. */
void lab_read_expression(lab_reader *reader, lab_closer closer);
/* Reads a call's argument and the character behind it: whether that is `end`. */
int lab_read_argument(lab_reader *reader, char end);

/* ---- Names (familiar.c, variables.c) --------------------------------------------------------- */

const char *lab_behind_blanks(const char *text);
/* Reads a name and, of a function, its arguments. */
lab_value_kind lab_read_name(lab_reader *reader);
/* Whether a function's name begins there. */
int lab_starts_function(const char *text);
/* Whether some function has that name, in any spelling. */
int lab_is_function_name(const char *text, size_t length);

typedef struct lab_variable {
    int place; /* 1: x, 2: y, 0: none */
    unsigned family;
} lab_variable;

/* What an own f means by a name. */
lab_variable lab_find_variable(const lab_reader *reader, const char *text, size_t length);
/* Writes it as x or y. */
void lab_put_variable(lab_reader *reader, lab_variable variable);
/* Reads `f(u, v) =` or `y =`. */
void lab_read_heading(lab_reader *reader);
/* Whether the variables that were met fit together. */
int lab_variables_fit(const lab_reader *reader);

#endif
