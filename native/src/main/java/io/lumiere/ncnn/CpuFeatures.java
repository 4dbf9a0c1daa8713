package io.lumiere.ncnn;

import io.lumiere.ncnn.internal.NativeCalls;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The instruction sets that ncnn and our layers find on this processor. Immutable.
 *
 * @param names lower-case names such as {@code avx2}, {@code avx512_bf16}, {@code amx_bf16} or
 *     {@code neon}, sorted
 */
public record CpuFeatures(Set<String> names) {
  /** Copies the names. */
  public CpuFeatures {
    names = Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /** Asks ncnn about this machine. */
  public static CpuFeatures detect() {
    return new CpuFeatures(Set.copyOf(NativeCalls.cpuFeatures()));
  }

  /**
   * Whether {@link Precision#BF16} is computed by instructions made for it. Whether they are
   * faster, {@link PrecisionTrial} finds out.
   */
  public boolean fastBf16() {
    return names.contains("avx512_bf16") || names.contains("bf16") || tiles();
  }

  /**
   * Whether {@link Precision#BF16} is computed by our layers, on AMX's tiles: some ten times as
   * fast as by {@code avx512_bf16}. Linux only, and only where it lets this process use them.
   */
  public boolean tiles() {
    return names.contains("amx_bf16");
  }
}
