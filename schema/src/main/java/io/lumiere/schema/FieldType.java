package io.lumiere.schema;

import io.lumiere.base.LumiereException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FloatField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A kind of field that photos' documents have: its Lucene classes, how a value is written, and how
 * it is read back. Immutable, thread-safe.
 *
 * @param <T> a value as a photo has it and as other programs see it
 */
public final class FieldType<T> {
  /** An exact term. */
  public static final FieldType<String> KEYWORD =
      new FieldType<>(
          "KeywordField",
          true,
          String.class,
          FieldType::text,
          single((name, text) -> new KeywordField(name, text, Store.YES)));

  /** Text analysed by {@link Words}. */
  public static final FieldType<String> WORDS =
      new FieldType<>(
          "TextField",
          false,
          String.class,
          FieldType::text,
          single((name, text) -> new TextField(name, text, Store.YES)));

  /** Text analysed by {@link Words}, with stems beside the words. */
  public static final FieldType<String> STEMMED_WORDS =
      new FieldType<>(
          "TextField, with stems",
          false,
          String.class,
          FieldType::text,
          (name, text, languages) -> List.of(new StemmedTextField(name, text, languages)));

  /** An exact term that is looked for alone. */
  public static final FieldType<String> TERM =
      new FieldType<>(
          "StringField",
          false,
          String.class,
          null,
          single((name, text) -> new StringField(name, text, Store.NO)));

  public static final FieldType<Integer> INT =
      new FieldType<>(
          "IntField",
          true,
          Integer.class,
          (field, value) -> number(field, value).intValue(),
          single((name, number) -> new IntField(name, number, Store.YES)));

  public static final FieldType<Long> LONG =
      new FieldType<>(
          "LongField",
          true,
          Long.class,
          (field, value) -> number(field, value).longValue(),
          single((name, number) -> new LongField(name, number, Store.YES)));

  public static final FieldType<Float> FLOAT =
      new FieldType<>(
          "FloatField",
          true,
          Float.class,
          (field, value) -> number(field, value).floatValue(),
          single((name, number) -> new FloatField(name, number, Store.YES)));

  public static final FieldType<Double> DOUBLE =
      new FieldType<>(
          "DoubleField",
          true,
          Double.class,
          (field, value) -> number(field, value).doubleValue(),
          single((name, number) -> new DoubleField(name, number, Store.YES)));

  /** A long: date and time by the clock on the wall, as {@link LocalTimes} counts it. */
  public static final FieldType<LocalDateTime> LOCAL_TIME =
      LONG.as(LocalDateTime.class, LocalTimes::fromMillis, LocalTimes::toMillis);

  /** A long: a moment, in milliseconds since 1970-01-01T00:00Z. */
  public static final FieldType<Instant> INSTANT =
      LONG.as(Instant.class, Instant::ofEpochMilli, Instant::toEpochMilli);

  /** An int: an offset from UTC, in seconds. */
  public static final FieldType<ZoneOffset> OFFSET =
      INT.as(ZoneOffset.class, ZoneOffset::ofTotalSeconds, ZoneOffset::getTotalSeconds);

  public static final FieldType<float[]> VECTOR =
      new FieldType<>(
          "KnnFloatVectorField",
          false,
          float[].class,
          null,
          single(
              (name, vector) -> new KnnFloatVectorField(name, vector, PhotoDocuments.SIMILARITY)));

  public static final FieldType<Place> POINT =
      new FieldType<>(
          "LatLonPoint, LatLonDocValuesField",
          true,
          Place.class,
          null,
          (name, place, languages) ->
              List.of(
                  new LatLonPoint(name, place.latitude(), place.longitude()),
                  new LatLonDocValuesField(name, place.latitude(), place.longitude())));

  /** A number by which hits are sorted or distinguished. */
  public static final FieldType<Long> NUMBER_TO_SORT =
      new FieldType<>(
          "NumericDocValuesField", true, Long.class, null, single(NumericDocValuesField::new));

