// For processors with AVX-512 and its dot products of bytes.

#if defined(__AVX512VNNI__)

#include "byte_kernels.h"

#include <immintrin.h>
#include <string.h>

#include <algorithm>

namespace lumiere {

namespace {

const int LANES = 16;
const int MOST_BLOCKS = 12; // 27 KB
const int ROWS = 6; // times two vectors of integers and two of floats: 24 of 32 registers

__mmask16 mask(int count) {
    return count >= LANES ? 0xFFFF : count <= 0 ? 0 : (__mmask16)((1u << count) - 1);
}

// One block of a row: the largest becomes 127.
float pack_block(const float* x, int count, const float* multipliers, uint8_t* bytes) {
    __m512 values[BYTE_BLOCK / LANES];
    __m512 most = _mm512_setzero_ps();
    for (int i = 0; i < BYTE_BLOCK / LANES; i++) {
        const __mmask16 there = mask(count - i * LANES);
        values[i] = _mm512_maskz_loadu_ps(there, x + i * LANES);
        if (multipliers) {
            const __m512 factors = _mm512_maskz_loadu_ps(there, multipliers + i * LANES);
            values[i] = _mm512_mul_ps(values[i], factors);
        }
        most = _mm512_max_ps(most, _mm512_abs_ps(values[i]));
    }
    const float largest = _mm512_reduce_max_ps(most);
    const __m512 factor = _mm512_set1_ps(largest > 0 ? 127.f / largest : 0.f);
    for (int i = 0; i < BYTE_BLOCK / LANES; i++) {
        const __m512i whole = _mm512_cvtps_epi32(_mm512_mul_ps(values[i], factor));
        const __m128i byte = _mm512_cvtsepi32_epi8(whole);
        const __m128i shifted = _mm_xor_si128(byte, _mm_set1_epi8((char)0x80));
        _mm_storeu_si128((__m128i*)(bytes + i * LANES), shifted);
    }
    return largest / 127.f;
}

void pack(const float* x, size_t stride, int rows, int depth, const float* multipliers,
        uint8_t* bytes, float* scales) {
    for (int r = 0; r < rows; r++) {
        for (int k = 0; k < depth; k += BYTE_BLOCK) {
            *scales++ = pack_block(x + r * stride + k, std::min(depth - k, BYTE_BLOCK),
                    multipliers ? multipliers + k : 0, bytes);
            bytes += BYTE_BLOCK;
        }
    }
}

// Some rows times one panel.
template<int COUNT>
void tile(const uint8_t* bytes, const float* scales, const ByteBlock* w, int blocks,
        int all_blocks, const float* bias, float* y, size_t stride, int columns, const char* ahead,
        int step) {
    const size_t row = (size_t)all_blocks * BYTE_BLOCK;
    __m512 sums[COUNT][2];
    for (int r = 0; r < COUNT; r++) {
        sums[r][0] = bias ? _mm512_loadu_ps(bias)
                          : _mm512_maskz_loadu_ps(mask(columns), y + r * stride);
        sums[r][1] = bias ? _mm512_loadu_ps(bias + LANES)
                          : _mm512_maskz_loadu_ps(mask(columns - LANES), y + r * stride + LANES);
    }
    for (int b = 0; b < blocks; b++, w++, bytes += BYTE_BLOCK) {
        for (int i = 0; i < step; i += 64) _mm_prefetch(ahead + i, _MM_HINT_T1);
        ahead += step;
        __m512i dots[COUNT][2];
        for (int r = 0; r < COUNT; r++) {
            dots[r][0] = _mm512_loadu_si512(w->shift);
            dots[r][1] = _mm512_loadu_si512(w->shift + LANES);
        }
        // Rolled up, GCC would move all sums to other registers and back.
        _Pragma("GCC unroll 16")
        for (int q = 0; q < BYTE_BLOCK / 4; q++) {
            const __m512i first = _mm512_loadu_si512(w->weights[q]);
            const __m512i second = _mm512_loadu_si512(w->weights[q][LANES]);
            _Pragma("GCC unroll 6")
            for (int r = 0; r < COUNT; r++) {
                int32_t four;
                memcpy(&four, bytes + r * row + q * 4, 4);
                const __m512i value = _mm512_set1_epi32(four);
                dots[r][0] = _mm512_dpbusd_epi32(dots[r][0], value, first);
                dots[r][1] = _mm512_dpbusd_epi32(dots[r][1], value, second);
            }
        }
        const __m512 first = _mm512_loadu_ps(w->scale);
        const __m512 second = _mm512_loadu_ps(w->scale + LANES);
        for (int r = 0; r < COUNT; r++) {
            const __m512 scale = _mm512_set1_ps(scales[(size_t)r * all_blocks + b]);
            sums[r][0] = _mm512_fmadd_ps(_mm512_mul_ps(scale, first),
                    _mm512_cvtepi32_ps(dots[r][0]), sums[r][0]);
            sums[r][1] = _mm512_fmadd_ps(_mm512_mul_ps(scale, second),
                    _mm512_cvtepi32_ps(dots[r][1]), sums[r][1]);
        }
    }
    for (int r = 0; r < COUNT; r++) {
        _mm512_mask_storeu_ps(y + r * stride, mask(columns), sums[r][0]);
        _mm512_mask_storeu_ps(y + r * stride + LANES, mask(columns - LANES), sums[r][1]);
    }
}

typedef void (*Tile)(const uint8_t*, const float*, const ByteBlock*, int, int, const float*, float*,
        size_t, int, const char*, int);
const Tile TILES[ROWS] = {tile<1>, tile<2>, tile<3>, tile<4>, tile<5>, tile<6>};

// All rows times some blocks of one panel, which stay in the first-level cache meanwhile.
void panel_rows(const uint8_t* bytes, const float* scales, int rows, const ByteBlock* w, int blocks,
        int all_blocks, const float* bias, float* y, size_t stride, int columns) {
    const int tiles = (rows + ROWS - 1) / ROWS;
    const int step = (int)sizeof(ByteBlock) / tiles;
    for (int t = 0; t < tiles; t++) {
        const size_t row = (size_t)((int64_t)rows * t / tiles);
        const int count = (int)((int64_t)rows * (t + 1) / tiles - (int64_t)row);
        const char* ahead = (const char*)(w + blocks) + (size_t)t * step * blocks;
        TILES[count - 1](bytes + row * all_blocks * BYTE_BLOCK, scales + row * all_blocks, w, blocks,
                all_blocks, bias, y + row * stride, stride, columns, ahead, step);
    }
}

void multiply(const uint8_t* bytes, const float* scales, int rows, const ByteBlock* w, int columns,
        int depth, const float* bias, float* y, size_t stride) {
    const int blocks = byte_blocks(depth);
    for (int c = 0; c < columns; c += BYTE_PANEL) {
        for (int b = 0; b < blocks; b += MOST_BLOCKS) {
            const int count = std::min(MOST_BLOCKS, blocks - b);
            panel_rows(bytes + b * BYTE_BLOCK, scales + b, rows, w, count, blocks,
                    b == 0 ? bias + c : 0, y + c, stride, columns - c);
            w += count;
        }
    }
}

const ByteKernels table = {pack, multiply};

} // namespace

const ByteKernels* byte_kernels_avx512() {
    return &table;
}

} // namespace lumiere

#endif
