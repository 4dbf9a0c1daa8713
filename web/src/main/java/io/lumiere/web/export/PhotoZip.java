package io.lumiere.web.export;

import io.lumiere.schema.Photo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP of photos, not compressed, since pictures are already: written as it is sent, with the
 * records of more than 4 GiB (ZIP64) where it comes to that. The next photos are prepared while one
 * is sent. What cannot be had is named, with its reason, in a text at the end. For one thread,
 * once.
 */
final class PhotoZip {
  static final String LEFT_OUT = "not exported.txt";

  private static final int MOST_LINES = 100_000;

  private final Function<Photo, ZipContent> contents;
  private final int ahead;
  private final String extension;
  private final long mostBytes;
  private final EntryNames names = new EntryNames();
  private final List<String> leftOut = new ArrayList<>();
  private long bytes;

  /**
   * A ZIP.
   *
   * @param contents what is written for a photo; called by several threads
   * @param ahead how many photos are prepared at once
   * @param extension of all files, such as {@code .jpg}; empty where they keep their own
   * @param mostBytes what is beyond them is left out
   */
  PhotoZip(Function<Photo, ZipContent> contents, int ahead, String extension, long mostBytes) {
    this.contents = contents;
    this.ahead = ahead;
    this.extension = extension;
    this.mostBytes = mostBytes;
  }

  /** Writes it all; after a failure what was written is not whole, and does not look so. */
  void write(Hits hits, OutputStream out) throws IOException {
    names.of(LEFT_OUT);
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setMethod(ZipOutputStream.STORED);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Deque<Future<ZipContent>> next = new ArrayDeque<>();
      try {
        hits.forEach(photo -> {
          next.add(threads.submit(() -> contents.apply(photo)));
          if (next.size() > ahead) {
            add(zip, next.remove());
          }
        });
        while (!next.isEmpty()) {
          add(zip, next.remove());
        }
      } finally {
        threads.shutdownNow();
      }
    }
    addLeftOut(zip);
    zip.finish();
    zip.flush();
  }

  private void add(ZipOutputStream zip, Future<ZipContent> prepared) throws IOException {
    ZipContent content = get(prepared);
    String failure = content.failure();
    if (failure == null && bytes + content.size() > mostBytes) {
      failure = "the ZIP would have more than " + (mostBytes >> 20) + " MiB";
    }
    if (failure != null) {
      leaveOut(content.photo().file().path() + ": " + failure);
      return;
    }
    ZipEntry entry = entry(name(content.photo()), content.size(), content.checkSum());
    entry.setLastModifiedTime(FileTime.from(content.photo().file().modified()));
    zip.putNextEntry(entry);
    content.write(zip);
    zip.closeEntry();
    bytes += content.size();
  }

  private static ZipContent get(Future<ZipContent> prepared) throws IOException {
    try {
      return prepared.get();
    } catch (ExecutionException e) {
      throw new IOException("a photo cannot be prepared", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the export was stopped", e);
    }
  }

  private String name(Photo photo) {
    String path = photo.file().path();
    int dot = path.lastIndexOf('.');
    return names.of(
        extension.isEmpty() || dot <= path.lastIndexOf('/')
            ? path + extension
            : path.substring(0, dot) + extension);
  }

  private static ZipEntry entry(String name, long size, long checkSum) {
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(checkSum);
    return entry;
  }

  private void leaveOut(String line) {
    if (leftOut.size() < MOST_LINES) {
      leftOut.add(line);
    }
  }

  private void addLeftOut(ZipOutputStream zip) throws IOException {
    if (leftOut.isEmpty()) {
      return;
    }
    String lines = String.join("\n", leftOut) + "\n";
    byte[] text = lines.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(text);
    zip.putNextEntry(entry(LEFT_OUT, text.length, sum.getValue()));
    zip.write(text);
    zip.closeEntry();
  }
}
