/* units.h: the records that units fill in. A unit is one C file and one record: an objective (a
 * landscape), an optimizer (an update rule), a schedule (a learning rate over time) or a smoother
 * (a moving average). A field that is left out is 0 or NULL, and each comment says what that
 * means. */
#ifndef LAB_UNITS_H
#define LAB_UNITS_H

#include <stddef.h>

#include "params.h"

#define LAB_PI 3.14159265358979323846

enum {
    LAB_MAX_SLOTS = 8,   /* slots of one optimizer */
    LAB_MAX_MEMORY = 24, /* numbers that a method keeps besides */
    /* All that a rule or a method keeps of one point of two coordinates. */
    LAB_MAX_HELD = 2 * LAB_MAX_SLOTS + LAB_MAX_MEMORY,
    LAB_MAX_POINTS = 80, /* stationary points that `locate` may find */
    LAB_MAX_LISTED = 18, /* stationary points that a record may list */
    LAB_MAX_STARTS = 6,  /* suggested starting points of one objective */
    LAB_MAX_KINKS = 8,   /* places in 1D where the derivative, or the function, jumps */
    LAB_MAX_LINES = 4,   /* lines of one smoother's formula */
};

/* ---- Objectives ------------------------------------------------------------------------------ */

typedef enum lab_point_kind {
    LAB_MINIMUM, /* a local minimum that is not the lowest */
    LAB_GLOBAL_MINIMUM,
    LAB_MAXIMUM,
    LAB_SADDLE,
    LAB_INFLECTION, /* 1D: the slope is 0, but the function is monotonic there */
} lab_point_kind;

typedef struct lab_point {
    double x, y; /* y is 0 in 1D */
    lab_point_kind kind;
} lab_point;

/* One landscape f(x) or f(x, y). */
typedef struct lab_objective {
    const char *key, *name;
    /* In the formula language, of x, y and the parameters' keys. */
    const char *formula;
    /* ∂/∂x and ∂/∂y in the formula language, in the very order of operations in which `eval`
     * computes them. NULL: that order is the one of the formula's derivative. */
    const char *slope[2];
    /* One English sentence: what it is good for, the subgradient used, what is left out. */
    const char *note;
    /* Place in the menu. */
    int order;
    /* 1 or 2. */
    int dim;
    /* 1: the Hessian is the same everywhere, so the theory of quadratics applies. */
    int quadratic;
    /* 1: f has a lowest value in the whole plane, and `points` holds it. */
    int lowest_known;
    /* The range to show: x from, x to, y from, y to (y: 0, 0 in 1D). */
    double box[4];
    lab_param params[LAB_MAX_PARAMS];

    /* Suggested starting points; filled in by LAB_STARTS({x, y}, ...). */
    double starts[LAB_MAX_STARTS][2];
    int start_count;
    /* ALL stationary points inside the box, if they do not depend on the parameters;
     * LAB_POINTS({x, y, kind}, ...). */
    lab_point points[LAB_MAX_LISTED];
    int point_count;
    /* 1D: where f' (or f) jumps or does not exist; LAB_KINKS(x, ...). */
    double kinks[LAB_MAX_KINKS];
    int kink_count;

    /* Value and gradient at n points. f, gx, gy may be NULL; y and gy are ignored in 1D. */
    void (*eval)(size_t n, const double *restrict x, const double *restrict y, double *restrict f,
                 double *restrict gx, double *restrict gy, const double *restrict params);
    /* Second derivatives at n points; in 1D only hxx is written (hxy, hyy are ignored). */
    void (*hessian)(size_t n, const double *restrict x, const double *restrict y,
                    double *restrict hxx, double *restrict hxy, double *restrict hyy,
                    const double *restrict params);
    /* Instead of `points`, if they depend on the parameters or are too many to list: writes at most
     * LAB_MAX_POINTS and returns how many. NULL: `points` is used. */
    int (*locate)(lab_point *points, const double *params);
} lab_objective;

/* Lists of numbers with their lengths: no value could mark the end. */
#define LAB_COUNT_OF(type, ...) (int)(sizeof((type[]){__VA_ARGS__}) / sizeof(type))
#define LAB_STARTS(...) .starts = {__VA_ARGS__}, .start_count = LAB_COUNT_OF(lab_place, __VA_ARGS__)
#define LAB_POINTS(...) .points = {__VA_ARGS__}, .point_count = LAB_COUNT_OF(lab_point, __VA_ARGS__)
#define LAB_KINKS(...) .kinks = {__VA_ARGS__}, .kink_count = LAB_COUNT_OF(double, __VA_ARGS__)
typedef double lab_place[2];

/* ---- Optimizers ------------------------------------------------------------------------------ */

