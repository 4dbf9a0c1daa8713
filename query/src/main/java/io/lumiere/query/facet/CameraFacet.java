package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.CameraName;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;

/** Cameras as people call them. */
record CameraFacet() implements FacetField {
  private static final List<String> FIELDS = List.of(Fields.CAMERA_MAKE, Fields.CAMERA_MODEL);

  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new TupleLeaf(
        reader,
        FIELDS,
        values -> {
          String name = CameraName.of(values.get(0), values.get(1));
          return name == null ? NONE : List.of(name);
        });
  }

  @Override
  public Narrowing narrow(List<String> path) {
    String name = path.getFirst();
    return new Narrowing(Texts.exactly("camera", name), CameraName.query(name));
  }
}
