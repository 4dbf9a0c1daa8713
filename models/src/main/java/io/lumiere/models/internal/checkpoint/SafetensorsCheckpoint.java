package io.lumiere.models.internal.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The safetensors format: eight bytes that give the header's length, a JSON header, and the
 * tensors' bytes. As the format demands, tensors may neither overlap nor leave gaps.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
final class SafetensorsCheckpoint implements Checkpoint {
  /** A tensor's place, in bytes from the header's end. */
  record Entry(TensorInfo info, long begin, long end) {}

  private static final int LENGTH_BYTES = 8;
  private static final long MAX_HEADER = 100_000_000; // The format's own limit.

  private final FileSource source;
  private final long dataStart;
  private final Map<String, Entry> entries;

  private SafetensorsCheckpoint(FileSource source, long dataStart, Map<String, Entry> entries) {
    this.source = source;
    this.dataStart = dataStart;
    this.entries = entries;
  }

  static SafetensorsCheckpoint open(Path file) {
    FileSource source = new FileSource(file);
    try {
      long header = source.read(0, LENGTH_BYTES).getLong(0);
      if (header < 2 || header > MAX_HEADER || header > source.size() - LENGTH_BYTES) {
        throw new CheckpointException(
            file,
            "header of " + header + " bytes; 2 to " + MAX_HEADER + " and in the file is expected");
      }
      long dataStart = LENGTH_BYTES + header;
      byte[] json = source.read(LENGTH_BYTES, header).array();
      Map<String, Entry> entries =
          new LinkedHashMap<>(SafetensorsHeader.parse(file, json, source.size() - dataStart));
      return new SafetensorsCheckpoint(source, dataStart, entries);
    } catch (Throwable t) {
      source.close();
      throw t;
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public TensorInfo info(String name) {
    return entry(name).info();
  }

  @Override
  public float[] floats(String name) {
    Entry entry = entry(name);
    ByteBuffer bytes = source.read(dataStart + entry.begin(), entry.end() - entry.begin());
    float[] values = new float[entry.info().elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = entry.info().type().read(bytes, i);
    }
    return values;
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new CheckpointException(source.file(), "has no tensor named " + name);
    }
    return entry;
  }

  @Override
  public void close() {
    source.close();
  }
}
