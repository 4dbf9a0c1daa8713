package io.lumiere.web.export;

import io.lumiere.base.FailureText;
import io.lumiere.schema.Photo;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.media.IndexedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written for a photo: its size and check sum come before its bytes in an archive
 * that compresses nothing. Immutable.
 *
 * @param bytes null where they are read from the file while they are written
 * @param file null where {@code bytes} are there
 * @param failure why there is nothing; null where there is something
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ZipContent(
    Photo photo,
    long size,
    long checkSum,
    byte @Nullable [] bytes,
    @Nullable Path file,
    @Nullable String failure) {
  /** Larger files are read twice in place of being held in memory. */
  private static final int MOST_IN_MEMORY = 32 << 20;

  private static final int BUFFER = 1 << 16;

  /** Makes the smaller copy of a photo. */
  @FunctionalInterface
  interface Copier {
    byte[] copy(IndexedFile file);
  }

  static ZipContent copy(IndexedFile file, Copier copier) {
    try {
      return of(file.photo(), copier.copy(file));
    } catch (HttpProblem e) {
      return failed(file.photo(), e.detail());
    }
  }

  static ZipContent original(IndexedFile file) {
    Photo photo = file.photo();
    try {
      if (photo.file().size() <= MOST_IN_MEMORY) {
        return of(photo, file.read());
      }
      Path path = file.path();
      CRC32 sum = new CRC32();
      long size = read(path, (buffer, count) -> sum.update(buffer, 0, count));
      return new ZipContent(photo, size, sum.getValue(), null, path, null);
    } catch (HttpProblem e) {
      return failed(photo, e.detail());
    } catch (IOException e) {
      return failed(photo, FailureText.reason(e));
    }
  }

  private static ZipContent of(Photo photo, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return new ZipContent(photo, bytes.length, sum.getValue(), bytes, null, null);
  }

  private static ZipContent failed(Photo photo, String reason) {
    return new ZipContent(photo, 0, 0, null, null, reason);
  }

  void write(OutputStream out) throws IOException {
    if (bytes != null) {
      out.write(bytes);
    } else if (file != null) {
      read(file, (buffer, count) -> out.write(buffer, 0, count));
    }
  }

  /** Takes a part of a file. */
  private interface Part {
    void take(byte[] buffer, int count) throws IOException;
  }

  private static long read(Path path, Part part) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        part.take(buffer, count);
        size += count;
      }
    }
    return size;
  }
}
