package io.lumiere.cluster.search;

import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.SolrFailure;
import io.lumiere.query.ShardResult;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.SharedSearch;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.jspecify.annotations.Nullable;

/** The shards of a collection, asked by way of one of its nodes. Thread-safe. */
public final class CollectionShards implements SharedSearch.Directories {
  private static final String HANDLER = "/photos";
  private static final String PREFIX = "lumiere.";

  private final PhotoCollection collection;
  private final IndexedModel model;

  /**
   * The shards.
   *
   * @param model whose vectors are compared
   */
  public CollectionShards(PhotoCollection collection, IndexedModel model) {
    this.collection = collection;
    this.model = model;
  }

  @Override
  public SharedSearch.Answers ask(SharedRequest request) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    request
        .parameters()
        .forEach((name, values) -> params.set(PREFIX + name, values.toArray(String[]::new)));
    params.set(PREFIX + "model", model.field());
    // A shard that is gone must not hide what the others have; the answer says that it is.
    params.set("shards.tolerant", true);
    QueryRequest asked = new QueryRequest(params, SolrRequest.METHOD.POST);
    asked.setPath(HANDLER);
    NamedList<Object> response = asked(() -> collection.client().request(asked, collection.name()));
    List<ShardResult> results = new ArrayList<>();
    if (response.get("lumiere") instanceof Collection<?> answers) {
      answers.forEach(answer -> results.add(ShardResult.of((byte[]) answer)));
    }
    return new SharedSearch.Answers(results, missing(response, results.size()));
  }

  /** What is missing, in words; null where all shards answered. */
  private @Nullable String missing(NamedList<Object> response, int answered) {
    int shards = collection.shards();
    boolean isPartial =
        response.get("responseHeader") instanceof NamedList<?> header
            && Boolean.parseBoolean(String.valueOf(header.get("partialResults")));
    if (answered == 0) {
      throw new LumiereException(
          "no shard of collection " + collection.address() + " answers: is a node of Solr down?");
    }
    return answered >= shards && !isPartial
        ? null
        : Plural.of(Math.max(1, shards - answered), "shard")
            + " of "
            + shards
            + " did not answer, so photos are missing";
  }

  @Override
  public float @Nullable [] of(String idOrPath) {
    SolrDocument photo = named(idOrPath, model.field());
    return photo == null ? null : vector(photo.getFieldValues(model.field()));
  }

  @Override
  public @Nullable String path(String idOrPath) {
    SolrDocument photo = named(idOrPath, Fields.PATH);
    return photo == null ? null : (String) photo.getFirstValue(Fields.PATH);
  }

  /** One field of the photo with this id or, failing that, this path; null if there is none. */
  private @Nullable SolrDocument named(String idOrPath, String wanted) {
    for (String field : new String[] {Fields.ID, Fields.PATH}) {
      SolrQuery query = new SolrQuery("{!term f=" + field + " v=$named}");
      query.set("named", idOrPath);
      query.setRows(1).setFields(wanted);
      SolrDocumentList found =
          asked(() -> collection.client().query(collection.name(), query, SolrRequest.METHOD.POST))
              .getResults();
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    return null;
  }

  private static float[] vector(@Nullable Collection<Object> values) {
    if (values == null) {
      return new float[0];
    }
    float[] vector = new float[values.size()];
    int at = 0;
    for (Object value : values) {
      vector[at++] = ((Number) value).floatValue();
    }
    return vector;
  }

  /** A request to Solr. */
  @FunctionalInterface
  private interface Asked<T> {
    T get() throws IOException, SolrServerException;
  }

  private <T> T asked(Asked<T> request) {
    try {
      return request.get();
    } catch (IOException | SolrServerException | SolrException e) {
      throw new LumiereException(
          "collection " + collection.address() + " cannot be searched: " + SolrFailure.reason(e),
          e);
    }
  }
}
