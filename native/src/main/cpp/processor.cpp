#include "packed_matrix.h"

#include "cpu.h"

namespace lumiere {

namespace {

const Kernels* floats_of(Instructions most) {
#ifdef LUMIERE_NEEDS_AVX2
    if (most >= INSTRUCTIONS_ALL && ncnn::cpu_support_x86_avx512()) return kernels_avx512();
    if (most >= INSTRUCTIONS_AVX2 && ncnn::cpu_support_x86_f16c()) return kernels_avx2();
#endif
    (void)most;
    return 0;
}

const ByteKernels* bytes_of(Instructions most) {
#ifdef LUMIERE_NEEDS_AVX2
    // The kernels need AVX-512's other parts, too, which the system may have switched off.
    const bool has = ncnn::cpu_support_x86_avx512() && ncnn::cpu_support_x86_avx512_vnni();
    if (most >= INSTRUCTIONS_ALL && has) return byte_kernels_avx512();
#endif
    (void)most;
    return 0;
}

const PairKernels* pairs_of(Instructions most) {
#ifdef LUMIERE_HAS_AMX
    const bool has = ncnn::cpu_support_x86_avx512() && ncnn::cpu_support_x86_avx512_bf16();
    if (most == INSTRUCTIONS_PAIRS && has) return pair_kernels_amx();
#endif
    (void)most;
    return 0;
}

} // namespace

bool has_pairs() {
    return pairs_of(INSTRUCTIONS_PAIRS) != 0;
}

Processor processor(Instructions most) {
    const Processor found = {floats_of(most), bytes_of(most), pairs_of(most)};
    return found;
}

} // namespace lumiere
