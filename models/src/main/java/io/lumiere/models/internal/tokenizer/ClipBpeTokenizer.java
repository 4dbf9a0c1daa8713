package io.lumiere.models.internal.tokenizer;

/**
 * CLIP's tokenizer: byte-pair encoding of lower-cased words, between a mark of start and one of
 * end. Immutable, so thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/2103.00020">Radford et al., Learning Transferable Visual
 *     Models From Natural Language Supervision, 2021</a>
 */
final class ClipBpeTokenizer implements Tokenizer {
  /** The longest sequence of every published CLIP. */
  public static final int CONTEXT_LENGTH = 77;

  private final ClipVocabulary vocabulary;
  private final ClipCleaning cleaning;
  private final ClipWords words;
  private final int maxTokens;

  /**
   * @param maxTokens the longest sequence that {@link #encode} gives, its two marks included; at
   *     least 2; {@link #CONTEXT_LENGTH} for the published models
   */
  public ClipBpeTokenizer(ClipVocabulary vocabulary, ClipCleaning cleaning, int maxTokens) {
    if (maxTokens < 2) {
      throw new IllegalArgumentException("maxTokens is " + maxTokens + ", at least 2 is expected");
    }
    this.vocabulary = vocabulary;
    this.cleaning = cleaning;
    this.words = new ClipWords(cleaning);
    this.maxTokens = maxTokens;
  }

  /** Ids of the text's tokens, 2 to {@code maxTokens}; the last is the mark of the end. */
  @Override
  public int[] encode(String text) {
    IdList ids = new IdList(maxTokens);
    ids.add(vocabulary.start());
    if (cleaning == ClipCleaning.OPEN_CLIP) {
      addWords(cleaning.clean(text), ids);
    } else {
      addAroundMarks(text, ids);
    }
    ids.cut(maxTokens - 1);
    ids.add(vocabulary.end());
    return ids.toArray();
  }

  /** Hugging Face's finds the marks in the text before that is cleaned. */
  private void addAroundMarks(String text, IdList ids) {
    int from = 0;
    for (int at = text.indexOf('<'); at >= 0 && !ids.isFull(); at = text.indexOf('<', at + 1)) {
      int length = words.markLength(text, at);
      if (length > 0) {
        addWords(cleaning.clean(text.substring(from, at)), ids);
        ids.add(markId(text.substring(at, at + length)));
        from = at + length;
      }
    }
    addWords(cleaning.clean(text.substring(from)), ids);
  }

  private int markId(String mark) {
    return mark.contains("start") ? vocabulary.start() : vocabulary.end();
  }

  private void addWords(String text, IdList ids) {
    int start = words.start(text, 0);
    while (start < text.length() && !ids.isFull()) {
      int markLength = words.markLength(text, start);
      int end = markLength > 0 ? start + markLength : words.end(text, start);
      String word = text.substring(start, end);
      if (markLength == 0) {
        addWord(word, ids);
      } else {
        addMark(word, ids);
      }
      start = words.start(text, end);
    }
  }

  /** A mark that is written out in cleaned text. */
  private void addMark(String mark, IdList ids) {
    if (cleaning == ClipCleaning.HUGGING_FACE) { // It was in capitals, and is three words.
      addWord("<|", ids);
      addWord(mark.substring(2, mark.length() - 2), ids);
      addWord("|>", ids);
    } else if (mark.indexOf('\u017F') >= 0) { // Equal but for a long s: one word.
      addWord(mark, ids);
    } else {
      ids.add(markId(mark));
    }
  }

  private void addWord(String word, IdList ids) {
    ids.addAll(vocabulary.encode(Utf8.bytes(word)));
  }
}
