package io.lumiere.cluster.send;

import io.lumiere.cluster.collection.Configset;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Takes a photo out if the collection has it like this. */
  void leaveOut(String id, Object copyHash) {
    SolrInputDocument document = documents.get(id);
    if (document != null && copyHash.equals(document.getFieldValue(Configset.COPY))) {
      documents.remove(id);
    }
  }
}
