#include "layers.h"

#include <vector>

#include "attention_layer.h"
#include "convolution_layer.h"
#include "layer_type.h"
#include "own_layer.h"

// Numbers of parameters are those of ncnn's files.
namespace lumiere {

namespace {

const int STORAGE = 18;

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