/* One thing that an optimizer remembers from step to step. */
typedef struct lab_slot {
    /* The word in the rule, in columns and in the API. NULL: the list ends here. */
    const char *key;
    /* As a textbook prints it; NULL: the key itself. */
    const char *symbol;
    /* Where it starts: the key of a hyper, or "x" for the starting point. NULL: at 0. */
    const char *init;
    /* 1: one number for the whole point; its column has no axis. 0: one number for each
     * coordinate. */
    int per_point;
    /* Of a method: how it is found, one English phrase in which the rule's names may occur; the
     * rule reads what has been found in this step. NULL: the rule assigns it, or it is kept. */
    const char *found;
} lab_slot;

/* How the line searches below find α. */
#define LAB_FOUND_BY_SLOPE "where the slope of f(x + αd) along d is 0, first tried at η"
#define LAB_FOUND_BY_WOLFE \
    "where f(x + αd) is lower and flatter by enough (Wolfe), first tried at η"

int lab_slot_count(const lab_slot *slots);

/* Where the menu lists an optimizer, in this order. */
typedef enum lab_group {
    LAB_LECTURE,      /* as the lecture writes it */
    LAB_PYTORCH,      /* as torch.optim has it */
    LAB_MODERN,       /* published after Adam */
    LAB_WHOLE_VECTOR, /* uses norms and dot products of whole vectors */
    LAB_CLASSIC,      /* from numerical optimization: uses the Hessian, or f at other points */
    LAB_GROUP_COUNT
} lab_group;

/* How often one step asks for the value, the gradient and the Hessian. All 0: one gradient. */
typedef struct lab_cost {
    int f, g, h;
} lab_cost;

/* What answers a method's questions about points of its own choice (core/oracle.c). */
typedef struct lab_oracle lab_oracle;

/* Where a step is taken: `lanes` points of `dim` coordinates side by side. A vector holds the first
 * coordinate of every lane, then the second of every lane: coordinate i of lane j is x[i*lanes +
 * j]. */
typedef struct lab_site {
    size_t dim, lanes;
    /* What a rule reads besides the gradient, as its cost says, else NULL: f at each lane's point,
     * the diagonal of the Hessian H there, and H⁻¹g. */
    const double *f, *hdiag, *hsolve;
    /* Of a method, which moves one point at a time: what it may ask (lab_ask). Else NULL. */
    lab_oracle *oracle;
} lab_site;

/* What may be done before the step of any rule, in this order (core/modifiers.c). */
enum {
    LAB_CLIP,       /* the gradient, by its norm */
    LAB_CLIP_VALUE, /* the gradient, by its components */
    LAB_L2,         /* a multiple of x joins the gradient */
    LAB_DECOUPLED,  /* x shrinks by itself */
    LAB_MODIFIER_COUNT
};
/* For rules in which g belongs to what would have to change with it: f, or the Hessian. */
enum { LAB_OF_GRADIENT = 1 << LAB_CLIP | 1 << LAB_CLIP_VALUE | 1 << LAB_L2 };
/* For methods, whose questions would have other answers than g. */
enum { LAB_ANY_MODIFIER = (1 << LAB_MODIFIER_COUNT) - 1 };

/* One update rule. */
typedef struct lab_optimizer {
    const char *key, *name;
    /* What else people call it, separated by commas: "heavy ball, Polyak". */
    const char *aliases;
    /* Authors and title, and the year it was published. */
    const char *paper;
    int year;
    /* The version of links that this optimizer came with; 0: the first. An own rule takes the
     * ranges of its parameters from optimizers of the first version only, so that old links keep
     * their meaning. */
    int since;
    /* Place in the menu: the group, then a number that is unique among all optimizers. */
    lab_group group;
    int order;
    /* The key of the optimizer that this is a form of ("adam" for adam_simple). NULL: it stands by
     * itself. */
    const char *family;
    lab_cost cost;
    /* 1: a method (c/methods), whose step asks at->oracle about points of its own choice. Its cost
     * says what it asks for; how often is counted while it runs. */
    int is_method;
    /* Of a method: how many numbers it keeps after its slots, which no column shows. */
    int memory;
    /* In the formula language: of x, g, t, lr, hypers and slots. */
    const char *rule;
    /* The rate that each coordinate really gets, e.g. "lr/sqrt(s + eps)". NULL: lr. */
    const char *effective;
    /* On f = L x²/2 the path converges if lr*L is below this, e.g. "2". NULL: no such bound. */
    const char *stable;
    /* One English sentence: which convention this is, and who uses it. */
    const char *note;
    /* The modifiers that would make no sense here: bits, 1 << LAB_CLIP and so on. */
    int refuses;
    /* hypers[0] is the learning rate. */
    lab_param hypers[LAB_MAX_PARAMS];
    lab_slot slots[LAB_MAX_SLOTS];
    /* One step, in place; t counts from 1. x and g hold dim*lanes numbers. The slots stand one
     * after the other in the record's order: dim*lanes numbers each, or `lanes` of a slot that is
     * per_point. */
    void (*step)(const lab_site *at, double *restrict x, const double *restrict g,
                 double *restrict slots, const double *restrict hypers, double t);
} lab_optimizer;

