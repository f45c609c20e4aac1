/* modifiers.c: what may be done to the step of any rule before the rule is carried out, as PyTorch
 * does it and in its order: torch.nn.utils.clip_grad_norm_ and clip_grad_value_, the weight decay
 * that joins the gradient, and the decoupled one of AdamW. Each is a line of a record and the same
 * line in C. Not here: clipping by another norm than √Σg². */
#include "lab.h"

/* Added to the norm before it divides, as in torch.nn.utils.clip_grad_norm_. */
static const double CLIP_EPSILON = 1e-6;

const lab_modifier lab_modifiers[LAB_MODIFIER_COUNT] = {
    [LAB_CLIP] = {.name = "Clip by norm",
                  .line = "g = g*min(1, clip/(norm(g) + 1e-6))",
                  .note = "Where the gradient is longer than c, it is shortened to length c.",
                  .param = {.key = "clip",
                            .symbol = "c",
                            .label = "largest norm",
                            .max = 1e9,
                            .preset = 1,
                            .from = 0,
                            .to = 10}},
    [LAB_CLIP_VALUE] = {.name = "Clip by value",
                        .line = "g = min(max(g, -clipvalue), clipvalue)",
                        .note = "Each component of the gradient is kept within −c_v and c_v.",
                        .param = {.key = "clipvalue",
                                  .symbol = "c_v",
                                  .label = "largest component",
                                  .max = 1e9,
                                  .preset = 1,
                                  .from = 0,
                                  .to = 10}},
    [LAB_L2] = {.name = "L2 penalty",
                .line = "g = g + l2*x",
                .note = "Adds λx to the gradient, as the penalty λx²/2 would: an adaptive rule "
                        "scales it too.",
                .param = {.key = "l2",
                          .symbol = "λ",
                          .label = "L2 factor",
                          .max = 1000,
                          .preset = 0.01,
                          .from = 0,
                          .to = 1}},
    [LAB_DECOUPLED] = {.name = "Decoupled decay (AdamW)",
                       .line = "x = x*(1 - lr*wd)",
                       .note = "Shrinks x itself before the step, past the gradient: Adam with it "
                               "is AdamW.",
                       .param = {.key = "wd",
                                 .symbol = "λ_w",
                                 .label = "weight decay",
                                 .max = 1000,
                                 .preset = 0.01,
                                 .from = 0,
                                 .to = 1}},
};

void lab_modify(const lab_modification *by, const lab_site *at, double *x, double *g, double lr) {
    const size_t n = at->dim * at->lanes;
    const double *value = by->values;
    if (by->on & 1u << LAB_CLIP)
        for (size_t j = 0; j < at->lanes; j++) {
            const double norm = lab_norm(&g[j], at->dim, at->lanes);
            const double factor = lab_at_most(value[LAB_CLIP] / (norm + CLIP_EPSILON), 1);
            for (size_t i = j; i < n; i += at->lanes) g[i] = g[i] * factor;
        }
    if (by->on & 1u << LAB_CLIP_VALUE)
        for (size_t i = 0; i < n; i++)
            g[i] = lab_at_most(lab_at_least(g[i], -value[LAB_CLIP_VALUE]), value[LAB_CLIP_VALUE]);
    if (by->on & 1u << LAB_L2)
        for (size_t i = 0; i < n; i++) g[i] = g[i] + value[LAB_L2] * x[i];
    if (by->on & 1u << LAB_DECOUPLED)
        for (size_t i = 0; i < n; i++) x[i] = x[i] * (1 - lr * value[LAB_DECOUPLED]);
}
