package io.lumiere.models.internal.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open file read at given places. Plain reads rather than a mapping: a mapping cannot be closed,
 * so the file could not be deleted on every platform, and a file cut short meanwhile would end the
 * JVM's read with an error that is not an exception.
 */
final class FileSource implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  FileSource(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be opened: " + e.getMessage(), e);
    }
  }

  Path file() {
    return file;
  }

  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /** Exactly these bytes, little-endian, from position 0 of the buffer. */
  ByteBuffer read(long position, long length) {
    if (position < 0 || length < 0 || length > Integer.MAX_VALUE || position > size() - length) {
      throw new CheckpointException(
          file, "ends before byte " + (position + length) + ": it is cut short or damaged");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new CheckpointException(file, "was cut short while it was read");
        }
      }
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be read: " + e.getMessage(), e);
    }
    return buffer.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CheckpointException(file, "cannot be closed: " + e.getMessage(), e);
    }
  }
}
