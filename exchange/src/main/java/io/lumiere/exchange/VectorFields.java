package io.lumiere.exchange;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the index's field for a vector of a file: models are known by their content hash, whatever
 * the vector's column is called. For one thread.
 */
final class VectorFields {
  private final String index;
  private final boolean mayAdd;
  private final @Nullable ModelName given;
  private final Map<String, EmbeddingModel> inFile = new HashMap<>();
  private @Nullable IndexModels models;

  /**
   * Fields of an index.
   *
   * @param index what to call it in messages
   * @param models that it has; null for a new one
   * @param fileModels that the file says it has; null if it says nothing
   * @param given the model of vectors for which nothing else names one; null for none
   * @param mayAdd whether the index may get further models
   */
  VectorFields(
      String index,
      @Nullable IndexModels models,
      @Nullable IndexModels fileModels,
      @Nullable ModelName given,
      boolean mayAdd) {
    this.index = index;
    this.models = models;
    this.given = given;
    this.mayAdd = mayAdd || models == null;
    if (fileModels != null) {
      fileModels.all().forEach(model -> inFile.put(model.field(), model.model()));
      if (models == null) {
        this.models = fileModels.swept();
      }
    }
  }

  /** The index's models, with those that were added; null if there are none yet. */
  @Nullable IndexModels models() {
    return models;
  }

  /** Forgets models that were added for a row which is refused: no photo has vectors of them. */
  void restore(@Nullable IndexModels before) {
    models = before;
  }

  /**
   * The field for a vector.
   *
   * @param column where the file has it
   * @param name of its model, as the record says it; null if it does not
   * @throws BadRowException if no model is named, or the vector cannot be of that model
   */
  String field(Column column, @Nullable String name, int dimension) throws BadRowException {
    EmbeddingModel model = model(column, name, dimension);
    Optional<IndexedModel> known = find(model);
    requireLength(column, dimension, known.map(IndexedModel::model).orElse(model));
    if (known.isPresent()) {
      return known.get().field();
    }
    if (!mayAdd && models != null) {
      throw new BadRowException(
          Fault.VECTOR_OF_OTHER_MODEL,
          column.name(),
          column.name()
              + " is of model "
              + ModelName.of(model)
              + ", and index "
              + index
              + " has vectors of "
              + models.all().stream()
                  .map(IndexedModel::exactName)
                  .collect(Collectors.joining(", ")));
    }
    models = models == null ? IndexModels.of(model) : models.with(model);
    return models.all().getLast().field();
  }

  private static void requireLength(Column column, int dimension, EmbeddingModel model)
      throws BadRowException {
    if (dimension != model.dimension()) {
      throw new BadRowException(
          column.name()
              + " has "
              + dimension
              + " numbers, and vectors of model "
              + new IndexedModel(model, column.field()).exactName()
              + " have "
              + model.dimension());
    }
  }

  private Optional<IndexedModel> find(EmbeddingModel model) {
    return models == null
        ? Optional.empty()
        : models.all().stream()
            .filter(known -> known.model().contentHash().equals(model.contentHash()))
            .findFirst();
  }

  private EmbeddingModel model(Column column, @Nullable String name, int dimension)
      throws BadRowException {
    try {
      if (name != null) {
        return ModelName.parse(name).withDimension(dimension);
      }
      EmbeddingModel stated = inFile.get(column.field());
      if (stated != null) {
        return stated;
      }
      if (given != null) {
        return given.withDimension(dimension);
      }
    } catch (IllegalArgumentException e) {
      throw new BadRowException(column.name() + ": " + e.getMessage(), e);
    }
    throw new BadRowException(
        Fault.VECTOR_WITHOUT_MODEL,
        null,
        "it does not say which model made "
            + column.name()
            + " (a field "
            + column.field()
            + "_model does, as NAME@HASH)");
  }
}
