package io.lumiere.app.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Fails when nobody reads the output any more, which a print stream would hide. Not thread-safe.
 */
public final class CheckedOutput extends FilterOutputStream {
  private final PrintStream stream;
  private boolean unread;

  public CheckedOutput(PrintStream stream) {
    super(stream);
    this.stream = stream;
  }

  /** Whether nobody reads it any more. */
  public boolean isUnread() {
    return unread;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    stream.write(bytes, from, length);
    if (stream.checkError()) {
      unread = true;
      throw new IOException("nobody reads it any more");
    }
  }
}
