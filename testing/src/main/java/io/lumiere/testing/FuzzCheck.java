package io.lumiere.testing;

/** What a damaged input is put through. Called by one thread at a time. */
@FunctionalInterface
public interface FuzzCheck {
  /**
   * Puts one input through.
   *
   * @return whether it was taken as good; {@code false} if it was refused as it should be
   * @throws Exception of any kind, or an error: a finding
   */
  boolean takes(FuzzInput input) throws Exception;
}
