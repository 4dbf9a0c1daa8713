// Kernels for processors with AVX-512: 28 of 32 registers hold sums.

#if defined(__AVX512F__)

#include <immintrin.h>
#include <stdint.h>

#define LUMIERE_UNROLL _Pragma("GCC unroll 14")

namespace {

struct V {
    typedef __m512 Floats;
    typedef __mmask16 Mask;
    static const int LANES = 16;
    static const int ROWS = 14;

    static Mask mask(int count) {
        return count >= LANES ? 0xFFFF : count <= 0 ? 0 : (Mask)((1u << count) - 1);
    }
    static Floats zero() { return _mm512_setzero_ps(); }
    static Floats all(float x) { return _mm512_set1_ps(x); }
    static Floats load(const float* p) { return _mm512_loadu_ps(p); }
    static Floats load(const float* p, Mask m) { return _mm512_maskz_loadu_ps(m, p); }
    static Floats half(const uint16_t* p) {
        return _mm512_cvtph_ps(_mm256_loadu_si256((const __m256i*)p));
    }
    static void store(float* p, Floats x) { _mm512_storeu_ps(p, x); }
    static void store(float* p, Mask m, Floats x) { _mm512_mask_storeu_ps(p, m, x); }
    // Always inline: GCC drops calls of a function that does nothing else.
    __attribute__((always_inline)) static void prefetch(const char* p) {
        _mm_prefetch(p, _MM_HINT_T1);
    }
    static Floats add(Floats a, Floats b) { return _mm512_add_ps(a, b); }
    static Floats sub(Floats a, Floats b) { return _mm512_sub_ps(a, b); }
    static Floats mul(Floats a, Floats b) { return _mm512_mul_ps(a, b); }
    static Floats fma(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
    static Floats max(Floats a, Floats b) { return _mm512_max_ps(a, b); }
    static Floats min(Floats a, Floats b) { return _mm512_min_ps(a, b); }
    static Floats either(Mask m, Floats a, Floats b) { return _mm512_mask_blend_ps(m, b, a); }
    static Floats round(Floats x) { return _mm512_roundscale_ps(x, 8); }
    static Floats times_power_of_2(Floats x, Floats n) { return _mm512_scalef_ps(x, n); }
    static float most(Floats x) { return _mm512_reduce_max_ps(x); }
    static float sum(Floats x) { return _mm512_reduce_add_ps(x); }
    static bool halve(const float* from, Mask m, uint16_t* to) {
        const Floats x = load(from, m);
        const __m256i h = _mm512_cvtps_ph(x, 8);
        _mm256_mask_storeu_epi16(to, m, h);
        return _mm512_mask_cmp_ps_mask(m, _mm512_cvtph_ps(h), x, _CMP_NEQ_UQ) == 0;
    }
};

} // namespace

#include "matrix_kernels_impl.h"

namespace lumiere {

const Kernels* kernels_avx512() {
    return &table;
}

} // namespace lumiere

#endif
