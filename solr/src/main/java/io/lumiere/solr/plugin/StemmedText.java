package io.lumiere.solr.plugin;

import io.lumiere.schema.Language;
import java.util.Objects;
import java.util.Set;

/**
 * A text with the languages of its photo, which its stems depend on. Where Solr keeps or passes it
 * on, as in the log of updates, it is the text alone. Immutable.
 */
record StemmedText(String text, Set<Language> languages) implements CharSequence {
  StemmedText {
    Objects.requireNonNull(text);
    languages = Set.copyOf(languages);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
