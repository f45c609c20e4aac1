/* lab.h: the public types and functions of c/core, and with units.h and params.h the records that
 * units fill in. Units include this header and nothing else; it knows no unit. The other headers
 * are formula/formula.h (the formula language) and registry/registry.h (the tables of all units);
 * what JavaScript may call is listed in abi/exports.txt.
 *
 * All arithmetic is float64; rounding.h: narrower formats. Infinity and NaN are results, not
 * errors: they are carried through as IEEE 754 says. Shapes: a vector of `lanes` points holds all
 * their first coordinates, then all their second. Not modelled: more than 2 coordinates. */
#ifndef LAB_H
#define LAB_H

#include "oracle.h"
#include "rounding.h"
#include "status.h"
#include "units.h"

enum {
    LAB_MAX_STEPS = 100000, /* steps of one run */
    LAB_MAX_RUNS = 8, /* runs of one experiment; links and pages hold to it, the core does not */
    LAB_MAX_SERIES = 10000, /* values of a series to smooth */
    LAB_MAX_DATA = 500,     /* points of a data set that a line is fitted to */
    LAB_MAX_COLUMNS = 48,   /* columns of a run's table */
    LAB_MAX_CHANGES = 16,   /* changes of one run that JavaScript may ask for */
};

/* ---- A landscape and an update rule, built-in or the user's own ------------------------------ */

typedef struct lab_program lab_program; /* a compiled formula: c/formula */

/* Points (x_i, y_i) that a line is fitted to: at least one, at most LAB_MAX_DATA. The arrays are
 * the caller's. */
typedef struct lab_data {
    size_t n;
    const double *x, *y;
} lab_data;

/* A landscape with its parameters filled in. */
typedef struct lab_field lab_field;
struct lab_field {
    void (*eval)(const lab_field *field, size_t n, const double *x, const double *y, double *f,
                 double *gx, double *gy);
    void (*hessian)(const lab_field *field, size_t n, const double *x, const double *y, double *hxx,
                    double *hxy, double *hyy);
    /* Writes the stationary points in the display range; NULL: none are known. */
    size_t (*points)(const lab_field *field, lab_point *out);
    int dim;
    int quadratic;              /* 1: the Hessian is the same everywhere */
    const lab_objective *unit;  /* a built-in, or NULL */
    const lab_program *program; /* the user's own formula, or NULL */
    lab_data data;              /* n > 0: the field is the loss of a line on these points */
    int moves;                  /* 1: the formula names t, so f depends on the step */
    double t;                   /* the step at which it is evaluated, if `moves` */
    double params[LAB_MAX_PARAMS];
};

/* An update rule with its hypers filled in. hypers[0] is the learning rate before the schedule. */
typedef struct lab_rule lab_rule;
struct lab_rule {
    void (*step)(const lab_rule *rule, const lab_site *at, double *x, const double *g,
                 double *slots, double lr, double t);
    const lab_optimizer *unit;
    const lab_program *program;
    int is_curved; /* 1: it reads the Hessian at the point */
    int is_timed;  /* 1: it reads t, so that the same x and slots may lead elsewhere later */
    double hypers[LAB_MAX_PARAMS];
    /* Each slot: its initial value, 1 + the hyper that it is, or 0; 1 if it starts at x; 1 if it is
     * one number for the point. */
    struct {
        double init;
        int hyper, from_x, per_point;
    } slots[LAB_MAX_SLOTS];
    int slot_count;
};

void lab_field_init(lab_field *field, const lab_objective *unit, const double *params);
/* The stationary points in the display range, at most LAB_MAX_POINTS; returns how many. Known of a
 * user's formula: a quadratic's; of data: the fitted line, if its x are not all alike. */
size_t lab_field_points(lab_point *out, const lab_field *field);

void lab_rule_init(lab_rule *rule, const lab_optimizer *unit, const double *hypers);
int lab_has_word(const char *text, size_t length, const char *word); /* by itself */
/* How many numbers a rule keeps: its slots, and a method's memory. */
size_t lab_rule_slots(const lab_rule *rule, size_t dim, size_t lanes);
void lab_rule_start(const lab_rule *rule, double *slots, const double *x, size_t dim, size_t lanes);
/* The Hessian at a point (core/curvature.c): ∂xx, ∂xy, ∂yy; in 1D the last two are 0. */
void lab_hessian_at(double h[3], const lab_field *field, const double *x);
/* What a rule reads of the Hessian: its diagonal and H⁻¹g, which is not finite if H is singular. */
void lab_curvature(double *hdiag, double *hsolve, const double h[3], const double *g, int dim);

