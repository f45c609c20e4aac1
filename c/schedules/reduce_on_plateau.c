/* Reduce on plateau: when f has not improved for more than `patience` steps, the rate is multiplied
 * by γ:
 *
 *     improved: f(x_s) < best (1 - threshold), or best - threshold if it is absolute
 *     η = max(γ η, η_min)
 *
 * and bad steps are then not counted for `cooldown` steps. torch's ReduceLROnPlateau(mode = 'min',
 * eps = 1e-8), with threshold_mode = 'rel' or 'abs': told f after every step, f(x_1) first, with a
 * cut of 1e-8 or less left undone. Where f < 0, 'rel' counts a slightly larger f as improved, as in
 * torch: the rate is never cut while f stays there. NaN never improves. */
#include "lab.h"

enum { BEST, REST, BAD, RATE }; /* state, in the formula's order */

static double observe(double *state, double s, double f, double lr0, const double *params) {
    const double factor = params[0], patience = params[1], threshold = params[2],
                 cooldown = params[3], min_lr = params[4], absolute = params[5];
    if (s == 0) {
        state[BEST] = 1e308, state[REST] = state[BAD] = 0; /* any f is better */
        return state[RATE] = lr0;
    }
    const double best = state[BEST];
    const int better = f < (absolute != 0 ? best - threshold : best * (1 - threshold));
    if (better) state[BEST] = f;
    state[BAD] = better || state[REST] > 0 ? 0 : state[BAD] + 1;
    if (state[REST] > 0) state[REST]--;
    if (state[BAD] > patience) {
        const double cut = state[RATE] * factor, next = cut < min_lr ? min_lr : cut;
        if (state[RATE] - next > 1e-8) state[RATE] = next;
        state[REST] = cooldown, state[BAD] = 0;
    }
    return state[RATE];
}

const lab_schedule lab_schedule_reduce_on_plateau = {
    .key = "reduce_on_plateau",
    .name = "Reduce on plateau",
    .formula = "better = f < where(absolute, best - threshold, best*(1 - threshold))\n"
               "best = where(s > 0, where(better, f, best), 1e308)\n"
               "bad = where(better + (rest > 0) + (s < 1), 0, bad + 1)\n"
               "cut = bad > patience\n"
               "bad = where(cut, 0, bad)\n"
               "rest = where(cut, cooldown, max(rest - 1, 0))\n"
               "next = max(lr*factor, min_lr)\n"
               "lr = where(s > 0, where(cut*(lr - next > 1e-8), next, lr), lr0)",
    .note = "Multiplies the rate by γ when f has not improved for more than P steps. PyTorch’s "
            "ReduceLROnPlateau, told f after every step. Where f < 0, a relative threshold takes "
            "standing still for an improvement and does not cut: choose the absolute one.",
    .order = 120,
    .params =
        {{.key = "factor", .symbol = "γ", .label = "decay factor", .max = 0.99, .preset = 0.5},
         {.key = "patience",
          .symbol = "P",
          .label = "patience",
          .max = 100000,
          .preset = 4,
          .scale = LAB_INTEGER,
          .from = 0,
          .to = 20},
         {.key = "threshold",
          .label = "smallest improvement",
          .max = 0.99,
          .preset = 1e-4,
          .from = 0,
          .to = 0.1},
         {.key = "cooldown",
          .label = "cooldown",
          .max = 100000,
          .scale = LAB_INTEGER,
          .from = 0,
          .to = 20},
         LAB_LOWEST_RATE("min_lr"),
         {.key = "absolute",
          .label = "absolute threshold",
          .max = 1,
          .scale = LAB_SWITCH,
          .since = 2}},
    .observe = observe,
};
