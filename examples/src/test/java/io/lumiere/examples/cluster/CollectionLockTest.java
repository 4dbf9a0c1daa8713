package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.lock.CollectionLock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What keeps programs that write to a collection apart, in a real ZooKeeper. */
class CollectionLockTest {
  private final String name = "locked_" + UUID.randomUUID();

  private PhotoCollection connect() {
    return PhotoCollection.connect(CollectionAddress.parse(TestCluster.address() + "/" + name));
  }

  private static CollectionLock take(PhotoCollection collection) {
    return CollectionLock.take(collection, () -> false);
  }

  /** Otherwise nobody could write before the program ends, not even the program itself. */
  @Test
  void whoIsInterruptedLetsGoOfIt() {
    try (PhotoCollection collection = connect()) {
      CollectionLock lock = take(collection);
      Thread.currentThread().interrupt();
      lock.close();
      assertThat(Thread.interrupted()).isTrue();
      take(collection).close();
    }
  }
}
