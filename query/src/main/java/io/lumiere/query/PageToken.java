package io.lumiere.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ends; {@link SearchRequestBuilder#after} takes it, with the same request. It holds
 * for other processes and after changes of the index, too: photos added or deleted in between shift
 * hits by no more than their own places.
 */
public final class PageToken {
  private final SearchRequest.Sort sort;
  private final int rank;
  private final long key;
  private final long model;
  private final String id;

  /**
   * A token.
   *
   * @param sort the order in which {@code key} counts
   * @param rank the last hit's
   * @param key the last hit's score as raw bits, or when it was taken
   * @param model the begin of the content hash of the model that ranked; 0 where none did
   * @param id the last photo's
   */
  PageToken(SearchRequest.Sort sort, int rank, long key, long model, String id) {
    this.sort = sort;
    this.rank = rank;
    this.key = key;
    this.model = model;
    this.id = id;
  }

  /**
   * Reads what {@link #toString} gave.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static PageToken parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      SearchRequest.Sort sort = sort((char) bytes.get());
      int rank = bytes.getInt();
      long key = bytes.getLong();
      long model = bytes.getLong();
      String id = StandardCharsets.UTF_8.decode(bytes).toString();
      if (rank >= 1 && !id.isEmpty()) {
        return new PageToken(sort, rank, key, model, id);
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(notOne(text), e);
    }
    throw new IllegalArgumentException(notOne(text));
  }

  private static SearchRequest.Sort sort(char initial) {
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      if (initial(sort) == initial) {
        return sort;
      }
    }
    throw new IllegalArgumentException("no order begins with " + initial);
  }

  private static char initial(SearchRequest.Sort sort) {
    return sort.name().charAt(0);
  }

  private static String notOne(String text) {
    return "not a page token: '" + text + "'; take it from the page before as it is";
  }

  SearchRequest.Sort sort() {
    return sort;
  }

  int rank() {
    return rank;
  }

  long key() {
    return key;
  }

  long model() {
    return model;
  }

  String id() {
    return id;
  }

  /** Letters, digits, {@code -} and {@code _}, which {@link #parse} reads. */
  @Override
  public String toString() {
    byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(21 + idBytes.length)
            .put((byte) initial(sort))
            .putInt(rank)
            .putLong(key)
            .putLong(model)
            .put(idBytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
