package io.lumiere.cluster.collection;

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

  private static final Pattern FORM =
      Pattern.compile(
          SCHEME
              + "((?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+\\]):[0-9]{1,5}"
              + "(?:,(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+\\]):[0-9]{1,5})*)"
              + "(/[A-Za-z0-9._/-]+)?/([A-Za-z0-9_][A-Za-z0-9._-]*)");

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
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not the address of a collection: it has the form"
              + " solr://ZOOKEEPER:PORT/COLLECTION, such as solr://127.0.0.1:27181/photos");
    }
    return new CollectionAddress(
        List.of(parts.group(1).split(",")), parts.group(2), parts.group(3));
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
