// A constant matrix in the form in which kernels read it.
#ifndef LUMIERE_PACKED_MATRIX_H
#define LUMIERE_PACKED_MATRIX_H

#include "byte_kernels.h"
#include "mat.h"
#include "matrix_kernels.h"
#include "option.h"
#include "pair_kernels.h"

namespace lumiere {

const int NO_MEMORY = -100; // as ncnn has it

// What may be used of what a processor has.
enum Instructions {
    INSTRUCTIONS_NONE,
    INSTRUCTIONS_AVX2,
    INSTRUCTIONS_ALL,
    INSTRUCTIONS_PAIRS // and products with matrices of floats are of bfloat16
};

// What products are computed with; null where this processor has no instructions for it.
struct Processor {
    const Kernels* floats;
    const ByteKernels* bytes;
    const PairKernels* pairs;
};

// Whether it has them for bfloat16.
bool has_pairs();

Processor processor(Instructions most);

// Rows of numbers, one after another.
struct Rows {
    const float* at;
    size_t stride;
    int count;
};

inline Rows rows_of(const ncnn::Mat& m) {
    const Rows rows = {m, (size_t)m.w, m.h};
    return rows;
}

// The matrix of y = x w + b. Immutable once loaded; thread-safe. The functions give 0, or an error.
class PackedMatrix {
public:
    // Takes weights that lie output by output. They are kept in half precision where all are the
    // same in it, as those of most files are: products read half as much memory then, and memory is
    // what a product of few rows waits for.
    int load(const Processor& processor, const ncnn::Mat& weights, int outputs, int inputs,
            const ncnn::Mat& bias);

    // Takes them as bfloat16, which the processor must have something for.
    int load_pairs(const Processor& processor, const ncnn::Mat& weights, int outputs, int inputs,
            const ncnn::Mat& bias);

    // The same of 8-bit integers, of which each BYTE_BLOCK of an output were multiplied by a scale.
    // multipliers of inputs may be empty.
    int load_bytes(const Processor& processor, const ncnn::Mat& weights, int outputs, int inputs,
            const ncnn::Mat& bias, const ncnn::Mat& scales, const ncnn::Mat& multipliers);

    // y = x w + b for each row.
    int multiply(const Rows& x, float* y, size_t stride, const ncnn::Option& opt) const;

    // Whether columns come in groups that the following two take: floats, in whole panels.
    bool has_groups(int group) const;

    // y = x w + b for one row, with a row of x for each group of columns.
    void multiply_groups(const float* x, size_t stride, int group, float* y) const;

    // For each row of w a row of y: its product with x, for each group of columns apart.
    void multiply_turned(const float* x, int group, float* y, size_t stride) const;

    // y = x w + b for each place of a window, within bounds; only of floats.
    int convolve(const Window& x, const Bounds& bounds, const Channels& y, const ncnn::Option& opt) const;

private:
    Weights weights() const;
    int set(const Processor& processor, int outputs, int inputs, const ncnn::Mat& bias);
    int multiply_floats(const Rows& x, float* y, size_t stride, const ncnn::Option& opt) const;
    int multiply_pairs(const Rows& x, float* y, size_t stride, const ncnn::Option& opt) const;
    int multiply_bytes(const Rows& x, float* y, size_t stride, const ncnn::Option& opt) const;

    Processor with;
    int columns;
    int depth;
    ncnn::Mat bias;
    ncnn::Mat full; // one of these four
    ncnn::Mat half;
    ncnn::Mat pairs;
    ncnn::Mat bytes;
    ncnn::Mat multipliers;
};

// Packs rows for products of floats; empty if there is no memory.
ncnn::Mat pack(const Kernels& kernels, const Rows& x, int depth, const ncnn::Option& opt);

} // namespace lumiere

#endif // LUMIERE_PACKED_MATRIX_H
