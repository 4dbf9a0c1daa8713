package io.lumiere.query.highlight;

import io.lumiere.query.highlight.Highlight.Range;
import io.lumiere.query.internal.lucene.WordsParts;
import io.lumiere.schema.Photo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in photos' texts stands what a search looked for: just what Lucene's {@link Matches}
 * say that the query matched, so phrases as a whole, words that begin or look alike as they are
 * written, and nothing that was not wanted. Not thread-safe.
 */
public final class Highlighter {
  private final IndexSearcher searcher;
  private final IndexedTexts texts;
  private final MultiTermExpander spelledOut;
  private final List<Weight> weights = new ArrayList<>();

  /**
   * A highlighter for one state of an index.
   *
   * @param photos those that will be asked for, by the numbers of their documents
   * @param ranking what ranks photos; some may not match it
   * @param filter what all photos asked for pass; null where there is none
   */
  public Highlighter(
      IndexSearcher searcher,
      Map<Integer, Photo> photos,
      List<Query> ranking,
      @Nullable Query filter)
      throws IOException {
    this.searcher = searcher;
    this.texts = new IndexedTexts(searcher, photos);
    this.spelledOut = new MultiTermExpander(texts);
    WordsParts parts = WordsParts.of(searcher.getIndexReader());
    for (Query query : ranking) {
      add(parts.ofAny(query));
    }
    add(filter == null ? null : parts.ofMatching(filter));
  }

  private void add(@Nullable Query query) throws IOException {
    if (query != null) {
      weights.add(
          searcher.createWeight(
              searcher.rewrite(spelledOut.of(query)), ScoreMode.COMPLETE_NO_SCORES, 1));
    }
  }

  /**
   * What was found in a photo, by field.
   *
   * @param doc the photo's number in the index, one of those that were named; it passes the filter
   */
  public List<Highlight> of(int doc) throws IOException {
    Map<String, List<Span>> found = new TreeMap<>(FieldOrder.COMPARATOR);
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    for (Weight weight : weights) {
      Matches matches = weight.matches(leaf, doc - leaf.docBase);
      if (matches != null) {
        collect(matches, found);
      }
    }
    if (found.isEmpty()) {
      return List.of();
    }
    Document stored = texts.stored(doc, Set.copyOf(found.keySet()));
    List<Highlight> highlights = new ArrayList<>();
    for (Map.Entry<String, List<Span>> entry : found.entrySet()) {
      String field = entry.getKey();
      List<WrittenTexts.IndexedValue> values =
          WrittenTexts.of(texts.photo(doc), field, texts.of(stored, doc, field));
      highlights.addAll(inField(field, values, entry.getValue()));
    }
    return highlights;
  }

  /** From one position of a field to another. */
  private record Span(int first, int last) {}

  private static void collect(Matches matches, Map<String, List<Span>> found) throws IOException {
    for (String field : matches) {
      MatchesIterator each = matches.getMatches(field);
      while (each != null && each.next()) {
        if (each.startPosition() >= 0) {
          found
              .computeIfAbsent(field, name -> new ArrayList<>())
              .add(new Span(each.startPosition(), each.endPosition()));
        }
      }
    }
  }

  private static List<Highlight> inField(
      String field, List<WrittenTexts.IndexedValue> values, List<Span> spans) throws IOException {
    TermPlaces places =
        new TermPlaces(field, values.stream().map(WrittenTexts.IndexedValue::indexed).toList());
    List<List<Range>> ranges = new ArrayList<>();
    values.forEach(value -> ranges.add(new ArrayList<>()));
    for (Span span : spans) {
      for (TermPlaces.Place place : places.between(span.first(), span.last())) {
        ranges
            .get(place.value())
            .add(values.get(place.value()).inWritten(place.start(), place.end()));
      }
    }
    List<Highlight> highlights = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!ranges.get(i).isEmpty()) {
        highlights.addAll(Passages.of(field, values.get(i).written(), joined(ranges.get(i))));
      }
    }
    return highlights;
  }

  /** Ranges in their order, those that overlap or touch made one. */
  private static List<Range> joined(List<Range> ranges) {
    List<Range> joined = new ArrayList<>();
    for (Range range : ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
      if (!joined.isEmpty() && range.start() <= joined.getLast().end()) {
        Range begun = joined.removeLast();
        joined.add(new Range(begun.start(), Math.max(begun.end(), range.end())));
      } else {
        joined.add(range);
      }
    }
    return joined;
  }
}
