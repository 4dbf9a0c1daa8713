#include "own_layer.h"

#include <limits.h>

namespace lumiere {

namespace {

// How weights are stored: as they are, or in 8 bits with and without multipliers of inputs.
const int FLOATS = 0;
const int BYTES = 801;
const int CALIBRATED_BYTES = 811;

} // namespace

OwnLayer::OwnLayer(int ncnn_type, int parameter)
    : with(processor(INSTRUCTIONS_NONE)), type_of_ncnn(ncnn_type), storage_parameter(parameter),
      storage(FLOATS) {}

int OwnLayer::load_param(const ncnn::ParamDict& pd) {
    one_blob_only = false;
    storage = storage_parameter ? pd.get(storage_parameter, FLOATS) : FLOATS;
    with = processor((Instructions)pd.get(31, (int)INSTRUCTIONS_ALL));
    const bool bytes = with.bytes && (storage == BYTES || storage == CALIBRATED_BYTES);
    if (with.floats && (storage == FLOATS || bytes) && knows(pd)) return 0;
    theirs.reset(ncnn::create_layer_cpu(type_of_ncnn));
    if (!theirs) return NO_MEMORY;
    const int code = theirs->load_param(pd);
    take_properties();
    return code;
}

int OwnLayer::load_model(const ncnn::ModelBin& mb) {
    return theirs ? theirs->load_model(mb) : load(mb);
}

int OwnLayer::create_pipeline(const ncnn::Option& opt) {
    if (!theirs) return 0;
    const int code = theirs->create_pipeline(opt);
    take_properties();
    return code;
}

int OwnLayer::destroy_pipeline(const ncnn::Option& opt) {
    return theirs ? theirs->destroy_pipeline(opt) : 0;
}

int OwnLayer::forward(const std::vector<ncnn::Mat>& in, std::vector<ncnn::Mat>& out,
        const ncnn::Option& opt) const {
    return theirs ? theirs->forward(in, out, opt) : run(in, out[0], opt);
}

int OwnLayer::forward(const ncnn::Mat& in, ncnn::Mat& out, const ncnn::Option& opt) const {
    if (theirs) return theirs->forward(in, out, opt);
    return run(std::vector<ncnn::Mat>(1, in), out, opt);
}

int OwnLayer::load_matrices(const ncnn::ModelBin& mb, const std::vector<Shape>& shapes, int bias_kind,
        PackedMatrix* matrices) const {
    const size_t count = shapes.size();
    std::vector<ncnn::Mat> weights(count);
    std::vector<ncnn::Mat> biases(count);
    std::vector<ncnn::Mat> scales(count);
    std::vector<ncnn::Mat> multipliers(count);
    for (size_t i = 0; i < count; i++) {
        const Shape& s = shapes[i];
        if (s.outputs < 1 || s.inputs < 1 || s.inputs > INT_MAX / s.outputs) return NO_MEMORY;
        weights[i] = mb.load(s.outputs * s.inputs, storage == FLOATS ? 0 : 8);
        biases[i] = mb.load(s.outputs, bias_kind);
        if (weights[i].empty() || biases[i].empty()) return NO_MEMORY;
        if (storage != FLOATS) continue;
        PackedMatrix& matrix = matrices[i];
        const int code = with.pairs
                ? matrix.load_pairs(with, weights[i], s.outputs, s.inputs, biases[i])
                : matrix.load(with, weights[i], s.outputs, s.inputs, biases[i]);
        if (code) return code;
        weights[i].release();
    }
    if (storage == FLOATS) return 0;
    for (size_t i = 0; i < count; i++) {
        scales[i] = mb.load(shapes[i].outputs * byte_blocks(shapes[i].inputs), 1);
        if (scales[i].empty()) return NO_MEMORY;
    }
    for (size_t i = 0; storage == CALIBRATED_BYTES && i < count; i++) {
        multipliers[i] = mb.load(shapes[i].inputs, 1);
        if (multipliers[i].empty()) return NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        const int code = matrices[i].load_bytes(with, weights[i], shapes[i].outputs,
                shapes[i].inputs, biases[i], scales[i], multipliers[i]);
        if (code) return code;
    }
    return 0;
}

void OwnLayer::take_properties() {
    one_blob_only = theirs->one_blob_only;
    support_inplace = theirs->support_inplace;
    support_packing = theirs->support_packing;
    support_bf16_storage = theirs->support_bf16_storage;
    support_fp16_storage = theirs->support_fp16_storage;
    support_int8_storage = theirs->support_int8_storage;
    support_any_packing = theirs->support_any_packing;
    support_batch = theirs->support_batch;
    featmask = theirs->featmask;
}

} // namespace lumiere
