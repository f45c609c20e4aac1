/* kernels.c: one loop per operation. Plain enough for the compiler to vectorize. */
#include "machine.h"

#include <math.h>

#define LOOP(name, hint, value)                                              \
    static void name(size_t n, double *restrict d, const double *restrict a, \
                     const double *restrict b, const double *restrict c) {   \
        (void)a, (void)b, (void)c;                                           \
        hint for (size_t i = 0; i < n; i++) d[i] = value;                    \
    }

/* The loops of plain arithmetic are unrolled, because the loop itself would cost more; for the
 * other functions that is not worth the bytes. */
#ifdef __clang__
#define ARITHMETIC(name, value) LOOP(name, _Pragma("clang loop interleave_count(2)"), value)
#define KERNEL(name, value) \
    LOOP(name, _Pragma("clang loop vectorize(disable) unroll(disable)"), value)
#else
#define ARITHMETIC(name, value) LOOP(name, , value)
#define KERNEL(name, value) LOOP(name, , value)
#endif

ARITHMETIC(add, a[i] + b[i])
ARITHMETIC(subtract, a[i] - b[i])
ARITHMETIC(multiply, a[i] * b[i])
ARITHMETIC(multiply_add, a[i] * b[i] + c[i])
ARITHMETIC(subtract_product, c[i] - a[i] * b[i])
ARITHMETIC(add_scalar, a[i] + b[0])
ARITHMETIC(multiply_scalar, a[i] * b[0])
ARITHMETIC(scale_add, a[i] * b[0] + c[i])
ARITHMETIC(scalar_subtract, a[0] - b[i])
KERNEL(negate, -a[i])
KERNEL(divide, a[i] / b[i])
KERNEL(divide_scalar, a[i] / b[0])
KERNEL(scalar_divide, a[0] / b[i])
KERNEL(fill, a[0])
KERNEL(copy, a[i])
KERNEL(power, pow(a[i], b[i]))
KERNEL(less, a[i] < b[i])
KERNEL(at_most, a[i] <= b[i])
KERNEL(equal, a[i] == b[i])
KERNEL(differ, a[i] != b[i])
KERNEL(greater, a[i] > b[i])
KERNEL(at_least, a[i] >= b[i])
KERNEL(root, sqrt(a[i]))
KERNEL(absolute, fabs(a[i]))
KERNEL(exponential, exp(a[i]))
KERNEL(logarithm, log(a[i]))
KERNEL(logarithm10, log10(a[i]))
KERNEL(sine, sin(a[i]))
KERNEL(cosine, cos(a[i]))
KERNEL(tangent, tan(a[i]))
KERNEL(arc_sine, asin(a[i]))
KERNEL(arc_cosine, acos(a[i]))
KERNEL(arc_tangent, atan(a[i]))
KERNEL(sinh_of, sinh(a[i]))
KERNEL(cosh_of, cosh(a[i]))
KERNEL(tanh_of, tanh(a[i]))
KERNEL(sigmoid, 1 / (1 + exp(-a[i])))
KERNEL(sign, a[i] > 0 ? 1 : a[i] < 0 ? -1 : a[i]) /* the sign of NaN is NaN, that of -0 is -0 */
KERNEL(floor_of, floor(a[i]))
KERNEL(minimum, a[i] <= b[i] || a[i] != a[i] ? a[i] : b[i])
KERNEL(maximum, a[i] >= b[i] || a[i] != a[i] ? a[i] : b[i])
KERNEL(where, a[i] != 0 ? b[i] : c[i])
KERNEL(chain, a[i] != 0 ? a[i] * b[i] : 0)

lab_kernel *const lab_kernels[OP_COUNT] = {
    [OP_NEG] = negate,
    [OP_ADD] = add,
    [OP_SUB] = subtract,
    [OP_MUL] = multiply,
    [OP_DIV] = divide,
    [OP_POW] = power,
    [OP_LT] = less,
    [OP_LE] = at_most,
    [OP_EQ] = equal,
    [OP_NE] = differ,
    [OP_GT] = greater,
    [OP_GE] = at_least,
    [OP_SQRT] = root,
    [OP_ABS] = absolute,
    [OP_EXP] = exponential,
    [OP_LOG] = logarithm,
    [OP_LOG10] = logarithm10,
    [OP_SIN] = sine,
    [OP_COS] = cosine,
    [OP_TAN] = tangent,
    [OP_ASIN] = arc_sine,
    [OP_ACOS] = arc_cosine,
    [OP_ATAN] = arc_tangent,
    [OP_SINH] = sinh_of,
    [OP_COSH] = cosh_of,
    [OP_TANH] = tanh_of,
    [OP_SIGMOID] = sigmoid,
    [OP_SIGN] = sign,
    [OP_FLOOR] = floor_of,
    [OP_MIN] = minimum,
    [OP_MAX] = maximum,
    [OP_WHERE] = where,
    [OP_ADD_SCALAR] = add_scalar,
    [OP_MUL_SCALAR] = multiply_scalar,
    [OP_DIV_SCALAR] = divide_scalar,
    [OP_SCALAR_SUB] = scalar_subtract,
    [OP_SCALAR_DIV] = scalar_divide,
    [OP_FILL] = fill,
    [OP_COPY] = copy,
    [OP_MUL_ADD] = multiply_add,
    [OP_SUB_MUL] = subtract_product,
    [OP_SCALE_ADD] = scale_add,
    [OP_CHAIN] = chain,
};
