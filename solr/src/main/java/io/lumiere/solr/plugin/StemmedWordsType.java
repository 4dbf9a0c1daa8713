package io.lumiere.solr.plugin;

import io.lumiere.schema.FieldType;
import java.util.List;
import org.apache.lucene.index.IndexableField;
import org.apache.solr.schema.SchemaField;
import org.apache.solr.schema.TextField;

/** Words with stems beside them: {@link FieldType#STEMMED_WORDS}. Thread-safe. */
public final class StemmedWordsType extends TextField {
  @Override
  public List<IndexableField> createFields(SchemaField field, Object value) {
    return value instanceof StemmedText stemmed
        ? FieldType.STEMMED_WORDS.write(field.getName(), stemmed.text(), stemmed.languages())
        : super.createFields(field, value);
  }
}
