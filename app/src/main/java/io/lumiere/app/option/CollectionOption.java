package io.lumiere.app.option;

import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.push.PushOptions;
import picocli.CommandLine.Option;

/** The options that name a collection to put photos into, and say how. Not thread-safe. */
public final class CollectionOption {
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
      names = "--shards",
      paramLabel = "N",
      description = "Shards of a collection that is made. Default: 1.")
  int shards = PushOptions.DEFAULT.shards();

  @Option(
      names = "--copies",
      paramLabel = "N",
      description = "Copies of each shard of a collection that is made. Default: 1.")
  int copies = PushOptions.DEFAULT.copies();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Photos in a request to Solr. Default: 100.")
  int batch = PushOptions.DEFAULT.batch();

  @Option(
      names = "--senders",
      paramLabel = "N",
      description = "Requests to Solr that are under way at a time. Default: 4.")
  int senders = PushOptions.DEFAULT.senders();

  /** Where it is. */
  public CollectionAddress address() {
    return CollectionAddress.parse(address);
  }

  /** How photos are sent. */
  public PushOptions options() {
    return new PushOptions(batch, senders, shards, copies);
  }
}
