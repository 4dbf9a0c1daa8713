package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.ImageShape.Orientation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.LeafReader;

/** Landscape, portrait or square. */
record ShapeFacet() implements FacetField {
  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new ShapeLeaf(reader);
  }

  @Override
  public Narrowing narrow(List<String> path) {
    String shape = path.getFirst();
    return new Narrowing(
        "is:" + shape, Orientation.valueOf(shape.toUpperCase(Locale.ROOT)).query());
  }
}
