// What products and convolutions have in common: some rows times one panel of weights, within one
// block of depth, for the vectors V of the file that includes this.
#ifndef LUMIERE_PANELS_IMPL_H
#define LUMIERE_PANELS_IMPL_H

#include <math.h>

#include <algorithm>

#include "matrix_kernels.h"

namespace lumiere {

namespace {

const int LANES = V::LANES;
const int PANEL = 2 * LANES;

// Tiles that share out the calling for the next block of weights; a convolution goes through as many
// before the next panel, for what they read then stays in the second-level cache, and what they write
// in the first.
const int TILES = 16;

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

// Adds to sums, which stay in registers, what rows give that lie APART numbers from each other.
template<int ROWS, int APART, typename Source>
inline __attribute__((always_inline)) void add_products(const float* x, int depth, Source& weights,
        Ahead& ahead, V::Floats (&sums)[ROWS][2]) {
    for (int k = 0; k < depth; k++) {
        V::Floats first;
        V::Floats second;
        weights.next(first, second);
        V::prefetch(ahead.at);
        ahead.at += ahead.step;
        LUMIERE_UNROLL
        for (int r = 0; r < ROWS; r++) {
            const V::Floats value = V::all(x[r * APART + k]);
            sums[r][0] = V::fma(value, first, sums[r][0]);
            sums[r][1] = V::fma(value, second, sums[r][1]);
        }
    }
}

// A panel's weights within one block of depth.
struct Panel {
    const Weights& w;
    size_t from;
    size_t stride;
    int depth;
    float* scratch; // holds it in full precision
};

// Where a panel's weights of a block of depth begin.
size_t panel_at(const Weights& w, int k, int depth, int column) {
    return packed_weights(w.columns, 1, PANEL) * k + (size_t)column * depth;
}

// Runs a work for its number of rows, 1 to ROWS: work.run<ROWS>(weights, ahead).
template<int ROWS, typename Work, typename Source>
struct ForRows {
    static void run(int rows, const Work& work, const Source& weights, const Ahead& ahead) {
        if (rows == ROWS) {
            work.template run<ROWS>(weights, ahead);
        } else {
            ForRows<ROWS - 1, Work, Source>::run(rows, work, weights, ahead);
        }
    }
};
template<typename Work, typename Source>
struct ForRows<0, Work, Source> {
    static void run(int, const Work&, const Source&, const Ahead&) {}
};

template<typename Work, typename Source>
void for_rows(int rows, const Work& work, const Source& weights, const Ahead& ahead) {
    ForRows<V::ROWS, Work, Source>::run(rows, work, weights, ahead);
}

// One of a panel's tiles, which come in order. The first tiles call for the next block of weights.
template<typename Work>
void run_tile(const Panel& p, int tile, int tiles, int rows, const Work& work) {
    const int bytes = PANEL * (int)(p.w.full ? sizeof(float) : sizeof(uint16_t));
    const char* start = p.w.full ? (const char*)(p.w.full + p.from) : (const char*)(p.w.half + p.from);
    const int step = bytes / std::min(tiles, TILES);
    const Ahead ahead = {start + (size_t)p.depth * (bytes + (tile % TILES) * step), step};
    if (p.w.full) {
        const Full full = {p.w.full + p.from, p.stride};
        for_rows(rows, work, full, ahead);
    } else if (tiles == 1) {
        const Half half = {p.w.half + p.from};
        for_rows(rows, work, half, ahead);
    } else if (tile == 0) {
        const HalfKept half = {p.w.half + p.from, p.scratch};
        for_rows(rows, work, half, ahead);
    } else {
        const Full full = {p.scratch, (size_t)PANEL};
        for_rows(rows, work, full, ahead);
    }
}

} // namespace

} // namespace lumiere

#endif // LUMIERE_PANELS_IMPL_H
