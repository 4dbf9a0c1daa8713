package io.lumiere.cluster.send;

import io.lumiere.cluster.collection.CollectionDocuments;
import io.lumiere.cluster.collection.Configset;
import io.lumiere.cluster.collection.StoredPhoto;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;

/** Photos that go to Solr together, by their ids. Not thread-safe. */
public final class Batch {
  private final Map<String, SolrInputDocument> documents = new LinkedHashMap<>();

  /** Adds a photo, in the place of another one of its id. */
  public void add(SolrInputDocument document) {
    documents.put((String) document.getFieldValue(Fields.ID), document);
  }

  /** How many photos there are. */
  public int size() {
    return documents.size();
  }

  List<String> ids() {
    return new ArrayList<>(documents.keySet());
  }

  List<SolrInputDocument> documents() {
    return new ArrayList<>(documents.values());
  }

  /**
   * Takes a photo out if the collection has it like this. One that stays keeps the vectors that it
   * comes with, as long as it is of the same file.
   *
   * @param known the photo in the collection
   * @return whether the collection has it like this
   */
  boolean compare(SolrDocument known) {
    String id = (String) known.getFieldValue(Fields.ID);
    SolrInputDocument document = documents.get(id);
    if (document == null) {
      return true;
    }
    Map<String, float[]> vectors = StoredPhoto.vectors(known);
    if (!vectors.isEmpty() && isSame(document, known, Fields.CONTENT_HASH)) {
      CollectionDocuments.addVectors(document, vectors);
    }
    return isSame(document, known, Configset.COPY) && documents.remove(id) != null;
  }

  private static boolean isSame(SolrInputDocument document, SolrDocument known, String field) {
    Object value = known.getFieldValue(field);
    return value != null && value.equals(document.getFieldValue(field));
  }
}
