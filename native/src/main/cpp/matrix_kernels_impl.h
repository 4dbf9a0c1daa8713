// The kernels, for the vectors V of the file that includes this.

#include <math.h>

#include <algorithm>

#include "matrix_kernels.h"

namespace lumiere {

namespace {

const int LANES = V::LANES;
const int PANEL = 2 * LANES;

// Columns of a panel that exist.
struct Edge {
    explicit Edge(int columns)
        : first(V::mask(columns)), second(V::mask(columns - LANES)) {}
    V::Mask first;
    V::Mask second;
};

// Weights of the next block that are called for meanwhile, some for each step in depth.
struct Ahead {
    const char* at;
    int step;
};

// Where a panel's weights come from.
struct Full {
    const float* at;
    size_t stride;
    void next(V::Floats& first, V::Floats& second) {
        first = V::load(at);
        second = V::load(at + LANES);
        at += stride;
    }
};

struct Half {
    const uint16_t* at;
    void next(V::Floats& first, V::Floats& second) {
        first = V::half(at);
        second = V::half(at + LANES);
        at += PANEL;
    }
};

// Keeps them in full precision, for the rows that follow.
struct HalfKept {
    const uint16_t* at;
    float* kept;
    void next(V::Floats& first, V::Floats& second) {
        first = V::half(at);
        second = V::half(at + LANES);
        V::store(kept, first);
        V::store(kept + LANES, second);
        at += PANEL;
        kept += PANEL;
    }
};

// Some rows times one panel, within one block of depth. All sums stay in registers.
template<int ROWS, typename Source>
void tile(const float* x, Source weights, int depth, const float* bias, bool more, float* y,
        size_t stride, const Edge& edge, Ahead ahead) {
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
    for (int k = 0; k < depth; k++) {
        V::Floats first;
        V::Floats second;
        weights.next(first, second);
        V::prefetch(ahead.at);
        ahead.at += ahead.step;
        LUMIERE_UNROLL
        for (int r = 0; r < ROWS; r++) {
            const V::Floats value = V::all(x[r * ROW_STRIDE + k]);
            sums[r][0] = V::fma(value, first, sums[r][0]);
            sums[r][1] = V::fma(value, second, sums[r][1]);
        }
    }
    for (int r = 0; r < ROWS; r++) {
        V::store(y + r * stride, edge.first, sums[r][0]);
        V::store(y + r * stride + LANES, edge.second, sums[r][1]);
    }
}

// tile() of the given number of rows, 1 to ROWS.
template<int ROWS, typename Source>
struct Tiles {
    static void run(int rows, const float* x, Source weights, int depth, const float* bias, bool more,
            float* y, size_t stride, const Edge& edge, const Ahead& ahead) {
        if (rows == ROWS) {
            tile<ROWS, Source>(x, weights, depth, bias, more, y, stride, edge, ahead);
        } else {
            Tiles<ROWS - 1, Source>::run(
                    rows, x, weights, depth, bias, more, y, stride, edge, ahead);
        }
    }
};
template<typename Source>
struct Tiles<0, Source> {
    static void run(int, const float*, Source, int, const float*, bool, float*, size_t, const Edge&,
            const Ahead&) {}
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

// All rows times one panel, within one block of depth. Rows are shared out evenly: 50 are multiplied
// as 13, 13, 12 and 12, while 14, 14, 14 and 8 would take as long as four times 14.
void panel_rows(const float* x, int rows, const Weights& w, size_t from, size_t stride, int depth,
        const float* bias, bool more, float* y, size_t y_stride, const Edge& edge, float* scratch) {
    const int tiles = (rows + V::ROWS - 1) / V::ROWS;
    for (int t = 0; t < tiles; t++) {
        const int row = (int)((int64_t)rows * t / tiles);
        const int count = (int)((int64_t)rows * (t + 1) / tiles) - row;
        const float* in = x + (size_t)row * ROW_STRIDE;
        float* out = y + row * y_stride;
        const int bytes = PANEL * (int)(w.full ? sizeof(float) : sizeof(uint16_t));
        const char* start = w.full ? (const char*)(w.full + from) : (const char*)(w.half + from);
        const int step = bytes / tiles;
        const Ahead ahead = {start + (size_t)depth * bytes + (size_t)t * depth * step, step};
        if (w.full) {
            const Full full = {w.full + from, stride};
            Tiles<V::ROWS, Full>::run(
                    count, in, full, depth, bias, more, out, y_stride, edge, ahead);
        } else if (tiles == 1) {
            const Half half = {w.half + from};
            Tiles<V::ROWS, Half>::run(
                    count, in, half, depth, bias, more, out, y_stride, edge, ahead);
        } else if (t == 0) {
            const HalfKept half = {w.half + from, scratch};
            Tiles<V::ROWS, HalfKept>::run(
                    count, in, half, depth, bias, more, out, y_stride, edge, ahead);
        } else {
            const Full full = {scratch, (size_t)PANEL};
            Tiles<V::ROWS, Full>::run(
                    count, in, full, depth, bias, more, out, y_stride, edge, ahead);
        }
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
            panel_rows(packed, rows, w, from, w.stride ? w.stride : PANEL, depth,
                    bias ? bias + c : 0, k > 0, y + c, stride, edge, scratch);
            from += (size_t)depth * PANEL;
        }
        packed += (size_t)rows * ROW_STRIDE;
    }
}

} // namespace

} // namespace lumiere