/* 1, 0 or -1; NaN for NaN. */
static inline double lab_sign(double v) {
    return v > 0 ? 1 : v < 0 ? -1 : v;
}

/* What a method asks about a point of at->dim coordinates: f and ∇f, either of which may be NULL,
 * and ∂xx, ∂xy, ∂yy. The answers are those of the step's batch, the gradient has its noise. Each
 * question is counted, but for one about the point whose answer is known already. */
void lab_ask(const lab_site *at, const double *x, double *f, double *g);
void lab_ask_hessian(const lab_site *at, const double *x, double h[3]);
/* Where the method goes: f and ∇f were asked for there, so the next step does not ask again. */
void lab_know(const lab_site *at, const double *x);

/* How far to go from x, where the gradient is g, along d (core/search.c); 0 if that leads uphill.
 * lab_search_exact: to the first place found where the slope along d is 0, from a try of length
 * `first`. lab_search_wolfe: the strong conditions of Wolfe with 10⁻⁴ and 0.9, by cubics. */
double lab_search_exact(const lab_site *at, const double *x, const double *d, const double *g,
                        double first);
double lab_search_wolfe(const lab_site *at, const double *x, const double *d, const double *g,
                        double first);

/* Of one lane, whose coordinates are `lanes` numbers apart (core/vector.c): pass &v[lane]. */
double lab_norm(const double *v, size_t dim, size_t lanes);
double lab_dot(const double *u, const double *v, size_t dim, size_t lanes);

/* ---- Schedules ------------------------------------------------------------------------------- */

/* The smaller and the larger of two numbers; a NaN stays one, which fmin and fmax would drop. */
static inline double lab_at_most(double v, double most) {
    return v > most ? most : v;
}
static inline double lab_at_least(double v, double least) {
    return v < least ? least : v;
}

/* One learning rate over time. s counts the steps already taken: step t uses rate(t - 1), which is
 * the rate of torch.optim's scheduler of the same name after t - 1 calls of its step(). */
typedef struct lab_schedule {
    const char *key, *name;
    /* An expression of lr0, s, steps and the parameters' keys. If the schedule observes the run: a
     * recurrence that also reads f and its own slots, which are 0 before s = 0; the last line
     * assigns the rate. */
    const char *formula;
    const char *note;
    int order;
    lab_param params[LAB_MAX_PARAMS];
    double (*rate)(double s, double steps, double lr0, const double *params);
    /* Instead of `rate`, if the rate depends on the run: gets f(x_s) and returns the rate of step s
     * + 1. It is called once for each step, first for s = 0, where it sets up `state`:
     * LAB_MAX_SLOTS numbers that the caller keeps, in the order in which the formula first names
     * its slots. */
    double (*observe)(double *state, double s, double f, double lr0, const double *params);
} lab_schedule;

/* ---- Smoothers ------------------------------------------------------------------------------- */

/* What one line of a smoother's formula assigns. */
typedef struct lab_line {
    /* The word in the formula. NULL: the list ends here. */
    const char *key;
    /* As a textbook prints it: "V", "V̂"; NULL: the key itself. */
    const char *symbol;
    /* 1: it starts from V_0 = 0. 0: it has no value before the first one. */
    int from_zero;
} lab_line;

int lab_line_count(const lab_line *lines);

/* One moving average. NaN and infinity spread exactly as far as the formula carries them. */
typedef struct lab_smoother {
    const char *key, *name;
    /* The recursion, which reads s (the value), t from 1, sum (of the last values, see
     * window_param), the parameters' keys and the names it assigns. */
    const char *formula;
    const char *note;
    int order;
    lab_param params[LAB_MAX_PARAMS];
    /* The lines of the formula, in order; the last one assigns the average. */
    lab_line lines[LAB_MAX_LINES];
    /* The key of the parameter that says how many values `sum` adds. NULL: the formula does not use
     * sum. */
    const char *window_param;
    /* The key of the parameter that is the decay ρ. NULL: no value decays. */
    const char *decay_param;
    /* How many values the average is effectively of, as a formula of the parameters: "1/(1 - rho)".
     * The newest value weighs 1/span. */
    const char *span;
    /* The sum of the weights at t if the recursion starts from V_0 = 0, as a formula of t and the
     * parameters: "1 - rho^t". Bias correction divides by it. NULL: there is no such recursion. */
    const char *known;
    /* out[i] is the average at s[i]; NaN where it is not defined yet. out and s do not overlap. */
    void (*smooth)(size_t n, double *restrict out, const double *restrict s,
                   const double *restrict params);
    /* weights[i] is how much s[i] counts in out[n - 1]. */
    void (*weights)(size_t n, double *restrict weights, const double *restrict params);
} lab_smoother;

#endif
