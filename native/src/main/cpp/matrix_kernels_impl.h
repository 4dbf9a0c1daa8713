// The kernels, for the vectors V of the file that includes this.

#include "convolution_kernels_impl.h"
#include "panels_impl.h"
#include "softmax_kernels_impl.h"

namespace lumiere {

namespace {

// Columns of a panel that exist.
struct Edge {
    explicit Edge(int columns)
        : first(V::mask(columns)), second(V::mask(columns - LANES)) {}
    V::Mask first;
    V::Mask second;
};

// Some rows times one panel, within one block of depth.
struct Product {
    const float* x;
    int depth;
    const float* bias;
    bool more; // than what y has
    float* y;
    size_t stride;
    const Edge& edge;

    template<int ROWS, typename Source>
    void run(Source weights, Ahead ahead) const {
        V::Floats sums[ROWS][2];
        for (int r = 0; r < ROWS; r++) {
            if (more) {
                sums[r][0] = V::load(y + r * stride, edge.first);
                sums[r][1] = V::load(y + r * stride + LANES, edge.second);
            } else {
                sums[r][0] = bias ? V::load(bias) : V::zero();
                sums[r][1] = bias ? V::load(bias + LANES) : V::zero();
            }
        }
        add_products<ROWS, ROW_STRIDE>(x, depth, weights, ahead, sums);
        for (int r = 0; r < ROWS; r++) {
            V::store(y + r * stride, edge.first, sums[r][0]);
            V::store(y + r * stride + LANES, edge.second, sums[r][1]);
        }
    }
};

void pack(const float* x, size_t stride, int rows, int depth, float* packed) {
    const int block = depth_block(depth);
    for (int k = 0; k < depth; k += block) {
        const int count = std::min(block, depth - k);
        for (int r = 0; r < rows; r++) {
            std::copy(x + r * stride + k, x + r * stride + k + count, packed);
            packed += ROW_STRIDE;
        }
    }
}

// All rows times one panel. Rows are shared out evenly: 50 are multiplied as 13, 13, 12 and 12, while
// 14, 14, 14 and 8 would take as long as four times 14.
void panel_rows(const Panel& panel, int rows, const Product& all) {
    const int tiles = (rows + V::ROWS - 1) / V::ROWS;
    for (int t = 0; t < tiles; t++) {
        const int row = (int)((int64_t)rows * t / tiles);
        const int count = (int)((int64_t)rows * (t + 1) / tiles) - row;
        const Product some = {all.x + (size_t)row * ROW_STRIDE, all.depth, all.bias, all.more,
            all.y + row * all.stride, all.stride, all.edge};
        run_tile(panel, t, tiles, count, some);
    }
}

void multiply(const float* packed, int rows, const Weights& w, const float* bias, float* y,
        size_t stride, float* scratch) {
    const int block = depth_block(w.depth);
    size_t from = 0;
    for (int k = 0; k < w.depth; k += block) {
        const int depth = std::min(block, w.depth - k);
        for (int c = 0; c < w.columns; c += PANEL) {
            const Edge edge(w.columns - c);
            if (w.stride) from = (size_t)k * w.stride + c;
            const Panel panel = {w, from, w.stride ? w.stride : PANEL, depth, scratch};
            const Product product = {packed, depth, bias ? bias + c : 0, k > 0, y + c, stride, edge};
            panel_rows(panel, rows, product);
            from += (size_t)depth * PANEL;
        }
        packed += (size_t)rows * ROW_STRIDE;
    }
}

void multiply_groups(const float* x, size_t stride, int group, const Weights& w, const float* bias,
        float* y) {
    const int block = depth_block(w.depth);
    for (int k = 0; k < w.depth; k += block) {
        const int depth = std::min(block, w.depth - k);
        for (int c = 0; c < w.columns; c += PANEL) {
            const Edge edge(w.columns - c);
            const Panel panel = {w, panel_at(w, k, depth, c), (size_t)PANEL, depth, 0};
            const Product product = {x + c / group * stride + k, depth, bias + c, k > 0, y + c, 0, edge};
            run_tile(panel, 0, 1, 1, product);
        }
    }
}

V::Floats numbers(const float* p) {
    return V::load(p);
}
V::Floats numbers(const uint16_t* p) {
    return V::half(p);
}

template<typename Number>
void multiply_turned(const float* x, int group, const Weights& w, const Number* weights, float* y,
        size_t stride) {
    const int block = depth_block(w.depth);
    for (int k = 0; k < w.depth; k += block) {
        const int depth = std::min(block, w.depth - k);
        for (int c = 0; c < w.columns; c += group) {
            const Number* from = weights + panel_at(w, k, depth, c);
            for (int i = 0; i < depth; i++) {
                V::Floats sum = V::zero();
                for (int p = 0; p < group; p += PANEL) {
                    const Number* at = from + (size_t)p * depth + i * PANEL;
                    sum = V::fma(V::load(x + c + p), numbers(at), sum);
                    sum = V::fma(V::load(x + c + p + LANES), numbers(at + LANES), sum);
                }
                y[(k + i) * stride + c / group] = V::sum(sum);
            }
        }
    }
}

void multiply_turned(const float* x, int group, const Weights& w, float* y, size_t stride) {
    if (w.full) {
        multiply_turned(x, group, w, w.full, y, stride);
    } else {
        multiply_turned(x, group, w, w.half, y, stride);
    }
}

bool halve(const float* from, size_t count, uint16_t* to) {
    bool exact = true;
    for (size_t i = 0; i < count && exact; i += LANES) {
        exact = V::halve(from + i, V::mask((int)std::min(count - i, (size_t)LANES)), to + i);
    }
    return exact;
}

const Kernels table
        = {PANEL, pack, multiply, multiply_groups, multiply_turned, convolve, softmax, halve};

} // namespace

} // namespace lumiere
