package io.lumiere.exchange.internal.rows;

import io.lumiere.base.Fault;
import io.lumiere.schema.Fields;
import io.lumiere.schema.ImageInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Completes rows of other programs, which know little more of a photo than its path. What is not
 * known gets a placeholder, and a last-modified time that no file has: so the next index run reads
 * the photo, and if its content is what was imported, its vectors stay.
 */
public final class RowCompletion {
  private static final Map<String, String> FORMATS = Map.of("jpg", "jpeg", "tif", "tiff");
  private static final Pattern WINDOWS_ROOT = Pattern.compile("[A-Za-z]:[\\\\/]|\\\\\\\\");
  private static final String UNKNOWN_FORMAT = "unknown";

  private final @Nullable Path archive;
  private final MessageDigest digest;

  /**
   * Completes rows of one archive.
   *
   * @param archive root of the photos, absolute; null where they are not at hand
   */
  public RowCompletion(@Nullable Path archive) {
    this.archive = archive;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Returns the row's path relative to the archive, and sets it in the row.
   *
   * @throws BadRowException if the row has no path within the archive
   */
  public String path(Row row) throws BadRowException {
    String text = row.text(Fields.PATH);
    if (text == null || text.isEmpty()) {
      throw new BadRowException(
          "it has no path: a photo needs at least its path, relative to the archive");
    }
    String path = relative(text);
    row.put(Fields.PATH, path);
    return path;
  }

  private String relative(String text) throws BadRowException {
    if (!text.startsWith("/") && !WINDOWS_ROOT.matcher(text).lookingAt()) {
      return normal(text);
    }
    if (archive == null) {
      throw new BadRowException(
          Fault.ARCHIVE_UNNAMED,
          null,
          "path " + text + " is absolute, and nothing says what it is relative to");
    }
    String separator = archive.getFileSystem().getSeparator();
    String root = archive.toString();
    if (!root.endsWith(separator)) { // As that of a whole file system does.
      root += separator;
    }
    if (!text.startsWith(root)) {
      throw new BadRowException("path " + text + " is not in the archive " + archive);
    }
    return normal(text.substring(root.length()).replace(separator, "/"));
  }

  /**
   * Checks a path that is relative to the archive.
   *
   * @throws BadRowException if nothing in an archive has it
   */
  static void requireInside(String path) throws BadRowException {
    normal(path);
  }

  /**
   * Works on texts, not on paths of this file system: it may not allow names that another one does.
   */
  private static String normal(String text) throws BadRowException {
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new BadRowException("path " + text + " has a character that no file's name has");
    }
    Deque<String> names = new ArrayDeque<>();
    for (String name : text.split("/")) {
      boolean up = name.equals("..");
      if (up && names.pollLast() == null) {
        throw new BadRowException("path " + text + " leaves the archive");
      }
      if (!up && !name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    if (names.isEmpty()) {
      throw new BadRowException("path '" + text + "' names no file");
    }
    return String.join("/", names);
  }

  /** The id of a photo that has none: by its path, so that it is the same each time. */
  public static String id(String path) {
    return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * Fills in all that a photo must have.
   *
   * @param id of the photo where the row says none
   * @return whether it lacked anything that the next indexing finds out
   */
  public boolean complete(Row row, String path, String id) throws BadRowException {
    row.fill(Fields.ID, id);
    boolean lacking =
        !row.has(Fields.CONTENT_HASH)
            || !row.has(Fields.SIZE)
            || !row.has(Fields.MODIFIED)
            || !row.has(Fields.WIDTH)
            || !row.has(Fields.HEIGHT);
    if (lacking) {
      row.put(Fields.MODIFIED, Instant.EPOCH);
      fillContent(row, path);
    }
    row.fill(Fields.FORMAT, format(path));
    fillImage(row);
    if (row.has(Fields.TAKEN)) {
      row.fill(Fields.TAKEN_SOURCE, "sidecar");
      row.fill(Fields.TAKEN_CONFIDENCE, "medium");
      row.fill(Fields.TAKEN_PRECISION, "time");
    }
    if (row.has(Fields.TAKEN_OFFSET)) {
      row.fill(Fields.TAKEN_OFFSET_SOURCE, "stated");
    }
    return lacking;
  }

  private static void fillImage(Row row) {
    if (!row.has(Fields.WIDTH) || !row.has(Fields.HEIGHT)) {
      ImageInfo unseen = ImageInfo.unseen(UNKNOWN_FORMAT);
      row.put(Fields.WIDTH, unseen.width());
      row.put(Fields.HEIGHT, unseen.height());
      row.put(Fields.ORIENTATION, unseen.orientation());
    }
    row.fill(Fields.ORIENTATION, 1);
  }

  private void fillContent(Row row, String path) throws BadRowException {
    Path file = row.has(Fields.CONTENT_HASH) ? null : find(path);
    if (file == null) {
      // No file has this content hash: a collision is too unlikely to consider.
      row.fill(Fields.CONTENT_HASH, hex(("unseen " + path).getBytes(StandardCharsets.UTF_8)));
      row.fill(Fields.SIZE, 0L);
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        size += n;
      }
      row.put(Fields.CONTENT_HASH, HexFormat.of().formatHex(digest.digest()));
      row.put(Fields.SIZE, size);
    } catch (IOException e) {
      digest.reset();
      throw new BadRowException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private @Nullable Path find(String path) {
    try {
      Path file = archive == null ? null : archive.resolve(path);
      return file != null && Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  private static String format(String path) {
    int dot = path.lastIndexOf('.');
    String extension = dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    return extension.isEmpty() || extension.contains("/")
        ? UNKNOWN_FORMAT
        : FORMATS.getOrDefault(extension, extension);
  }
}
