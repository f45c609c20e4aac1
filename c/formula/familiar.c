/* familiar.c: functions and products as books and other programs write them: xsin(x), ln x,
 * sin^2(x), pow(x, 2), log_2(x), arctan(x). */
#include "lenient.h"

#include <string.h>

static void lower(char *out, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        const char c = text[i];
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    out[length] = 0;
}

const char *lab_behind_blanks(const char *text) {
    return text + strspn(text, " \t\r\n");
}

/* ---- Functions ------------------------------------------------------------------------------- */

static lab_op find_function(const char *text, size_t length) {
    static const struct {
        char other[8];
        lab_op op;
    } others[] = {{"arcsin", OP_ASIN}, {"arccos", OP_ACOS}, {"arctan", OP_ATAN}, {"tg", OP_TAN},
                  {"arctg", OP_ATAN},  {"sgn", OP_SIGN},    {"ln", OP_LOG}};
    char name[LAB_FORMULA_NAME];
    if (length >= sizeof name) return OP_NAME;
    lower(name, text, length);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (lab_same(name, length, others[i].other)) return others[i].op;
    return lab_function(name, length);
}

/* The base of log2, log_2, log_10, …: its digits, or NULL. */
static const char *find_base(const char *text, size_t length) {
    if (length < 4 || strncmp(text, "log", 3)) return NULL;
    const char *base = text + 3 + (text[3] == '_');
    const size_t digits = strspn(base, "0123456789");
    return digits && digits < 4 && base + digits == text + length && *base > '0' ? base : NULL;
}

int lab_is_function_name(const char *text, size_t length) {
    return find_function(text, length) != OP_NAME;
}

int lab_starts_function(const char *text) {
    const size_t length = lab_word_length(text);
    return find_function(text, length) != OP_NAME || find_base(text, length) ||
           lab_same(text, length, "pow");
}

/* ln x, sin x, √2: of one name or number, and only where it is plain how far the function
 * reaches. */
static void read_bare_argument(lab_reader *r, const char *from, const char *name) {
    const char *start = r->next;
    const size_t length = lab_word_length(start), digits = strspn(start, "0123456789.");
    const lab_variable found = lab_find_variable(r, start, length);
    double value;
    lab_reader_write(r, "(");
    if (found.place)
        lab_put_variable(r, found);
    else if (lab_constant(&value, start, length) || (digits && digits >= length) ||
             (r->names->mode == LAB_RULE && length && !digits && !lab_starts_function(start)))
        lab_reader_put(r, start, digits > length ? digits : length);
    else
        digits ? lab_reader_doubt(r, from, start + length, name) : lab_reader_fail(r);
    if (r->failed) return;
    r->next += digits > length ? digits : length;
    lab_reader_write(r, ")");
    const char *behind = lab_behind_blanks(r->next);
    if (!*behind || strchr(")|,+-;<>=!\n", *behind) || lab_starts_function(behind)) return;
    lab_reader_doubt(r, from, r->next, name);
}

/* sin^2: the digits of the power, and how many; sin^-1 is arcsin to some and 1/sin to others. */
static size_t read_function_power(lab_reader *r, const char *from, const char *name,
                                  const char **power) {
    if (*r->next != '^') return 0;
    *power = lab_behind_blanks(r->next + 1);
    const size_t digits = strspn(*power, "0123456789");
    if (digits) {
        r->next = *power + digits;
        return digits;
    }
    char write[LAB_FORMULA_EXPECTED] = "1/";
    strcat(strcat(write, name), "(…)");
    if (lab_same(name, 3, "sin") || lab_same(name, 3, "cos") || lab_same(name, 3, "tan"))
        strcat(strcat(strcat(write, ", a"), name), "(…)");
    if (**power == '-' || **power == '(')
        lab_reader_doubt(r, from, *power, write);
    else
        lab_reader_fail(r);
    return 0;
}

/* A function whose name has `length` characters. */
static void read_function(lab_reader *r, size_t length, lab_op op) {
    const char *from = r->next, *name = lab_ops[op].name, *power = NULL;
    const int is_elementwise = op < OP_REDUCTIONS && lab_ops[op].arity == 1;
    char write[LAB_FORMULA_EXPECTED] = "";
    strcat(strcat(write, name), "(…)");
    r->next = lab_behind_blanks(from + length);
    const size_t digits = is_elementwise ? read_function_power(r, from, name, &power) : 0;
    r->next = lab_behind_blanks(r->next);
    lab_reader_write(r, name);
    if (*r->next == '(') {
        r->next++;
        lab_reader_write(r, "(");
        while (lab_read_argument(r, ',')) lab_reader_write(r, ", ");
        if (*r->next == ')') {
            r->next++;
            lab_reader_write(r, ")");
        } else {
            lab_reader_fail(r);
        }
    } else if (is_elementwise) {
        read_bare_argument(r, from, write);
    } else {
        lab_reader_fail(r);
    }
    if (!digits) return;
    lab_reader_write(r, "^");
    lab_reader_put(r, power, digits);
    if (*lab_behind_blanks(r->next) == '^') lab_reader_fail(r);
}

