// What rows see of other rows, head by head.
#ifndef LUMIERE_ATTENTION_LAYER_H
#define LUMIERE_ATTENTION_LAYER_H

#include "own_layer.h"

namespace lumiere {

class Attention : public OwnLayer {
public:
    Attention();

protected:
    virtual bool knows(const ncnn::ParamDict& pd);
    virtual int load(const ncnn::ModelBin& mb);
    virtual int run(const std::vector<ncnn::Mat>& in, ncnn::Mat& out, const ncnn::Option& opt) const;

private:
    enum { QUERIES, KEYS, VALUES, OUTPUTS, MATRICES };

    // What is looked from, at, and for.
    struct Tokens {
        Rows queries;
        Rows keys;
        Rows values;
        ncnn::Mat mask; // may be empty
    };

    int see(const Tokens& tokens, float* seen, const ncnn::Option& opt) const;
    int attend(const Tokens& tokens, const float* q, const float* k, const float* v, float* seen,
            const ncnn::Option& opt) const;
    bool is_one_of_many(const Tokens& tokens) const;
    int see_from_one(const Tokens& tokens, float* seen, const ncnn::Option& opt) const;
    int weigh_from_one(const Tokens& tokens, ncnn::Mat& scores, const ncnn::Option& opt) const;
    int project(int matrix, const Rows& x, ncnn::Mat& to, const ncnn::Option& opt) const;
    int filled_up(int count) const;

    int width;
    int heads;
    int query_width;
    int key_width;
    int value_width;
    bool masked;
    float factor;
    PackedMatrix matrices[MATRICES];
};

} // namespace lumiere

#endif // LUMIERE_ATTENTION_LAYER_H
