package io.lumiere.models.internal.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * BERT's tokenizer: words, then the longest pieces of the vocabulary from the left, between {@code
 * [CLS]} and {@code [SEP]}. Immutable, so thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al., BERT, 2018</a>
 */
public final class WordPieceTokenizer implements Tokenizer {
  /** Written out in a text, these mean the tokens themselves. */
  private static final Pattern SPECIAL = Pattern.compile("\\[(?:PAD|UNK|CLS|SEP|MASK)]");

  private final Vocabulary vocabulary;
  private final WordPieceStyle style;
  private final BertWords words;
  private final int maxTokens;
  private final int unknown;
  private final int start;
  private final int end;

  /** For a model that takes lower case. */
  public WordPieceTokenizer(Vocabulary vocabulary, int maxTokens) {
    this(vocabulary, WordPieceStyle.UNCASED, maxTokens);
  }

  /**
   * @param maxTokens the longest sequence that {@link #encode} gives, its two marks included; at
   *     least 2
   */
  public WordPieceTokenizer(Vocabulary vocabulary, WordPieceStyle style, int maxTokens) {
    if (maxTokens < 2) {
      throw new IllegalArgumentException("maxTokens is " + maxTokens + ", at least 2 is expected");
    }
    this.vocabulary = vocabulary;
    this.style = style;
    this.words = new BertWords(style);
    this.maxTokens = maxTokens;
    this.unknown = vocabulary.expect("[UNK]");
    this.start = vocabulary.expect("[CLS]");
    this.end = vocabulary.expect("[SEP]");
  }

  /** Ids of the text's tokens, 2 to {@code maxTokens}; what is beyond that is cut off. */
  @Override
  public int[] encode(String text) {
    List<Integer> ids = new ArrayList<>();
    ids.add(start);
    int from = 0;
    Matcher special = SPECIAL.matcher(text);
    while (style.marksInText() && ids.size() < maxTokens && special.find()) {
      addWords(text.substring(from, special.start()), ids);
      ids.add(vocabulary.expect(special.group()));
      from = special.end();
    }
    addWords(text.substring(from), ids);
    int length = Math.min(ids.size(), maxTokens - 1);
    int[] sequence = new int[length + 1];
    for (int i = 0; i < length; i++) {
      sequence[i] = ids.get(i);
    }
    sequence[length] = end;
    return sequence;
  }

  /** A word that it has no pieces for is one token, too: that for unknown words. */
  @Override
  public boolean knows(String word) {
    return Tokenizer.super.knows(word)
        && Arrays.stream(encode(word)).noneMatch(id -> id == unknown);
  }

  private void addWords(String text, List<Integer> ids) {
    for (String word : words.split(text)) {
      if (ids.size() >= maxTokens) {
        return;
      }
      addPieces(word, ids);
    }
  }

  private void addPieces(String word, List<Integer> ids) {
    if (word.codePointCount(0, word.length()) > style.longestWord()) {
      ids.add(unknown);
      return;
    }
    int before = ids.size();
    for (int from = 0; from < word.length(); ) {
      int to = addLongestPiece(word, from, ids);
      if (to < 0) { // One unknown piece makes the whole word unknown.
        ids.subList(before, ids.size()).clear();
        ids.add(unknown);
        return;
      }
      from = to;
    }
  }

  /** Adds the longest known piece from {@code from} on and gives its end, or -1. */
  private int addLongestPiece(String word, int from, List<Integer> ids) {
    String prefix = from == 0 ? "" : "##";
    for (int to = word.length(); to > from; to = word.offsetByCodePoints(to, -1)) {
      OptionalInt id = vocabulary.find(prefix + word.substring(from, to));
      if (id.isPresent()) {
        ids.add(id.getAsInt());
        return to;
      }
    }
    return -1;
  }
}
