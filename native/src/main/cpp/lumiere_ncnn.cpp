#include "lumiere_ncnn.h"

#include <string.h>
#ifdef LUMIERE_NEEDS_AVX2
#include <cpuid.h>
#endif
#ifdef __linux__
#include <sys/mman.h>
#endif

#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

#include "allocator.h"
#include "cpu.h"
#include "datareader.h"
#include "layers.h"
#include "net.h"
#include "packed_matrix.h"

namespace lumiere {

namespace {

// Copies instead of referring to the caller's memory, so that the caller may free it, and gives
// back to the system what has been copied: a file of weights and what is made of it are never there
// both at once.
class CopyingReader : public ncnn::DataReader {
public:
    CopyingReader(unsigned char* data, int64_t size)
        : at(data), left((size_t)size), kept(data) {}

    virtual size_t read(void* target, size_t size) const {
        const size_t n = size < left ? size : left;
        memcpy(target, at, n);
        at += n;
        left -= n;
        give_back();
        return n;
    }

    size_t remaining() const { return left; }

private:
    void give_back() const {
#ifdef __linux__
        const uintptr_t page = 1 << 16; // of any system
        const uintptr_t from = ((uintptr_t)kept + page - 1) / page * page;
        const uintptr_t to = (uintptr_t)at / page * page;
        if (to < from + (1 << 20)) return;
        madvise((void*)from, to - from, MADV_DONTNEED);
        kept = (unsigned char*)to;
#endif
    }

    mutable unsigned char* at;
    mutable size_t left;
    mutable unsigned char* kept;
};

// ncnn flushes denormals while it computes and, on its error paths, forgets to switch that off:
// it must never leak into the Java thread.
class FloatModeGuard {
public:
    FloatModeGuard()
        : mode(ncnn::get_flush_denormals()) {}
    ~FloatModeGuard() { ncnn::set_flush_denormals(mode); }

private:
    const int mode;
};

std::string shape_text(const ncnn::Mat& m) {
    std::ostringstream out;
    out << m.dims << "-d w=" << m.w << " h=" << m.h << " d=" << m.d << " c=" << m.c;
    return out.str();
}

void check(int code, const char* what, int blob) {
    if (code == 0) return;
    std::ostringstream out;
    out << what << " blob " << blob << ": ncnn error " << code;
    if (code == -100) out << " (out of memory)";
    throw std::runtime_error(out.str());
}

ncnn::Mat allocate(int dims, int w, int h, int d, int c) {
    ncnn::Mat m;
    if (dims == 1) m.create(w);
    if (dims == 2) m.create(w, h);
    if (dims == 3) m.create(w, h, c);
    if (dims == 4) m.create(w, h, d, c);
    if (m.empty()) throw std::runtime_error("ncnn error -100 (out of memory)");
    return m;
}

// Mats of three and more dimensions pad every channel to 16 bytes, hence channel by channel.
ncnn::Mat import_mat(const void* data, int dims, int w, int h, int d, int c) {
    ncnn::Mat m = allocate(dims, w, h, d, c);
    const size_t bytes = (size_t)w * h * d * 4u;
    for (int q = 0; q < m.c; q++) {
        memcpy(m.channel(q).data, (const unsigned char*)data + bytes * q, bytes);
    }
    return m;
}

void export_mat(const ncnn::Mat& m, float* data) {
    const size_t count = (size_t)m.w * m.h * m.d;
    for (int q = 0; q < m.c; q++) {
        memcpy(data + count * q, m.channel(q).data, count * sizeof(float));
    }
}

ncnn::Option options(bool bf16) {
    ncnn::Option opt;
    opt.num_threads = 1; // callers bring one thread per session: faster than threads in here
    opt.lightmode = true;
    opt.use_packing_layout = true;
    opt.use_winograd_convolution = true;
    opt.use_sgemm_convolution = true;
    opt.use_vulkan_compute = false;
    opt.use_fp16_packed = false;
    opt.use_fp16_storage = false;
    opt.use_fp16_arithmetic = false;
    opt.use_bf16_packed = false;
    opt.use_bf16_storage = bf16;
    opt.use_local_pool_allocator = false; // ours, below: ncnn's own would copy each blob we touch
    return opt;
}

} // namespace

const char* ncnn_version() {
    return NCNN_VERSION_STRING;
}

const char* missing_cpu_features() {
#ifdef LUMIERE_NEEDS_AVX2
    unsigned a, b, c, d; // not all compilers know f16c by name
    const bool halves = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_F16C);
    if (!halves || !__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) {
        return "AVX2 FMA F16C";
    }
#endif
    return "";
}

