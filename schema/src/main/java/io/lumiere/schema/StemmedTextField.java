package io.lumiere.schema;

import java.io.StringReader;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A stored {@link TextField} whose words are analysed as {@link Words#analyzer} does it, and have
 * their stems beside them. An analyzer could not do that: it does not know the photo's languages.
 */
final class StemmedTextField extends Field {
  private final Set<Language> languages;

  StemmedTextField(String name, String text, Set<Language> languages) {
    super(name, text, TextField.TYPE_STORED);
    this.languages = languages;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
    StandardTokenizer words = new StandardTokenizer();
    words.setReader(new StringReader(Objects.requireNonNull(stringValue())));
    return new ICUFoldingFilter(new StemFilter(words, languages));
  }
}
