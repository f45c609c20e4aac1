/* Lines fitted to data: the loss and its derivatives against their definition, and the order in
 * which points come. */
#include "check.h"
#include "lab.h"

#include <math.h>
#include <string.h>

enum { N = 37 };

/* Points on no line, spread unevenly; mean x is far from 0. */
static void scatter(double *x, double *y) {
    for (int i = 0; i < N; i++) {
        double z[2];
        lab_normal(z, 11, (uint32_t)i, 0);
        x[i] = 4 + 2 * z[0];
        y[i] = 0.5 * x[i] - 1 + 0.3 * z[1];
    }
}

static int agree(double a, double b) {
    return fabs(a - b) <= 1e-12 * fmax(fabs(a), fabs(b));
}

/* The field of `data` at one point: f, gw, gb. */
static void field_at(double out[3], const lab_data *data, const double at[2]) {
    lab_field field;
    lab_field_from_data(&field, data);
    field.eval(&field, 1, &at[0], &at[1], &out[0], &out[1], &out[2]);
}

static const double places[][2] = {{0, 0}, {0.5, -1}, {-3, 7.25}, {1e6, -1e-3}};
enum { PLACES = sizeof places / sizeof *places };

static void mean_squared_error(void) {
    const double x[] = {1, 2, 4}, y[] = {3, 0, 5};
    double out[3];
    field_at(out, &(lab_data){3, x, y}, (const double[]){2, -1}); /* errors -2, 3, 2 */
    CHECK(agree(out[0], 17.0 / 3), "loss %.17g", out[0]);
    CHECK(agree(out[1], 8), "gw %.17g", out[1]); /* 2/3 (-2 + 6 + 8) */
    CHECK(agree(out[2], 2), "gb %.17g", out[2]); /* 2/3 (-2 + 3 + 2) */
}

static void hessian_is_that_of_the_gradient(void) {
    double x[N], y[N], near[3], far[3], h[3];
    scatter(x, y);
    const lab_data data = {N, x, y};
    lab_field field;
    lab_field_from_data(&field, &data);
    field.hessian(&field, 1, places[0], places[0], &h[0], &h[1], &h[2]);
    field_at(near, &data, (const double[]){0, 0});
    field_at(far, &data,
             (const double[]){1, 0}); /* the gradient is linear: one step of 1 is exact */
    CHECK(fabs(far[1] - near[1] - h[0]) < 1e-10, "hww %.17g", h[0]);
    CHECK(fabs(far[2] - near[2] - h[1]) < 1e-10, "hwb %.17g", h[1]);
    CHECK(h[2] == 2, "hbb %.17g", h[2]);
}

static void n_sample_is_the_whole(void) {
    double x[N], y[N];
    scatter(x, y);
    const lab_data data = {N, x, y};
    lab_sampler sampler;
    lab_sampler_init(&sampler, &data, N, 5);
    for (int i = 0; i < PLACES; i++) {
        double all[3], seen[3];
        field_at(all, &data, places[i]);
        lab_sampler_eval(&sampler, (size_t)i, places[i], &seen[0], &seen[1]);
        for (int k = 0; k < 3; k++)
            CHECK(agree(all[k], seen[k]), "place %d: %.17g, %.17g", i, all[k], seen[k]);
    }
}

static void mean_of_samples_is_the_whole(void) {
    double x[N], y[N];
    scatter(x, y);
    const lab_data data = {N, x, y};
    lab_sampler sampler;
    lab_sampler_init(&sampler, &data, 1, 5);
    for (int i = 0; i < PLACES; i++) {
        double all[3], one[3], sum[3] = {0}, sizes[3] = {0};
        field_at(all, &data, places[i]);
        for (size_t s = 0; s < N; s++) {
            lab_sampler_eval(&sampler, s, places[i], &one[0], &one[1]);
            for (int k = 0; k < 3; k++) sum[k] += one[k], sizes[k] += fabs(one[k]);
        }
        for (int k = 0; k < 3; k++)
            CHECK(fabs(sum[k] / N - all[k]) <= 1e-12 * fmax(fabs(all[k]), sizes[k] / N),
                  "place %d: %.17g, %.17g", i, sum[k] / N, all[k]);
    }
}

static void an_epoch_takes_every_point_once(void) {
    double x[N], y[N];
    scatter(x, y);
    const lab_data data = {N, x, y};
    for (size_t batch = 1; batch <= N + 3; batch++) {
        lab_sampler sampler;
        lab_sampler_init(&sampler, &data, batch, 3);
        const size_t size = batch < N ? batch : N, in_epoch = (N + size - 1) / size;
        for (size_t epoch = 0; epoch < 3; epoch++) {
            int seen[N] = {0};
            for (size_t k = 0; k < in_epoch; k++) {
                size_t count;
                const uint32_t *rows = lab_sampler_batch(&sampler, &count, epoch * in_epoch + k);
                CHECK(count == (k + 1 < in_epoch ? size : N - k * size), "%zu: %zu", batch, count);
                for (size_t i = 0; i < count; i++) seen[rows[i]]++;
            }
            for (int i = 0; i < N; i++) CHECK(seen[i] == 1, "batch %zu: %d", batch, seen[i]);
        }
    }
}

