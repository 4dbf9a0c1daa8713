package io.lumiere.query.group;

import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Bursts by numbers from 0; a photo outside of bursts is alone. */
final class BurstKeys implements GroupKeys {
  private final IndexSearcher searcher;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> bursts = new ArrayList<>();

  BurstKeys(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  @Override
  public Segment leaf(LeafReaderContext context) throws IOException {
    KeywordOrds ords = new KeywordOrds(context.reader(), Fields.BURST);
    int[] known = new int[ords.size()];
    Arrays.fill(known, -1);
    return doc -> {
      int ord = ords.ord(doc);
      if (ord == KeywordOrds.NONE) {
        return ALONE;
      }
      if (known[ord] < 0) {
        known[ord] = number(ords.term(ord));
      }
      return known[ord];
    };
  }

  private int number(String burst) {
    return numbers.computeIfAbsent(
        burst,
        added -> {
          bursts.add(added);
          return bursts.size() - 1;
        });
  }

  @Override
  public GroupCode code(long key, int doc) throws IOException {
    if (key == ALONE) {
      Document photo = searcher.storedFields().document(doc, Set.of(Fields.ID, Fields.PATH));
      return new GroupCode(GroupBy.BURST, List.of(photo.get(Fields.ID), photo.get(Fields.PATH)));
    }
    return new GroupCode(GroupBy.BURST, List.of(bursts.get((int) key)));
  }

  @Override
  public Group group(long key, int doc, int photos) throws IOException {
    return code(key, doc).group(photos);
  }

  /** The group of a burst, or of a photo alone. */
  static Group group(List<@Nullable String> parts, int photos) {
    String first = parts.isEmpty() ? null : parts.getFirst();
    if (first == null) {
      throw new IllegalArgumentException(parts + " is not a burst");
    }
    String path = parts.size() == 1 ? null : parts.get(1);
    if (path != null) {
      return new Group(first, path, photos, new TermQuery(new Term(Fields.ID, first)));
    }
    String burst = first;
    return new Group(burst, "burst " + burst, photos, new TermQuery(new Term(Fields.BURST, burst)));
  }
}
