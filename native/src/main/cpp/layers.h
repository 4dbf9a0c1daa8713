// Layers of our own in place of ncnn's, where the processor has what they are written for. They
// read the same files and give the same results but for the order of sums.
#ifndef LUMIERE_LAYERS_H
#define LUMIERE_LAYERS_H

#include "net.h"

namespace lumiere {

// Makes a network that is about to be loaded use them. A layer's parameter 31, which ncnn does not
// know, says what they may use of the processor: 0, nothing, 1, AVX2, 2 or absent, all that it has, 3,
// the same and bfloat16 in products with matrices. The forms of a layer that ours do not know are
// computed by ncnn's.
void use_own_layers(ncnn::Net& net);

} // namespace lumiere

#endif // LUMIERE_LAYERS_H
