package io.lumiere.models.internal.tokenizer;

import io.lumiere.base.LumiereException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CLIP's tokens and merges, from any of the forms that they are published in. Immutable, so
 * thread-safe. Errors: {@link LumiereException} that names the file and what it lacks.
 */
final class ClipVocabulary {
  private static final String WORD_END = "</w>";
  private static final String START = "<|startoftext|>";
  private static final String END = "<|endoftext|>";

  /** What the original reads of its file, however long that is. */
  private static final int OPEN_AI_MERGES = 49152 - 256 - 2;

  private final int[] bytes = new int[256];
  private final int[] lastBytes = new int[256];
  private final BpeMerges merges;
  private final int start;
  private final int end;

  private ClipVocabulary(Map<String, Integer> ids, List<String[]> pairs, Path file) {
    start = expect(ids, START, file);
    end = expect(ids, END, file);
    for (int b = 0; b < 256; b++) {
      bytes[b] = ids.getOrDefault(ByteAlphabet.charOf(b), end); // As the unknown token.
      lastBytes[b] = ids.getOrDefault(ByteAlphabet.charOf(b) + WORD_END, end);
    }
    merges = new BpeMerges(pairs.size());
    for (int rank = 0; rank < pairs.size(); rank++) {
      String left = pairs.get(rank)[0];
      String right = pairs.get(rank)[1];
      merges.add(
          expect(ids, left, file),
          expect(ids, right, file),
          rank,
          expect(ids, left.concat(right), file));
    }
  }

  /**
   * Reads {@code bpe_simple_vocab_16e6.txt.gz}, as OpenAI's CLIP and open_clip have it: its merges
   * make the vocabulary.
   */
  public static ClipVocabulary readMerges(Path gzipped) {
    List<String[]> pairs = BpeFiles.gzippedPairs(gzipped, OPEN_AI_MERGES);
    Map<String, Integer> ids = HashMap.newHashMap(514 + pairs.size());
    for (int place = 0; place < 256; place++) {
      String symbol = ByteAlphabet.charOf(ByteAlphabet.byteAt(place));
      ids.put(symbol, place);
      ids.put(symbol + WORD_END, 256 + place);
    }
    for (String[] pair : pairs) {
      ids.put(pair[0].concat(pair[1]), ids.size());
    }
    ids.put(START, 512 + pairs.size());
    ids.put(END, 513 + pairs.size());
    return new ClipVocabulary(ids, pairs, gzipped);
  }

  /** Reads {@code vocab.json} and {@code merges.txt}, as Hugging Face's CLIP has them. */
  public static ClipVocabulary read(Path vocabJson, Path mergesTxt) {
    return new ClipVocabulary(BpeFiles.ids(vocabJson), BpeFiles.pairs(mergesTxt), vocabJson);
  }

  /** Reads a {@code tokenizer.json}, as Hugging Face's tokenizers library writes it. */
  public static ClipVocabulary readJson(Path tokenizerJson) {
    TokenizerJson json = TokenizerJson.read(tokenizerJson);
    json.expectModel("BPE");
    return new ClipVocabulary(json.ids(), json.merges(), tokenizerJson);
  }

  private static int expect(Map<String, Integer> ids, String token, Path file) {
    Integer id = ids.get(token);
    if (id == null) {
      throw new LumiereException(
          file + " is not a vocabulary of CLIP: it lacks the token " + token);
    }
    return id;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Ids of a word, given as its bytes (UTF-8). */
  int[] encode(byte[] word) {
    int[] symbols = new int[word.length];
    for (int i = 0; i < word.length; i++) {
      symbols[i] = (i + 1 < word.length ? bytes : lastBytes)[word[i] & 0xFF];
    }
    return merges.merge(symbols);
  }
}
