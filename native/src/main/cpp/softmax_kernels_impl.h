// The softmax of rows, for the vectors V of the file that includes this.
#ifndef LUMIERE_SOFTMAX_KERNELS_IMPL_H
#define LUMIERE_SOFTMAX_KERNELS_IMPL_H

#include "panels_impl.h"

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

} // namespace

} // namespace lumiere

#endif // LUMIERE_SOFTMAX_KERNELS_IMPL_H
