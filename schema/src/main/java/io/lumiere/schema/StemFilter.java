package io.lumiere.schema;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts behind each word its stems, at the same position and marked by {@link Stems#MARK}, where
 * they are not the word itself. It takes words before they are folded: stemmers look at accents.
 */
final class StemFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Stems stems;
  private final Deque<String> left = new ArrayDeque<>();
  private AttributeSource.@Nullable State word;

  StemFilter(TokenStream words, Collection<Language> languages) {
    super(words);
    this.stems = new Stems(languages);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!left.isEmpty()) {
      restoreState(word);
      term.setEmpty().append(Stems.MARK).append(left.remove());
      step.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    String written = term.toString();
    String folded = ICUFoldingFilter.NORMALIZER.normalize(written);
    for (String stem : stems.of(written)) {
      if (!stem.equals(folded)) {
        left.add(stem);
      }
    }
    word = left.isEmpty() ? null : captureState();
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    left.clear();
    word = null;
  }
}
