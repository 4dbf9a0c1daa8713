package io.lumiere.schema;

import io.lumiere.base.LumiereException;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FloatField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/** Adds values of the kinds that {@link Fields} speaks of to a document, and finds them again. */
final class StoredValues {
  private StoredValues() {}

  /** Adds a keyword; does nothing for null, like all of these. */
  static void addKeyword(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.add(new KeywordField(field, value, Store.YES));
    }
  }

  static void addWords(Document document, String field, @Nullable String words) {
    if (words != null) {
      document.add(new TextField(field, words, Store.YES));
    }
  }

  static void addWords(
      Document document, String field, @Nullable String words, Set<Language> languages) {
    if (words != null) {
      document.add(new StemmedTextField(field, words, languages));
    }
  }

  static void addInt(Document document, String field, @Nullable Integer value) {
    if (value != null) {
      document.add(new IntField(field, value, Store.YES));
    }
  }

  static void addLong(Document document, String field, @Nullable Long value) {
    if (value != null) {
      document.add(new LongField(field, value, Store.YES));
    }
  }

  static void addFloat(Document document, String field, @Nullable Float value) {
    if (value != null) {
      document.add(new FloatField(field, value, Store.YES));
    }
  }

  static void addDouble(Document document, String field, @Nullable Double value) {
    if (value != null) {
      document.add(new DoubleField(field, value, Store.YES));
    }
  }

  static @Nullable Number findNumber(Document document, String field) {
    IndexableField stored = document.getField(field);
    return stored == null ? null : stored.numericValue();
  }

  static @Nullable Integer findInt(Document document, String field) {
    Number number = findNumber(document, field);
    return number == null ? null : Integer.valueOf(number.intValue());
  }

  static @Nullable Float findFloat(Document document, String field) {
    Number number = findNumber(document, field);
    return number == null ? null : Float.valueOf(number.floatValue());
  }

  static @Nullable Double findDouble(Document document, String field) {
    Number number = findNumber(document, field);
    return number == null ? null : Double.valueOf(number.doubleValue());
  }

  static Number expectNumber(Document document, String field) {
    Number number = findNumber(document, field);
    if (number == null) {
      throw new LumiereException("a photo's document has no number in the field '" + field + "'");
    }
    return number;
  }

  static String expectString(Document document, String field) {
    String value = document.get(field);
    if (value == null) {
      throw new LumiereException("a photo's document has no value in the field '" + field + "'");
    }
    return value;
  }
}
