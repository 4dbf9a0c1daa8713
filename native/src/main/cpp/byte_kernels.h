// Products of rows with constant matrices of 8-bit integers, by the dot products of VNNI.
#ifndef LUMIERE_BYTE_KERNELS_H
#define LUMIERE_BYTE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

namespace lumiere {

// Numbers of a row that share a scale.
const int BYTE_BLOCK = 64;

// Columns of a panel.
const int BYTE_PANEL = 32;

// What a product reads of one panel within one block of depth.
struct ByteBlock {
    int8_t weights[BYTE_BLOCK / 4][BYTE_PANEL][4]; // a column's numbers four by four
    int32_t shift[BYTE_PANEL]; // -128 * the sum of a column's weights: inputs are 128 too high
    float scale[BYTE_PANEL];   // what a column's weights are multiplied by
};

inline int byte_blocks(int depth) {
    return (depth + BYTE_BLOCK - 1) / BYTE_BLOCK;
}

struct ByteKernels {
    // Rows times multipliers (null: 1) as integers around 128, depth rounded up to whole blocks, and
    // a scale for each block.
    void (*pack)(const float* x, size_t stride, int rows, int depth, const float* multipliers,
            uint8_t* bytes, float* scales);

    // y = x w + bias. Blocks lie panel by panel; bias must be readable up to whole panels.
    void (*multiply)(const uint8_t* bytes, const float* scales, int rows, const ByteBlock* w,
            int columns, int depth, const float* bias, float* y, size_t stride);
};

const ByteKernels* byte_kernels_avx512();

} // namespace lumiere

#endif // LUMIERE_BYTE_KERNELS_H
