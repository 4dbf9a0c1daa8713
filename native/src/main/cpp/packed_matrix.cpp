#include "packed_matrix.h"

#include <limits.h>
#include <string.h>

#include <algorithm>
#include <vector>

namespace lumiere {

namespace {

// One panel of one block of depth, of which columns beyond the last are 0.
void panel_of(const float* weights, int columns, int depth, int from, int count, int panel, float* to) {
    memset(to, 0, sizeof(float) * count * panel);
    for (int c = 0; c < std::min(columns, panel); c++) {
        const float* column = weights + (size_t)c * depth + from;
        for (int k = 0; k < count; k++) to[k * panel + c] = column[k];
    }
}

// Gives each panel to an action, in the order in which products read them; false if one was.
template<typename Action>
bool each_panel(const float* weights, int columns, int depth, int panel, Action action) {
    std::vector<float> one((size_t)DEPTH * panel);
    const int block = depth_block(depth);
    for (int k = 0; k < depth; k += block) {
        const int count = std::min(block, depth - k);
        for (int c = 0; c < columns; c += panel) {
            panel_of(weights + (size_t)c * depth, columns - c, depth, k, count, panel, &one[0]);
            if (!action(&one[0], (size_t)count * panel)) return false;
        }
    }
    return true;
}

} // namespace

int PackedMatrix::set(const Processor& processor, int outputs, int inputs, const ncnn::Mat& added) {
    with = processor;
    columns = outputs;
    depth = inputs;
    const int panel = std::max(processor.floats->panel, BYTE_PANEL);
    bias.create((outputs + panel - 1) / panel * panel);
    if (bias.empty()) return NO_MEMORY;
    bias.fill(0.f);
    memcpy(bias.data, added.data, sizeof(float) * outputs);
    return 0;
}

int PackedMatrix::load(const Processor& processor, const ncnn::Mat& weights, int outputs, int inputs,
        const ncnn::Mat& added) {
    const int panel = processor.floats->panel;
    const size_t count = packed_weights(outputs, inputs, panel);
    if (count > INT_MAX || set(processor, outputs, inputs, added) != 0) return NO_MEMORY;
    half.create((int)count, (size_t)2u);
    if (half.empty()) return NO_MEMORY;
    uint16_t* halves = half;
    const bool exact = each_panel(weights, outputs, inputs, panel, [&](const float* one, size_t size) {
        halves += size;
        return with.floats->halve(one, size, halves - size);
    });
    if (exact) return 0;
    half.release();
    full.create((int)count);
    if (full.empty()) return NO_MEMORY;
    float* floats = full;
    each_panel(weights, outputs, inputs, panel, [&](const float* one, size_t size) {
        memcpy(floats, one, sizeof(float) * size);
        floats += size;
        return true;
    });
    return 0;
}

int PackedMatrix::load_pairs(const Processor& processor, const ncnn::Mat& weights, int outputs,
        int inputs, const ncnn::Mat& added) {
    if (set(processor, outputs, inputs, added) != 0) return NO_MEMORY;
    const int panels = (outputs + PAIR_PANEL - 1) / PAIR_PANEL;
    const int blocks = pair_blocks(inputs);
    if ((size_t)panels * blocks > INT_MAX) return NO_MEMORY;
    pairs.create(panels * blocks, sizeof(PairBlock));
    if (pairs.empty()) return NO_MEMORY;
    memset(pairs.data, 0, sizeof(PairBlock) * panels * blocks);
    std::vector<uint16_t> column((size_t)blocks * PAIR_BLOCK);
    for (int c = 0; c < outputs; c++) {
        PairBlock* to = (PairBlock*)pairs.data + (size_t)(c / PAIR_PANEL) * blocks;
        with.pairs->pack((const float*)weights + (size_t)c * inputs, 0, 1, inputs, &column[0]);
        for (int k = 0; k < inputs; k++) {
            PairBlock& block = to[k / PAIR_BLOCK];
            block.weights[k % PAIR_BLOCK / 2][c % PAIR_PANEL][k % 2] = column[k];
        }
    }
    return 0;
}

int PackedMatrix::load_bytes(const Processor& processor, const ncnn::Mat& weights, int outputs, int inputs,
        const ncnn::Mat& added, const ncnn::Mat& scales, const ncnn::Mat& factors) {
    if (set(processor, outputs, inputs, added) != 0) return NO_MEMORY;
    if (!factors.empty()) {
        multipliers = factors.clone();
        if (multipliers.empty()) return NO_MEMORY;
    }
    const int panels = (outputs + BYTE_PANEL - 1) / BYTE_PANEL;
    const int blocks = byte_blocks(inputs);
    if ((size_t)panels * blocks > INT_MAX) return NO_MEMORY;
    bytes.create(panels * blocks, sizeof(ByteBlock));
    if (bytes.empty()) return NO_MEMORY;
    memset(bytes.data, 0, sizeof(ByteBlock) * panels * blocks);
    const int8_t* from = (const int8_t*)weights.data;
    const float* scale = scales;
    for (int c = 0; c < outputs; c++) {
        ByteBlock* to = (ByteBlock*)bytes.data + (size_t)(c / BYTE_PANEL) * blocks;
        for (int k = 0; k < inputs; k++) {
            ByteBlock& block = to[k / BYTE_BLOCK];
            const int8_t weight = from[(size_t)c * inputs + k];
            block.weights[k % BYTE_BLOCK / 4][c % BYTE_PANEL][k % 4] = weight;
            block.shift[c % BYTE_PANEL] -= 128 * weight;
        }
        for (int b = 0; b < blocks; b++) to[b].scale[c % BYTE_PANEL] = 1.f / *scale++;
    }
    return 0;
}

int PackedMatrix::multiply(const Rows& x, float* y, size_t stride, const ncnn::Option& opt) const {
    if (!bytes.empty()) return multiply_bytes(x, y, stride, opt);
    return pairs.empty() ? multiply_floats(x, y, stride, opt) : multiply_pairs(x, y, stride, opt);
}

int PackedMatrix::multiply_floats(const Rows& x, float* y, size_t stride,
        const ncnn::Option& opt) const {
    const Kernels& kernels = *with.floats;
    ncnn::Mat packed = pack(kernels, x, depth, opt);
    ncnn::Mat scratch(DEPTH * kernels.panel, 4u, opt.workspace_allocator);
    if (packed.empty() || scratch.empty()) return NO_MEMORY;
    kernels.multiply(packed, x.count, weights(), bias, y, stride, scratch);
    return 0;
}

bool PackedMatrix::has_groups(int group) const {
    return bytes.empty() && pairs.empty() && group % with.floats->panel == 0;
}

void PackedMatrix::multiply_groups(const float* x, size_t stride, int group, float* y) const {
    with.floats->multiply_groups(x, stride, group, weights(), bias, y);
}

void PackedMatrix::multiply_turned(const float* x, int group, float* y, size_t stride) const {
    with.floats->multiply_turned(x, group, weights(), y, stride);
}

int PackedMatrix::convolve(const Window& x, const Bounds& bounds, const Channels& y,
        const ncnn::Option& opt) const {
    ncnn::Mat scratch(DEPTH * with.floats->panel, 4u, opt.workspace_allocator);
    if (scratch.empty()) return NO_MEMORY;
    with.floats->convolve(x, weights(), bias, bounds, y, scratch);
    return 0;
}

Weights PackedMatrix::weights() const {
    const Weights w = {(const float*)full.data, (const uint16_t*)half.data, 0, columns, depth};
    return w;
}

int PackedMatrix::multiply_pairs(const Rows& x, float* y, size_t stride,
        const ncnn::Option& opt) const {
    ncnn::Mat packed(PAIR_BLOCK, x.count, pair_blocks(depth), (size_t)2u, opt.workspace_allocator);
    if (packed.empty()) return NO_MEMORY;
    with.pairs->pack(x.at, x.stride, x.count, depth, packed);
    with.pairs->multiply(packed, x.count, (const PairBlock*)pairs.data, columns, depth, bias, y,
            stride);
    return 0;
}

int PackedMatrix::multiply_bytes(const Rows& x, float* y, size_t stride,
        const ncnn::Option& opt) const {
    const int blocks = byte_blocks(depth);
    ncnn::Mat packed(BYTE_BLOCK, blocks, x.count, 1u, opt.workspace_allocator);
    ncnn::Mat scales(blocks, x.count, 4u, opt.workspace_allocator);
    if (packed.empty() || scales.empty()) return NO_MEMORY;
    const float* factors = (const float*)multipliers.data;
    with.bytes->pack(x.at, x.stride, x.count, depth, factors, packed, scales);
    with.bytes->multiply(packed, scales, x.count, (const ByteBlock*)bytes.data, columns, depth,
            bias, y, stride);
    return 0;
}

ncnn::Mat pack(const Kernels& kernels, const Rows& x, int depth, const ncnn::Option& opt) {
    ncnn::Mat packed(ROW_STRIDE, x.count, depth_blocks(depth), 4u, opt.workspace_allocator);
    if (!packed.empty()) kernels.pack(x.at, x.stride, x.count, depth, packed);
    return packed;
}

} // namespace lumiere