/* ---- Modifiers (core/modifiers.c) ------------------------------------------------------------ */

/* What may be done to x and g before a rule takes its step. */
typedef struct lab_modifier {
    const char *name;
    /* A line of the formula language, of x, g, lr and the key of its number. */
    const char *line;
    /* One English sentence: what it does. */
    const char *note;
    /* Its number; `preset` is what it begins with where it is switched on. */
    lab_param param;
} lab_modifier;

extern const lab_modifier lab_modifiers[LAB_MODIFIER_COUNT];

/* Those of one run. All 0: none, and no digit of the run changes. */
typedef struct lab_modification {
    unsigned on; /* bits, 1 << LAB_CLIP and so on */
    double values[LAB_MODIFIER_COUNT];
} lab_modification;

/* Carries them out in order, in place, at a step of the rate lr. */
void lab_modify(const lab_modification *by, const lab_site *at, double *x, double *g, double lr);

/* ---- Samples (core/sample.c) ----------------------------------------------------------------- */

/* The mean squared error of the line w*x + b as a landscape whose x is w and whose y is b:
 *
 *     L(w, b) = (1/n) Σ e_i²,   ∂L/∂w = (2/n) Σ x_i e_i,   ∂L/∂b = (2/n) Σ e_i,
 *     e_i = w x_i + b - y_i
 *
 * The factor is 1/n, as in torch.nn.MSELoss, not 1/(2n). Sums run in the data's order. */
void lab_field_from_data(lab_field *field, const lab_data *data);

/* out_i = (x_i - mean)/deviation with the standard deviation over n (not n - 1); scale: mean,
 * deviation. A column whose deviation is below 1e-12 of its mean counts as constant and is divided
 * by 1. out may be x. */
void lab_standardise(double *out, double scale[2], const double *x, size_t n);

/* Which points each step of a run sees: every epoch visits all of them once, in an order that
 * (seed, epoch) alone decides, `batch` at a time; the last batch of an epoch may be smaller, as in
 * torch.utils.data.DataLoader. */
struct lab_sampler {
    const lab_data *data;
    size_t batch; /* 1 to data->n; larger means data->n */
    uint32_t seed;
    size_t epochs_ordered;        /* 1 + the epoch whose order `order` holds; 0: none yet */
    uint32_t order[LAB_MAX_DATA]; /* indices of points */
};

void lab_sampler_init(lab_sampler *sampler, const lab_data *data, size_t batch, uint32_t seed);

/* The indices of the points that step s + 1 sees (s from 0), valid until the next call; count is at
 * least 1. */
const uint32_t *lab_sampler_batch(lab_sampler *sampler, size_t *count, size_t s);

/* Hessian of the loss on the batch of step s + 1. */
void lab_sampler_hessian(lab_sampler *sampler, size_t s, double h[3]);

/* Loss and gradient at (w, b) on the batch of step s + 1. */
void lab_sampler_eval(lab_sampler *sampler, size_t s, const double at[2], double *f, double g[2]);

/* ---- The table of a run (core/layout.c) ------------------------------------------------------ */

/* What a column holds. Row t holds the point after t steps, its value and gradient, and what step t
 * used and left. Row 0 holds the start. */
typedef enum lab_column_kind {
    LAB_COLUMN_COORDINATE, /* of x_t; axis 0 is x, 1 is y */
    LAB_COLUMN_F,          /* f(x_t) */
    LAB_COLUMN_GRADIENT,   /* at x_t: the one that step t + 1 uses, noise included */
    LAB_COLUMN_NORM,       /* of that gradient */
    LAB_COLUMN_RATE,       /* η of step t; NaN in row 0 */
    LAB_COLUMN_SLOT,       /* what slot number `slot` holds after step t */
    LAB_COLUMN_UPDATE,     /* x_t - x_{t-1}; NaN in row 0 */
    LAB_COLUMN_BATCH_LOSS, /* the loss on the batch that step t + 1 sees */
    LAB_COLUMN_EVALS_F,    /* values that a method has asked for so far; gradients; Hessians */
    LAB_COLUMN_EVALS_G,
    LAB_COLUMN_EVALS_H,
    LAB_COLUMN_EFFECTIVE, /* the rate that a coordinate really got; not in lab_run's table */
    LAB_COLUMN_KIND_COUNT
} lab_column_kind;

