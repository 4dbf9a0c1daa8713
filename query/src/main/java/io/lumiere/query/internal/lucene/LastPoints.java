package io.lumiere.query.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PointValues.Relation;

/** The greatest numbers of a field, by its points; documents are not looked at. Not thread-safe. */
public final class LastPoints {
  private final List<PointValues> segments = new ArrayList<>();

  private LastPoints() {}

  /** Those of a field of one number for a document; there are none where no document has it. */
  public static LastPoints of(IndexReader reader, String field) throws IOException {
    LastPoints points = new LastPoints();
    for (LeafReaderContext leaf : reader.leaves()) {
      PointValues values = leaf.reader().getPointValues(field);
      if (values != null) {
        points.segments.add(values);
      }
    }
    return points;
  }

  /**
   * From which number on there are about so many, or up to twice as many, up to another number;
   * more where one number is that of many.
   *
   * @param many at least 1
   * @return {@link Long#MIN_VALUE} where there are fewer
   */
  public long from(long many, long upTo) throws IOException {
    long enough = least();
    if (enough > upTo || count(enough, upTo) < many) {
      return Long.MIN_VALUE;
    }
    long tooFew = Math.min(upTo, greatest());
    while (enough < tooFew) {
      // Their mean, rounded up, without an overflow.
      long middle = (enough | tooFew) - ((enough ^ tooFew) >> 1);
      long found = count(middle, upTo);
      if (found < many) {
        tooFew = middle - 1;
      } else {
        enough = middle;
        if (found <= 2 * many) {
          break;
        }
      }
    }
    return enough;
  }

  private long least() throws IOException {
    long least = Long.MAX_VALUE;
    for (PointValues values : segments) {
      least = Math.min(least, LongPoint.decodeDimension(values.getMinPackedValue(), 0));
    }
    return least;
  }

  private long greatest() throws IOException {
    long greatest = Long.MIN_VALUE;
    for (PointValues values : segments) {
      greatest = Math.max(greatest, LongPoint.decodeDimension(values.getMaxPackedValue(), 0));
    }
    return greatest;
  }

  /** About how many there are; deleted documents count. */
  private long count(long from, long to) throws IOException {
    long count = 0;
    for (PointValues values : segments) {
      count += values.estimatePointCount(new Within(from, to));
    }
    return count;
  }

  /** Only compares. */
  private record Within(long from, long to) implements PointValues.IntersectVisitor {
    @Override
    public Relation compare(byte[] least, byte[] greatest) {
      long first = LongPoint.decodeDimension(least, 0);
      long last = LongPoint.decodeDimension(greatest, 0);
      if (last < from || first > to) {
        return Relation.CELL_OUTSIDE_QUERY;
      }
      return first >= from && last <= to ? Relation.CELL_INSIDE_QUERY : Relation.CELL_CROSSES_QUERY;
    }

    @Override
    public void visit(int doc) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void visit(int doc, byte[] value) {
      throw new UnsupportedOperationException();
    }
  }
}
