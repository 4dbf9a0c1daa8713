package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Pulse;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, read at any place of it. For one thread. */
final class FileBytes implements Closeable {
  /** How many bytes are read at once: few enough that the pulse beats while a slow disk is read. */
  private static final int STEP = 1 << 20;

  private final FileChannel channel;
  private final Pulse pulse;
  private final long length;

  private FileBytes(FileChannel channel, Pulse pulse, long length) {
    this.channel = channel;
    this.pulse = pulse;
    this.length = length;
  }

  static FileBytes open(Path file, Pulse pulse) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FileBytes(channel, pulse, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** How many bytes it had when it was opened. */
  long length() {
    return length;
  }

  /** Reads {@code count} bytes from {@code at} on, which lie within the file. */
  byte[] read(long at, int count) throws IOException {
    byte[] bytes = new byte[count];
    int done = 0;
    while (done < count) {
      pulse.beat();
      ByteBuffer step = ByteBuffer.wrap(bytes, done, Math.min(STEP, count - done));
      int n = channel.read(step, at + done);
      if (n < 0) {
        throw new IOException("it has become shorter while it was read");
      }
      done += n;
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
