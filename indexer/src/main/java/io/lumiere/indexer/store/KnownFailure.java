package io.lumiere.indexer.store;

/**
 * A file that an earlier run could not index. Immutable.
 *
 * @param size in bytes; {@link #RETRY} if it is tried again even though it does not change
 * @param modified milliseconds since the epoch
 * @param reason why
 */
public record KnownFailure(long size, long modified, String reason) {
  /** A size that no file has. */
  public static final long RETRY = -1;
}
