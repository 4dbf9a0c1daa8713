// Convolutions as products of places with panels of weights, for the vectors V of the file that
// includes this. Places are read where they are, a vector's lanes of channels together.
#ifndef LUMIERE_CONVOLUTION_KERNELS_IMPL_H
#define LUMIERE_CONVOLUTION_KERNELS_IMPL_H

#include "panels_impl.h"

namespace lumiere {

namespace {

// What does not change from tile to tile.
struct Step {
    const size_t* offsets;
    int vectors; // of depth
    const float* bias;
    Bounds bounds;
    bool first; // block of depth
    bool last;
};

// Some places of a row times one panel, within one block of depth.
struct Places {
    const float* x;
    const Step& step;
    float* y0;
    float* y1;

    template<int ROWS, typename Source>
    void run(Source weights, Ahead ahead) const {
        V::Floats sums[ROWS][2];
        for (int r = 0; r < ROWS; r++) {
            sums[r][0] = V::load(step.first ? step.bias : y0 + r * LANES);
            sums[r][1] = V::load(step.first ? step.bias + LANES : y1 + r * LANES);
        }
        for (int v = 0; v < step.vectors; v++) {
            add_products<ROWS, LANES>(x + step.offsets[v], LANES, weights, ahead, sums);
        }
        const V::Floats least = V::all(step.last ? step.bounds.least : -INFINITY);
        const V::Floats most = V::all(step.last ? step.bounds.most : INFINITY);
        for (int r = 0; r < ROWS; r++) {
            V::store(y0 + r * LANES, V::min(most, V::max(least, sums[r][0])));
            V::store(y1 + r * LANES, V::min(most, V::max(least, sums[r][1])));
        }
    }
};

// Rows of a window, from one to before another.
struct Strip {
    int from;
    int to;
};

// A strip times one panel, within one block of depth. Where there is no second vector of columns, y1
// is room that nobody reads.
void convolve_panel(const Window& x, const Strip& strip, const Panel& panel, const Step& step, float* y0,
        float* y1, bool both) {
    const int across = (x.width + V::ROWS - 1) / V::ROWS;
    const int tiles = across * (strip.to - strip.from);
    for (int t = 0; t < tiles; t++) {
        const int row = strip.from + t / across;
        const int column = (int)((int64_t)x.width * (t % across) / across);
        const int count = (int)((int64_t)x.width * (t % across + 1) / across) - column;
        const size_t place = ((size_t)row * x.width + column) * LANES;
        const float* in = x.at + row * x.row + (size_t)column * LANES;
        const Places places = {in, step, y0 + place, both ? y1 + place : y1};
        run_tile(panel, t, tiles, count, places);
    }
}

void convolve_strip(const Window& x, const Strip& strip, const Weights& w, const float* bias,
        const Bounds& bounds, const Channels& y, float* scratch) {
    float nowhere[V::ROWS * LANES] = {};
    const int block = depth_block(w.depth);
    for (int c = 0; c < w.columns; c += PANEL) {
        const bool both = w.columns - c > LANES;
        float* y0 = y.at + (size_t)(c / LANES) * y.group;
        for (int k = 0; k < w.depth; k += block) {
            const int depth = std::min(block, w.depth - k);
            const Step step = {x.offsets + k / LANES, depth / LANES, bias + c, bounds, k == 0,
                k + depth == w.depth};
            const Panel panel = {w, panel_at(w, k, depth, c), (size_t)PANEL, depth, scratch};
            convolve_panel(x, strip, panel, step, y0, both ? y0 + y.group : nowhere, both);
        }
    }
}

void convolve(const Window& x, const Weights& w, const float* bias, const Bounds& bounds,
        const Channels& y, float* scratch) {
    const int across = (x.width + V::ROWS - 1) / V::ROWS;
    const int rows = std::max(1, TILES / across);
    for (int row = 0; row < x.height; row += rows) {
        const Strip strip = {row, std::min(x.height, row + rows)};
        convolve_strip(x, strip, w, bias, bounds, y, scratch);
    }
}

} // namespace

} // namespace lumiere

#endif // LUMIERE_CONVOLUTION_KERNELS_IMPL_H
