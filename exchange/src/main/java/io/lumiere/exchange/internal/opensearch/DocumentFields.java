package io.lumiere.exchange.internal.opensearch;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that documents get. Unlike the columns of files of records they include what follows
 * from other fields, since nothing derives it there.
 *
 * @param photo those with a photo's values
 * @param vectors the models whose vectors documents get, each in its field
 */
public record DocumentFields(List<PhotoField<?>> photo, List<IndexedModel> vectors) {
  private static final Set<String> FAILURE =
      Columns.failure().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());

  /**
   * The fields of an index that are named.
   *
   * @param models whose vectors the index has
   * @param names of fields; null for all
   * @throws IllegalArgumentException if there is no field of such a name
   */
  public static DocumentFields named(List<IndexedModel> models, @Nullable List<String> names) {
    List<PhotoField<?>> photo =
        PhotoFields.all().stream()
            .filter(field -> field.type() != FieldType.VECTOR && !FAILURE.contains(field.name()))
            .<PhotoField<?>>map(field -> field)
            .toList();
    DocumentFields all = new DocumentFields(photo, models);
    return names == null ? all : all.only(names);
  }

  private DocumentFields only(List<String> names) {
    Set<String> unknown = new TreeSet<>(names);
    names().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no field "
              + String.join(", ", unknown)
              + " to export: fields are "
              + names().collect(Collectors.joining(", ")));
    }
    return new DocumentFields(
        photo.stream()
            .filter(field -> names.contains(field.name()))
            .<PhotoField<?>>map(field -> field)
            .toList(),
        vectors.stream().filter(model -> names.contains(model.field())).toList());
  }

  private Stream<String> names() {
    return Stream.concat(
        photo.stream().map(PhotoField::name), vectors.stream().map(IndexedModel::field));
  }

  /** Whether documents have this field of vectors. */
  boolean hasVector(String field) {
    return vectors.stream().anyMatch(model -> model.field().equals(field));
  }
}