typedef struct lab_column {
    lab_column_kind kind;
    int slot; /* -1: of no slot */
    int axis; /* -1: of the whole point */
} lab_column;

typedef struct lab_layout {
    int count;
    lab_column columns[LAB_MAX_COLUMNS];
} lab_layout;

/* The columns of a run on a landscape of `dim` coordinates, in order. has_batch: its steps see
 * batches of data, and its gradients are those of the batches. The slots' columns stand in the
 * order of the slots' numbers. */
void lab_layout_init(lab_layout *out, int dim, const lab_rule *rule, int has_batch);
/* The number of the first column of that kind and axis, or -1. */
int lab_layout_find(const lab_layout *layout, lab_column_kind kind, int axis);

/* ---- Runs (core/run.c) ----------------------------------------------------------------------- */

/* A change in mid-run: all hypers of the rule from step `from` on. The schedule goes on counting
 * and takes the new rate as its base; of one that observes, the rate so far changes in proportion.
 * Slots stay as they are. */
typedef struct lab_change {
    size_t from; /* from 1 */
    double hypers[LAB_MAX_PARAMS];
} lab_change;

typedef struct lab_run_spec {
    const lab_field *field;
    const lab_rule *rule;
    const lab_schedule *schedule; /* NULL: constant */
    double schedule_params[LAB_MAX_PARAMS];
    double start[2];
    size_t steps; /* at most LAB_MAX_STEPS */
    double sigma; /* standard deviation of the noise added to each gradient component */
    uint32_t seed;
    lab_format kept, seen; /* of the point, the slots and the rate; of the gradient */
    lab_sampler *sampler;  /* steps see batches of the field's data; NULL: all of it */
    lab_modification modification;
    const lab_change *changes; /* in order of their steps */
    int change_count;
} lab_run_spec;

/* The rule of a run as the changes so far have left it. */
typedef struct lab_now {
    lab_rule rule;
    int changed; /* how many of them there were */
} lab_now;

/* Makes the changes that are due before step t. */
void lab_change_on(lab_now *now, const lab_run_spec *spec, size_t t);
/* The rate after s steps at the value f; observed: what the schedule remembers. */
double lab_rate_now(const lab_now *now, const lab_run_spec *spec, double *observed, double s,
                    double f);

/* Takes the steps and fills `columns` (column c of row t is columns[c*(steps + 1) + t]). Returns
 * the number of rows written: steps + 1, or fewer when the run left the finite numbers, the last
 * row then being the first that holds a number that is not finite. */
size_t lab_run(double *columns, const lab_run_spec *spec);

/* The same in parts, so that the caller of a long run can answer other requests in between. */
typedef struct lab_run_state { /* where a run stands between two steps */
    double x[2], g[2], before[2], f, lr;
    double seen; /* the loss of the batch */
    double slots[LAB_MAX_HELD];
    double observed[LAB_MAX_SLOTS]; /* what the schedule remembers */
    lab_now now;
    lab_oracle oracle;
    lab_layout layout;
    size_t rows;  /* written so far */
    int has_left; /* the last row holds a number that is not finite: the run has ended */
} lab_run_state;

void lab_run_begin(lab_run_state *state, const lab_run_spec *spec);
/* Goes on until `rows` rows are written or the run ends; returns how many there are. The spec must
 * not change between calls. */
size_t lab_run_on(lab_run_state *state, double *columns, const lab_run_spec *spec, size_t rows);

/* ---- Diagnosis (core/diagnosis.c) ------------------------------------------------------------ */

