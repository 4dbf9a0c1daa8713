package io.lumiere.query.internal.lucene;

import io.lumiere.schema.Fields;
import org.apache.lucene.search.Query;

/** A condition on the width and height of a photo. Immutable. */
public sealed interface ImageShape {
  /** Photos of this shape. */
  default Query query() {
    return new DocValuesFilter(new ShapeTest(this), Fields.WIDTH, Fields.HEIGHT);
  }

  /** Whether an image of this size matches. */
  boolean matches(long width, long height);

  /** Wider than high, higher than wide, or neither. */
  enum Orientation implements ImageShape {
    LANDSCAPE,
    PORTRAIT,
    SQUARE;

    @Override
    public boolean matches(long width, long height) {
      return switch (this) {
        case LANDSCAPE -> width > height;
        case PORTRAIT -> height > width;
        case SQUARE -> width == height;
      };
    }
  }

  /** So many million pixels; both ends count. */
  record Megapixels(double from, double to) implements ImageShape {
    @Override
    public boolean matches(long width, long height) {
      double megapixels = width * height / 1e6;
      return from <= megapixels && megapixels <= to;
    }
  }

  /** The test of a shape. */
  record ShapeTest(ImageShape shape) implements DocValuesFilter.Test {
    @Override
    public boolean passes(long[] values) {
      return shape.matches(values[0], values[1]);
    }
  }
}
