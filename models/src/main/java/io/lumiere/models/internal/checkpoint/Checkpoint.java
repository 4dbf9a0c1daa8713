package io.lumiere.models.internal.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A file of named tensors. The table of contents is read on opening, values when asked for. Not
 * thread-safe. Everything thrown for the file's sake is a {@link CheckpointException}.
 */
public interface Checkpoint extends AutoCloseable {
  /** How the name of a file ends that lists the parts of a checkpoint. */
  String INDEX_SUFFIX = ".index.json";

  /** The tensors' names in the file's order. Nested dictionaries join theirs by dots. */
  Set<String> names();

  /**
   * What the tensor is.
   *
   * @throws CheckpointException where there is none of that name
   */
  TensorInfo info(String name);

  /**
   * The tensor's values in row-major order, converted to float: a new array.
   *
   * @throws CheckpointException where there is none of that name, or its values are damaged
   */
  float[] floats(String name);

  @Override
  void close();

  /**
   * Opens a checkpoint of any format, by what the file begins with, or all parts that a {@code
   * .index.json} lists.
   */
  static Checkpoint open(Path file) {
    if (file.toString().endsWith(INDEX_SUFFIX)) {
      return ShardedCheckpoint.open(file);
    }
    byte[] head = new byte[9];
    try (InputStream in = Files.newInputStream(file)) {
      int n = in.readNBytes(head, 0, head.length);
      if (n < head.length) {
        throw new CheckpointException(file, "is only " + n + " bytes long: not a checkpoint");
      }
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be read: " + e.getMessage(), e);
    }
    if (head[0] == 'P' && head[1] == 'K') {
      return TorchZipCheckpoint.open(file);
    }
    if (head[8] == '{') {
      return SafetensorsCheckpoint.open(file);
    }
    if (head[0] == (byte) 0x80) { // A pickle's first instruction, the protocol's number.
      return TorchLegacyCheckpoint.open(file);
    }
    throw new CheckpointException(
        file, "is not a safetensors file, nor one that torch.save wrote (zip or older format)");
  }
}
