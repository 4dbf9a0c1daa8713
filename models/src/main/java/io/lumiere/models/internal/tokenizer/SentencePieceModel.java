package io.lumiere.models.internal.tokenizer;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a SentencePiece model has: its pieces in the order of their ids, and how text is prepared.
 *
 * @param name of the file, for messages
 * @param byteFallback whether an unknown character becomes its bytes
 * @param charsMap the precompiled map of characters; empty for none
 */
record SentencePieceModel(
    String name,
    Kind kind,
    List<Piece> pieces,
    boolean byteFallback,
    ByteBuffer charsMap,
    boolean dummyPrefix,
    boolean removeExtraSpaces) {
  /** How pieces are chosen. */
  enum Kind {
    UNIGRAM,
    BPE
  }

  /** What a piece is. */
  enum PieceType {
    NORMAL,
    UNKNOWN,
    CONTROL,
    USER_DEFINED,
    UNUSED,
    BYTE
  }

  record Piece(String text, float score, PieceType type) {}

  SentencePieceModel {
    pieces = List.copyOf(pieces);
  }

  /** Reads a {@code .model} file. */
  static SentencePieceModel read(Path file) {
    String name = file.getFileName().toString();
    try {
      return new Parser().parse(name, new ProtoReader(ByteBuffer.wrap(Files.readAllBytes(file))));
    } catch (IOException e) {
      throw BpeFiles.unreadable(file, e);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new LumiereException(file + " is not a SentencePiece model, or damaged: " + e, e);
    }
  }

  /** The id of the unknown piece. */
  int unknownId() {
    for (int id = 0; id < pieces.size(); id++) {
      if (pieces.get(id).type() == PieceType.UNKNOWN) {
        return id;
      }
    }
    throw new LumiereException(name + " has no unknown piece");
  }

  /** The id of the mark of the end: {@code </s>}, or Gemma's {@code <eos>}. */
  int endId() {
    for (int id = 0; id < pieces.size(); id++) {
      String text = pieces.get(id).text();
      if (text.equals("</s>") || text.equals("<eos>")) {
        return id;
      }
    }
    throw new LumiereException(name + " has no mark of the end: </s> or <eos> is expected");
  }

  /** The pieces for single bytes, {@code <0x00>} to {@code <0xFF>}. */
  static List<String> bytePieces() {
    return IntStream.range(0, 256).mapToObj(b -> String.format("<0x%02X>", b)).toList();
  }

  /** The ids of the pieces for single bytes. */
  int[] byteIds() {
    Map<String, Integer> ids = new HashMap<>();
    for (int id = 0; id < pieces.size(); id++) {
      ids.putIfAbsent(pieces.get(id).text(), id);
    }
    int[] bytes = new int[256];
    List<String> names = bytePieces();
    for (int b = 0; b < 256; b++) {
      String piece = names.get(b);
      Integer id = ids.get(piece);
      if (id == null) {
        throw new LumiereException(name + " has no piece for a byte: it lacks " + piece);
      }
      bytes[b] = id;
    }
    return bytes;
  }

  private static final class Parser {
    private final List<Piece> pieces = new ArrayList<>();
    private Kind kind = Kind.UNIGRAM;
    private boolean byteFallback;
    private ByteBuffer charsMap = ByteBuffer.allocate(0);
    private boolean dummyPrefix = true;
    private boolean removeExtraSpaces = true;

    SentencePieceModel parse(String name, ProtoReader in) {
      for (int field = in.nextField(); field != 0; field = in.nextField()) {
        switch (field) {
          case 1 -> pieces.add(piece(new ProtoReader(in.bytes())));
          case 2 -> trainer(new ProtoReader(in.bytes()));
          case 3 -> normalizer(new ProtoReader(in.bytes()));
          default -> in.skip();
        }
      }
      if (pieces.isEmpty()) {
        throw new IllegalArgumentException("it has no pieces");
      }
      return new SentencePieceModel(
          name, kind, pieces, byteFallback, charsMap, dummyPrefix, removeExtraSpaces);
    }

    private static Piece piece(ProtoReader in) {
      String text = "";
      float score = 0;
      long type = 1;
      for (int field = in.nextField(); field != 0; field = in.nextField()) {
        switch (field) {
          case 1 -> text = in.string();
          case 2 -> score = in.float32();
          case 3 -> type = in.varint();
          default -> in.skip();
        }
      }
      return new Piece(text, score, type(type));
    }

    private static PieceType type(long number) {
      return switch ((int) number) {
        case 1 -> PieceType.NORMAL;
        case 2 -> PieceType.UNKNOWN;
        case 3 -> PieceType.CONTROL;
        case 4 -> PieceType.USER_DEFINED;
        case 5 -> PieceType.UNUSED;
        case 6 -> PieceType.BYTE;
        default -> throw new IllegalArgumentException("a piece has the type " + number);
      };
    }

    private void trainer(ProtoReader in) {
      for (int field = in.nextField(); field != 0; field = in.nextField()) {
        switch (field) {
          case 3 -> kind = kind(in.varint());
          case 35 -> byteFallback = in.varint() != 0;
          default -> in.skip();
        }
      }
    }

    private static Kind kind(long number) {
      if (number != 1 && number != 2) {
        throw new IllegalArgumentException(
            "its pieces are of kind " + number + ", where 1 (unigram) or 2 (BPE) is expected");
      }
      return number == 1 ? Kind.UNIGRAM : Kind.BPE;
    }

    private void normalizer(ProtoReader in) {
      for (int field = in.nextField(); field != 0; field = in.nextField()) {
        switch (field) {
          case 2 -> charsMap = in.bytes();
          case 3 -> dummyPrefix = in.varint() != 0;
          case 4 -> removeExtraSpaces = in.varint() != 0;
          default -> in.skip();
        }
      }
    }
  }
}
