package io.lumiere.models.convert;

/**
 * How a network's matrices are written; what is small or decides precision is always in full.
 * Immutable.
 */
public enum Storage {
  /** 32-bit floats: exactly the checkpoint's values. */
  FP32,
  /** 16-bit floats: half the size, exact where the checkpoint has them itself. */
  FP16,
  /**
   * 8-bit integers for the matrices of linear layers and attention: a quarter of FP32's size. Each
   * run of 64 numbers of a row has a scale of its own. Other matrices are as with FP16.
   */
  INT8
}