#include "convolution_kernels_impl.h"

namespace lumiere {

namespace {

// e^x for x <= 0, by 2^n e^r with |r| <= ln(2) / 2 and a polynomial; 2 units in the last place.
V::Floats exponential(V::Floats x) {
    x = V::max(x, V::all(-87.f));
    const V::Floats n = V::round(V::mul(x, V::all(1.44269504f)));
    V::Floats r = V::fma(n, V::all(-0.693359375f), x);
    r = V::fma(n, V::all(2.12194440e-4f), r);
    V::Floats p = V::all(1.9875691500e-4f);
    p = V::fma(p, r, V::all(1.3981999507e-3f));
    p = V::fma(p, r, V::all(8.3334519073e-3f));
    p = V::fma(p, r, V::all(4.1665795894e-2f));
    p = V::fma(p, r, V::all(1.6666665459e-1f));
    p = V::fma(p, r, V::all(5.0000001201e-1f));
    p = V::fma(V::mul(r, r), p, V::add(r, V::all(1.f)));
    return V::times_power_of_2(p, n);
}

void softmax_row(float* row, int width, float factor, const float* mask) {
    const V::Floats lowest = V::all(-3e38f);
    V::Floats most = lowest;
    for (int i = 0; i < width; i += LANES) {
        const V::Mask edge = V::mask(width - i);
        V::Floats x = V::mul(V::load(row + i, edge), V::all(factor));
        if (mask) x = V::add(x, V::load(mask + i, edge));
        V::store(row + i, edge, x);
        most = V::max(most, V::either(edge, x, lowest));
    }
    const V::Floats top = V::all(V::most(most));
    V::Floats sum = V::zero();
    for (int i = 0; i < width; i += LANES) {
        const V::Mask edge = V::mask(width - i);
        const V::Floats x = exponential(V::sub(V::load(row + i, edge), top));
        V::store(row + i, edge, x);
        sum = V::add(sum, V::either(edge, x, V::zero()));
    }
    const V::Floats share = V::all(1.f / V::sum(sum));
    for (int i = 0; i < width; i += LANES) {
        const V::Mask edge = V::mask(width - i);
        V::store(row + i, edge, V::mul(V::load(row + i, edge), share));
    }
}

void softmax(float* rows, size_t stride, int count, int width, float factor, const float* mask,
        size_t mask_stride) {
    for (int r = 0; r < count; r++) {
        softmax_row(rows + r * stride, width, factor, mask ? mask + r * mask_stride : 0);
    }
}

bool halve(const float* from, size_t count, uint16_t* to) {
    bool exact = true;
    for (size_t i = 0; i < count && exact; i += LANES) {
        exact = V::halve(from + i, V::mask((int)std::min(count - i, (size_t)LANES)), to + i);
    }
    return exact;
}

const Kernels table = {PANEL, pack, multiply, convolve, softmax, halve};

} // namespace

} // namespace lumiere
