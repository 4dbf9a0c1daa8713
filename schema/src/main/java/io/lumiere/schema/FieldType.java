package io.lumiere.schema;

/** The kinds of fields that a photo's document has. */
public enum FieldType {
  /** An exact term. */
  KEYWORD("KeywordField", true, true),
  /** Text analysed by {@link Words}. */
  WORDS("TextField", true, false),
  /** Text analysed by {@link Words}, with stems beside the words. */
  STEMMED_WORDS("TextField, with stems", true, false),
  /** An exact term that is looked for alone. */
  TERM("StringField", false, false),
  INT("IntField", true, true),
  LONG("LongField", true, true),
  FLOAT("FloatField", true, true),
  DOUBLE("DoubleField", true, true),
  VECTOR("KnnFloatVectorField", false, false),
  POINT("LatLonPoint, LatLonDocValuesField", false, true),
  /** A number that hits are sorted or told apart by. */
  NUMBER_TO_SORT("NumericDocValuesField", false, true),
  /** Bytes that hits are sorted by. */
  TERM_TO_SORT("SortedDocValuesField", false, true),
  STORED_STRING("StoredField, string", true, false),
  STORED_LONG("StoredField, long", true, false),
  STORED_DOUBLE("StoredField, double", true, false);

  private final String lucene;
  private final boolean stored;
  private final boolean docValues;

  FieldType(String lucene, boolean stored, boolean docValues) {
    this.lucene = lucene;
    this.stored = stored;
    this.docValues = docValues;
  }

  /** The names of the Lucene classes. */
  public String lucene() {
    return lucene;
  }

  /** Whether the value can be read back. */
  public boolean isStored() {
    return stored;
  }

  /** Whether hits can be sorted and counted by it. */
  public boolean hasDocValues() {
    return docValues;
  }
}
