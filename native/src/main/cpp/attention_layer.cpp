#include "attention_layer.h"

#include <math.h>

#include "layer_type.h"

// Numbers of parameters are those of ncnn's files.
namespace lumiere {

namespace {

const int STORAGE = 18;

// Keys of fewer rows take no longer than reading their weights, which is done in any case.
const int MANY = 16;

// Columns of rows, each of them as a row.
void turn(const float* rows, size_t row_stride, int count, int columns, float* turned, size_t stride) {
    for (int r = 0; r < count; r++) {
        for (int c = 0; c < columns; c++) turned[c * stride + r] = rows[r * row_stride + c];
    }
}

} // namespace

Attention::Attention()
    : OwnLayer(ncnn::LayerType::MultiHeadAttention, STORAGE) {}

bool Attention::knows(const ncnn::ParamDict& pd) {
    width = pd.get(0, 0);
    heads = pd.get(1, 1);
    query_width = width ? pd.get(2, 0) / width : 0;
    key_width = pd.get(3, width);
    value_width = pd.get(4, width);
    masked = pd.get(5, 0);
    factor = pd.get(6, 1.f / sqrtf((float)width / heads));
    return !pd.get(7, 0);
}

int Attention::load(const ncnn::ModelBin& mb) {
    return load_matrices(mb,
            {{width, query_width}, {width, key_width}, {width, value_width}, {query_width, width}}, 1,
            matrices);
}

int Attention::run(const std::vector<ncnn::Mat>& in, ncnn::Mat& out, const ncnn::Option& opt) const {
    const size_t content = in.size() - (masked ? 1 : 0);
    const ncnn::Mat& keys = in[content > 1 ? 1 : 0];
    const ncnn::Mat& values = content > 2 ? in[2] : keys;
    const Tokens tokens
            = {rows_of(in[0]), rows_of(keys), rows_of(values), masked ? in.back() : ncnn::Mat()};
    ncnn::Mat seen(width, tokens.queries.count, 4u, opt.workspace_allocator);
    out.create(query_width, tokens.queries.count, 4u, opt.blob_allocator);
    if (seen.empty() || out.empty()) return NO_MEMORY;
    const int code = is_one_of_many(tokens) ? see_from_one(tokens, seen, opt) : see(tokens, seen, opt);
    return code ? code : matrices[OUTPUTS].multiply(rows_of(seen), out, query_width, opt);
}

int Attention::see(const Tokens& tokens, float* seen, const ncnn::Option& opt) const {
    ncnn::Mat q;
    ncnn::Mat k;
    ncnn::Mat v;
    int code = project(QUERIES, tokens.queries, q, opt);
    if (!code) code = project(KEYS, tokens.keys, k, opt);
    if (!code) code = project(VALUES, tokens.values, v, opt);
    return code ? code : attend(tokens, q, k, v, seen, opt);
}

// Head by head: what each row looks at, and what it sees there.
int Attention::attend(const Tokens& tokens, const float* q, const float* k, const float* v, float* seen,
        const ncnn::Option& opt) const {
    const Kernels& kernels = *with.floats;
    const int rows = tokens.queries.count;
    const int others = tokens.keys.count;
    const int head_width = width / heads;
    const int stride = filled_up(others);
    ncnn::Mat turned(stride, head_width, 4u, opt.workspace_allocator);
    ncnn::Mat scores(stride, rows, 4u, opt.workspace_allocator);
    ncnn::Mat scratch(DEPTH * kernels.panel, 4u, opt.workspace_allocator);
    if (turned.empty() || scores.empty() || scratch.empty()) return NO_MEMORY;
    turned.fill(0.f);
    for (int h = 0; h < heads; h++) {
        const int at = h * head_width;
        turn(k + at, width, others, head_width, turned, stride);
        ncnn::Mat packed = pack(kernels, {q + at, (size_t)width, rows}, head_width, opt);
        if (packed.empty()) return NO_MEMORY;
        const Weights of_keys = {turned, 0, (size_t)stride, others, head_width};
        kernels.multiply(packed, rows, of_keys, 0, scores, stride, scratch);
        const ncnn::Mat& mask = tokens.mask;
        const float* hidden = mask.empty() ? 0 : mask.channel(mask.c > 1 ? h : 0);
        kernels.softmax(scores, stride, rows, others, factor, hidden, others);
        packed = pack(kernels, {scores, (size_t)stride, rows}, others, opt);
        if (packed.empty()) return NO_MEMORY;
        const Weights of_values = {v + at, 0, (size_t)width, head_width, others};
        kernels.multiply(packed, rows, of_values, 0, seen + at, width, scratch);
    }
    return 0;
}

bool Attention::is_one_of_many(const Tokens& tokens) const {
    const int head_width = width / heads;
    return tokens.queries.count == 1 && tokens.keys.count >= MANY
            && matrices[KEYS].has_groups(head_width) && matrices[VALUES].has_groups(head_width)
            && tokens.values.stride % with.floats->panel == 0; // which products read to their end
}

// One row looks at many. Their keys and values need not be made: a score is q (W k) = (W' q) k, to
// which the keys' bias adds the same for all, and the values' matrix takes the sum of what is seen.
int Attention::see_from_one(const Tokens& tokens, float* seen, const ncnn::Option& opt) const {
    const Kernels& kernels = *with.floats;
    const int others = tokens.keys.count;
    ncnn::Mat scores(filled_up(others), heads, 4u, opt.workspace_allocator);
    ncnn::Mat sums(value_width, heads, 4u, opt.workspace_allocator);
    ncnn::Mat scratch(DEPTH * kernels.panel, 4u, opt.workspace_allocator);
    if (scores.empty() || sums.empty() || scratch.empty()) return NO_MEMORY;
    const int code = weigh_from_one(tokens, scores, opt);
    if (code) return code;
    const ncnn::Mat& mask = tokens.mask;
    kernels.softmax(scores, scores.w, heads, others, factor, mask, mask.c > 1 ? mask.cstep : 0);
    const ncnn::Mat packed = pack(kernels, {scores, (size_t)scores.w, heads}, others, opt);
    if (packed.empty()) return NO_MEMORY;
    const Weights of_values = {tokens.values.at, 0, tokens.values.stride, value_width, others};
    kernels.multiply(packed, heads, of_values, 0, sums, value_width, scratch);
    matrices[VALUES].multiply_groups(sums, value_width, width / heads, seen);
    return 0;
}

// What each head looks for, and how much of it the others are.
int Attention::weigh_from_one(const Tokens& tokens, ncnn::Mat& scores, const ncnn::Option& opt) const {
    const Kernels& kernels = *with.floats;
    const int others = tokens.keys.count;
    const int stride = filled_up(heads);
    ncnn::Mat wanted(stride, key_width, 4u, opt.workspace_allocator);
    ncnn::Mat turned(stride, others, 4u, opt.workspace_allocator);
    ncnn::Mat scratch(DEPTH * kernels.panel, 4u, opt.workspace_allocator);
    if (wanted.empty() || turned.empty() || scratch.empty()) return NO_MEMORY;
    ncnn::Mat q;
    const int code = project(QUERIES, tokens.queries, q, opt);
    if (code) return code;
    wanted.fill(0.f);
    matrices[KEYS].multiply_turned(q, width / heads, wanted, stride);
    const ncnn::Mat packed = pack(kernels, tokens.keys, key_width, opt);
    if (packed.empty()) return NO_MEMORY;
    const Weights of_wanted = {wanted, 0, (size_t)stride, heads, key_width};
    kernels.multiply(packed, others, of_wanted, 0, turned, stride, scratch);
    turn(turned, stride, others, heads, scores, scores.w);
    return 0;
}

// With a panel's room behind it, for the last columns of the last row are read as a panel.
int Attention::project(int matrix, const Rows& x, ncnn::Mat& to, const ncnn::Option& opt) const {
    const int room = with.floats->panel / width + 1;
    to.create(width, x.count + room, 4u, opt.workspace_allocator);
    return to.empty() ? NO_MEMORY : matrices[matrix].multiply(x, to, width, opt);
}

// A count as whole panels.
int Attention::filled_up(int count) const {
    const int panel = with.floats->panel;
    return (count + panel - 1) / panel * panel;
}

} // namespace lumiere
