// A layer of a network that may turn out to be one that ncnn has to compute.
#ifndef LUMIERE_OWN_LAYER_H
#define LUMIERE_OWN_LAYER_H

#include <memory>
#include <vector>

#include "layer.h"
#include "modelbin.h"
#include "packed_matrix.h"
#include "paramdict.h"

namespace lumiere {

// Numbers of parameters are those of ncnn's files.
class OwnLayer : public ncnn::Layer {
public:
    virtual int load_param(const ncnn::ParamDict& pd);
    virtual int load_model(const ncnn::ModelBin& mb);
    virtual int create_pipeline(const ncnn::Option& opt);
    virtual int destroy_pipeline(const ncnn::Option& opt);
    virtual int forward(const std::vector<ncnn::Mat>& in, std::vector<ncnn::Mat>& out,
            const ncnn::Option& opt) const;
    virtual int forward(const ncnn::Mat& in, ncnn::Mat& out, const ncnn::Option& opt) const;

protected:
    struct Shape {
        int outputs;
        int inputs;
    };

    // storage_parameter says how weights are stored; 0: as they are.
    OwnLayer(int ncnn_type, int storage_parameter);

    // Whether this is a form of the layer that load and run are written for.
    virtual bool knows(const ncnn::ParamDict& pd) = 0;
    virtual int load(const ncnn::ModelBin& mb) = 0;
    virtual int run(const std::vector<ncnn::Mat>& in, ncnn::Mat& out, const ncnn::Option& opt) const
            = 0;

    // Matrices of outputs x inputs: their weights and biases, and then, if they are bytes, scales.
    int load_matrices(const ncnn::ModelBin& mb, const std::vector<Shape>& shapes, int bias_kind,
            PackedMatrix* matrices) const;

    Processor with;

private:
    void take_properties();

    const int type_of_ncnn;
    const int storage_parameter;
    int storage;
    std::unique_ptr<ncnn::Layer> theirs;
};

} // namespace lumiere

#endif // LUMIERE_OWN_LAYER_H