/* log_2(x): log(x)/log(2). */
static void read_logarithm(lab_reader *r, size_t length, const char *base) {
    const size_t digits = strspn(base, "0123456789");
    if (lab_same(base, digits, "10")) {
        read_function(r, length, OP_LOG10);
        return;
    }
    if (*lab_behind_blanks(r->next + length) == '^') lab_reader_fail(r);
    lab_reader_write(r, "(");
    read_function(r, length, OP_LOG);
    lab_reader_write(r, "/log(");
    lab_reader_put(r, base, digits);
    lab_reader_write(r, "))");
}

/* pow(a, b): a^b. */
static void read_pow(lab_reader *r) {
    const size_t from = r->length;
    r->next = lab_behind_blanks(r->next + 3) + 1;
    r->next = lab_behind_blanks(r->next);
    if (!lab_read_argument(r, ',')) lab_reader_fail(r);
    if (r->failed) return;
    if (!lab_is_single(r->out + from, r->length - from)) lab_reader_enclose(r, from);
    lab_reader_write(r, "^");
    const size_t exponent = r->length;
    r->next = lab_behind_blanks(r->next);
    if (!lab_read_argument(r, ')')) lab_reader_fail(r);
    if (r->failed) return;
    if (!lab_is_single(r->out + exponent, r->length - exponent)) lab_reader_enclose(r, exponent);
    if (*lab_behind_blanks(r->next) == '^') lab_reader_enclose(r, from);
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* Whether a part of a glued name may be a function: only the last part may, and what follows is its
 * argument. */
static int is_function_part(const lab_reader *r, const char *text, size_t length, size_t rest) {
    const lab_op op = find_function(text, length);
    if (op == OP_NAME || op >= OP_REDUCTIONS) return 0;
    const char behind = *lab_behind_blanks(text + length);
    if (!rest) return behind == '(' || (behind == '^' && lab_ops[op].arity == 1);
    return lab_ops[op].arity == 1 && lab_find_variable(r, text + length, rest).place;
}

static int is_factor(const lab_reader *r, const char *text, size_t length, size_t rest) {
    if (lab_find_variable(r, text, length).place || lab_same(text, length, "pi")) return 1;
    return !rest && lab_same(text, length, "e") && *lab_behind_blanks(text + length) == '^';
}

/* xsin, xy, 2pix: the lengths of the parts, none longer than needed; returns how many, 0 for
 * none. */
static int split(const lab_reader *r, const char *text, size_t length, unsigned char *parts,
                 int count) {
    if (!length) return count;
    for (size_t n = length; n > 0; n--) {
        parts[count] = (unsigned char)n;
        if (is_function_part(r, text, n, length - n)) return count + 1;
        if (!is_factor(r, text, n, length - n)) continue;
        const int all = split(r, text + n, length - n, parts, count + 1);
        if (all) return all;
    }
    return 0;
}

static lab_value_kind read_glued(lab_reader *r, size_t length) {
    unsigned char parts[LAB_FORMULA_NAME];
    const char *end = r->next + length;
    const int count = length < LAB_FORMULA_NAME ? split(r, r->next, length, parts, 0) : 0;
    if (!count) lab_reader_fail(r);
    if (count > 1 && r->open)
        lab_reader_doubt(r, r->open_at, end, r->open == '/' ? "/(…)" : "^(…)");
    for (int i = 0; i < count && !r->failed; i++) {
        const lab_op op = find_function(r->next, parts[i]);
        if (i) lab_reader_write(r, "*");
        if (op != OP_NAME) {
            read_function(r, parts[i], op);
            return VALUE_OTHER;
        }
        const lab_variable found = lab_find_variable(r, r->next, parts[i]);
        if (found.place)
            lab_put_variable(r, found);
        else
            lab_reader_put(r, r->next, parts[i]);
        r->next += parts[i];
    }
    return VALUE_NAME;
}

static int is_listed(const lab_names *names, const char *text, size_t length) {
    for (int i = 0; i < names->count; i++)
        if (lab_same(text, length, names->list[i].key)) return 1;
    return lab_find_word(names, text, length) != NULL;
}

lab_value_kind lab_read_name(lab_reader *r) {
    const char *text = r->next, *base;
    const size_t length = lab_word_length(text);
    const int is_rule = r->names->mode == LAB_RULE,
              is_called = *lab_behind_blanks(text + length) == '(';
    const lab_op op = find_function(text, length);
    const int is_reduction = op >= OP_REDUCTIONS && op < OP_TREE_COUNT;
    const lab_variable found = lab_find_variable(r, text, length);
    double value;
    if (found.place) {
        lab_put_variable(r, found);
    } else if (op != OP_NAME && !is_reduction &&
               (is_called || !is_rule || lab_function(text, length) == op)) {
        read_function(r, length, op);
        return VALUE_OTHER;
    } else if (is_reduction && is_called && is_rule) {
        read_function(r, length, op);
        return VALUE_OTHER;
    } else if ((base = find_base(text, length)) && (is_called || !is_rule)) {
        read_logarithm(r, length, base);
        return VALUE_OTHER;
    } else if (is_called && lab_same(text, length, "pow")) {
        read_pow(r);
        return VALUE_OTHER;
    } else if (!is_rule && (lab_same(text, length, "Pi") || lab_same(text, length, "PI"))) {
        lab_reader_write(r, "pi");
    } else if ((is_listed(r->names, text, length) && !r->argument_count) ||
               lab_constant(&value, text, length) || (is_rule && !is_called)) {
        lab_reader_put(r, text, length);
    } else {
        return read_glued(r, length);
    }
    r->next = text + length;
    return VALUE_NAME;
}
