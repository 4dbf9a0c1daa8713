package io.lumiere.query.completion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The values that keyword fields have in one state of an index, the commonest first; those of a
 * field are read when they are first asked for, and kept. Thread-safe.
 */
public final class FieldValues {
  /** The most values of a field that are looked at. */
  static final int MOST = 200_000;

  private final IndexReader reader;
  private final Map<String, List<Value>> values = new ConcurrentHashMap<>();

  /**
   * A value. Immutable.
   *
   * @param text as it is written
   * @param folded without case and accents
   * @param count about how many photos have it
   */
  public record Value(String text, String folded, int count) {
    private static final Comparator<Value> COMMONEST =
        Comparator.comparingInt(Value::count).reversed().thenComparing(Value::text);

    /** Whether one of its words begins so; the first word counts more. */
    private boolean matches(String begun, boolean atFirst) {
      boolean begins = folded.startsWith(begun);
      return atFirst ? begins : !begins && folded.contains(" " + begun);
    }
  }

  /** The values in a reader, which must be open whenever one is asked for. */
  public FieldValues(IndexReader reader) {
    this.reader = reader;
  }

  /** Without case and accents, as searches compare words. */
  static String fold(String text) {
    return ICUFoldingFilter.NORMALIZER.normalize(text);
  }

  /** Values of a field of which a word begins so: first those whose first word does. */
  Stream<Value> beginning(String field, String begun) throws IOException {
    return beginning(of(field), begun);
  }

  /** Those of some values of which a word begins so: first those whose first word does. */
  public static Stream<Value> beginning(List<Value> some, String begun) {
    String folded = fold(begun);
    return Stream.concat(
        some.stream().filter(value -> value.matches(folded, true)),
        some.stream().filter(value -> value.matches(folded, false)));
  }

  /** Values with how many photos have them, the commonest first. */
  public static List<Value> commonest(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(value -> new Value(value.getKey(), fold(value.getKey()), value.getValue()))
        .sorted(Value.COMMONEST)
        .toList();
  }

  private List<Value> of(String field) throws IOException {
    List<Value> known = values.get(field);
    if (known == null) {
      known = read(field);
      values.put(field, known);
    }
    return known;
  }

  private List<Value> read(String field) throws IOException {
    List<Value> read = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef term = each.next(); term != null && read.size() < MOST; term = each.next()) {
      String text = term.utf8ToString();
      read.add(new Value(text, fold(text), each.docFreq()));
    }
    read.sort(Value.COMMONEST);
    return List.copyOf(read);
  }
}
