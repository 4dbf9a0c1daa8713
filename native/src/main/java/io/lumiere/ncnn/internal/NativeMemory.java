package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.NcnnException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A whole file in memory outside the heap, so that the bytes that ncnn reads are the bytes that
 * were checked, whatever happens to the file. A network that is made of them uses them up.
 */
final class NativeMemory implements AutoCloseable {
  private static final long CHUNK = 1 << 28;

  private final BytePointer bytes;
  private final long size;

  private NativeMemory(BytePointer bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  static NativeMemory read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      // Not an ordinary pointer: JavaCPP limits those to the size of the Java heap.
      Pointer allocated = Pointer.malloc(Math.max(size, 1));
      if (allocated == null || allocated.isNull()) {
        throw new NcnnException("cannot read " + file + ": no memory for its " + size + " bytes");
      }
      BytePointer bytes = new BytePointer(allocated).capacity(Math.max(size, 1));
      NativeMemory memory = new NativeMemory(bytes, size);
      try {
        memory.fill(channel);
      } catch (IOException | RuntimeException e) {
        memory.close();
        throw e;
      }
      return memory;
    } catch (IOException e) {
      throw new NcnnException("cannot read " + file + ": " + e, e);
    }
  }

  private void fill(FileChannel channel) throws IOException {
    for (long at = 0; at < size; at += CHUNK) {
      // The buffer of a pointer is what lies between its position and its limit.
      ByteBuffer buffer = bytes.position(at).limit(Math.min(size, at + CHUNK)).asByteBuffer();
      bytes.limit(size).position(0);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new EOFException("the file became shorter while it was read");
        }
      }
    }
  }

  long size() {
    return size;
  }

  /** Returns the little-endian integer at a byte. */
  int intAt(long offset) {
    int value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | (bytes.get(offset + i) & 0xff);
    }
    return value;
  }

  BytePointer pointer() {
    return bytes;
  }

  @Override
  public void close() {
    if (!bytes.isNull()) {
      Pointer.free(bytes);
      bytes.setNull();
    }
  }
}
