package io.lumiere.ncnn;

/** How a network holds its weights and intermediate results while it runs. */
public enum Precision {
  /** 32-bit floats throughout, whatever the files hold. */
  FP32,
  /**
   * bfloat16 storage: half the memory traffic, about three significant digits. Faster only where
   * {@link CpuFeatures#fastBf16()} says so.
   */
  BF16
}
