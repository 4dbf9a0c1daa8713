package io.lumiere.models.internal.tokenizer;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.tokenizer.SentencePieceModel.Kind;
import io.lumiere.models.internal.tokenizer.SentencePieceModel.Piece;
import io.lumiere.models.internal.tokenizer.SentencePieceModel.PieceType;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Reads SentencePiece's pieces out of a {@link TokenizerJson}. */
final class PiecesJson {
  /** No one asks for more tokens: Gemma has 256,000. */
  private static final int MOST_TOKENS = 4_000_000;

  private PiecesJson() {}

  /**
   * The pieces of byte-pair encoding with spaces written as U+2581, unknown characters as bytes and
   * nothing else done to a text but lower case.
   *
   * @throws LumiereException where the file asks for anything else
   */
  static SentencePieceModel model(TokenizerJson json, Path file) {
    json.expectModel("BPE");
    if (!json.mapsSpacesOnly()) {
      throw new LumiereException(
          file
              + " prepares texts in a way that is not known: of Gemma's kind, which writes spaces"
              + " as U+2581 and maybe lower case, is expected");
    }
    Map<String, Integer> ids = json.ids();
    int most = ids.values().stream().mapToInt(id -> id).max().orElse(-1);
    if (most < 0 || most >= MOST_TOKENS || ids.values().stream().anyMatch(id -> id < 0)) {
      throw new LumiereException(file + " is damaged: its tokens' ids are 0 to " + most);
    }
    Piece[] pieces = new Piece[most + 1];
    Arrays.fill(pieces, new Piece("", 0, PieceType.UNUSED));
    Map<String, Boolean> added = json.addedTokens();
    Set<String> bytes = Set.copyOf(SentencePieceModel.bytePieces());
    ids.forEach((text, id) -> {
      boolean special = text.equals(json.unknownToken()) || added.getOrDefault(text, false);
      PieceType type =
          text.equals(json.unknownToken())
              ? PieceType.UNKNOWN
              : special
                  ? PieceType.CONTROL
                  : bytes.contains(text)
                      ? PieceType.BYTE
                      : added.containsKey(text) ? PieceType.USER_DEFINED : PieceType.NORMAL;
      pieces[id] = new Piece(text, 0, type);
    });
    return new SentencePieceModel(
        file.toString(),
        Kind.BPE,
        Arrays.asList(pieces),
        json.hasByteFallback(),
        ByteBuffer.allocate(0),
        false,
        false);
  }
}
