package io.lumiere.query.internal.words;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Language;
import io.lumiere.schema.Stems;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * The terms of one state of an index that have the stem of a word. What language a search is in is
 * not known: the stemmers of all languages that the index has are asked. Not thread-safe.
 */
public final class IndexStems {
  private final Stems stems;
  private final Map<String, Set<String>> known = new HashMap<>();

  /** For the languages that an index has. */
  public IndexStems(IndexReader reader) throws IOException {
    Set<Language> languages = EnumSet.of(Language.ENGLISH);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms codes = leaf.reader().terms(Fields.LANGUAGE);
      TermsEnum each = codes == null ? TermsEnum.EMPTY : codes.iterator();
      while (each.next() != null) {
        Language.find(each.term().utf8ToString()).ifPresent(languages::add);
      }
    }
    this.stems = new Stems(languages);
  }

  /**
   * The terms: what stands beside other words of the stem, and the stem itself where it is another
   * word. Empty where the word has no stem.
   *
   * @param word folded
   */
  public Set<String> terms(String word) {
    return known.computeIfAbsent(word, this::find);
  }

  private Set<String> find(String word) {
    Set<String> terms = new LinkedHashSet<>();
    for (String stem : stems.of(word)) {
      terms.add(Stems.MARK + stem);
      if (!stem.equals(word)) {
        terms.add(stem);
      }
    }
    return terms;
  }
}
