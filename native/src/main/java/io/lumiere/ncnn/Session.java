package io.lumiere.ncnn;

import io.lumiere.ncnn.internal.Run;
import io.lumiere.ncnn.internal.Shape;

/**
 * One run of a {@link Network}: set the inputs, then fetch outputs. Computes on the calling thread
 * and no other. Calls from several threads are safe but wait for each other; give each thread a
 * session of its own.
 *
 * <p>Fetching several blobs computes each layer once when they are fetched in the order in which
 * the network makes them; a blob from before an earlier one may be computed again. After an input
 * is set again, outputs are computed again.
 */
public final class Session implements AutoCloseable {
  private final Run run;

  Session(Run run) {
    this.run = run;
  }

  /**
   * Copies a tensor into an input.
   *
   * @param blob one of {@link Network#inputNames()}
   * @param tensor of the shape that the network expects; integers only where it looks rows up
   * @throws NcnnException if there is no such input, or it cannot take this shape or value
   * @throws IllegalStateException if the session is closed
   */
  public void input(String blob, Tensor tensor) {
    switch (tensor) {
      case FloatTensor floats -> run.input(blob, floats.data(), Shape.floats(floats.shape()));
      case IntTensor ints -> run.input(blob, ints.data(), Shape.ints(ints.shape()));
    }
  }

  /**
   * Returns the numbers of a blob, be it a result or in the middle of the network, and runs the
   * layers that it needs.
   *
   * @throws NcnnException if there is no such blob, an input that it needs is missing, or the
   *     shapes of the inputs do not fit a layer
   * @throws IllegalStateException if the session is closed
   */
  public FloatTensor output(String blob) {
    return run.output(blob);
  }

  /** Ends the session; harmless when repeated. Waits for a call on another thread to end. */
  @Override
  public void close() {
    run.close();
  }
}
