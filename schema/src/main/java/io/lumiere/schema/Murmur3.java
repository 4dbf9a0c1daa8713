package io.lumiere.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MurmurHash3, x64, of which the first 64 of 128 bits are taken. Newer Lucenes have it; nodes of
 * Solr run an older one, and must give ids the same hashes. Thread-safe.
 */
final class Murmur3 {
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;
  private static final int BLOCK = 16;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Murmur3() {}

  /** The hash of the first {@code length} bytes, with seed 0. */
  static long hash(byte[] bytes, int length) {
    long h1 = 0;
    long h2 = 0;
    int whole = length - length % BLOCK;
    for (int at = 0; at < whole; at += BLOCK) {
      h1 ^= first((long) LONGS.get(bytes, at));
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= second((long) LONGS.get(bytes, at + Long.BYTES));
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    h2 ^= second(rest(bytes, whole + Long.BYTES, length));
    h1 ^= first(rest(bytes, whole, Math.min(length, whole + Long.BYTES)));
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    return mix(h1) + mix(h2);
  }

  private static long first(long k) {
    return Long.rotateLeft(k * C1, 31) * C2;
  }

  private static long second(long k) {
    return Long.rotateLeft(k * C2, 33) * C1;
  }

  /** The bytes that are left, the first as the lowest; 0 where there are none. */
  private static long rest(byte[] bytes, int from, int to) {
    long rest = 0;
    for (int at = to - 1; at >= from; at--) {
      rest = (rest << Byte.SIZE) | (bytes[at] & 0xffL);
    }
    return rest;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
