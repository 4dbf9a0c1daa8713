package io.lumiere.solr.plugin;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Language;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import io.lumiere.schema.Place;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.SolrInputField;
import org.apache.solr.schema.DenseVectorField;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.SchemaField;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.UpdateRequestProcessor;

/**
 * Makes of a document that holds the facts of a photo and its vectors the one that a directory
 * would hold: derives the other fields and the stems, and refuses what no directory takes. Not
 * thread-safe, as a request is not.
 */
final class PhotoUpdate extends UpdateRequestProcessor {
  private final IndexSchema schema;

  PhotoUpdate(IndexSchema schema, UpdateRequestProcessor next) {
    super(next);
    this.schema = schema;
  }

  @Override
  public void processAdd(AddUpdateCommand command) throws IOException {
    try {
      complete(command.getSolrInputDocument());
    } catch (LumiereException | IllegalArgumentException | NullPointerException e) {
      throw new SolrException(
          ErrorCode.BAD_REQUEST,
          "photo " + command.getPrintableId() + " is not one: " + e.getMessage(),
          e);
    }
    super.processAdd(command);
  }

  private void complete(SolrInputDocument document) {
    Photo photo = PhotoDocuments.fromDocument(facts(document));
    for (PhotoField<?> field : PhotoFields.all()) {
      if (field.isDerived()) {
        document.removeField(field.name());
        List<Object> values = field.of(photo).stream().map(PhotoUpdate::forSolr).toList();
        if (!values.isEmpty()) {
          document.setField(field.name(), values);
        }
      }
    }
    withStems(document, photo.caption().languages());
  }

  /** The facts as a directory's document stores them; Solr's own types read the values. */
  private Document facts(SolrInputDocument input) {
    Document facts = new Document();
    for (SolrInputField field : input) {
      SchemaField known = schema.getFieldOrNull(field.getName());
      if (known == null || field.getValue() == null) {
        continue;
      }
      if (known.getType() instanceof DenseVectorField) {
        known.createFields(field.getValue()).forEach(PhotoUpdate::checkVector);
      } else {
        for (Object value : field) {
          known.createFields(value).stream()
              .filter(stored -> stored.fieldType().stored())
              .forEach(facts::add);
        }
      }
    }
    return facts;
  }

  private static void checkVector(IndexableField field) {
    if (field instanceof KnnFloatVectorField vector) {
      PhotoDocuments.checkUnit(vector.vectorValue(), "field " + field.name());
    }
  }

  private static void withStems(SolrInputDocument document, Set<Language> languages) {
    for (PhotoField<?> field : PhotoFields.all()) {
      if (field.type() == FieldType.STEMMED_WORDS && document.containsKey(field.name())) {
        List<Object> texts =
            document.getFieldValues(field.name()).stream()
                .<Object>map(text -> new StemmedText(text.toString(), languages))
                .toList();
        document.setField(field.name(), texts);
      }
    }
  }

  /** A derived value as the types of the schema take it; {@link Fields} says which there are. */
  private static Object forSolr(Object value) {
    return switch (value) {
      case BytesRef bytes -> bytes.utf8ToString();
      case Place place -> place.latitude() + "," + place.longitude();
      default -> value;
    };
  }
}
