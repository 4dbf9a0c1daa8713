package io.lumiere.models.internal.checkpoint;

import io.lumiere.models.internal.checkpoint.PickleValues.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code torch.save} wrote before PyTorch 1.6: five pickles (a magic number, the protocol, the
 * writer's platform, the object, the storages' keys), then each storage in the order of the keys as
 * its number of elements in eight bytes and its bytes.
 */
final class TorchLegacyCheckpoint extends TorchCheckpoint {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long PROTOCOL = 1001;
  private static final int COUNT_BYTES = 8;

  /** A storage's place in the file. */
  private record Span(long begin, long bytes) {}

  private final FileSource source;
  private final Map<String, Span> spans;

  private TorchLegacyCheckpoint(FileSource source, Object root, Map<String, Span> spans) {
    super(source.file(), root);
    this.source = source;
    this.spans = spans;
  }

  static TorchLegacyCheckpoint open(Path file) {
    FileSource source = new FileSource(file);
    try (InputStream in = Files.newInputStream(file)) {
      PickleInput input = new PickleInput(file, in, source.size());
      Unpickler unpickler = new Unpickler(input);
      if (!MAGIC.equals(unpickler.load())) {
        throw new CheckpointException(file, "is a pickle, but not one that torch.save wrote");
      }
      if (!Long.valueOf(PROTOCOL).equals(unpickler.load())) {
        throw new CheckpointException(file, "is of another protocol than " + PROTOCOL);
      }
      if (!(unpickler.load() instanceof Map<?, ?> platform)
          || !Boolean.TRUE.equals(platform.get("little_endian"))) {
        throw new CheckpointException(file, "was not written on a little-endian machine");
      }
      Object root = unpickler.load();
      if (!(unpickler.load() instanceof List<?> keys)) {
        throw new CheckpointException(file, "lacks the list of its storages");
      }
      return new TorchLegacyCheckpoint(
          source, root, spans(source, unpickler.storages(), keys, input.position()));
    } catch (IOException e) {
      source.close();
      throw new CheckpointException(file, "cannot be read: " + e.getMessage(), e);
    } catch (Throwable t) {
      source.close();
      throw t;
    }
  }

  private static Map<String, Span> spans(
      FileSource source, Map<String, Storage> storages, List<?> keys, long position) {
    Map<String, Span> spans = new HashMap<>();
    long at = position;
    for (Object key : keys) {
      Storage storage = key instanceof String s ? storages.get(s) : null;
      if (storage == null) {
        throw new CheckpointException(
            source.file(), "lists a storage that its pickle does not refer to");
      }
      long elements = source.read(at, COUNT_BYTES).getLong(0);
      at += COUNT_BYTES;
      if (elements < 0 || elements > (source.size() - at) / storage.type().bytes()) {
        throw new CheckpointException(
            source.file(), "has a storage of " + elements + " elements that is not in it");
      }
      spans.put(storage.key(), new Span(at, elements * storage.type().bytes()));
      at += elements * storage.type().bytes();
    }
    return spans;
  }

  @Override
  long most(String key) {
    Span span = spans.get(key);
    return span == null ? 0 : span.bytes();
  }

  @Override
  ByteBuffer read(String key, long position, long length) {
    Span span = spans.get(key);
    if (span == null || position < 0 || position > span.bytes() - length) {
      throw new CheckpointException(source.file(), "storage " + key + " is cut short");
    }
    return source.read(span.begin() + position, length);
  }

  @Override
  public void close() {
    source.close();
  }
}
