#include "convolution_layer.h"

#include <math.h>

#include "layer_type.h"

namespace lumiere {

namespace {

// Paddings that keep an image's size, by more after it or before it where they differ.
const int SAME = -233;
const int SAME_LOWER = -234;

enum { NO_ACTIVATION = 0, RELU = 1, CLIP = 3 };

// ncnn computes convolutions of 3 x 3 by Winograd's method, which has fewer products. That is faster
// for large images, and networks have these where they have few channels.
bool ncnn_is_faster(int inputs, int outputs, int kernel_w, int kernel_h) {
    return kernel_w == 3 && kernel_h == 3 && inputs >= 64 && inputs <= 128 && outputs >= 64
            && outputs <= 128;
}

} // namespace

Convolution::Convolution()
    : OwnLayer(ncnn::LayerType::Convolution, 0) {}

bool Convolution::knows(const ncnn::ParamDict& pd) {
    const int lanes = with.floats->panel / 2;
    outputs = pd.get(0, 0);
    kernel_w = pd.get(1, 0);
    kernel_h = pd.get(11, kernel_w);
    inputs = pd.get(6, 0) / (outputs * kernel_w * kernel_h);
    biased = pd.get(5, 0);
    set_padding(pd);
    const int step_w = pd.get(3, 1);
    const bool steps = step_w != 1 || pd.get(13, step_w) != 1;
    if (steps || inputs % lanes || outputs % lanes || !knows_activation(pd)) return false;
    if (ncnn_is_faster(inputs, outputs, kernel_w, kernel_h)) return false;
    support_packing = true;
    return true;
}

bool Convolution::knows_activation(const ncnn::ParamDict& pd) {
    const int activation = pd.get(9, (int)NO_ACTIVATION);
    const ncnn::Mat values = pd.get(10, ncnn::Mat());
    bounds.least = activation == NO_ACTIVATION ? -INFINITY : 0.f;
    bounds.most = INFINITY;
    if (activation != CLIP) return activation == NO_ACTIVATION || activation == RELU;
    if (pd.type(10) == 5) return false; // integers
    bounds.least = values[0];
    bounds.most = values[1];
    return true;
}

void Convolution::set_padding(const ncnn::ParamDict& pd) {
    left = pd.get(4, 0);
    right = pd.get(15, left);
    top = pd.get(14, left);
    bottom = pd.get(16, top);
    surroundings = pd.get(18, 0.f);
    if (left == SAME || left == SAME_LOWER) {
        const int more = left == SAME ? 0 : 1;
        left = (kernel_w - 1 + more) / 2;
        right = kernel_w - 1 - left;
        top = (kernel_h - 1 + more) / 2;
        bottom = kernel_h - 1 - top;
    }
}

int Convolution::load(const ncnn::ModelBin& mb) {
    const int places = kernel_w * kernel_h;
    const int depth = inputs * places;
    const ncnn::Mat weights = mb.load(outputs * depth, 0);
    ncnn::Mat sorted(outputs * depth); // place by place in place of channel by channel
    ncnn::Mat bias(outputs);
    if (weights.empty() || sorted.empty() || bias.empty()) return NO_MEMORY;
    const float* from = weights;
    for (int i = 0; i < outputs * inputs; i++) {
        float* to = (float*)sorted + (size_t)(i / inputs) * depth + i % inputs;
        for (int place = 0; place < places; place++) to[(size_t)place * inputs] = *from++;
    }
    bias.fill(0.f);
    if (biased) bias = mb.load(outputs, 1);
    if (bias.empty()) return NO_MEMORY;
    return matrix.load(with, sorted, outputs, depth, bias);
}

int Convolution::run(const std::vector<ncnn::Mat>& in, ncnn::Mat& out, const ncnn::Option& opt) const {
    const int lanes = with.floats->panel / 2;
    ncnn::Option inner = opt;
    inner.blob_allocator = opt.workspace_allocator;
    ncnn::Mat packed = in[0];
    if (packed.elempack != lanes) convert_packing(in[0], packed, lanes, inner);
    if (packed.empty()) return NO_MEMORY;
    ncnn::Mat surrounded;
    const int code = surround(packed, surrounded, inner);
    return code ? code : convolve(surrounded, out, opt);
}

int Convolution::surround(const ncnn::Mat& in, ncnn::Mat& to, const ncnn::Option& opt) const {
    to = in;
    if (!left && !right && !top && !bottom) return 0;
    copy_make_border(in, to, top, bottom, left, right, ncnn::BORDER_CONSTANT, surroundings, opt);
    return to.empty() ? NO_MEMORY : 0;
}

int Convolution::convolve(const ncnn::Mat& in, ncnn::Mat& out, const ncnn::Option& opt) const {
    const int lanes = with.floats->panel / 2;
    const int width = in.w - kernel_w + 1;
    const int height = in.h - kernel_h + 1;
    out.create(width, height, outputs / lanes, (size_t)lanes * 4u, lanes, opt.blob_allocator);
    ncnn::Mat offsets(kernel_w * kernel_h * in.c, sizeof(size_t), opt.workspace_allocator);
    if (out.empty() || offsets.empty()) return NO_MEMORY;
    const size_t group = in.cstep * lanes;
    size_t* offset = (size_t*)offsets.data;
    for (int y = 0; y < kernel_h; y++) {
        for (int x = 0; x < kernel_w; x++) {
            for (int c = 0; c < in.c; c++) *offset++ = c * group + ((size_t)y * in.w + x) * lanes;
        }
    }
    // Places that follow each other in memory are one row.
    const bool one_row = width == in.w && (int64_t)width * height <= INT32_MAX;
    const Window window = {(const float*)in.data, (const size_t*)offsets.data,
        (size_t)in.w * lanes, one_row ? width * height : width, one_row ? 1 : height};
    const Channels to = {(float*)out.data, out.cstep * lanes};
    return matrix.convolve(window, bounds, to, opt);
}

} // namespace lumiere
