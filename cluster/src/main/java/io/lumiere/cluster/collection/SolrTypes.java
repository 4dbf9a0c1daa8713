package io.lumiere.cluster.collection;

import io.lumiere.schema.FieldType;
import java.util.Map;

/**
 * Solr's type for each kind of field: it indexes values in the very form in which a directory has
 * them, so that the same queries find them. Thread-safe.
 */
final class SolrTypes {
  /** The types, as a schema of Solr declares them. */
  static final String DECLARATIONS =
      """
        <fieldType name="keyword" class="solr.StrField" docValues="true" sortMissingLast="true"/>
        <fieldType name="term" class="solr.StrField" docValues="false" stored="false"/>
        <fieldType name="stored_string" class="solr.StrField" indexed="false" docValues="false"/>
        <fieldType name="order" class="solr.StrField" indexed="false" stored="false" docValues="true" useDocValuesAsStored="false" sortMissingLast="true"/>
        <fieldType name="int" class="solr.IntPointField" docValues="true"/>
        <fieldType name="long" class="solr.LongPointField" docValues="true"/>
        <fieldType name="date" class="solr.DatePointField" docValues="true"/>
        <!-- Of several values Solr sorts fractions below 0 as Lucene does, of single ones otherwise. -->
        <fieldType name="float" class="solr.FloatPointField" docValues="true" multiValued="true"/>
        <fieldType name="double" class="solr.DoublePointField" docValues="true" multiValued="true"/>
        <fieldType name="number_order" class="solr.LongPointField" indexed="false" stored="false" docValues="true" useDocValuesAsStored="false"/>
        <fieldType name="stored_long" class="solr.LongPointField" indexed="false" docValues="false"/>
        <fieldType name="stored_date" class="solr.DatePointField" indexed="false" docValues="false"/>
        <fieldType name="stored_double" class="solr.DoublePointField" indexed="false" docValues="false"/>
        <fieldType name="point" class="solr.LatLonPointSpatialField" docValues="true" stored="false" useDocValuesAsStored="false"/>
        <fieldType name="words" class="solr.TextField">
          <analyzer class="io.lumiere.solr.plugin.WordsAnalyzer"/>
        </fieldType>
        <fieldType name="stemmed_words" class="io.lumiere.solr.plugin.StemmedWordsType">
          <analyzer class="io.lumiere.solr.plugin.WordsAnalyzer"/>
        </fieldType>
      """;

  private static final Map<FieldType<?>, String> NAMES =
      Map.ofEntries(
          Map.entry(FieldType.KEYWORD, "keyword"),
          Map.entry(FieldType.WORDS, "words"),
          Map.entry(FieldType.STEMMED_WORDS, "stemmed_words"),
          Map.entry(FieldType.TERM, "term"),
          Map.entry(FieldType.INT, "int"),
          Map.entry(FieldType.LONG, "long"),
          Map.entry(FieldType.FLOAT, "float"),
          Map.entry(FieldType.DOUBLE, "double"),
          Map.entry(FieldType.LOCAL_TIME, "date"),
          Map.entry(FieldType.INSTANT, "date"),
          Map.entry(FieldType.OFFSET, "int"),
          Map.entry(FieldType.POINT, "point"),
          Map.entry(FieldType.NUMBER_TO_SORT, "number_order"),
          Map.entry(FieldType.TERM_TO_SORT, "order"),
          Map.entry(FieldType.STORED_STRING, "stored_string"),
          Map.entry(FieldType.STORED_LONG, "stored_long"),
          Map.entry(FieldType.STORED_INSTANT, "stored_date"),
          Map.entry(FieldType.STORED_DOUBLE, "stored_double"));

  private SolrTypes() {}

  /** The name of the type for fields of this kind. */
  static String of(FieldType<?> type) {
    String name = NAMES.get(type);
    if (name == null) {
      throw new IllegalArgumentException("Solr has no type for " + type.lucene());
    }
    return name;
  }

  /** Whether values are dates in Solr, where they are milliseconds in a directory. */
  static boolean isDate(FieldType<?> type) {
    return of(type).endsWith("date");
  }
}
