// For processors with AMX, which have AVX-512, too.

#if defined(__AMX_BF16__)

#include "pair_kernels.h"

#include <string.h>

#include <algorithm>

#include "tiles_impl.h"

namespace lumiere {

namespace {

const int LANES = 16;

__mmask16 mask(int count) {
    return count >= LANES ? 0xFFFF : count <= 0 ? 0 : (__mmask16)((1u << count) - 1);
}

void pack(const float* x, size_t stride, int rows, int depth, uint16_t* packed) {
    for (int r = 0; r < rows; r++) {
        for (int b = 0; b < pair_blocks(depth); b++) {
            const int left = depth - b * PAIR_BLOCK;
            const float* from = x + r * stride + b * PAIR_BLOCK;
            const __m512 first = _mm512_maskz_loadu_ps(mask(left), from);
            const __m512 second = _mm512_maskz_loadu_ps(mask(left - LANES), from + LANES);
            const __m512bh rounded = _mm512_cvtne2ps_pbh(second, first);
            memcpy(packed + ((size_t)b * rows + r) * PAIR_BLOCK, &rounded, sizeof rounded);
        }
    }
}

// Where two tiles of rows come from, and go to.
struct Pair {
    const uint16_t* x[2];
    float* y[2];
};

// Some rows times one panel. Weights of the next are called for meanwhile, some for each block.
void multiply(const Pair& p, int rows, const PairBlock* w, int blocks, const float* bias, size_t stride,
        const char* ahead, int step) {
    _tile_loadd(0, bias, 0);
    _tile_loadd(1, bias + LANES, 0);
    _tile_loadd(2, bias, 0);
    _tile_loadd(3, bias + LANES, 0);
    const int between = sizeof w->weights[0];
    for (int b = 0; b < blocks; b++, w++) {
        const size_t at = (size_t)b * rows * PAIR_BLOCK;
        for (int i = 0; i < step; i += 64) _mm_prefetch(ahead + i, _MM_HINT_T1);
        ahead += step;
        _tile_loadd(6, w->weights, between);
        _tile_loadd(4, p.x[0] + at, TILE_BYTES);
        _tile_loadd(7, w->weights[0][LANES], between);
        _tile_loadd(5, p.x[1] + at, TILE_BYTES);
        _tile_dpbf16ps(0, 4, 6);
        _tile_dpbf16ps(1, 4, 7);
        _tile_dpbf16ps(2, 5, 6);
        _tile_dpbf16ps(3, 5, 7);
    }
    _tile_stored(0, p.y[0], stride * sizeof(float));
    _tile_stored(1, p.y[0] + LANES, stride * sizeof(float));
    _tile_stored(2, p.y[1], stride * sizeof(float));
    _tile_stored(3, p.y[1] + LANES, stride * sizeof(float));
}

// All rows times one panel. Tiles write whole panels, so where y has less they write elsewhere.
void panel_rows(const uint16_t* packed, const RowTiles& rows, const PairBlock* w, int blocks,
        const float* bias, float* y, size_t stride, int columns) {
    float edge[2][TILE_ROWS * PAIR_PANEL];
    const bool whole = columns >= PAIR_PANEL;
    const int step = (int)sizeof(PairBlock) / rows.pairs;
    for (int p = 0; p < rows.pairs; p++) {
        const size_t first = rows.start(2 * p);
        const size_t second = rows.start(2 * p + 1);
        float* const to[] = {y + first * stride, y + second * stride};
        const Pair pair = {{packed + first * PAIR_BLOCK, packed + second * PAIR_BLOCK},
            {whole ? to[0] : edge[0], whole ? to[1] : edge[1]}};
        const char* ahead = (const char*)(w + blocks) + (size_t)p * step * blocks;
        multiply(pair, rows.rows, w, blocks, bias, whole ? stride : PAIR_PANEL, ahead, step);
        for (int r = 0; !whole && r < rows.height; r++) {
            std::copy_n(edge[0] + r * PAIR_PANEL, columns, to[0] + r * stride);
            std::copy_n(edge[1] + r * PAIR_PANEL, columns, to[1] + r * stride);
        }
    }
}

void multiply(const uint16_t* packed, int rows, const PairBlock* w, int columns, int depth,
        const float* bias, float* y, size_t stride) {
    const int blocks = pair_blocks(depth);
    const RowTiles shared(rows);
    const Tiles tiles(shared.height);
    for (int c = 0; c < columns; c += PAIR_PANEL, w += blocks) {
        panel_rows(packed, shared, w, blocks, bias + c, y + c, stride, columns - c);
    }
}

const PairKernels table = {pack, multiply};

} // namespace

const PairKernels* pair_kernels_amx() {
    static const bool has = has_tiles(TILES | TILES_OF_BF16);
    return has ? &table : 0;
}

} // namespace lumiere

#endif
