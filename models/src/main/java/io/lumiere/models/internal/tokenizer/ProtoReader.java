package io.lumiere.models.internal.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The few parts of Protocol Buffers' wire format that a SentencePiece model is made of. Throws
 * {@link IllegalArgumentException} or {@link java.nio.BufferUnderflowException} for damaged data.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class ProtoReader {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;

  private final ByteBuffer in;
  private int tag;

  ProtoReader(ByteBuffer in) {
    this.in = in.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The number of the next field, or 0 at the end. */
  int nextField() {
    if (!in.hasRemaining()) {
      return 0;
    }
    tag = (int) varint();
    if (tag >>> 3 == 0) {
      throw new IllegalArgumentException("a field has the number 0");
    }
    return tag >>> 3;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number has more than ten bytes");
  }

  float float32() {
    return in.getFloat();
  }

  ByteBuffer bytes() {
    long length = varint();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException(
          "a field of " + length + " bytes is where " + in.remaining() + " are left");
    }
    ByteBuffer bytes = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return bytes;
  }

  String string() {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  /** Passes over the field that {@link #nextField} has announced. */
  void skip() {
    switch (tag & 7) {
      case VARINT -> varint();
      case FIXED_64 -> in.getLong();
      case BYTES -> bytes();
      case FIXED_32 -> in.getInt();
      default -> throw new IllegalArgumentException("a field has the type " + (tag & 7));
    }
  }
}
