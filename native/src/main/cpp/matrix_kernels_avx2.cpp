// Kernels for processors with AVX2, FMA and F16C: 12 of 16 registers hold sums.

#if defined(__AVX2__)

#include <immintrin.h>
#include <stdint.h>

#define LUMIERE_UNROLL _Pragma("GCC unroll 6")

namespace {

struct V {
    typedef __m256 Floats;
    typedef __m256i Mask;
    static const int LANES = 8;
    static const int ROWS = 6;

    static Mask mask(int count) {
        const __m256i places = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
        return _mm256_cmpgt_epi32(_mm256_set1_epi32(count), places);
    }
    static Floats zero() { return _mm256_setzero_ps(); }
    static Floats all(float x) { return _mm256_set1_ps(x); }
    static Floats load(const float* p) { return _mm256_loadu_ps(p); }
    static Floats load(const float* p, Mask m) { return _mm256_maskload_ps(p, m); }
    static Floats half(const uint16_t* p) {
        return _mm256_cvtph_ps(_mm_loadu_si128((const __m128i*)p));
    }
    static void store(float* p, Floats x) { _mm256_storeu_ps(p, x); }
    static void store(float* p, Mask m, Floats x) { _mm256_maskstore_ps(p, m, x); }
    // Always inline: GCC drops calls of a function that does nothing else.
    __attribute__((always_inline)) static void prefetch(const char* p) {
        _mm_prefetch(p, _MM_HINT_T1);
    }
    static Floats add(Floats a, Floats b) { return _mm256_add_ps(a, b); }
    static Floats sub(Floats a, Floats b) { return _mm256_sub_ps(a, b); }
    static Floats mul(Floats a, Floats b) { return _mm256_mul_ps(a, b); }
    static Floats fma(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
    static Floats max(Floats a, Floats b) { return _mm256_max_ps(a, b); }
    static Floats min(Floats a, Floats b) { return _mm256_min_ps(a, b); }
    static Floats either(Mask m, Floats a, Floats b) {
        return _mm256_blendv_ps(b, a, _mm256_castsi256_ps(m));
    }
    static Floats round(Floats x) { return _mm256_round_ps(x, 8); }
    static Floats times_power_of_2(Floats x, Floats n) {
        const __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
        return _mm256_mul_ps(x, _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23)));
    }
    static float most(Floats x) {
        alignas(32) float values[LANES];
        _mm256_store_ps(values, x);
        float most = values[0];
        for (int i = 1; i < LANES; i++) most = values[i] > most ? values[i] : most;
        return most;
    }
    static float sum(Floats x) {
        alignas(32) float values[LANES];
        _mm256_store_ps(values, x);
        float sum = 0;
        for (int i = 0; i < LANES; i++) sum += values[i];
        return sum;
    }
    static bool halve(const float* from, Mask m, uint16_t* to) {
        const Floats x = load(from, m);
        const __m128i h = _mm256_cvtps_ph(x, 8);
        alignas(16) uint16_t halves[LANES];
        _mm_store_si128((__m128i*)halves, h);
        const int there = _mm256_movemask_ps(_mm256_castsi256_ps(m));
        if (there == 0xFF) {
            _mm_storeu_si128((__m128i*)to, h);
        } else {
            for (int i = 0; i < LANES && there >> i & 1; i++) to[i] = halves[i];
        }
        const int other = _mm256_movemask_ps(_mm256_cmp_ps(_mm256_cvtph_ps(h), x, _CMP_NEQ_UQ));
        return (other & there) == 0;
    }
};

} // namespace

#include "matrix_kernels_impl.h"

namespace lumiere {

const Kernels* kernels_avx2() {
    return &table;
}

} // namespace lumiere

#endif
