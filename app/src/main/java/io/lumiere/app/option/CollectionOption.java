package io.lumiere.app.option;

import io.lumiere.cluster.collection.CollectionAddress;
import picocli.CommandLine.Option;

/** The options that name a collection to put photos into, and say how. Not thread-safe. */
public final class CollectionOption extends SendingOptions {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "COLLECTION",
      description =
          "Put the photos into a collection of a SolrCloud in place of an index:"
              + " solr://ZOOKEEPER:PORT/COLLECTION. It is made where there is none."
              + " docs/cluster.md says what Solr needs.")
  String address = "";

  @Option(
      names = "--shared",
      description =
          "Share the work with other machines that run the same command on the same DIR. They can"
              + " come and go: what one leaves, others do.")
  boolean shared;

  /** Whether others take part. */
  public boolean isShared() {
    return shared;
  }

  /** Where it is. */
  public CollectionAddress address() {
    return CollectionAddress.parse(address);
  }
}
