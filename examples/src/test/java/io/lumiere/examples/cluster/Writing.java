package io.lumiere.examples.cluster;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.push.Push;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.push.PushProgress;
import io.lumiere.cluster.push.PushReport;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** The two ways in which photos get into a collection. */
enum Writing {
  /** An index run, which reads the files of an archive. */
  INDEX {
    @Override
    Written run(
        Path archive, Path directory, PhotoCollection to, PushOptions how, IntConsumer each) {
      CollectionDestination into = new CollectionDestination(to, how);
      CountingEncoder encoder = new CountingEncoder(each);
      IndexReport report =
          new Indexer(archive, into, List.of(encoder.asModel()), IndexerOptions.DEFAULTS)
              .run(ProgressListener.NONE);
      return new Written(
          report.counts().added(), report.counts().unchanged(), into.withFewerCopies());
    }
  },

  /** A push, which reads the directory of the same archive. */
  PUSH {
    @Override
    Written run(
        Path archive, Path directory, PhotoCollection to, PushOptions how, IntConsumer each) {
      AtomicInteger read = new AtomicInteger();
      PushReport report =
          new Push(
                  directory,
                  to,
                  how,
                  PushProgress.Listener.NONE,
                  () -> {
                    each.accept(read.incrementAndGet());
                    return false;
                  })
              .run();
      return new Written(report.sent(), report.unchanged(), report.withFewerCopies());
    }
  };

  /**
   * What a run says.
   *
   * @param added photos that the collection did not have
   * @param unchanged photos that it had
   * @param withFewerCopies photos that did not reach all copies
   */
  record Written(long added, long unchanged, long withFewerCopies) {}

  /**
   * Writes what the collection does not have yet.
   *
   * @param each told the number of each photo before it is written
   */
  abstract Written run(
      Path archive, Path directory, PhotoCollection to, PushOptions how, IntConsumer each);
}
