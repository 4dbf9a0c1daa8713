package io.lumiere.bench;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** OpenBLAS's product of large matrices on one thread: what a processor can do at best. */
final class Sgemm {
  private static final int SIDE = 1024;

  /** Additions and multiplications of a run. */
  static final double OPERATIONS = 2.0 * SIDE * SIDE * SIDE;

  private final FloatPointer a = new FloatPointer((long) SIDE * SIDE);
  private final FloatPointer b = new FloatPointer((long) SIDE * SIDE);
  private final FloatPointer c = new FloatPointer((long) SIDE * SIDE);

  Sgemm() {
    openblas_nolapack.blas_set_num_threads(1);
    for (int i = 0; i < SIDE * SIDE; i++) {
      a.put(i, 0.5f);
      b.put(i, 0.25f);
    }
  }

  float[] run() {
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        openblas_nolapack.CblasNoTrans,
        openblas_nolapack.CblasNoTrans,
        SIDE,
        SIDE,
        SIDE,
        1,
        a,
        SIDE,
        b,
        SIDE,
        0,
        c,
        SIDE);
    return new float[] {c.get()};
  }
}
