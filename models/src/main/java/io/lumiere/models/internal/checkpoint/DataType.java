package io.lumiere.models.internal.checkpoint;

import java.nio.ByteBuffer;

/** How a checkpoint stores one element. Multi-byte types are little-endian. */
public enum DataType {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes an element takes. */
  public int bytes() {
    return bytes;
  }

  /** The element at {@code index} (in elements) of a little-endian buffer, rounded to a float. */
  float read(ByteBuffer buffer, int index) {
    int at = index * bytes;
    return switch (this) {
      case F64 -> (float) buffer.getDouble(at);
      case F32 -> buffer.getFloat(at);
      case F16 -> Float.float16ToFloat(buffer.getShort(at));
      case BF16 -> Float.intBitsToFloat(buffer.getShort(at) << 16);
      case I64 -> buffer.getLong(at);
      case I32 -> buffer.getInt(at);
      case I16 -> buffer.getShort(at);
      case I8 -> buffer.get(at);
      case U8 -> buffer.get(at) & 0xff;
      case BOOL -> buffer.get(at) == 0 ? 0 : 1;
    };
  }
}
