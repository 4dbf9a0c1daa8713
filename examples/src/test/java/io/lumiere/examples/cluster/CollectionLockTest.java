package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.lock.CollectionLock;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.zookeeper.KeeperException;
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

  /** As ZooKeeper does when it has not heard of a program for long. */
  private void takeAway(PhotoCollection by) throws KeeperException, InterruptedException {
    by.zooKeeper().delete("/lumiere/writers/" + name, -1);
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

  @Test
  void whoIsInterruptedWhileLettingGoOfItLetsGoOfIt() throws Exception {
    try (PhotoCollection collection = connect();
        PhotoCollection other = connect()) {
      for (int round = 0; round < 60; round++) {
        CollectionLock lock = take(collection);
        Thread closing = Thread.ofPlatform().start(lock::close);
        // Each time a little later, until it has ended before.
        LockSupport.parkNanos(round * 50_000L);
        closing.interrupt();
        closing.join();
        assertThat(other.zooKeeper().exists("/lumiere/writers/" + name)).isFalse();
      }
    }
  }

  @Test
  void whatNobodyElseHadMeanwhileIsTakenAgain() throws Exception {
    try (PhotoCollection first = connect();
        PhotoCollection second = connect();
        CollectionLock lock = take(first)) {
      takeAway(second);
      lock.requireHeld();
      takeAway(second);
      lock.requireHeld();
    }
  }

  /** What was known of the collection before may not be so any more. */
  @Test
  void whatSomebodyElseHadMeanwhileIsLost() throws Exception {
    try (PhotoCollection first = connect();
        PhotoCollection second = connect()) {
      try (CollectionLock lost = take(first)) {
        takeAway(second);
        take(second).close();
        assertThatThrownBy(lost::requireHeld)
            .isInstanceOf(LumiereException.class)
            .hasMessageContaining("began to write to");
      }
      take(second).close();
    }
  }
}
