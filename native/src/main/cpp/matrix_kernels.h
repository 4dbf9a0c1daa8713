// Products of a few rows with large constant matrices, which is where encoders spend their time.
// One implementation for each instruction set; which one fits is found out at run time.
#ifndef LUMIERE_MATRIX_KERNELS_H
#define LUMIERE_MATRIX_KERNELS_H

#include <stddef.h>
#include <stdint.h>

namespace lumiere {

// Most of the depth of a product that is gone through at once. A block of weights (256 x 32 floats)
// then stays in the first-level cache while all rows are multiplied by it.
const int DEPTH = 256;

// Distance between rows of packed input. Not a power of two, or rows would fall on each other in
// the cache.
const int ROW_STRIDE = DEPTH + 16;

// How a product's depth is divided: into blocks of at most DEPTH, equal but for their last. A block
// is whole vectors of any kind.
inline int depth_blocks(int depth) {
    return (depth + DEPTH - 1) / DEPTH;
}
inline int depth_block(int depth) {
    const int blocks = depth_blocks(depth);
    return ((depth + blocks - 1) / blocks + 15) / 16 * 16;
}

// Numbers in a packed matrix, which is filled up to whole panels.
inline size_t packed_weights(int columns, int depth, int panel) {
    return (size_t)(columns + panel - 1) / panel * panel * depth;
}

// The weights of a product: depth x columns. In panels, they lie block of depth by block of depth,
// in each panel by panel, and in each of these row by row: in the order in which they are read.
struct Weights {
    const float* full;    // or
    const uint16_t* half; // the same in half precision
    size_t stride;        // of rows, in numbers; 0: in panels
    int columns;
    int depth;
};

// Channels of an image, as many together as a vector has lanes: place by place, and group by group.
struct Channels {
    float* at;
    size_t group; // numbers between a group and the next
};

// A convolution with a step of one place. Depth is window places x channels.
struct Window {
    const float* at;       // what the first place sees of the first channels
    const size_t* offsets; // from there, of each vector of depth
    size_t row;            // numbers between rows
    int width;             // of the result
    int height;
};

// Least and most of what a convolution gives.
struct Bounds {
    float least;
    float most;
};

struct Kernels {
    // Columns of a panel: two vectors.
    int panel;

    // Copies rows into the form that products take: ROW_STRIDE floats for each row of each block of
    // depth, block by block.
    void (*pack)(const float* x, size_t stride, int rows, int depth, float* packed);

    // y = x w + bias. bias may be null; weights that are not in panels, and a bias, must be readable
    // up to whole panels. scratch holds DEPTH * panel floats.
    void (*multiply)(const float* packed, int rows, const Weights& w, const float* bias, float* y,
            size_t stride, float* scratch);

    // A row for each group of columns, of whole panels: y = x w + bias, where each column is multiplied
    // by its group's row. Weights are in panels.
    void (*multiply_groups)(const float* x, size_t stride, int group, const Weights& w,
            const float* bias, float* y);

    // The weights times one row for each group of columns: y is a row for each row of w, of a number
    // for each group. Weights are in panels.
    void (*multiply_turned)(const float* x, int group, const Weights& w, float* y, size_t stride);

    // y = x w + bias for all places of a window, within bounds. Weights are in panels, bias is not null.
    void (*convolve)(const Window& x, const Weights& w, const float* bias, const Bounds& bounds,
            const Channels& y, float* scratch);

    // Makes each row the softmax of factor * row + mask; mask may be null.
    void (*softmax)(float* rows, size_t stride, int count, int width, float factor, const float* mask,
            size_t mask_stride);

    // Whether all numbers are the same in half precision; if so, they are written there.
    bool (*halve)(const float* from, size_t count, uint16_t* to);
};

const Kernels* kernels_avx2();
const Kernels* kernels_avx512();

} // namespace lumiere

#endif // LUMIERE_MATRIX_KERNELS_H
