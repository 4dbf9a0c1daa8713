package io.lumiere.cluster.send;

import io.lumiere.cluster.collection.Configset;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.schema.Fields;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.UpdateParams;
import org.apache.solr.common.util.NamedList;

/** Sends batches to a collection, and counts what became of them. Thread-safe. */
final class Sender {
  private final PhotoCollection collection;
  private final int copies;
  private final boolean compares;
  private final PresentLeaders leaders;
  private final Repetition repetition;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final AtomicLong withFewerCopies = new AtomicLong();

  /**
   * A sender to a collection that is there.
   *
   * @param compares whether what the collection has already like this is left out
   */
  Sender(PhotoCollection collection, Repetition repetition, boolean compares) {
    this.collection = collection;
    this.repetition = repetition;
    this.copies = collection.copies();
    SolrQuery all = new SolrQuery("*:*");
    this.compares = compares && repetition.of(() -> collection.tryCount(all)) > 0;
    this.leaders = new PresentLeaders(collection);
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
    if (compares) {
      leaveOutUnchanged(batch);
    }
    if (batch.size() > 0) {
      UpdateRequest request = new UpdateRequest();
      request.add(batch.documents());
      process(request, batch.ids());
    }
    sent.addAndGet(batch.size());
    unchanged.addAndGet(before - batch.size());
  }

  /** Removes photos by their ids. */
  void delete(List<String> ids) {
    UpdateRequest request = new UpdateRequest();
    request.deleteById(ids);
    process(request, ids);
  }

  /** Makes the request until the leaders say of each photo that they have written it. */
  private void process(UpdateRequest request, List<String> photos) {
    request.setParam(UpdateParams.VERSIONS, "true");
    boolean allCopies =
        repetition.of(() -> {
          NamedList<Object> answer =
              request.process(collection.client(), collection.name()).getResponse();
          Acknowledgement acknowledged = Acknowledgement.of(answer);
          acknowledged.require(photos);
          if (reached(answer) >= copies) {
            return true;
          }
          acknowledged.requireHeld(leaders.versions(photos));
          return false;
        });
    if (!allCopies) {
      withFewerCopies.addAndGet(photos.size());
    }
  }

  private int reached(NamedList<Object> answer) {
    return collection.client().getMinAchievedReplicationFactor(collection.name(), answer);
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