typedef enum lab_kind {
    LAB_MOVING,      /* on its way: none of the others */
    LAB_CONVERGED,   /* at rest, at a minimum */
    LAB_CONVERGING,  /* the distance shrinks by `factor` a step */
    LAB_OSCILLATING, /* back and forth without settling */
    LAB_DIVERGING,   /* the steps grow by `factor` a step */
    LAB_CRAWLING,    /* downhill, but so slowly that thousands of steps are left */
    LAB_STALLED,     /* at rest, but not at a minimum */
    LAB_LEFT,        /* left the finite numbers at step `at` */
    LAB_KIND_COUNT
} lab_kind;

/* What else there is to say of a run. */
typedef enum lab_remark {
    LAB_NO_REMARK,
    LAB_FROM_START, /* at rest: it has not left its start */
    LAB_NEARS_NONE, /* moving: shrinking steps lead to a point that is no minimum */
    LAB_BOTTOMLESS, /* moving: f has no minimum */
    LAB_HIGHER,     /* moving: f is higher than at the start */
    LAB_HARDLY,     /* crawling: it has hardly left its start */
    LAB_HELD,       /* stalled: where decay holds it against the slope */
    LAB_SHIFTS,     /* moving: f changes from step to step, so there is no verdict */
    LAB_REMARK_COUNT
} lab_remark;

/* What a run did, as numbers: the field here and its word in the report outside C. NaN: does not
 * apply. In order:
 *
 *     kind         lab_kind
 *     remark       lab_remark
 *     factor       by which the updates grow each step, at the end
 *     period       steps between two turns in the same direction; 2: it jumps from side to side
 *     at           the step at which a run of LAB_LEFT ended, or at which the others arrived
 *     x, y, f      the last finite point and its value
 *     amplitude    half the range of x (or y) over the last quarter
 *     point        index of the stationary point where it rests, or -1
 *
 * and the theory of a quadratic, NaN elsewhere:
 *
 *     curvature    L, the largest eigenvalue of the Hessian
 *     flattest     the smallest
 *     lr_stable    gradient descent without modifiers is stable below this rate: 2/L
 *     contraction  the factor of such a gradient descent each step: max |1 - η λ| */
#define LAB_DIAGNOSIS(NUMBER)      \
    NUMBER(kind, "kind")           \
    NUMBER(remark, "remark")       \
    NUMBER(factor, "factor")       \
    NUMBER(period, "period")       \
    NUMBER(at, "at")               \
    NUMBER(x, "x")                 \
    NUMBER(y, "y")                 \
    NUMBER(f, "f")                 \
    NUMBER(amplitude, "amplitude") \
    NUMBER(point, "point")         \
    NUMBER(curvature, "curvature") \
    NUMBER(flattest, "flattest")   \
    NUMBER(lr_stable, "lrStable")  \
    NUMBER(contraction, "contraction")

#define LAB_DIAGNOSIS_FIELD(field, word) double field;
typedef struct lab_diagnosis {
    LAB_DIAGNOSIS(LAB_DIAGNOSIS_FIELD)
} lab_diagnosis;

/* Of the first `rows` rows. has_left: the last of them holds a number that is not finite. */
void lab_diagnose(lab_diagnosis *out, const lab_run_spec *spec, const double *columns, size_t rows,
                  int has_left);

/* The eigenvalues of the matrix [xx xy; xy yy], low then high. One that is only rounding error
 * compared with the other is 0. */
void lab_eigenvalues(double out[2], double xx, double xy, double yy);

/* Whether d[0..count - 1] obeys d_t = a d_{t-1} + b d_{t-2} (core/recurrence.c). 1: it does;
 * `factor` is the absolute value of the larger root and `period` the steps of one turn (NaN: it
 * does not turn). 0: it does not, or there are too few updates to tell. */
int lab_fit_recurrence(double *factor, double *period, const double *d, size_t count);

/* ---- Randomness (core/rng.c) ----------------------------------------------------------------- */

/* Philox4x32-10 (Salmon et al., SC11): four random words from a counter and a key, with no
 * state. */
void lab_philox(uint32_t out[4], const uint32_t counter[4], const uint32_t key[2]);

/* Two independent standard normal numbers for (seed, step, lane), by Box and Muller. */
void lab_normal(double out[2], uint32_t seed, uint32_t step, uint32_t lane);

#endif
