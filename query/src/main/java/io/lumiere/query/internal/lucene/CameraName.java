package io.lumiere.query.internal.lucene;

import io.lumiere.schema.Camera;
import io.lumiere.schema.Fields;
import java.util.function.Predicate;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** The name of a camera: its make and model, with the make only once. */
public final class CameraName {
  private CameraName() {}

  /** The name of a make and a model; null where neither is known. */
  public static @Nullable String of(@Nullable String make, @Nullable String model) {
    return Camera.name(make, model);
  }

  /** Photos of cameras with exactly this name: {@link #of} in reverse. */
  public static Query query(String name) {
    BooleanQuery.Builder either =
        new BooleanQuery.Builder()
            .add(modelThatSaysTheMake(name), Occur.SHOULD)
            .add(
                but(
                    KeywordField.newExactQuery(Fields.CAMERA_MAKE, name),
                    new FieldExistsQuery(Fields.CAMERA_MODEL)),
                Occur.SHOULD);
    for (int space = name.indexOf(' '); space >= 0; space = name.indexOf(' ', space + 1)) {
      String make = name.substring(0, space);
      String model = name.substring(space + 1);
      if (name.equals(of(make, model))) {
        either.add(
            new BooleanQuery.Builder()
                .add(KeywordField.newExactQuery(Fields.CAMERA_MAKE, make), Occur.FILTER)
                .add(KeywordField.newExactQuery(Fields.CAMERA_MODEL, model), Occur.FILTER)
                .build(),
            Occur.SHOULD);
      }
    }
    return either.build();
  }

  /** The model is the whole name: the make is its beginning, or is missing. */
  private static Query modelThatSaysTheMake(String name) {
    return but(
        KeywordField.newExactQuery(Fields.CAMERA_MODEL, name),
        new KeywordWordsQuery(Fields.CAMERA_MAKE, new AddsTo(name)));
  }

  private static Query but(Query wanted, Query unwanted) {
    return new BooleanQuery.Builder()
        .add(wanted, Occur.FILTER)
        .add(unwanted, Occur.MUST_NOT)
        .build();
  }

  /** Makes that the name has before this model. */
  private record AddsTo(String model) implements Predicate<String> {
    @Override
    public boolean test(String make) {
      return !model.equals(of(make, model));
    }
  }
}
