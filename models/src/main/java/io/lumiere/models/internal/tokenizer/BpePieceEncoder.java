package io.lumiere.models.internal.tokenizer;

import io.lumiere.models.internal.tokenizer.SentencePieceModel.Piece;
import io.lumiere.models.internal.tokenizer.SentencePieceModel.PieceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Byte-pair encoding over characters, as SentencePiece does it. Thread-safe. */
final class BpePieceEncoder implements PieceEncoder {
  private final Map<String, Integer> ids;
  private final PieceTrie own = new PieceTrie();
  private final BpeMerges merges;
  private final int size;

  /** Two pieces that become one. */
  private record Merge(int left, int right, int rank, int result) {}

  private BpePieceEncoder(List<Piece> pieces, Function<Map<String, Integer>, List<Merge>> merging) {
    size = pieces.size();
    ids = HashMap.newHashMap(size);
    for (int id = 0; id < size; id++) {
      PieceType type = pieces.get(id).type();
      if (type == PieceType.NORMAL || type == PieceType.USER_DEFINED) {
        ids.putIfAbsent(pieces.get(id).text(), id);
      }
      if (type == PieceType.USER_DEFINED) {
        own.add(pieces.get(id).text(), id);
      }
    }
    List<Merge> found = merging.apply(ids);
    merges = new BpeMerges(found.size());
    for (Merge merge : found) {
      merges.add(merge.left, merge.right, merge.rank, merge.result);
    }
  }

  /**
   * For a model whose pieces have scores: the best piece that two neighbours make up goes first.
   */
  static BpePieceEncoder ofScores(List<Piece> pieces) {
    int[] ranks = ranks(pieces);
    return new BpePieceEncoder(
        pieces,
        ids -> {
          List<Merge> merges = new ArrayList<>();
          for (int id = 0; id < pieces.size(); id++) {
            if (pieces.get(id).type() == PieceType.NORMAL) {
              addSplits(pieces.get(id).text(), id, ranks[id], ids, merges);
            }
          }
          return merges;
        });
  }

  /** For a model that lists its merges, the first of which goes first. */
  static BpePieceEncoder ofMerges(List<Piece> pieces, List<String[]> pairs) {
    return new BpePieceEncoder(
        pieces,
        ids -> {
          List<Merge> merges = new ArrayList<>();
          for (String[] pair : pairs) {
            Integer left = ids.get(pair[0]);
            Integer right = ids.get(pair[1]);
            Integer result = ids.get(pair[0] + pair[1]);
            if (left == null || right == null || result == null) {
              throw new IllegalArgumentException(
                  "it merges '" + pair[0] + "' and '" + pair[1] + "', which are not tokens");
            }
            merges.add(new Merge(left, right, merges.size(), result));
          }
          return merges;
        });
  }

  private static void addSplits(
      String piece, int id, int rank, Map<String, Integer> ids, List<Merge> merges) {
    for (int at = 1; at < piece.length(); at++) {
      Integer left = ids.get(piece.substring(0, at));
      Integer right = left == null ? null : ids.get(piece.substring(at));
      if (left != null && right != null) {
        merges.add(new Merge(left, right, rank, id));
      }
    }
  }

  /** Places in the order of scores, the highest first; equal ones share a rank. */
  private static int[] ranks(List<Piece> pieces) {
    Integer[] order = new Integer[pieces.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer id) -> -pieces.get(id).score()));
    int[] ranks = new int[pieces.size()];
    for (int i = 1; i < order.length; i++) {
      boolean same = pieces.get(order[i]).score() == pieces.get(order[i - 1]).score();
      ranks[order[i]] = same ? ranks[order[i - 1]] : i;
    }
    return ranks;
  }

  @Override
  public void encode(String text, UnknownCharacters out) {
    List<String> unknown = new ArrayList<>();
    int[] symbols = new int[text.length()];
    int count = 0;
    for (int from = 0; from < text.length(); ) {
      int to = ownEnd(text, from);
      to = to > 0 ? to : from + Character.charCount(text.codePointAt(from));
      Integer id = ids.get(text.substring(from, to));
      if (id == null) { // No merge knows these, so they come out in the order they went in.
        id = size + unknown.size();
        unknown.add(text.substring(from, to));
      }
      symbols[count++] = id;
      from = to;
    }
    for (int symbol : merges.merge(Arrays.copyOf(symbols, count))) {
      if (symbol >= size) {
        out.addUnknown(unknown.get(symbol - size));
      } else {
        out.addPiece(symbol);
      }
    }
  }

  /** The end of the longest of the user's own symbols at {@code from}, or 0. */
  private int ownEnd(String text, int from) {
    int end = 0;
    int node = own.root();
    for (int to = from; to < text.length() && node != PieceTrie.NONE; ) {
      node = own.next(node, text.charAt(to++));
      if (node != PieceTrie.NONE && own.id(node) != PieceTrie.NONE) {
        end = to;
      }
    }
    return end;
  }
}
