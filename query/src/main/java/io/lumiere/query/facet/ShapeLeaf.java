package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.ImageShape.Orientation;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;

/** One segment's photos that are wider than high, higher than wide, or neither. */
final class ShapeLeaf implements ValueSource.Leaf<List<String>> {
  private static final Orientation[] SHAPES = Orientation.values();

  private final SortedNumericDocValues widths;
  private final SortedNumericDocValues heights;

  ShapeLeaf(LeafReader reader) throws IOException {
    this.widths = DocValues.getSortedNumeric(reader, Fields.WIDTH);
    this.heights = DocValues.getSortedNumeric(reader, Fields.HEIGHT);
  }

  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    int shape = SHAPES.length;
    if (widths.advanceExact(doc) && heights.advanceExact(doc)) {
      long width = widths.nextValue();
      long height = heights.nextValue();
      for (shape = 0; !SHAPES[shape].matches(width, height); ) {
        shape++;
      }
    }
    counts.add(shape);
  }

  @Override
  public List<String> value(long key) {
    return key == SHAPES.length
        ? FacetField.NONE
        : List.of(SHAPES[(int) key].name().toLowerCase(Locale.ROOT));
  }
}
