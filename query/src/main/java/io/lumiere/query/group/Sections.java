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

  /** Names a section by the number of its hits. */
  @FunctionalInterface
  private interface Naming {
    Section name(long number, int start, int count);
  }

  /**
   * Of what place, or of what burst, hits are.
   *
   * @param numbers the place of each hit's code in {@code codes}; {@link #ALONE} for a photo that
   *     is in no burst
   * @param codes each once
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
  public record Coded(long[] numbers, List<GroupCode> codes) {
    /** The number of a photo that is in no burst. */
    public static final long ALONE = GroupNumbers.ALONE;

    public Coded {
      codes = List.copyOf(codes);
    }
  }

  /**
   * The sections of an order, from its first hit to its last; one of all hits where there would be
   * more than {@value #MOST}, and none where there are no hits.
   *
   * @param docs the hits in their order
   */
  public static List<Section> of(IndexReader reader, int[] docs, SectionBy by) throws IOException {
    return switch (by) {
      case DAY, MONTH, YEAR -> ofPeriods(numbers(reader, docs, new Periods(by)), by);
      case PLACE, BURST -> ofCodes(coded(reader, docs, by));
      case EVENT -> ofEvents(docs, ArchiveEvents.of(reader));
    };
  }

  /** As {@link #of}, by the events of the archive, which take a moment to find. */
  public static List<Section> ofEvents(int[] docs, ArchiveEvents events) {
    long[] numbers = new long[docs.length];
    Arrays.setAll(numbers, i -> events.eventOf(docs[i]));
    return of(
        numbers,
        (event, start, count) -> {
          String key = event == ArchiveEvents.NONE ? Group.NONE : events.key((int) event);
          return new Section(key, event == ArchiveEvents.NONE ? "no event" : key, start, count);
        });
  }

  /**
   * As {@link #of}, by the moments of taking.
   *
   * @param taken as {@link io.lumiere.schema.Fields#TAKEN} counts; {@link Long#MIN_VALUE} where
   *     that is not known
   */
  public static List<Section> ofMoments(long[] taken, SectionBy by) {
    Periods periods = new Periods(by);
    return ofPeriods(Arrays.stream(taken).map(periods::key).toArray(), by);
  }

  private static List<Section> ofPeriods(long[] numbers, SectionBy by) {
    Periods periods = new Periods(by);
    return of(numbers, periods::section);
  }

  /** As {@link #of}, by what hits are coded by. */
  public static List<Section> ofCodes(Coded hits) {
    return of(
        hits.numbers(),
        (number, start, count) -> {
          if (number == Coded.ALONE) {
            return new Section(Group.NONE, "no burst", start, count);
          }
          Group group = hits.codes().get((int) number).group(count);
          return new Section(group.key(), group.label(), start, count);
        });
  }

  /**
   * Of what place, or of what burst, hits are.
   *
   * @param docs the hits in any order
   * @param by the one or the other
   */
  public static Coded coded(IndexReader reader, int[] docs, SectionBy by) throws IOException {
    GroupKeys keys =
        switch (by) {
          case PLACE -> new PlaceKeys();
          case BURST -> new BurstKeys(new IndexSearcher(reader));
          case DAY, MONTH, YEAR, EVENT ->
              throw new IllegalArgumentException(by + " is neither a place nor a burst");
        };
    long[] numbers = numbers(reader, docs, keys);
    List<GroupCode> codes = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      while (numbers[i] != Coded.ALONE && codes.size() <= numbers[i]) {
        codes.add(keys.code(codes.size(), docs[i])); // They are numbered from 0 on.
      }
    }
    return new Coded(numbers, codes);
  }

  private static List<Section> of(long[] numbers, Naming naming) {
    if (runs(numbers) > MOST) {
      return List.of(new Section("", "", 0, numbers.length));
    }
    List<Section> sections = new ArrayList<>();
    for (int start = 0; start < numbers.length; ) {
      int end = start + 1;
      while (end < numbers.length && numbers[end] == numbers[start]) {
        end++;
      }
      sections.add(naming.name(numbers[start], start, end - start));
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
