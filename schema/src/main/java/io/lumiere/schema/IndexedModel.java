package io.lumiere.schema;

import io.lumiere.base.EmbeddingModel;
import org.jspecify.annotations.Nullable;

/**
 * A model whose vectors an index holds, and where. Immutable.
 *
 * @param model made the vectors
 * @param field the Lucene field that holds them: {@link Fields#VECTOR}, or that with {@code _2},
 *     {@code _3} and so on behind it
 */
public record IndexedModel(EmbeddingModel model, String field) {
  private static final String NUMBERED = Fields.VECTOR + "_";

  public IndexedModel {
    if (!field.equals(Fields.VECTOR) && !field.matches(NUMBERED + "[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "field of model "
              + model.id()
              + " is '"
              + field
              + "', not "
              + Fields.VECTOR
              + " or "
              + NUMBERED
              + "N");
    }
  }

  /** The model's id, such as {@code starter}. */
  public String id() {
    return model.id();
  }

  /** A name that no other model has: the id and the begin of the content hash, joined by @. */
  public String exactName() {
    return model.id() + "@" + model.contentHash().substring(0, 12);
  }

  /** The field with this number; fields are numbered from 1. */
  static String field(int number) {
    return number == 1 ? Fields.VECTOR : NUMBERED + number;
  }

  /** Which number {@link #field} gave it. */
  int number() {
    return field.equals(Fields.VECTOR) ? 1 : Integer.parseInt(field.substring(NUMBERED.length()));
  }

  /** Whether {@code name} means this model: its id, or its id, @ and the begin of its hash. */
  public boolean isCalled(String name) {
    int at = name.lastIndexOf('@');
    return name.equals(model.id())
        || (at >= 0
            && at + 1 < name.length()
            && name.substring(0, at).equals(model.id())
            && model.contentHash().startsWith(name.substring(at + 1)));
  }

  // Written out as those of EmbeddingModel, and for the same reason.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IndexedModel indexed
        && model.equals(indexed.model)
        && field.equals(indexed.field);
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + field.hashCode();
  }
}
