package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NewestFirstTest {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch started = new CountDownLatch(1);

  private final class Logged implements NewestFirst.Work {
    private final String name;

    Logged(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      log.add(name);
    }

    @Override
    public void drop() {
      log.add("dropped " + name);
    }
  }

  private final class Gate implements NewestFirst.Work {
    @Override
    public void run() {
      started.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        log.add("interrupted");
      }
    }

    @Override
    public void drop() {
      log.add("dropped gate");
    }
  }

  private void await(int entries) throws InterruptedException {
    for (int i = 0; i < 500 && log.size() < entries; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void theLatestGoesFirstAndTheOldestIsDropped() throws InterruptedException {
    try (NewestFirst threads = new NewestFirst("test", 1, 3)) {
      threads.submit(new Gate());
      started.await();
      for (int i = 1; i <= 5; i++) {
        threads.submit(new Logged("work " + i));
      }
      assertThat(log).containsExactly("dropped work 1", "dropped work 2");
      gate.countDown();
      await(5);
      assertThat(log).endsWith("work 5", "work 4", "work 3");
    }
  }

  @Test
  void closingAnswersAllThatWaits() throws InterruptedException {
    NewestFirst threads = new NewestFirst("test", 1, 10);
    threads.submit(new Gate());
    started.await();
    threads.submit(new Logged("a"));
    threads.close();
    threads.submit(new Logged("b"));
    await(3);
    assertThat(log).containsExactlyInAnyOrder("dropped a", "dropped b", "interrupted");
  }
}
