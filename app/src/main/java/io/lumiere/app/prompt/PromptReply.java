package io.lumiere.app.prompt;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search printed, in its order, and its exit status. It is read whole before anything is
 * printed, so whoever gets half of one can still search by himself. Immutable.
 *
 * @param status of the process
 * @param pieces what was printed
 */
record PromptReply(int status, List<Piece> pieces) {
  /** More than this is left to a process of its own, which prints as it goes. */
  static final int MOST_BYTES = 16 << 20;

  /**
   * What a gallery sends before all else, as soon as it turns to a connection. One that is stopped
   * or busy does not, and is not waited for.
   */
  static final int BEGUN = 0x6c;

  private static final int MOST_PIECES = 1 << 20;
  private static final int DECLINED = -1;
  private static final int END = 0x656e64;

  /** What one of the two outputs got. */
  static final class Piece {
    private final boolean isError;
    private final byte[] bytes;

    Piece(boolean isError, byte[] bytes) {
      this.isError = isError;
      this.bytes = bytes;
    }

    boolean isError() {
      return isError;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  PromptReply {
    pieces = List.copyOf(pieces);
  }

  static void write(DataOutputStream out, @Nullable PromptReply reply) throws IOException {
    if (reply == null) {
      out.writeInt(DECLINED);
    } else {
      out.writeInt(reply.status);
      out.writeInt(reply.pieces.size());
      for (Piece piece : reply.pieces) {
        out.writeBoolean(piece.isError());
        out.writeInt(piece.bytes().length);
        out.write(piece.bytes());
      }
      out.writeInt(END);
    }
    out.flush();
  }

  /** Null where the search is declined. */
  static @Nullable PromptReply read(DataInputStream in) throws IOException {
    int status = in.readInt();
    if (status == DECLINED) {
      return null;
    }
    int count = bounded(in.readInt(), MOST_PIECES);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isError = in.readBoolean();
      int length = bounded(in.readInt(), MOST_BYTES);
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      pieces.add(new Piece(isError, bytes));
    }
    bounded(in.readInt() ^ END, 0);
    return new PromptReply(status, pieces);
  }

  private static int bounded(int value, int most) throws IOException {
    if (value < 0 || value > most) {
      throw new IOException("not a reply");
    }
    return value;
  }

  void print(OutputStream out, OutputStream err) throws IOException {
    for (Piece piece : pieces) {
      (piece.isError() ? err : out).write(piece.bytes());
    }
  }
}
