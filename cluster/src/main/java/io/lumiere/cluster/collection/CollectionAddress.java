package io.lumiere.cluster.collection;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a collection is: {@code solr://zk1:2181,zk2:2181/collection}, or with the folder that Solr
 * has in ZooKeeper, {@code solr://zk1:2181/solr/collection}. Immutable.
 *
 * @param zooKeepers {@code host:port} of each ZooKeeper
 * @param folder Solr's folder in ZooKeeper, beginning with a slash; null for the root
 * @param collection the collection's name
 */
public record CollectionAddress(
    List<String> zooKeepers, @Nullable String folder, String collection) {
  /** What an address begins with. */
  public static final String SCHEME = "solr://";

  private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+\\]):[0-9]{1,5}";

  /** ZooKeeper takes no part of a path that is . or .. alone. */
  private static final String PART = "/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._-]+";

  private static final Pattern FORM =
      Pattern.compile(
          "(?i:%s)(%s(?:,%<s)*)((?:%s)*)/([A-Za-z0-9_][A-Za-z0-9._-]*)"
              .formatted(SCHEME, HOST, PART));

  /** No folder of photos or of an index is called so. */
  private static final Pattern ANY_ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  private static final int LAST_PORT = 65_535;

  public CollectionAddress {
    zooKeepers = List.copyOf(zooKeepers);
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static CollectionAddress parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || !havePorts(parts.group(1))) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not the address of a collection: it has the form"
              + " solr://ZOOKEEPER:PORT/COLLECTION, such as solr://127.0.0.1:27181/photos");
    }
    return new CollectionAddress(
        List.of(parts.group(1).split(",")),
        parts.group(2).isEmpty() ? null : parts.group(2),
        parts.group(3));
  }

  private static boolean havePorts(String zooKeepers) {
    return Arrays.stream(zooKeepers.split(","))
        .map(each -> Integer.parseInt(each.substring(each.lastIndexOf(':') + 1)))
        .allMatch(port -> port > 0 && port <= LAST_PORT);
  }

  /**
   * Whether a text is meant as an address rather than as a folder's name, even if {@link #parse}
   * refuses it: it begins as addresses do.
   */
  public static boolean isMeant(String text) {
    return ANY_ADDRESS.matcher(text).matches();
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return SCHEME
        + String.join(",", zooKeepers)
        + (folder == null ? "" : folder)
        + "/"
        + collection;
  }
}
