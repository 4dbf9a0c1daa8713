package io.lumiere.ncnn.format;

/**
 * How an array in a bin file is stored, where a tag of four bytes before it says so. Which arrays
 * have a tag is fixed by the layer. Arrays begin at multiples of four bytes. Immutable.
 */
public enum WeightTag {
  FLOAT32(0),
  FLOAT16(0x01306B47),
  BFLOAT16(0x01348B83);

  private final int code;

  WeightTag(int code) {
    this.code = code;
  }

  /** The tag. */
  public int code() {
    return code;
  }
}
