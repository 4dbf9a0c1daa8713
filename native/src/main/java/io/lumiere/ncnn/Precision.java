package io.lumiere.ncnn;

/** How a network holds its weights and intermediate results while it runs. Immutable. */
public enum Precision {
  /** 32-bit floats throughout; products with weights that the file has in 8 bits are of 8 bits. */
  FP32,
  /**
   * bfloat16, of about three significant digits: where {@link CpuFeatures#tiles()}, what products
   * with constant matrices multiply, and elsewhere all numbers in memory, which is often slower:
   * {@link PrecisionTrial} finds out.
   */
  BF16
}
