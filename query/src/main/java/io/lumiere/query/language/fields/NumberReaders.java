package io.lumiere.query.language.fields;

import io.lumiere.query.internal.lucene.ImageShape;
import io.lumiere.schema.Fields;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.FloatField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.MatchNoDocsQuery;

/** The readers of fields that hold numbers. */
final class NumberReaders {
  /** Half a metre: people say heights in whole metres. */
  private static final double OF_HEIGHTS = 0.5;

  private NumberReaders() {}

  /** Cameras round 1/250 s and 2.8 in several ways. */
  private static double ofRounded(double number) {
    return 0.005 * Math.abs(number);
  }

  static NumberReader ints(String field, String name, Map<String, Double> units, String expected) {
    return new NumberReader(
        name,
        text -> Units.read(text, units),
        NumberReader.EXACT,
        (from, to) -> {
          double first = Math.ceil(Math.max(from, Integer.MIN_VALUE));
          double last = Math.floor(Math.min(to, Integer.MAX_VALUE));
          return first > last
              ? new MatchNoDocsQuery("no whole number from " + from + " to " + to)
              : IntField.newRangeQuery(field, (int) first, (int) last);
        },
        expected);
  }

  static NumberReader bytes() {
    return new NumberReader(
        "size",
        text -> Units.read(text, Units.BYTES),
        NumberReader.EXACT,
        (from, to) -> {
          double first = Math.ceil(Math.max(from, 0));
          double last = Math.floor(Math.min(to, Long.MAX_VALUE));
          return first > last
              ? new MatchNoDocsQuery("no size from " + from + " to " + to)
              : LongField.newRangeQuery(Fields.SIZE, (long) first, (long) last);
        },
        "10MB, >500KB, 1MB..2MB");
  }

  static NumberReader focal(String field, String name) {
    return floats(field, name, text -> Units.read(text, Units.MILLIMETRES), "35, 24..35, >=200mm");
  }

  static NumberReader aperture() {
    return floats(Fields.APERTURE, "aperture", Units::aperture, "2.8, f/2.8, <=2, 4..8");
  }

  static NumberReader exposure() {
    return doubles(
        Fields.EXPOSURE,
        "exposure",
        Units::exposure,
        NumberReaders::ofRounded,
        "1/250, >=1s, 1/60..1/30, 0.5");
  }

  static NumberReader altitude() {
    return doubles(
        Fields.ALTITUDE,
        "altitude",
        text -> Units.read(text, Units.METRES),
        number -> OF_HEIGHTS,
        ">2000, 100..200m, >3km");
  }

  static NumberReader megapixels() {
    return new NumberReader(
        "megapixels",
        text -> Units.read(text, Units.MEGAPIXELS),
        NumberReaders::ofRounded,
        (from, to) -> new ImageShape.Megapixels(from, to).query(),
        "12, >=24, 10..20");
  }

  private static NumberReader floats(
      String field, String name, NumberReader.Unit unit, String expected) {
    return new NumberReader(
        name,
        unit,
        NumberReaders::ofRounded,
        (from, to) -> FloatField.newRangeQuery(field, (float) from, (float) to),
        expected);
  }

  private static NumberReader doubles(
      String field,
      String name,
      NumberReader.Unit unit,
      DoubleUnaryOperator tolerance,
      String expected) {
    return new NumberReader(
        name, unit, tolerance, (from, to) -> DoubleField.newRangeQuery(field, from, to), expected);
  }
}
