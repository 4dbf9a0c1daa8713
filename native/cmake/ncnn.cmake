# Configures ncnn's own build for what Lumiere runs: few layers, CPU, one thread, no file access.

if(NOT EXISTS "${LUMIERE_NCNN_SOURCE}/src/net.cpp")
  message(FATAL_ERROR "no ncnn source in '${LUMIERE_NCNN_SOURCE}'")
endif()

# Layers of io.lumiere.ncnn.internal.LayerRules, and Cast and Packing, which ncnn inserts by itself.
set(lumiere_layers
  BinaryOp Cast Clip Concat Convolution ConvolutionDepthWise Crop Embed ExpandDims Flatten GELU Gemm
  HardSigmoid HardSwish InnerProduct Input LayerNorm MemoryData MultiHeadAttention Noop Normalize
  Packing Padding Permute Pooling Reduction ReLU Reshape Sigmoid Slice Softmax Split Squeeze Swish
  TanH UnaryOp)

file(STRINGS "${LUMIERE_NCNN_SOURCE}/src/CMakeLists.txt" lines REGEX "^ncnn_add_layer\\(")
foreach(line IN LISTS lines)
  string(REGEX REPLACE "^ncnn_add_layer\\(([A-Za-z0-9]+).*" "\\1" layer "${line}")
  string(TOLOWER "${layer}" name)
  if(layer IN_LIST lumiere_layers)
    set(WITH_LAYER_${name} ON CACHE BOOL "" FORCE)
  else()
    set(WITH_LAYER_${name} OFF CACHE BOOL "" FORCE)
  endif()
endforeach()

# No file access and no messages on stderr (STDIO): the facade hands memory in and errors out.
foreach(option OPENMP VULKAN SIMPLEVK STDIO C_API PLATFORM_API PIXEL PIXEL_ROTATE PIXEL_AFFINE
    PIXEL_DRAWING INT8 BENCHMARK BUILD_TOOLS BUILD_EXAMPLES BUILD_BENCHMARK
    BUILD_TESTS INSTALL_SDK SHARED_LIB)
  set(NCNN_${option} OFF CACHE BOOL "" FORCE)
endforeach()
foreach(option WEIGHT_QUANT STRING VALIDATION THREADS RUNTIME_CPU BF16)
  set(NCNN_${option} ON CACHE BOOL "" FORCE)
endforeach()

# ncnn would stamp the day of the build.
set(NCNN_VERSION "${LUMIERE_NCNN_VERSION}" CACHE STRING "" FORCE)

# x86-64: one base compiled for AVX2 and FMA (every desktop processor since 2013), plus AVX-512
# with its bf16 and 8-bit dot product instructions, and the latter for processors without AVX-512,
# chosen at run time. ncnn's own default is SSE2 with eleven more
# variants, which triples the build. build.sh picks sse2 on a processor without AVX2.
# NCNN_AVX stays off, for it would compile the base a second time; NCNN_AVX512 must be on, for it
# also gives memory the alignment and blobs the packing that AVX code needs.
foreach(isa AVX FMA FMA4 XOP F16C AVX2 AVXVNNI AVXVNNIINT8 AVXVNNIINT16 AVXNECONVERT AVX512VNNI
    AVX512FP16 AVX512 AVX512BF16)
  set(NCNN_${isa} OFF CACHE BOOL "" FORCE)
endforeach()
set(isa_flags "")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64|AMD64)$" AND LUMIERE_ISA STREQUAL "avx2")
  set(isa_flags "-mavx2 -mfma -mf16c")
  set(NCNN_AVX512 ON CACHE BOOL "" FORCE)
  foreach(isa AVX512BF16 AVX512VNNI AVXVNNI)
    set(NCNN_${isa} ON CACHE BOOL "" FORCE)
  endforeach()
endif()

# ncnn compiles with -ffast-math. Without this the C library's headers would then pull in vector
# maths functions that need a newer glibc than anything else here.
set(lumiere_cxx_flags "${CMAKE_CXX_FLAGS}")
set(CMAKE_CXX_FLAGS "${CMAKE_CXX_FLAGS} -U__FAST_MATH__ ${isa_flags} -w")
add_subdirectory("${LUMIERE_NCNN_SOURCE}" ncnn EXCLUDE_FROM_ALL)
set(CMAKE_CXX_FLAGS "${lumiere_cxx_flags}")

# 8-bit weights are for Gemm and MultiHeadAttention (NCNN_WEIGHT_QUANT). Nothing calls convolution's
# 8-bit kernels without NCNN_INT8; they would be a fifth of the build.
get_target_property(sources ncnn SOURCES)
list(FILTER sources EXCLUDE REGEX "convolution_x86_avx[0-9]*vnni[.]cpp$")
set_target_properties(ncnn PROPERTIES SOURCES "${sources}")
