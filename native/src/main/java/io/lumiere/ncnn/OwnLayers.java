package io.lumiere.ncnn;

/**
 * Which layers of our own take the place of ncnn's where numbers are 32-bit floats, or the fastest
 * multiply on {@link CpuFeatures#tiles()}: products with constant matrices, convolutions and
 * attention. The same results but for the order of sums, in about half to three quarters of the
 * time. Immutable.
 */
public enum OwnLayers {
  /** None: ncnn computes everything. For comparison. */
  NONE,
  /** Those for AVX2, even where the processor has more. For comparison. */
  AVX2,
  /** The fastest that the processor has instructions for; none on processors other than x86-64. */
  FASTEST
}