static void order_hangs_on_seed_and_epoch_alone(void) {
    const lab_data data = {N, 0, 0};
    uint32_t first[N];
    size_t count;
    lab_sampler a, b;
    lab_sampler_init(&a, &data, N, 1), lab_sampler_init(&b, &data, N, 2);
    memcpy(first, lab_sampler_batch(&a, &count, 0), sizeof first);
    CHECK(memcmp(first, lab_sampler_batch(&b, &count, 0), sizeof first), "seed 2 is seed 1");
    CHECK(memcmp(first, lab_sampler_batch(&a, &count, 1), sizeof first), "epoch 1 is epoch 0");
    CHECK(!memcmp(first, lab_sampler_batch(&a, &count, 0), sizeof first), "epoch 0 changed");
    lab_sampler_init(&b, &data, 5, 1);
    CHECK(!memcmp(first + 5, lab_sampler_batch(&b, &count, 1), 5 * sizeof *first), "batch 5");
}

/* In 20000 epochs each of 5 points comes to each of 5 places 4000 times, within 5 standard
 * deviations. */
static void orders_are_even(void) {
    enum { FEW = 5, EPOCHS = 20000 };
    const lab_data data = {FEW, 0, 0};
    int at[FEW][FEW] = {{0}};
    lab_sampler sampler;
    lab_sampler_init(&sampler, &data, FEW, 9);
    for (size_t epoch = 0; epoch < EPOCHS; epoch++) {
        size_t count;
        const uint32_t *rows = lab_sampler_batch(&sampler, &count, epoch);
        for (int place = 0; place < FEW; place++) at[place][rows[place]]++;
    }
    const double spread = sqrt(EPOCHS * 0.2 * 0.8);
    for (int place = 0; place < FEW; place++)
        for (int i = 0; i < FEW; i++)
            CHECK(fabs(at[place][i] - EPOCHS * 0.2) < 5 * spread, "%d at %d: %d", i, place,
                  at[place][i]);
}

static void standardised_is_mean_0_deviation_1(void) {
    double x[N], y[N], scale[2], sum = 0, squares = 0;
    scatter(x, y);
    const double first = x[0];
    lab_standardise(x, scale, x, N);
    for (int i = 0; i < N; i++) sum += x[i], squares += x[i] * x[i];
    CHECK(fabs(sum) < 1e-12 * N, "mean %g", sum / N);
    CHECK(fabs(squares / N - 1) < 1e-12, "variance %.17g", squares / N);
    CHECK(fabs(x[0] * scale[1] + scale[0] - first) < 1e-12, "%.17g", first);
}

static void a_constant_column_is_only_shifted(void) {
    const double x[] = {0.1, 0.1, 0.1}, y[] = {1, 2, 6};
    double out[3], scale[2];
    lab_standardise(out, scale, x, 3);
    CHECK(scale[1] == 1 && fabs(out[0]) < 1e-15, "%g %g", scale[1], out[0]);
    lab_field field;
    lab_point point;
    lab_field_from_data(&field, &(lab_data){3, x, y});
    CHECK(lab_field_points(&point, &field) == 0, "w %g", point.x);
}

static void the_point_is_where_the_gradient_is_0(void) {
    double x[N], y[N], out[3];
    scatter(x, y);
    const lab_data data = {N, x, y};
    lab_field field;
    lab_point point;
    lab_field_from_data(&field, &data);
    CHECK(lab_field_points(&point, &field) == 1, "kind %d", point.kind);
    CHECK(point.kind == LAB_GLOBAL_MINIMUM, "kind %d", point.kind);
    field_at(out, &data, (const double[]){point.x, point.y});
    CHECK(fabs(out[1]) < 1e-12 && fabs(out[2]) < 1e-12, "%g %g", out[1], out[2]);
}

int main(void) {
    return RUN_TESTS(
        {"the loss is the mean squared error, its gradient by hand", mean_squared_error},
        {"the Hessian is that of the gradient", hessian_is_that_of_the_gradient},
        {"an N-sample gradient is that of all points", n_sample_is_the_whole},
        {"the mean of all 1-sample gradients is that of all points", mean_of_samples_is_the_whole},
        {"an epoch takes every point once, the last batch what is left",
         an_epoch_takes_every_point_once},
        {"the order hangs on seed and epoch alone", order_hangs_on_seed_and_epoch_alone},
        {"every point comes to every place equally often", orders_are_even},
        {"standardised, x has mean 0 and deviation 1", standardised_is_mean_0_deviation_1},
        {"a constant column is only shifted, and no line is the best",
         a_constant_column_is_only_shifted},
        {"the stationary point is where the gradient is 0", the_point_is_where_the_gradient_is_0});
}
