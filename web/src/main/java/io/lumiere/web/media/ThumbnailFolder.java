package io.lumiere.web.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Thumbnails on disk, in a folder that all archives and several processes may share: a file each,
 * which appears whole or not at all, with a check sum behind its JPEG. Beyond a number of bytes
 * those go that were not asked for longest. A cache costs nobody a picture: what cannot be read or
 * written is as if it were not there. Thread-safe.
 */
final class ThumbnailFolder {
  private static final int CHECK_SUM = 4;
  private static final String ENDING = ".jpg";
  private static final String UNFINISHED = ".tmp";

  /** A file's time says when it was asked for, to the hour: writing it each time wears disks. */
  private static final Duration TIME_STEP = Duration.ofHours(1);

  /** How full the folder is after tidying. */
  private static final double FILLING = 0.9;

  private final Path folder;
  private final long mostBytes;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicBoolean isTidying = new AtomicBoolean();

  /** A folder, which need not be there yet. What it holds is counted at the first tidying. */
  ThumbnailFolder(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** The thumbnail; null where it is not there, or damaged. */
  byte @Nullable [] find(ThumbnailKey key) {
    Path file = file(key);
    try {
      byte[] content = Files.readAllBytes(file);
      if (content.length <= CHECK_SUM || !isWhole(content)) {
        Files.deleteIfExists(file);
        return null;
      }
      touch(file);
      return Arrays.copyOf(content, content.length - CHECK_SUM);
    } catch (IOException e) {
      return null;
    }
  }

  /** Keeps a thumbnail. */
  void keep(ThumbnailKey key, byte[] jpeg) {
    byte[] content = Arrays.copyOf(jpeg, jpeg.length + CHECK_SUM);
    ByteBuffer.wrap(content).putInt(jpeg.length, checkSum(jpeg, jpeg.length));
    Path file = file(key);
    Path unfinished = null;
    try {
      Path parent = Files.createDirectories(file.resolveSibling("."));
      unfinished = Files.createTempFile(parent, "", UNFINISHED); // Its owner's alone.
      Files.write(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      if (bytes.addAndGet(content.length) > mostBytes) {
        tidyAside();
      }
    } catch (IOException e) {
      delete(unfinished);
    }
  }

  /** Counts what is there and deletes what is too much, on another thread, unless that goes on. */
  void tidyAside() {
    if (isTidying.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("lumiere-thumbnail-tidying")
          .start(() -> {
            try {
              tidy();
            } finally {
              isTidying.set(false);
            }
          });
    }
  }

  /** The same now. */
  void tidy() {
    List<Entry> entries = entries();
    long sum = entries.stream().mapToLong(Entry::bytes).sum();
    if (sum > mostBytes) {
      entries.sort(Comparator.comparing(Entry::time));
      for (Entry entry : entries) {
        if (sum <= mostBytes * FILLING) {
          break;
        }
        delete(entry.file());
        sum -= entry.bytes();
      }
    }
    bytes.set(sum);
  }

  /** A file of the folder. */
  private record Entry(Path file, long bytes, Instant time) {}

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    Instant stale = Instant.now().minus(TIME_STEP);
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Entry entry = entry(file);
        if (entry == null) {
          continue;
        }
        if (file.toString().endsWith(ENDING)) {
          entries.add(entry);
        } else if (file.toString().endsWith(UNFINISHED) && entry.time().isBefore(stale)) {
          delete(file); // Of a process that ended while it wrote.
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return entries;
    }
    return entries;
  }

  private static @Nullable Entry entry(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? new Entry(file, attributes.size(), attributes.lastModifiedTime().toInstant())
          : null;
    } catch (IOException e) {
      return null; // Deleted meanwhile.
    }
  }

  private static void touch(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TIME_STEP))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return; // It is tried again with the next tidying.
    }
  }

  private Path file(ThumbnailKey key) {
    String tag = key.tag();
    return folder.resolve(tag.substring(0, 2)).resolve(tag + ENDING);
  }

  private static boolean isWhole(byte[] content) {
    int length = content.length - CHECK_SUM;
    return ByteBuffer.wrap(content).getInt(length) == checkSum(content, length);
  }

  private static int checkSum(byte[] content, int length) {
    CRC32 sum = new CRC32();
    sum.update(content, 0, length);
    return (int) sum.getValue();
  }
}
