package io.lumiere.schema;

import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the stored fields of a document as they are decoded. A document of Lucene would keep each
 * of them, and what it says of its kind, only to be read once. Not thread-safe.
 */
final class PhotoVisitor extends StoredFieldVisitor {
  private final PhotoDraft draft = new PhotoDraft();
  private @Nullable FieldInfo asked;
  private @Nullable PhotoField<?> field;

  /** What was read. */
  Photo photo() {
    return draft.build();
  }

  @Override
  public Status needsField(FieldInfo info) {
    PhotoField<?> found = field(info);
    return found != null && found.isGivenBack() ? Status.YES : Status.NO;
  }

  /** The field is asked about before its value comes. */
  private @Nullable PhotoField<?> field(FieldInfo info) {
    if (info != asked) {
      asked = info;
      field = PhotoFields.find(info.name).orElse(null);
    }
    return field;
  }

  private void give(FieldInfo info, Object stored) {
    PhotoField<?> found = field(info);
    if (found != null) {
      found.give(stored, draft);
    }
  }

  @Override
  public void stringField(FieldInfo info, String value) {
    give(info, value);
  }

  @Override
  public void intField(FieldInfo info, int value) {
    give(info, value);
  }

  @Override
  public void longField(FieldInfo info, long value) {
    give(info, value);
  }

  @Override
  public void floatField(FieldInfo info, float value) {
    give(info, value);
  }

  @Override
  public void doubleField(FieldInfo info, double value) {
    give(info, value);
  }

  /** Refused, as no photo is made of bytes. */
  @Override
  public void binaryField(FieldInfo info, byte[] value) {
    give(info, value);
  }
}
