// Convolutions with a step of one place whose channels fill vectors.
#ifndef LUMIERE_CONVOLUTION_LAYER_H
#define LUMIERE_CONVOLUTION_LAYER_H

#include "own_layer.h"

namespace lumiere {

class Convolution : public OwnLayer {
public:
    Convolution();

protected:
    virtual bool knows(const ncnn::ParamDict& pd);
    virtual int load(const ncnn::ModelBin& mb);
    virtual int run(const std::vector<ncnn::Mat>& in, ncnn::Mat& out, const ncnn::Option& opt) const;

private:
    bool knows_activation(const ncnn::ParamDict& pd);
    void set_padding(const ncnn::ParamDict& pd);
    int surround(const ncnn::Mat& in, ncnn::Mat& to, const ncnn::Option& opt) const;
    int convolve(const ncnn::Mat& in, ncnn::Mat& out, const ncnn::Option& opt) const;

    int outputs;
    int inputs;
    int kernel_w;
    int kernel_h;
    int left;
    int right;
    int top;
    int bottom;
    float surroundings;
    bool biased;
    Bounds bounds;
    PackedMatrix matrix;
};

} // namespace lumiere

#endif // LUMIERE_CONVOLUTION_LAYER_H
