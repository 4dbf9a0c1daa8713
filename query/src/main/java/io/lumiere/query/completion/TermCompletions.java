package io.lumiere.query.completion;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Terms of fields that begin in a way. */
final class TermCompletions {
  /** The most terms of a field that are looked at. */
  private static final int MOST = 2_000;

  /** Begins what is indexed beside words: their stems. */
  private static final String STEM = "~";

  private TermCompletions() {}

  /**
   * The terms, the commonest first, each with how many documents have it in one of the fields.
   *
   * @param begun folded
   */
  static List<Map.Entry<String, Integer>> beginning(
      IndexReader reader, List<String> fields, String begun) throws IOException {
    if (begun.startsWith(STEM)) {
      return List.of();
    }
    Map<String, Integer> counts = new HashMap<>();
    for (String field : fields) {
      add(reader, field, new BytesRef(begun), counts);
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private static void add(
      IndexReader reader, String field, BytesRef begun, Map<String, Integer> counts)
      throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    if (each.seekCeil(begun) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (int i = 0; i < MOST && StringHelper.startsWith(each.term(), begun); i++) {
      counts.merge(each.term().utf8ToString(), each.docFreq(), Math::max);
      if (each.next() == null) {
        return;
      }
    }
  }
}
