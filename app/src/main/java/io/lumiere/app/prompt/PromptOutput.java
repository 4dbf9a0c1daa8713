package io.lumiere.app.prompt;

import io.lumiere.app.prompt.PromptReply.Piece;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects what a search prints on its two outputs, in its order. Not thread-safe. */
public final class PromptOutput {
  private final List<Piece> pieces = new ArrayList<>();
  private final ByteArrayOutputStream last = new ByteArrayOutputStream();
  private boolean isLastError;
  private long size;

  /** Where results are printed. */
  public OutputStream out() {
    return new Part(false);
  }

  /** Where the rest is printed. */
  public OutputStream err() {
    return new Part(true);
  }

  /** Whether more was printed than is kept. */
  public boolean isTooMuch() {
    return size > PromptReply.MOST_BYTES;
  }

  /** All that one of the two outputs got. */
  public String text(boolean isError) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    end();
    for (Piece piece : pieces) {
      if (piece.isError() == isError) {
        text.writeBytes(piece.bytes());
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  PromptReply reply(int status) {
    end();
    return new PromptReply(status, pieces);
  }

  private void end() {
    if (last.size() > 0) {
      pieces.add(new Piece(isLastError, last.toByteArray()));
      last.reset();
    }
  }

  private final class Part extends OutputStream {
    private final boolean isError;

    Part(boolean isError) {
      this.isError = isError;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (isError != isLastError) {
        end();
        isLastError = isError;
      }
      size += length;
      if (!isTooMuch()) {
        last.write(bytes, from, length);
      }
    }
  }
}
