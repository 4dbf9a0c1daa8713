// Products of rows with constant matrices of bfloat16, by the tiles of AMX: two-dimensional registers
// whose products add pairs of numbers, in full precision.
#ifndef LUMIERE_PAIR_KERNELS_H
#define LUMIERE_PAIR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

namespace lumiere {

// Depth of a tile.
const int PAIR_BLOCK = 32;

// Columns of a panel: two tiles.
const int PAIR_PANEL = 32;

// What a product reads of one panel within one block of depth.
struct PairBlock {
    uint16_t weights[PAIR_BLOCK / 2][PAIR_PANEL][2]; // a column's numbers two by two
};

inline int pair_blocks(int depth) {
    return (depth + PAIR_BLOCK - 1) / PAIR_BLOCK;
}

struct PairKernels {
    // Rounds rows, depth filled up to whole blocks: block by block, and in each row by row.
    void (*pack)(const float* x, size_t stride, int rows, int depth, uint16_t* packed);

    // y = x w + bias. Blocks lie panel by panel; bias must be readable up to whole panels.
    void (*multiply)(const uint16_t* packed, int rows, const PairBlock* w, int columns, int depth,
            const float* bias, float* y, size_t stride);
};

// Null where the processor has no tiles, or the system does not let this process use them.
const PairKernels* pair_kernels_amx();

} // namespace lumiere

#endif // LUMIERE_PAIR_KERNELS_H
