// The whole native surface of Lumiere. JavaCPP parses this header; keep it to plain types.
//
// Nothing here checks graphs or shapes: io.lumiere.ncnn proves both before it calls. What is
// checked here is what only ncnn can know, and it is reported as std::runtime_error.
#ifndef LUMIERE_NCNN_H
#define LUMIERE_NCNN_H

#include <stdint.h>

#include <memory>

namespace lumiere {

// Version of the ncnn that is linked in, such as "1.0.20261020".
const char* ncnn_version();

// Space-separated names of the instruction sets that ncnn finds on this processor.
const char* cpu_features();

// Instruction sets that this build cannot do without and this processor lacks; "" when it runs.
// Only this function may be called when the answer is not empty.
const char* missing_cpu_features();

// A loaded network. Immutable after construction: any number of threads may hold sessions, and
// the weights live until the last of the network and its sessions is gone, in whatever order.
class Network {
public:
    // weights are used up: they may be freed, and nothing else.
    Network(const char* param, unsigned char* weights, int64_t weights_size, bool bf16);
    ~Network();

private:
    friend class Session;
    Network(const Network&);
    Network& operator=(const Network&);
    struct State;
    std::shared_ptr<State>* state;
};

// One run of a network: inputs, then layers in order, then outputs. One thread at a time.
class Session {
public:
    explicit Session(const Network& network);
    ~Session();

    // Copies row-major data in; shape is width, height, depth, channels with dims of them in use.
    void input_floats(int blob, const float* data, int dims, int w, int h, int d, int c);
    void input_ints(int blob, const int* data, int dims, int w, int h, int d, int c);

    // Runs the layer that produces this blob; its inputs are there already.
    void forward(int blob);

    // Copies a computed blob out in row-major order; it must have exactly the given shape.
    void output(int blob, float* data, int dims, int w, int h, int d, int c);

    // Forgets everything that was computed and keeps the inputs.
    void restart();

private:
    Session(const Session&);
    Session& operator=(const Session&);
    struct State;
    State* state;
};

} // namespace lumiere

#endif // LUMIERE_NCNN_H
