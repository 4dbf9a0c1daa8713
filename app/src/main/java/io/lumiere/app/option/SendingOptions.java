package io.lumiere.app.option;

import io.lumiere.cluster.push.PushOptions;
import picocli.CommandLine.Option;

/** The options that say how photos are sent to a collection. Not thread-safe. */
public class SendingOptions {
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

  /** How photos are sent. */
  public PushOptions options() {
    return new PushOptions(batch, senders, shards, copies);
  }
}
