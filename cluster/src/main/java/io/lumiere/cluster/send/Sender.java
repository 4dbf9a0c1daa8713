package io.lumiere.cluster.send;

import io.lumiere.cluster.collection.Configset;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.UpdateParams;
import org.apache.solr.common.util.NamedList;
import org.jspecify.annotations.Nullable;

/** Sends batches to a collection, and counts what became of them. Thread-safe. */
final class Sender {
  private final PhotoCollection collection;
  private final int copies;
  private final @Nullable List<String> kept;
  private final PresentLeaders leaders;
  private final Repetition repetition;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final AtomicLong withFewerCopies = new AtomicLong();

  /**
   * A sender to a collection that is there.
   *
   * @param kept as {@link Senders} take it
   */
  Sender(PhotoCollection collection, Repetition repetition, @Nullable List<String> kept) {
    this.collection = collection;
    this.repetition = repetition;
    this.copies = collection.copies();
    SolrQuery all = new SolrQuery("*:*");
    boolean compares = kept != null && repetition.of(() -> collection.tryCount(all)) > 0;
    this.kept = compares ? kept : null;
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
    if (kept != null) {
      leaveOutUnchanged(batch, kept);
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

  /** Vectors are asked for where a photo differs without them. */
  private void leaveOutUnchanged(Batch batch, List<String> kept) {
    List<String> changed = new ArrayList<>();
    for (SolrDocument known : known(batch.ids(), List.of())) {
      if (!batch.compare(known)) {
        changed.add((String) known.getFieldValue(Fields.ID));
      }
    }
    if (!kept.isEmpty() && !changed.isEmpty()) {
      known(changed, kept).forEach(batch::compare);
    }
  }

  private SolrDocumentList known(List<String> ids, List<String> vectors) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("fl", Fields.ID, Fields.CONTENT_HASH, Configset.COPY);
    vectors.forEach(field -> params.add("fl", field));
    QueryRequest request = ByIds.of(ids, params);
    return repetition.of(
        () -> request.process(collection.client(), collection.name()).getResults());
  }
}
