package io.lumiere.query.group;

import io.lumiere.query.event.ArchiveEvents;
import io.lumiere.query.internal.lucene.LeafDocs;
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

  /** Names a section by a hit of it. */
  @FunctionalInterface
  private interface Naming {
    Section name(long key, int doc, int start, int count) throws IOException;
  }

  /**
   * The sections of an order, from its first hit to its last; one of all hits where there would be
   * more than {@value #MOST}, and none where there are no hits.
   *
   * @param docs the hits in their order
   */
  public static List<Section> of(IndexReader reader, int[] docs, SectionBy by) throws IOException {
    return switch (by) {
      case DAY, MONTH, YEAR -> {
        Periods periods = new Periods(by);
        yield of(
            docs,
            numbers(reader, docs, periods),
            (key, doc, start, count) -> periods.section(key, start, count));
      }
      case PLACE -> of(reader, docs, new PlaceKeys());
      case BURST -> of(reader, docs, new BurstKeys(new IndexSearcher(reader)));
      case EVENT -> ofEvents(docs, ArchiveEvents.of(reader));
    };
  }

  /** As {@link #of}, by the events of the archive, which take a moment to find. */
  public static List<Section> ofEvents(int[] docs, ArchiveEvents events) throws IOException {
    long[] numbers = new long[docs.length];
    Arrays.setAll(numbers, i -> events.eventOf(docs[i]));
    return of(
        docs,
        numbers,
        (event, doc, start, count) -> {
          String key = event == ArchiveEvents.NONE ? Group.NONE : events.key((int) event);
          return new Section(key, event == ArchiveEvents.NONE ? "no event" : key, start, count);
        });
  }

  private static List<Section> of(IndexReader reader, int[] docs, GroupKeys keys)
      throws IOException {
    return of(
        docs,
        numbers(reader, docs, keys),
        (key, doc, start, count) -> {
          if (key == GroupNumbers.ALONE) {
            return new Section(Group.NONE, "no burst", start, count);
          }
          Group group = keys.group(key, doc, count);
          return new Section(group.key(), group.label(), start, count);
        });
  }

  private static List<Section> of(int[] docs, long[] numbers, Naming naming) throws IOException {
    if (runs(numbers) > MOST) {
      return List.of(new Section("", "", 0, docs.length));
    }
    List<Section> sections = new ArrayList<>();
    for (int start = 0; start < docs.length; ) {
      int end = start + 1;
      while (end < docs.length && numbers[end] == numbers[start]) {
        end++;
      }
      sections.add(naming.name(numbers[start], docs[start], start, end - start));
      start = end;
    }
    return sections;
  }

  private static int runs(long[] numbers) {
    int runs = 0;
    for (int i = 0; i < numbers.length; i++) {
      runs += i == 0 || numbers[i] != numbers[i - 1] ? 1 : 0;
    }
    return runs;
  }

  /** The number of each hit's section. */
  private static long[] numbers(IndexReader reader, int[] docs, GroupNumbers of)
      throws IOException {
    long[] numbers = new long[docs.length];
    LeafDocs.visit(
        reader,
        docs,
        leaf -> {
          GroupNumbers.Segment segment = of.leaf(leaf);
          return (index, doc) -> numbers[index] = segment.key(doc);
        });
    return numbers;
  }
}
