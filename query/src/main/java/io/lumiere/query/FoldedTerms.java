package io.lumiere.query;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a field with few of them, such as cameras' names, found without regard to case and
 * accents on either side. Immutable.
 */
final class FoldedTerms {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final String field;
  private final Map<String, List<BytesRef>> byFolded = new HashMap<>();

  FoldedTerms(IndexReader reader, String field) throws IOException {
    this.field = field;
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = next(all); term != null; term = next(all)) {
      byFolded
          .computeIfAbsent(fold(term.utf8ToString()), folded -> new ArrayList<>())
          .add(BytesRef.deepCopyOf(term));
    }
  }

  /** Documents with a term that is {@code word} but for case and accents. */
  Query query(String word) {
    List<BytesRef> terms = byFolded.get(fold(word));
    return terms == null
        ? new MatchNoDocsQuery("no '" + word + "' in " + field)
        : new TermInSetQuery(field, terms);
  }

  private static @Nullable BytesRef next(TermsEnum terms) throws IOException {
    return terms.next();
  }

  private static String fold(String word) {
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
