package io.lumiere.web.archives;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Makes the list of archives. Collections are asked side by side, and what does not answer soon is
 * listed as it was known last: it holds up neither the list nor others. Thread-safe.
 */
final class ArchiveLines {
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Function<ArchiveEntry, ArchiveState> states;

  /** What is being asked; it is not asked again meanwhile. */
  private final Map<ArchiveEntry, CompletableFuture<ArchiveLine>> asked = new ConcurrentHashMap<>();

  private final Map<ArchiveEntry, ArchiveLine> known = new ConcurrentHashMap<>();

  /**
   * A list of archives.
   *
   * @param states may open an archive
   */
  ArchiveLines(Function<ArchiveEntry, ArchiveState> states) {
    this.states = states;
  }

  /** A line for each, in this order. */
  List<ArchiveLine> of(List<ArchiveEntry> entries) {
    long until = System.nanoTime() + SOON.toNanos();
    known.keySet().retainAll(entries);
    Map<ArchiveEntry, CompletableFuture<ArchiveLine>> collections = new HashMap<>();
    for (ArchiveEntry entry : entries) {
      if (entry.index().folder().isEmpty()) {
        collections.put(entry, ask(entry));
      }
    }
    List<ArchiveLine> lines = new ArrayList<>();
    for (ArchiveEntry entry : entries) {
      CompletableFuture<ArchiveLine> collection = collections.get(entry);
      lines.add(collection == null ? line(entry) : soon(entry, collection, until));
    }
    return lines;
  }

  private ArchiveLine line(ArchiveEntry entry) {
    return ArchiveLine.of(states.apply(entry));
  }

  private CompletableFuture<ArchiveLine> ask(ArchiveEntry entry) {
    CompletableFuture<ArchiveLine> own = new CompletableFuture<>();
    CompletableFuture<ArchiveLine> other = asked.putIfAbsent(entry, own);
    if (other != null) {
      return other;
    }
    Thread.ofVirtual().name("lumiere-archive-line").start(() -> answer(entry, own));
    return own;
  }

  private void answer(ArchiveEntry entry, CompletableFuture<ArchiveLine> waiting) {
    try {
      ArchiveLine line = line(entry);
      if (line.state().problem().isEmpty()) {
        known.put(entry, line);
      }
      waiting.complete(line);
    } catch (RuntimeException | Error e) {
      waiting.completeExceptionally(e);
    } finally {
      asked.remove(entry, waiting);
    }
  }

  private ArchiveLine soon(
      ArchiveEntry entry, CompletableFuture<ArchiveLine> collection, long until) {
    ArchiveLine before = known.get(entry);
    if (before == null) {
      before = new ArchiveLine(new ArchiveState(entry, null, Optional.empty()), 0);
    }
    ArchiveLine late = before.withProblem("the collection does not answer yet");
    return collection
        .copy()
        .completeOnTimeout(late, until - System.nanoTime(), TimeUnit.NANOSECONDS)
        .join();
  }
}
