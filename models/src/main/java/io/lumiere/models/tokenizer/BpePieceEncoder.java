package io.lumiere.models.tokenizer;

import io.lumiere.models.tokenizer.SentencePieceModel.Piece;
import io.lumiere.models.tokenizer.SentencePieceModel.PieceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Byte-pair encoding over characters, as SentencePiece does it: of all neighbours that make up a
 * piece those go first whose piece has the highest score.
 */
final class BpePieceEncoder implements PieceEncoder {
  private final Map<String, Integer> ids;
  private final PieceTrie own = new PieceTrie();
  private final BpeMerges merges;
  private final int size;

  /** For a model whose pieces have scores. */
  BpePieceEncoder(List<Piece> pieces) {
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
    List<int[]> found = new ArrayList<>();
    for (int id = 0; id < size; id++) {
      if (pieces.get(id).type() == PieceType.NORMAL) {
        addSplits(pieces.get(id).text(), id, found);
      }
    }
    merges = new BpeMerges(found.size());
    int[] ranks = ranks(pieces);
    for (int[] merge : found) {
      merges.add(merge[0], merge[1], ranks[merge[2]], merge[2]);
    }
  }

  /** All ways to make a piece of two others. */
  private void addSplits(String piece, int id, List<int[]> found) {
    for (int at = 1; at < piece.length(); at++) {
      Integer left = ids.get(piece.substring(0, at));
      Integer right = left == null ? null : ids.get(piece.substring(at));
      if (left != null && right != null) {
        found.add(new int[] {left, right, id});
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
