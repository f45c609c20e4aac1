/* map.h: many runs at once, one a pixel, which differ in one number along each side of the picture:
 * a coordinate of the start, a hyper, a modifier's number, a parameter of the landscape, σ or the
 * seed. Of each only how it ends is kept. Every number is that of the run alone, bit for bit.
 *
 * A block of lanes, which stays in the first cache, takes all its steps before the next block. A
 * lane *arrives* at a point if it stays within the tolerance of it from some step on, its last ten
 * steps at least. Where balls of that radius overlap, the point that it came to first counts.
 *
 * Not here: runs whose steps see batches of data. */
#ifndef LAB_MAP_H
#define LAB_MAP_H

#include "path.h"

enum {
    LAB_MAX_SIDE = 1024,  /* pixels of a side */
    LAB_MAP_LANES = 240,  /* lanes of a block */
    LAB_MAP_PAIR = 2,     /* lanes that are stepped and looked at together */
    LAB_MAP_SETTLED = 10, /* last steps for which a run stays where it has arrived */
};

/* What a side of the picture changes from pixel to pixel. */
typedef enum lab_map_what {
    LAB_MAP_X, /* of the start */
    LAB_MAP_Y,
    LAB_MAP_HYPER,
    LAB_MAP_MODIFIER,
    LAB_MAP_PARAM, /* of a built-in landscape */
    LAB_MAP_SIGMA,
    LAB_MAP_SEED,
    LAB_MAP_WHAT_COUNT
} lab_map_what;

typedef struct lab_map_axis {
    lab_map_what what;
    int index; /* of the hyper, modifier or parameter */
    int lasts; /* of a hyper: so many changes of the run leave it as it is */
    size_t n;
    const double *values; /* n of them */
} lab_map_axis;

/* from ... to in n steps, both ends included: equal ones; equal factors (LAB_LOG); or rounded
 * (LAB_INTEGER, LAB_SWITCH). n = 1: from. */
void lab_map_values(double *out, double from, double to, size_t n, lab_scale scale);

/* What is noted of each pixel, row by row of the part that is asked for. */
typedef struct lab_map_out {
    double *basin; /* the point where it arrived, or LAB_MAP_NOWHERE or LAB_MAP_OUTSIDE */
    double *steps; /* the step of arrival, or the last step of the run */
    double *value; /* f in the run's last row */
    double *fate;  /* lab_kind of the run's diagnosis; NULL: not wanted, which saves time */
    double *ends;  /* x, y and how far it moved in its last steps; NULL: not wanted */
} lab_map_out;

enum { LAB_MAP_NOWHERE = -1, LAB_MAP_OUTSIDE = -2 /* it left the finite numbers */ };

typedef struct lab_map_spec {
    const lab_run_spec *run; /* what all pixels share */
    lab_map_axis axes[2];    /* along a row, and from row to row */
    size_t row_from, row_to;
    double tolerance;
    const double *points; /* where runs may arrive: x, y of each */
    size_t point_count;
    lab_map_out out;
    double *paths; /* room for paths, if the fate is wanted */
    size_t room;   /* in doubles: at least LAB_MAP_PATH * (steps + 1) */
} lab_map_spec;

enum { LAB_MAP_PATH = 6 }; /* columns of a path: x, y, f, |g|, dx, dy */

enum { LAB_MAP_ROWS = 4 + LAB_MAX_HELD }; /* x, g and slots of a lane, at most */

typedef double lab_lanes[LAB_MAP_LANES];

/* Numbers that may differ by lane: those of the two sides, the rate, the noise in x and y. */
enum { LAB_MAP_RATE = 2, LAB_MAP_NOISE, LAB_MAP_OWN = LAB_MAP_NOISE + 2 };

