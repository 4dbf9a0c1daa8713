package io.lumiere.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** Says when nobody reads the output any more, which a print stream keeps to itself. */
final class CheckedOutput extends FilterOutputStream {
  private final PrintStream stream;
  private boolean unread;

  CheckedOutput(PrintStream stream) {
    super(stream);
    this.stream = stream;
  }

  /** Whether nobody reads it any more. */
  boolean isUnread() {
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
