package io.lumiere.indexer.internal.run;

/** What others want of a run; asked all the time. Implementations are thread-safe. */
public interface RunControl {
  /** Whether the run is to end early. */
  boolean isStopAsked();

  /** Whether the run is to do nothing for now. */
  default boolean isPauseAsked() {
    return false;
  }
}
