package io.lumiere.web.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Content of a known length of which any part can be written. For one thread. */
interface RangedContent extends AutoCloseable {
  long length();

  /** Writes {@code count} bytes from {@code first} on. */
  void write(long first, long count, OutputStream out) throws IOException;

  @Override
  void close() throws IOException;

  static RangedContent of(byte[] bytes) {
    return new RangedContent() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void write(long first, long count, OutputStream out) throws IOException {
        out.write(bytes, Math.toIntExact(first), Math.toIntExact(count));
      }

      @Override
      public void close() {}
    };
  }

  /** Opens a file; a link in its last place is refused, as somebody may have put it there now. */
  static RangedContent open(Path file) throws IOException {
    SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    return new FileContent(channel, channel.size());
  }

  /** The length that the file had when it was opened is what is promised. */
  record FileContent(SeekableByteChannel channel, long length) implements RangedContent {
    private static final int BUFFER = 64 * 1024;

    @Override
    public void write(long first, long count, OutputStream out) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, count)));
      channel.position(first);
      long left = count;
      while (left > 0) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        if (channel.read(buffer) < 0) {
          throw new IOException("the file became shorter while it was sent");
        }
        out.write(buffer.array(), 0, buffer.position());
        left -= buffer.position();
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
