#include "layers.h"

#include <math.h>

#include <vector>

#include "convolution_layer.h"
#include "layer_type.h"
#include "own_layer.h"

// Numbers of parameters are those of ncnn's files.
namespace lumiere {

namespace {

const int STORAGE = 18;

Rows rows_of(const ncnn::Mat& m) {
    const Rows rows = {m, (size_t)m.w, m.h};
    return rows;
}

// Gemm of rows with a constant matrix.
class Linear : public OwnLayer {
public:
    Linear()
        : OwnLayer(ncnn::LayerType::Gemm, STORAGE) {}

protected:
    virtual bool knows(const ncnn::ParamDict& pd) {
        outputs = pd.get(8, 0);
        inputs = pd.get(9, 0);
        return pd.get(0, 1.f) == 1.f && pd.get(1, 1.f) == 1.f // no factors
                && !pd.get(2, 0) && pd.get(3, 0) && !pd.get(14, 0) // outputs x inputs
                && !pd.get(4, 0) && pd.get(5, 0) && pd.get(6, 0) && pd.get(10, 0) == 4 // biased
                && !pd.get(11, 0) && !pd.get(12, 0) && !pd.get(13, 0)
                && !pd.get(20, 0) && !pd.get(21, 0) && !pd.get(22, 0);
    }
    virtual int load(const ncnn::ModelBin& mb) {
        return load_matrices(mb, {{outputs, inputs}}, 0, &matrix);
    }
    virtual int run(const std::vector<ncnn::Mat>& in, ncnn::Mat& out, const ncnn::Option& opt) const {
        const ncnn::Mat& x = in[0];
        out.create(outputs, x.h, 4u, opt.blob_allocator);
        if (out.empty()) return NO_MEMORY;
        return matrix.multiply(rows_of(x), out, outputs, opt);
    }

private:
    int outputs;
    int inputs;
    PackedMatrix matrix;
};

class Attention : public OwnLayer {
public:
    Attention()
        : OwnLayer(ncnn::LayerType::MultiHeadAttention, STORAGE) {}

protected:
    virtual bool knows(const ncnn::ParamDict& pd) {
        width = pd.get(0, 0);
        heads = pd.get(1, 1);
        query_width = width ? pd.get(2, 0) / width : 0;
        key_width = pd.get(3, width);
        value_width = pd.get(4, width);
        masked = pd.get(5, 0);
        factor = pd.get(6, 1.f / sqrtf((float)width / heads));
        return !pd.get(7, 0);
    }
    virtual int load(const ncnn::ModelBin& mb) {
        return load_matrices(mb,
                {{width, query_width}, {width, key_width}, {width, value_width},
                        {query_width, width}},
                1, matrices);
    }
    virtual int run(const std::vector<ncnn::Mat>& in, ncnn::Mat& out, const ncnn::Option& opt) const {
        const size_t content = in.size() - (masked ? 1 : 0);
        const Rows of_query = rows_of(in[0]);
        const Rows of_key = content > 1 ? rows_of(in[1]) : of_query;
        const Rows of_value = content > 2 ? rows_of(in[2]) : of_key;
        ncnn::Mat q;
        ncnn::Mat k;
        ncnn::Mat v;
        int code = project(QUERIES, of_query, q, opt);
        if (!code) code = project(KEYS, of_key, k, opt);
        if (!code) code = project(VALUES, of_value, v, opt);
        if (code) return code;
        ncnn::Mat seen(width, of_query.count, 4u, opt.workspace_allocator);
        out.create(query_width, of_query.count, 4u, opt.blob_allocator);
        if (seen.empty() || out.empty()) return NO_MEMORY;
        const ncnn::Mat mask = masked ? in.back() : ncnn::Mat();
        code = attend(q, k, v, mask, of_query.count, of_key.count, seen, opt);
        return code ? code : matrices[OUTPUTS].multiply(rows_of(seen), out, query_width, opt);
    }

private:
    enum { QUERIES, KEYS, VALUES, OUTPUTS, MATRICES };

    // With a panel's room behind it, for the last columns of the last row are read as a panel.
    int project(int matrix, const Rows& x, ncnn::Mat& to, const ncnn::Option& opt) const {
        const int room = with.floats->panel / width + 1;
        to.create(width, x.count + room, 4u, opt.workspace_allocator);
        return to.empty() ? NO_MEMORY : matrices[matrix].multiply(x, to, width, opt);
    }

    // Head by head: what each row looks at, and what it sees there.
    int attend(const float* q, const float* k, const float* v, const ncnn::Mat& mask, int rows,
            int others, float* seen, const ncnn::Option& opt) const {
        const Kernels& kernels = *with.floats;
        const int head_width = width / heads;
        const int stride = (others + kernels.panel - 1) / kernels.panel * kernels.panel;
        ncnn::Mat turned(stride, head_width, 4u, opt.workspace_allocator);
        ncnn::Mat scores(stride, rows, 4u, opt.workspace_allocator);
        ncnn::Mat scratch(DEPTH * kernels.panel, 4u, opt.workspace_allocator);
        if (turned.empty() || scores.empty() || scratch.empty()) return NO_MEMORY;
        turned.fill(0.f);
        for (int h = 0; h < heads; h++) {
            const int at = h * head_width;
            turn(k + at, others, head_width, turned, stride);
            ncnn::Mat packed = pack(kernels, {q + at, (size_t)width, rows}, head_width, opt);
            if (packed.empty()) return NO_MEMORY;
            const Weights of_keys = {turned, 0, (size_t)stride, others, head_width};
            kernels.multiply(packed, rows, of_keys, 0, scores, stride, scratch);
            const float* hidden = mask.empty() ? 0 : mask.channel(mask.c > 1 ? h : 0);
            kernels.softmax(scores, stride, rows, others, factor, hidden, others);
            packed = pack(kernels, {scores, (size_t)stride, rows}, others, opt);
            if (packed.empty()) return NO_MEMORY;
            const Weights of_values = {v + at, 0, (size_t)width, head_width, others};
            kernels.multiply(packed, rows, of_values, 0, seen + at, width, scratch);
        }
        return 0;
    }

    // Columns of rows, each of them as a row.
    void turn(const float* rows, int count, int columns, float* turned, int stride) const {
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < columns; c++) turned[(size_t)c * stride + r] = rows[(size_t)r * width + c];
        }
    }

    int width;
    int heads;
    int query_width;
    int key_width;
    int value_width;
    bool masked;
    float factor;
    PackedMatrix matrices[MATRICES];
};

template<typename L>
ncnn::Layer* create(void*) {
    return new L();
}

} // namespace

void use_own_layers(ncnn::Net& net) {
    net.register_custom_layer("Gemm", create<Linear>);
    net.register_custom_layer("Convolution", create<Convolution>);
    net.register_custom_layer("MultiHeadAttention", create<Attention>);
}

} // namespace lumiere
