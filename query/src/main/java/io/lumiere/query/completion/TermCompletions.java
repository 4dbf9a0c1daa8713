package io.lumiere.query.completion;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Terms of fields that begin in a way. Thread-safe. */
public final class TermCompletions {
  /** The most terms of a field that are looked at. */
  private static final int MOST = 2_000;

  /** Begins what is indexed beside words: their stems. */
  private static final String STEM = "~";

  private TermCompletions() {}

  /** Terms of one field, each with how many documents have it. */
  @FunctionalInterface
  public interface OfField {
    /** The terms that begin as is asked for. */
    Map<String, Integer> of(String field) throws IOException;
  }

  /**
   * The terms of some fields, the commonest first, each with how many documents have it in one of
   * the fields.
   */
  public static List<Map.Entry<String, Integer>> commonest(List<String> fields, OfField terms)
      throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (String field : fields) {
      terms.of(field).forEach((term, count) -> counts.merge(term, count, Math::max));
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /**
   * The first terms of a field that begin so, in their order.
   *
   * @param begun folded
   */
  static Map<String, Integer> of(IndexReader reader, String field, String begun)
      throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    BytesRef from = new BytesRef(begun);
    Terms terms = begun.startsWith(STEM) ? null : MultiTerms.getTerms(reader, field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    boolean isThere = each.seekCeil(from) != TermsEnum.SeekStatus.END;
    while (isThere && counts.size() < MOST && StringHelper.startsWith(each.term(), from)) {
      counts.put(each.term().utf8ToString(), each.docFreq());
      isThere = each.next() != null;
    }
    return counts;
  }

  /** The first terms of a field in several indexes, from the first of each. */
  public static Map<String, Integer> merged(Collection<Map<String, Integer>> indexes) {
    Map<BytesRef, Integer> sums = new TreeMap<>();
    for (Map<String, Integer> terms : indexes) {
      terms.forEach((term, count) -> sums.merge(new BytesRef(term), count, Integer::sum));
    }
    Map<String, Integer> merged = new LinkedHashMap<>();
    sums.entrySet().stream()
        .limit(MOST)
        .forEach(term -> merged.put(term.getKey().utf8ToString(), term.getValue()));
    return merged;
  }
}