  /** Bytes that hits are sorted by. */
  public static final FieldType<BytesRef> TERM_TO_SORT =
      new FieldType<>(
          "SortedDocValuesField", true, BytesRef.class, null, single(SortedDocValuesField::new));

  public static final FieldType<String> STORED_STRING =
      new FieldType<>(
          "StoredField, string", false, String.class, FieldType::text, single(StoredField::new));

  public static final FieldType<Long> STORED_LONG =
      new FieldType<>(
          "StoredField, long",
          false,
          Long.class,
          (field, value) -> number(field, value).longValue(),
          single(StoredField::new));

  /** A stored long: a moment, in milliseconds since 1970-01-01T00:00Z. */
  public static final FieldType<Instant> STORED_INSTANT =
      STORED_LONG.as(Instant.class, Instant::ofEpochMilli, Instant::toEpochMilli);

  public static final FieldType<Double> STORED_DOUBLE =
      new FieldType<>(
          "StoredField, double",
          false,
          Double.class,
          (field, value) -> number(field, value).doubleValue(),
          single(StoredField::new));

  private final String lucene;
  private final boolean docValues;
  private final Class<T> valueClass;
  private final @Nullable Reader<T> reader;
  private final Writer<T> writer;

  /** Makes a value of what a document stores. */
  @FunctionalInterface
  private interface Reader<T> {
    /**
     * The value.
     *
     * @param field its name, for messages
     * @param stored a text or a number; null, or something else, where it is neither
     */
    T read(String field, @Nullable Object stored);
  }

  /** Makes the Lucene fields of a value. */
  @FunctionalInterface
  private interface Writer<T> {
    /**
     * The fields.
     *
     * @param languages of the photo's words
     */
    List<IndexableField> write(String name, T value, Set<Language> languages);
  }

  /**
   * A type.
   *
   * @param reader makes a value of a stored field; null where it is not stored
   */
  private FieldType(
      String lucene,
      boolean docValues,
      Class<T> valueClass,
      @Nullable Reader<T> reader,
      Writer<T> writer) {
    this.lucene = lucene;
    this.docValues = docValues;
    this.valueClass = valueClass;
    this.reader = reader;
    this.writer = writer;
  }

  private static <T> Writer<T> single(BiFunction<String, T, IndexableField> maker) {
    return (name, value, languages) -> List.of(maker.apply(name, value));
  }

  /** The same in Lucene, with values of another class. */
  private <V> FieldType<V> as(Class<V> values, Function<T, V> read, Function<V, T> written) {
    return new FieldType<>(
        lucene,
        docValues,
        values,
        (field, value) -> read.apply(read(field, value)),
        (name, value, languages) -> writer.write(name, written.apply(value), languages));
  }

  /** The names of the Lucene classes. */
  public String lucene() {
    return lucene;
  }

  /** Whether the value can be read back. */
  public boolean isStored() {
    return reader != null;
  }

  /** Whether hits can be sorted and counted by it. */
  public boolean hasDocValues() {
    return docValues;
  }

  /** The class of a value. */
  public Class<T> valueClass() {
    return valueClass;
  }

  /**
   * The Lucene fields of a value.
   *
   * @param languages of the photo's words
   */
  public List<IndexableField> write(String name, T value, Set<Language> languages) {
    return writer.write(name, value, languages);
  }

  /**
   * The value of a stored field.
   *
   * @param field its name
   * @param stored what the document stores
   */
  T read(String field, @Nullable Object stored) {
    if (reader == null) {
      throw new IllegalStateException(field + " is not stored");
    }
    return reader.read(field, stored);
  }

  private static String text(String field, @Nullable Object stored) {
    if (stored instanceof String || stored instanceof Number) {
      return stored.toString();
    }
    throw new LumiereException("a photo's document has no text in the field '" + field + "'");
  }

  private static Number number(String field, @Nullable Object stored) {
    if (stored instanceof Number number) {
      return number;
    }
    throw new LumiereException("a photo's document has no number in the field '" + field + "'");
  }
}
