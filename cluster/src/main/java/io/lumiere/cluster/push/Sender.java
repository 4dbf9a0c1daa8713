package io.lumiere.cluster.push;

import io.lumiere.cluster.collection.Configset;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.schema.Fields;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.client.solrj.response.UpdateResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.ModifiableSolrParams;

/** Sends batches to a collection, and counts what became of them. Thread-safe. */
final class Sender {
  private final PhotoCollection collection;
  private final int copies;
  private final boolean isEmpty;
  private final Repetition repetition;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final AtomicLong withFewerCopies = new AtomicLong();

  Sender(PhotoCollection collection, Repetition repetition) {
    this.collection = collection;
    this.copies = collection.copies();
    this.isEmpty = collection.count() == 0;
    this.repetition = repetition;
  }

  long sent() {
    return sent.get();
  }

  long unchanged() {
    return unchanged.get();
  }

  long withFewerCopies() {
    return withFewerCopies.get();
  }

  /** Writes those photos of a batch that the collection has not, or not like this. */
  void send(Batch batch) {
    int before = batch.size();
    if (!isEmpty) {
      leaveOutUnchanged(batch);
    }
    if (batch.size() > 0) {
      UpdateRequest request = new UpdateRequest();
      request.add(batch.documents());
      UpdateResponse response =
          repetition.of(() -> request.process(collection.client(), collection.name()));
      int reached =
          collection
              .client()
              .getMinAchievedReplicationFactor(collection.name(), response.getResponse());
      if (reached < copies) {
        withFewerCopies.addAndGet(batch.size());
      }
    }
    sent.addAndGet(batch.size());
    unchanged.addAndGet(before - batch.size());
  }

  /** Asks by id, which sees what is not committed, too. */
  private void leaveOutUnchanged(Batch batch) {
    ModifiableSolrParams fields = new ModifiableSolrParams();
    fields.set("fl", Fields.ID, Configset.COPY);
    for (SolrDocument known :
        repetition.of(() -> collection.client().getById(collection.name(), batch.ids(), fields))) {
      Object hash = known.getFieldValue(Configset.COPY);
      if (hash != null) {
        batch.leaveOut((String) known.getFieldValue(Fields.ID), hash);
      }
    }
  }
}