/* One number a lane; vectors as in lab_site, with LAB_MAP_LANES numbers for each coordinate. */
typedef struct lab_map_block {
    size_t first;  /* pixel, in the order in which the lanes come */
    size_t lanes;  /* 0: there is no block */
    size_t living; /* of them have not left the finite numbers */
    size_t t;      /* the row that has been reached */
    double x[2 * LAB_MAP_LANES], g[2 * LAB_MAP_LANES];
    lab_lanes f, hdiag[2], hsolve[2];
    double slots[LAB_MAX_HELD * LAB_MAP_LANES];
    double observed[LAB_MAP_LANES * LAB_MAX_SLOTS];
    /* Nothing happens to a lane while its distance, squared, from this place is above `least` and
     * at most `most`: there it has arrived (at >= 0), or it is sure to be near no point. */
    lab_lanes home_x, home_y, least, most;
    int at[LAB_MAP_LANES];         /* LAB_MAP_NOWHERE, ... */
    uint32_t since[LAB_MAP_LANES]; /* the row from which it is there */
    lab_lanes value;               /* f in the row in which it left */
    lab_lanes last_x, last_y, moved;
    lab_lanes own[LAB_MAP_OWN];
    lab_now now;
} lab_map_block;

enum {
    LAB_MAP_PROGRAMS = 4,
    LAB_MAP_SHARED = 128, /* numbers that all lanes share, at most */
    LAB_MAP_TABLE = 8192, /* such numbers that are kept */
};

typedef struct lab_map lab_map;

/* The steps as machine code (formula/emit.h). */
typedef struct lab_map_code {
    /* The next step of all lanes, and a look at where they are; shared: numbers that all lanes
     * share. Notes the pairs of lanes to which something has happened, and returns the end of that
     * list. NULL: there is none, and the functions of the rule and the field do it. */
    const uint32_t *(*step)(size_t lanes, const double *shared);
    uint32_t noted[LAB_MAP_LANES / LAB_MAP_PAIR]; /* their places in a row, in bytes */
    /* Works those numbers out for the block's t. */
    void (*share)(const lab_map *map, double *out, double lr);
    size_t shared_count;
    struct {
        uint8_t program;
        uint16_t scalar;
    } shared[LAB_MAP_SHARED];
    const lab_program *programs[LAB_MAP_PROGRAMS];
    double room[10]; /* for operands and the result of a call */
    size_t rows;     /* of `table` that are known: all blocks read the same, a row a step */
    double table[LAB_MAP_TABLE];
} lab_map_code;

/* Where a map stands between two calls. */
struct lab_map {
    lab_map_spec spec;
    /* A run of the map: the spec with its pixel's numbers. */
    lab_run_spec own;
    lab_rule rule;
    lab_field field;
    lab_oracle oracle;
    int by_columns; /* the order of pixels; else by rows */
    int is_steady;  /* the rate does not change by itself */
    int is_still;   /* a lane that repeats itself does so for ever */
    size_t line;    /* pixels in a row, in that order, that differ in their start only */
    size_t rows;    /* numbers that a lane's slots hold */
    size_t done;    /* pixels */
    /* Lanes have rates, parameters of the landscape, noise of their own; there is noise. */
    int rates_differ, params_differ, noise_differs, is_noisy;
    lab_map_code code;
    lab_map_block block;
    double before[LAB_MAP_ROWS * LAB_MAP_LANES];
};

/* Fills in what follows from map->spec. */
void lab_map_ready(lab_map *map);
void lab_map_begin(lab_map *map, const lab_map_spec *spec);
/* Takes about so many steps of single lanes more. 1: all pixels are done. */
int lab_map_on(lab_map *map, double steps);

/* ---- Private to map.c, lanes.c, arrival.c and the machine code ------------------------------- */

/* Where pixel p, in order, stands: its place along each side. */
void lab_map_place(size_t place[2], const lab_map *map, size_t p);
/* Gives map->own the numbers of a pixel. */
void lab_map_own(lab_map *map, size_t p);
/* Copies every `from_step`th of n numbers to every `to_step`th place. */
void lab_map_copy(double *to, size_t to_step, const double *from, size_t from_step, size_t n);
/* Takes step t of all lanes, and looks around. is_new: hypers differ from those before it. */
void lab_map_step(lab_map *map, int is_new);
/* Evaluates f and its gradient in row t, and sees where the lanes are. */
void lab_map_look_around(lab_map *map);
/* Nothing is known of the lanes yet. */
void lab_map_unknown(lab_map *map);
/* Sees where the pair of lanes from `from` on is after step t. */
void lab_map_notice(lab_map *map, size_t from);
/* Keeps what is told at the end of row t: of paths, and of how far lanes move at last. */
void lab_map_keep(lab_map *map);
/* Writes what has become of the lanes. */
void lab_map_note(lab_map *map);

#endif
