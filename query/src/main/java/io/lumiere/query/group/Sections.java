package io.lumiere.query.group;

import io.lumiere.query.order.LeafDocs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Cuts an order of hits where what they have in common changes. Thread-safe. */
public final class Sections {
  /** More are none at all: nobody finds anything by them. */
  public static final int MOST = 50_000;

  private Sections() {}

  /**
   * The sections of an order, from its first hit to its last; one of all hits where there would be
   * more than {@value #MOST}, and none where there are no hits.
   *
   * @param docs the hits in their order
   */
  public static List<Section> of(IndexReader reader, int[] docs, SectionBy by)
      throws IOException {
    GroupKeys keys =
        switch (by) {
          case DAY, MONTH, YEAR -> new PeriodKeys(by);
          case PLACE -> new PlaceKeys();
          case BURST -> new BurstKeys(new IndexSearcher(reader));
        };
    long[] ofHits = keys(reader, docs, keys);
    List<Section> sections = new ArrayList<>();
    for (int start = 0; start < docs.length; ) {
      int end = start + 1;
      while (end < docs.length && ofHits[end] == ofHits[start]) {
        end++;
      }
      if (sections.size() == MOST) {
        return List.of(new Section("", "", 0, docs.length));
      }
      sections.add(section(keys, ofHits[start], docs[start], start, end - start));
      start = end;
    }
    return sections;
  }

  private static Section section(GroupKeys keys, long key, int doc, int start, int count)
      throws IOException {
    if (key == GroupKeys.ALONE) {
      return new Section(Group.NONE, "no burst", start, count);
    }
    Group group = keys.group(key, doc, count);
    return new Section(group.key(), group.label(), start, count);
  }

  /** The number of each hit's section, in the order of the hits. */
  private static long[] keys(IndexReader reader, int[] docs, GroupKeys keys) throws IOException {
    int[] sorted = docs.clone();
    Arrays.sort(sorted);
    long[] ofSorted = new long[docs.length];
    LeafDocs.visit(
        reader,
        sorted,
        leaf -> {
          GroupKeys.Segment segment = keys.leaf(leaf);
          return (index, doc) -> ofSorted[index] = segment.key(doc);
        });
    long[] ofHits = new long[docs.length];
    for (int i = 0; i < docs.length; i++) {
      ofHits[i] = ofSorted[Arrays.binarySearch(sorted, docs[i])];
    }
    return ofHits;
  }
}
