package io.lumiere.models.internal.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What {@code torch.save} has written since PyTorch 1.6: a zip archive with a pickle {@code
 * NAME/data.pkl} and each storage as {@code NAME/data/KEY}.
 */
final class TorchZipCheckpoint extends TorchCheckpoint {
  private static final String PICKLE = "data.pkl";
  private static final long MAX_PICKLE = 1 << 28;

  /** Bytes that a byte of deflate makes at most: two bits 258. */
  private static final long MOST_UNPACKED = 1040;

  private final Path file;
  private final ZipFile zip;
  private final String folder;

  private TorchZipCheckpoint(Path file, ZipFile zip, String folder, Object root) {
    super(file, root);
    this.file = file;
    this.zip = zip;
    this.folder = folder;
  }

  static TorchZipCheckpoint open(Path file) {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return open(file, zip);
      } catch (Throwable t) {
        zip.close();
        throw t;
      }
    } catch (IOException | IllegalArgumentException e) { // The latter for names of no charset.
      throw new CheckpointException(file, "is not a readable zip archive: " + e.getMessage(), e);
    }
  }

  private static TorchZipCheckpoint open(Path file, ZipFile zip) throws IOException {
    List<? extends ZipEntry> pickles =
        zip.stream().filter(e -> e.getName().matches("([^/]+/)?" + PICKLE)).toList();
    if (pickles.size() != 1) {
      throw new CheckpointException(
          file,
          "is a zip archive with " + pickles.size() + " members " + PICKLE + "; one is expected");
    }
    ZipEntry pickle = pickles.get(0);
    String folder = pickle.getName().substring(0, pickle.getName().length() - PICKLE.length());
    checkByteOrder(file, zip, folder);
    if (pickle.getSize() > MAX_PICKLE) {
      throw new CheckpointException(file, PICKLE + " of " + pickle.getSize() + " bytes is too big");
    }
    try (InputStream in = zip.getInputStream(pickle)) {
      Object root = new Unpickler(new PickleInput(file, in, MAX_PICKLE)).load();
      return new TorchZipCheckpoint(file, zip, folder, root);
    }
  }

  private static void checkByteOrder(Path file, ZipFile zip, String folder) throws IOException {
    ZipEntry entry = zip.getEntry(folder + "byteorder");
    if (entry == null) {
      return; // Older than the mark; such files are little-endian.
    }
    try (InputStream in = zip.getInputStream(entry)) {
      String order = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
      if (!order.equals("little")) {
        throw new CheckpointException(file, "has byte order '" + order + "'; 'little' is read");
      }
    }
  }

  @Override
  long most(String key) {
    ZipEntry entry = entry(key);
    return Math.min(entry.getSize(), MOST_UNPACKED * entry.getCompressedSize());
  }

  private ZipEntry entry(String key) {
    ZipEntry entry = zip.getEntry(folder + "data/" + key);
    if (entry == null) {
      throw new CheckpointException(file, "lacks its member data/" + key);
    }
    return entry;
  }

  @Override
  ByteBuffer read(String key, long position, long length) {
    ZipEntry entry = entry(key);
    try (InputStream in = zip.getInputStream(entry)) {
      in.skipNBytes(position);
      byte[] bytes = in.readNBytes(Math.toIntExact(length));
      if (bytes.length == length) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      }
      throw new CheckpointException(file, "its member data/" + key + " is cut short");
    } catch (IOException | ArithmeticException e) {
      throw new CheckpointException(
          file, "its member data/" + key + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be closed: " + e.getMessage(), e);
    }
  }
}
