package io.lumiere.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  @TempDir Path dir;

  @Test
  void whoWaitsIsToldForWhomAndNotForEver() throws Exception {
    Path file = dir.resolve("a/b/lock");
    List<String> notes = new CopyOnWriteArrayList<>();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<String> holder =
          pool.submit(() ->
              lock(file, Duration.ofSeconds(20), notes::add)
                  .hold(() -> {
                    held.countDown();
                    enough.await();
                    return "held";
                  }));
      held.await();
      String me = "process " + ProcessHandle.current().pid();
      assertThatThrownBy(() -> lock(file, Duration.ofMillis(1300), notes::add).hold(() -> "never"))
          .isInstanceOf(LumiereException.class)
          .hasMessageContainingAll("waited too long for " + me, file.toString());
      assertThat(notes).containsExactly("Waiting for " + me + ", which holds " + file);
      enough.countDown();
      assertThat(holder.get()).isEqualTo("held");
    }
    assertThat(lock(file, Duration.ofSeconds(5), notes::add).hold(() -> "free")).isEqualTo("free");
  }

  @Test
  void whatADeadProcessLeftIsNoLock() throws IOException {
    Path file = Files.writeString(dir.resolve("lock"), "999999999 and some more of it");
    assertThat(new ProcessLock(file, note -> {}).hold(() -> 1)).isEqualTo(1);
    assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
  }

  @Test
  void aFolderThatCannotBeMadeIsNoHeldLock() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "in the way").resolve("lock");
    assertThatThrownBy(() -> new ProcessLock(file, note -> {}).hold(() -> 1))
        .isInstanceOf(IOException.class);
  }

  private static ProcessLock lock(Path file, Duration limit, Consumer<String> notes) {
    return new ProcessLock(file, limit, notes);
  }
}
