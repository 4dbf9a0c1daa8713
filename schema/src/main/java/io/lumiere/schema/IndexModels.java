package io.lumiere.schema;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The models whose vectors an index holds. A photo may have a vector of each; one that was added
 * while a model was not at hand lacks that model's. Immutable; every change is a new value, which
 * takes effect with the commit that it is written in.
 *
 * @param all at least one, in the order in which they were added; no model and no field twice
 * @param defaultModel the default model: searches that name none use it
 * @param dropped models that are no longer searched, and whose vectors some documents still hold
 * @param lastField the highest number that a field of this index has ever had: no number is used
 *     twice, so that a field never holds vectors of two models
 */
public record IndexModels(
    List<IndexedModel> all, IndexedModel defaultModel, List<IndexedModel> dropped, int lastField) {

  public IndexModels {
    all = List.copyOf(all);
    dropped = List.copyOf(dropped);
    if (!all.contains(defaultModel)) {
      throw new IllegalArgumentException(
          "the default model "
              + defaultModel.exactName()
              + " is not one of the index's: "
              + names(all));
    }
    List<IndexedModel> fields = new ArrayList<>(all);
    fields.addAll(dropped);
    if (fields.stream().map(IndexedModel::field).distinct().count() < fields.size()
        || all.stream().map(IndexedModel::model).distinct().count() < all.size()) {
      throw new IllegalArgumentException("a model or a field is listed twice: " + fields);
    }
    if (fields.stream().anyMatch(model -> model.number() > lastField)) {
      throw new IllegalArgumentException(
          "a field has a higher number than the last, " + lastField + ": " + fields);
    }
  }

  /** Of a new index. */
  public static IndexModels of(EmbeddingModel first) {
    IndexedModel only = new IndexedModel(first, IndexedModel.field(1));
    return new IndexModels(List.of(only), only, List.of(), 1);
  }

  /** Where the vectors of exactly this model are; empty if the index does not have the model. */
  public Optional<IndexedModel> find(EmbeddingModel model) {
    return all.stream().filter(indexed -> indexed.model().equals(model)).findFirst();
  }

  /**
   * The model of this name.
   *
   * @param name an id such as {@code starter}; or id, @ and the begin of the content hash, where
   *     two versions of a model are there
   * @param index what to call the index in messages
   * @throws IndexMismatchException if the index has no such model, or several
   */
  public IndexedModel expect(String name, String index) {
    List<IndexedModel> called = all.stream().filter(model -> model.isCalled(name)).toList();
    if (called.size() == 1) {
      return called.getFirst();
    }
    throw new IndexMismatchException(
        called.isEmpty()
            ? "index " + index + " has no vectors of a model '" + name + "', but of " + names(all)
            : "index "
                + index
                + " has several models '"
                + name
                + "': name one of "
                + names(called));
  }

  /** These models and one more, in a field of its own; the default stays. */
  public IndexModels with(EmbeddingModel model) {
    if (find(model).isPresent()) {
      return this;
    }
    List<IndexedModel> more = new ArrayList<>(all);
    more.add(new IndexedModel(model, IndexedModel.field(lastField + 1)));
    return new IndexModels(more, defaultModel, dropped, lastField + 1);
  }

  /** These models with another default, one of them. */
  public IndexModels withDefaultModel(IndexedModel newDefault) {
    return new IndexModels(all, newDefault, dropped, lastField);
  }

  /**
   * These models without one: it is not searched any more, and its vectors may go.
   *
   * @param index what to call the index in messages
   * @throws IndexMismatchException if it is the default
   */
  public IndexModels without(IndexedModel model, String index) {
    if (model.equals(defaultModel)) {
      throw new IndexMismatchException(
          Fault.MODEL_IS_DEFAULT,
          "model " + model.exactName() + " is the default of index " + index);
    }
    List<IndexedModel> rest = new ArrayList<>(all);
    rest.remove(model);
    List<IndexedModel> gone = new ArrayList<>(dropped);
    gone.add(model);
    return new IndexModels(rest, defaultModel, gone, lastField);
  }

  /** These models when no document holds vectors of {@link #dropped} ones any more. */
  public IndexModels swept() {
    return new IndexModels(all, defaultModel, List.of(), lastField);
  }

  private static String names(List<IndexedModel> models) {
    return models.stream().map(IndexedModel::exactName).collect(Collectors.joining(", "));
  }
}
