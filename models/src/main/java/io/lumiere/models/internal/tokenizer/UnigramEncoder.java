package io.lumiere.models.internal.tokenizer;

import io.lumiere.models.internal.tokenizer.SentencePieceModel.Piece;
import io.lumiere.models.internal.tokenizer.SentencePieceModel.PieceType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The pieces of the highest likelihood in all (Viterbi), with the arithmetic of SentencePiece's own
 * code: 32-bit sums, of equal ones the first.
 *
 * @see <a href="https://arxiv.org/abs/1804.10959">Kudo, Subword Regularization, 2018</a>
 */
final class UnigramEncoder implements PieceEncoder {
  private static final float UNKNOWN_PENALTY = 10;
  private static final int UNKNOWN = -2;

  private final PieceTrie trie = new PieceTrie();
  private final float[] scores;
  private final float unknownScore;

  UnigramEncoder(List<Piece> pieces) {
    scores = new float[pieces.size()];
    float lowest = Float.MAX_VALUE;
    float highest = -Float.MAX_VALUE;
    for (Piece piece : pieces) {
      if (piece.type() == PieceType.NORMAL) {
        lowest = Math.min(lowest, piece.score());
        highest = Math.max(highest, piece.score());
      }
    }
    unknownScore = lowest - UNKNOWN_PENALTY;
    for (int id = 0; id < scores.length; id++) {
      Piece piece = pieces.get(id);
      if (piece.type() == PieceType.NORMAL || piece.type() == PieceType.USER_DEFINED) {
        scores[id] = piece.type() == PieceType.NORMAL ? piece.score() : own(piece.text(), highest);
        trie.add(piece.text(), id);
      }
    }
  }

  /** A symbol of the user's own wins over any pieces in its place. */
  private static float own(String symbol, float highest) {
    return (float) (symbol.getBytes(StandardCharsets.UTF_8).length * highest - 0.1);
  }

  @Override
  public void encode(String text, UnknownCharacters out) {
    new Path(text).emit(out);
  }

  /** For each place of the text the best way to it. */
  private final class Path {
    private final String text;
    private final float[] best;
    private final int[] starts;
    private final int[] ids;

    Path(String text) {
      this.text = text;
      best = new float[text.length() + 1];
      starts = new int[text.length() + 1];
      ids = new int[text.length() + 1];
      Arrays.fill(starts, -1);
      for (int from = 0; from < text.length(); ) {
        int next = from + Character.charCount(text.codePointAt(from));
        if (!extend(from, next)) {
          offer(from, next, unknownScore, UNKNOWN);
        }
        from = next;
      }
    }

    /** Offers all pieces from a place on; whether one of them is the single character. */
    private boolean extend(int from, int next) {
      boolean single = false;
      int node = trie.root();
      for (int to = from; to < text.length(); ) {
        node = trie.next(node, text.charAt(to++));
        if (node == PieceTrie.NONE) {
          break;
        }
        int id = trie.id(node);
        if (id != PieceTrie.NONE) {
          offer(from, to, scores[id], id);
          single |= to == next;
        }
      }
      return single;
    }

    private void offer(int from, int to, float score, int id) {
      float sum = score + best[from];
      if (starts[to] < 0 || sum > best[to]) {
        best[to] = sum;
        starts[to] = from;
        ids[to] = id;
      }
    }

    void emit(UnknownCharacters out) {
      int[] ends = new int[text.length()];
      int count = 0;
      for (int end = text.length(); end > 0; end = starts[end]) {
        ends[count++] = end;
      }
      while (count-- > 0) {
        int end = ends[count];
        if (ids[end] == UNKNOWN) {
          out.addUnknown(text.substring(starts[end], end));
        } else {
          out.addPiece(ids[end]);
        }
      }
    }
  }
}
