package io.lumiere.schema;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the fields of one part of photos, such as their cameras.
 *
 * @param part of a photo; null where the photo lacks it
 * @param draft that gathers what the fields of the part give back
 */
record FieldGroup<P, D>(Function<Photo, @Nullable P> part, Function<PhotoDraft, D> draft) {
  /** A field with at most one value. */
  <T> PhotoField<T> one(
      String name,
      FieldType<T> type,
      String meaning,
      Function<P, @Nullable T> getter,
      BiConsumer<D, T> setter) {
    return new PhotoField<>(name, type, false, meaning, single(getter), into(setter));
  }

  /** A field that may have several values. */
  <T> PhotoField<T> many(
      String name,
      FieldType<T> type,
      String meaning,
      Function<P, List<T>> getter,
      BiConsumer<D, T> setter) {
    return new PhotoField<>(name, type, true, meaning, several(getter), into(setter));
  }

  /** A field with at most one value, which is made from others. */
  <T> PhotoField<T> derived(
      String name, FieldType<T> type, String meaning, Function<P, @Nullable T> getter) {
    return new PhotoField<>(name, type, false, meaning, single(getter), null);
  }

  /** A field that may have several values, which are made from others. */
  <T> PhotoField<T> derivedMany(
      String name, FieldType<T> type, String meaning, Function<P, List<T>> getter) {
    return new PhotoField<>(name, type, true, meaning, several(getter), null);
  }

  private <T> Function<Photo, List<T>> single(Function<P, @Nullable T> getter) {
    return photo -> {
      P has = part.apply(photo);
      T value = has == null ? null : getter.apply(has);
      return value == null ? List.of() : List.of(value);
    };
  }

  private <T> Function<Photo, List<T>> several(Function<P, List<T>> getter) {
    return photo -> {
      P has = part.apply(photo);
      return has == null ? List.of() : getter.apply(has);
    };
  }

  private <T> BiConsumer<PhotoDraft, T> into(BiConsumer<D, T> setter) {
    return (photo, value) -> setter.accept(draft.apply(photo), value);
  }
}
