package io.lumiere.models.download;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A file that can be downloaded. Immutable.
 *
 * @param path where it goes in the folder of its kind, with {@code /} between folders
 * @param address where it is published
 * @param bytes its size; 0 where it is not known
 * @param exact whether {@code bytes} is its size to the byte, not about
 * @param sha256 of its content, lower-case hexadecimal, where it is published
 */
public record RemoteFile(
    String path, URI address, long bytes, boolean exact, @Nullable String sha256) {
  public RemoteFile {
    if (path.isEmpty() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
      throw new IllegalArgumentException("path '" + path + "' leaves the folder");
    }
    if (bytes < 0 || (exact && bytes == 0)) {
      throw new IllegalArgumentException("size of " + path + " is " + bytes);
    }
    if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("SHA-256 of " + path + " is '" + sha256 + "'");
    }
  }
}
