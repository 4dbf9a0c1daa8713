package io.lumiere.query.order;

import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.query.internal.lucene.LeafDocs;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Traits;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * Reads columns of photos from doc values alone: stored fields would take a millisecond each.
 * Thread-safe.
 */
public final class RowReader {
  private static final Map<String, Integer> KINDS =
      Map.of(
          Traits.LIVE_PHOTO, ResultRows.LIVE,
          Traits.BURST, ResultRows.BURST,
          Traits.PANORAMA, ResultRows.PANORAMA,
          Traits.SCREENSHOT, ResultRows.SCREENSHOT);

  /** The formats of cameras' raw files. */
  private static final Set<String> RAW =
      Set.of("cr2", "cr3", "nef", "arw", "dng", "orf", "rw2", "raf", "pef", "srw", "raw");

  private RowReader() {}

  /**
   * Reads photos.
   *
   * @param docs in any order, which the columns keep
   * @param start the place of the first
   */
  public static ResultRows read(IndexReader reader, int[] docs, int start) throws IOException {
    ResultRows rows =
        new ResultRows(
            start,
            new String[docs.length],
            new int[docs.length],
            new int[docs.length],
            new long[docs.length],
            new int[docs.length],
            new String[docs.length],
            null,
            null);
    LeafDocs.visit(
        reader,
        docs,
        leaf -> {
          OfSegment segment = new OfSegment(leaf.reader());
          return (index, doc) -> segment.read(doc, index, rows);
        });
    return rows;
  }

  /** Reads the photos of one segment, which come in its order. */
  private static final class OfSegment {
    private final KeywordOrds ids;
    private final KeywordOrds hashes;
    private final KeywordOrds formats;
    private final SortedSetDocValues kinds;
    private final int[] flagOfKind;
    private final boolean[] isRaw;
    private final GuessedDates.OfSegment guesses;
    private final SortedNumericDocValues widths;
    private final SortedNumericDocValues heights;
    private final SortedNumericDocValues taken;
    private final SortedNumericDocValues colors;

    OfSegment(LeafReader reader) throws IOException {
      ids = new KeywordOrds(reader, Fields.ID);
      hashes = new KeywordOrds(reader, Fields.CONTENT_HASH);
      formats = new KeywordOrds(reader, Fields.FORMAT);
      kinds = DocValues.getSortedSet(reader, Fields.KIND);
      flagOfKind = new int[Math.toIntExact(kinds.getValueCount())];
      for (int ord = 0; ord < flagOfKind.length; ord++) {
        flagOfKind[ord] = KINDS.getOrDefault(kinds.lookupOrd(ord).utf8ToString(), 0);
      }
      isRaw = new boolean[formats.size()];
      for (int ord = 0; ord < isRaw.length; ord++) {
        isRaw[ord] = RAW.contains(formats.term(ord));
      }
      guesses = new GuessedDates.OfSegment(reader);
      widths = DocValues.getSortedNumeric(reader, Fields.WIDTH);
      heights = DocValues.getSortedNumeric(reader, Fields.HEIGHT);
      taken = DocValues.getSortedNumeric(reader, Fields.TAKEN);
      colors = DocValues.getSortedNumeric(reader, Fields.AVERAGE_COLOR);
    }

    void read(int doc, int to, ResultRows rows) throws IOException {
      rows.ids()[to] = ids.term(ids.ord(doc));
      String hash = hashes.term(hashes.ord(doc));
      rows.hashes()[to] = hash.substring(0, Math.min(ResultRows.HASH_LENGTH, hash.length()));
      long width = number(widths, doc, 1);
      long height = Math.max(1, number(heights, doc, 1));
      rows.ratios()[to] = Math.clamp(1000 * width / height, 1, Integer.MAX_VALUE);
      rows.colors()[to] = (int) number(colors, doc, ResultRows.NO_COLOR);
      rows.taken()[to] = number(taken, doc, ResultRows.UNDATED);
      rows.flags()[to] = flags(doc);
    }

    private int flags(int doc) throws IOException {
      int flags = guesses.isGuessed(doc) ? ResultRows.GUESSED : 0;
      if (kinds.advanceExact(doc)) {
        for (int i = kinds.docValueCount(); i > 0; i--) {
          flags |= flagOfKind[(int) kinds.nextOrd()];
        }
      }
      int format = formats.ord(doc);
      return flags | (format != KeywordOrds.NONE && isRaw[format] ? ResultRows.RAW : 0);
    }

    private static long number(SortedNumericDocValues values, int doc, long missing)
        throws IOException {
      return values.advanceExact(doc) ? values.nextValue() : missing;
    }
  }
}
