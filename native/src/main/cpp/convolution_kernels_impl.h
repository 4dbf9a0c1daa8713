// Convolutions as products of places with panels of weights, for the vectors V of the file that
// includes this. Places are read where they are, a vector's lanes of channels together.

namespace lumiere {

namespace {

// Most rows of places that are gone through before the next panel: what they read then stays in the
// second-level cache, and what they write in the first.
const int TILES = 16;

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
template<int ROWS, typename Source>
void places(const float* x, Source weights, const Step& step, float* y0, float* y1, Ahead ahead) {
    V::Floats sums[ROWS][2];
    for (int r = 0; r < ROWS; r++) {
        sums[r][0] = V::load(step.first ? step.bias : y0 + r * LANES);
        sums[r][1] = V::load(step.first ? step.bias + LANES : y1 + r * LANES);
    }
    for (int v = 0; v < step.vectors; v++) {
        const float* from = x + step.offsets[v];
        for (int k = 0; k < LANES; k++) {
            V::Floats first;
            V::Floats second;
            weights.next(first, second);
            V::prefetch(ahead.at);
            ahead.at += ahead.step;
            LUMIERE_UNROLL
            for (int r = 0; r < ROWS; r++) {
                const V::Floats value = V::all(from[r * LANES + k]);
                sums[r][0] = V::fma(value, first, sums[r][0]);
                sums[r][1] = V::fma(value, second, sums[r][1]);
            }
        }
    }
    const V::Floats least = V::all(step.last ? step.bounds.least : -INFINITY);
    const V::Floats most = V::all(step.last ? step.bounds.most : INFINITY);
    for (int r = 0; r < ROWS; r++) {
        V::store(y0 + r * LANES, V::min(most, V::max(least, sums[r][0])));
        V::store(y1 + r * LANES, V::min(most, V::max(least, sums[r][1])));
    }
}

// places() of the given number, 1 to ROWS.
template<int ROWS, typename Source>
struct Places {
    static void run(int rows, const float* x, Source weights, const Step& step, float* y0, float* y1,
            const Ahead& ahead) {
        if (rows == ROWS) {
            places<ROWS, Source>(x, weights, step, y0, y1, ahead);
        } else {
            Places<ROWS - 1, Source>::run(rows, x, weights, step, y0, y1, ahead);
        }
    }
};
template<typename Source>
struct Places<0, Source> {
    static void run(int, const float*, Source, const Step&, float*, float*, const Ahead&) {}
};

// Rows of a window, from one to before another.
struct Strip {
    int from;
    int to;
};

// A strip times one panel, within one block of depth. Where there is no second vector of columns, y1
// is room that nobody reads.
void convolve_panel(const Window& x, const Strip& strip, const Weights& w, size_t from, const Step& step,
        float* y0, float* y1, bool both, float* scratch) {
    const int across = (x.width + V::ROWS - 1) / V::ROWS;
    const int tiles = across * (strip.to - strip.from);
    const int bytes = PANEL * (int)(w.full ? sizeof(float) : sizeof(uint16_t));
    const int depth = step.vectors * LANES;
    const char* start = w.full ? (const char*)(w.full + from) : (const char*)(w.half + from);
    for (int t = 0; t < tiles; t++) {
        const int row = strip.from + t / across;
        const int column = (int)((int64_t)x.width * (t % across) / across);
        const int count = (int)((int64_t)x.width * (t % across + 1) / across) - column;
        const size_t place = ((size_t)row * x.width + column) * LANES;
        const float* in = x.at + row * x.row + (size_t)column * LANES;
        float* second = both ? y1 + place : y1;
        // The first tiles call for the next block of weights.
        const int ahead_step = bytes / std::min(tiles, TILES);
        const Ahead ahead = {start + (size_t)depth * (bytes + (t % TILES) * ahead_step), ahead_step};
        if (w.full) {
            const Full full = {w.full + from, (size_t)PANEL};
            Places<V::ROWS, Full>::run(count, in, full, step, y0 + place, second, ahead);
        } else if (t == 0) {
            const HalfKept half = {w.half + from, scratch};
            Places<V::ROWS, HalfKept>::run(count, in, half, step, y0 + place, second, ahead);
        } else {
            const Full full = {scratch, (size_t)PANEL};
            Places<V::ROWS, Full>::run(count, in, full, step, y0 + place, second, ahead);
        }
    }
}

void convolve_strip(const Window& x, const Strip& strip, const Weights& w, const float* bias,
        const Bounds& bounds, const Channels& y, float* scratch) {
    float nowhere[V::ROWS * LANES] = {};
    const int block = depth_block(w.depth);
    const size_t columns = packed_weights(w.columns, 1, PANEL);
    for (int c = 0; c < w.columns; c += PANEL) {
        const bool both = w.columns - c > LANES;
        float* y0 = y.at + (size_t)(c / LANES) * y.group;
        for (int k = 0; k < w.depth; k += block) {
            const int depth = std::min(block, w.depth - k);
            const Step step = {x.offsets + k / LANES, depth / LANES, bias + c, bounds, k == 0,
                k + depth == w.depth};
            const size_t from = columns * k + (size_t)c * depth;
            convolve_panel(x, strip, w, from, step, y0, both ? y0 + y.group : nowhere, both, scratch);
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