const char* cpu_features() {
    static const std::string names = [] {
        std::string s;
        const auto add = [&s](int supported, const char* name) {
            if (supported) s += (s.empty() ? "" : " ") + std::string(name);
        };
        add(ncnn::cpu_support_x86_avx(), "avx");
        add(ncnn::cpu_support_x86_f16c(), "f16c");
        add(ncnn::cpu_support_x86_fma(), "fma");
        add(ncnn::cpu_support_x86_avx2(), "avx2");
        add(ncnn::cpu_support_x86_avx_vnni(), "avx_vnni");
        add(ncnn::cpu_support_x86_avx512(), "avx512");
        add(ncnn::cpu_support_x86_avx512_vnni(), "avx512_vnni");
        add(ncnn::cpu_support_x86_avx512_bf16(), "avx512_bf16");
        add(ncnn::cpu_support_x86_avx512_fp16(), "avx512_fp16");
        add(has_pairs(), "amx_bf16");
        add(ncnn::cpu_support_arm_neon(), "neon");
        add(ncnn::cpu_support_arm_asimdhp(), "asimdhp");
        add(ncnn::cpu_support_arm_asimddp(), "asimddp");
        add(ncnn::cpu_support_arm_bf16(), "bf16");
        add(ncnn::cpu_support_arm_i8mm(), "i8mm");
        add(ncnn::cpu_support_arm_sve(), "sve");
        return s;
    }();
    return names.c_str();
}

struct Network::State {
    // Declared before net, because blobs and work space must outlive what refers to them.
    ncnn::PoolAllocator blobs;
    ncnn::PoolAllocator workspace;
    ncnn::Net net;
};

Network::Network(const char* param, unsigned char* weights, int64_t weights_size, bool bf16)
    : state(0) {
    const std::shared_ptr<State> s = std::make_shared<State>();
    const FloatModeGuard guard;
    s->net.opt = options(bf16);
    if (!bf16) use_own_layers(s->net);
    const unsigned char* text = (const unsigned char*)param;
    const ncnn::DataReaderFromMemory text_reader(text, strlen(param));
    if (s->net.load_param(text_reader) != 0) throw std::runtime_error("ncnn refuses the param");
    const CopyingReader reader(weights, weights_size);
    if (s->net.load_model(reader) != 0) throw std::runtime_error("ncnn refuses the weights");
    if (reader.remaining() != 0) throw std::runtime_error("ncnn did not read all of the weights");
    // Only now: weights belong to the heap, not to the pools of a run.
    s->net.opt.blob_allocator = &s->blobs;
    s->net.opt.workspace_allocator = &s->workspace;
    state = new std::shared_ptr<State>(s);
}

Network::~Network() {
    delete state;
}

struct Session::State {
    explicit State(const std::shared_ptr<Network::State>& n)
        : network(n), extractor(n->net.create_extractor()) {}

    const std::shared_ptr<Network::State> network; // first, so that it is destroyed last
    ncnn::Extractor extractor;
    std::map<int, ncnn::Mat> inputs;

    void input(int blob, const ncnn::Mat& m) {
        inputs[blob] = m;
        check(extractor.input(blob, m), "cannot set", blob);
    }
};

Session::Session(const Network& network)
    : state(new State(*network.state)) {}

Session::~Session() {
    delete state;
}

void Session::input_floats(int blob, const float* data, int dims, int w, int h, int d, int c) {
    state->input(blob, import_mat(data, dims, w, h, d, c));
}

void Session::input_ints(int blob, const int* data, int dims, int w, int h, int d, int c) {
    state->input(blob, import_mat(data, dims, w, h, d, c));
}

void Session::forward(int blob) {
    const FloatModeGuard guard;
    ncnn::Mat m;
    check(state->extractor.extract(blob, m, 1), "cannot compute", blob);
    if (m.empty()) check(-100, "cannot compute", blob);
}

void Session::output(int blob, float* data, int dims, int w, int h, int d, int c) {
    const FloatModeGuard guard;
    ncnn::Mat m;
    check(state->extractor.extract(blob, m, 0), "cannot fetch", blob);
    if (m.dims != dims || m.w != w || m.h != h || m.d != d || m.c != c || m.elempack != 1
            || m.elemsize != 4u) {
        throw std::runtime_error("unexpected shape " + shape_text(m));
    }
    export_mat(m, data);
}

void Session::restart() {
    state->extractor = state->network->net.create_extractor();
    for (const auto& input : state->inputs) {
        check(state->extractor.input(input.first, input.second), "cannot set", input.first);
    }
}

} // namespace lumiere
