package io.lumiere.cluster.search;

import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.query.ShardProtocol;
import io.lumiere.query.ShardQuestion;
import io.lumiere.query.ShardResult;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.SharedSearch;
import io.lumiere.schema.IndexedModel;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.jspecify.annotations.Nullable;

/** The shards of a collection, asked by way of one of its nodes. Thread-safe. */
public final class CollectionShards implements SharedSearch.Directories {
  private final PhotoCollection collection;
  private final NodesInTurn nodes;
  private final IndexedModel model;

  /**
   * The shards.
   *
   * @param model whose vectors are compared
   */
  public CollectionShards(PhotoCollection collection, IndexedModel model) {
    this.collection = collection;
    this.nodes = new NodesInTurn(collection);
    this.model = model;
  }

  @Override
  public SharedSearch.Answers ask(SharedRequest request) {
    Response response = ask(request, (byte[]) null);
    return new SharedSearch.Answers(
        response.answers().stream().map(ShardResult::of).toList(), response.missing());
  }

  @Override
  public SharedSearch.Said ask(SharedRequest request, ShardQuestion question) {
    Response response = ask(request, question.toBytes());
    return new SharedSearch.Said(response.answers(), response.missing(), response.silent());
  }

  /**
   * What the shards answered.
   *
   * @param missing says what did not; null where all did
   * @param silent the shards that did not; what is {@code missing} where nobody knows which
   */
  private record Response(List<byte[]> answers, @Nullable String missing, Set<String> silent) {}

  private Response ask(SharedRequest request, byte @Nullable [] question) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    request
        .parameters()
        .forEach((name, values) ->
            params.set(ShardProtocol.PREFIX + name, values.toArray(String[]::new)));
    params.set(ShardProtocol.MODEL, model.field());
    if (question != null) {
      params.set(ShardProtocol.QUESTION, Base64.getEncoder().encodeToString(question));
    }
    // A shard that is gone must not hide what the others have; the answer says that it is.
    params.set("shards.tolerant", true);
    NamedList<Object> response = answered(params);
    List<byte[]> results = new ArrayList<>();
    if (response.get(ShardProtocol.ANSWER) instanceof Collection<?> answers) {
      answers.forEach(answer -> results.add((byte[]) answer));
    }
    String missing = missing(response);
    return new Response(results, missing, missing == null ? Set.of() : silent(response, missing));
  }

  private NamedList<Object> answered(SolrParams params) {
    try {
      return nodes.ask(() -> request(params, ShardProtocol.HANDLER));
    } catch (LumiereException e) {
      throw OtherVersions.said(e, collection.address());
    }
  }

  private static QueryRequest request(SolrParams params, String handler) {
    QueryRequest request = new QueryRequest(params, SolrRequest.METHOD.POST);
    request.setPath(handler);
    return request;
  }

  /** What is missing, in words; null where all shards answered. */
  private @Nullable String missing(NamedList<Object> response) {
    if (!(response.get(ShardProtocol.SILENT) instanceof Collection<?> silent)) {
      return isPartial(response) ? "not all shards answered, so photos are missing" : null;
    }
    if (!silent.isEmpty()) {
      return String.join(", ", silent.stream().map(String::valueOf).toList())
          + " of "
          + Plural.of(shards(response), "shard")
          + " did not answer, so photos are missing";
    }
    // Solr also calls partial what another copy of a shard has answered.
    return null;
  }

  private static Set<String> silent(NamedList<Object> response, String missing) {
    return response.get(ShardProtocol.SILENT) instanceof Collection<?> silent
        ? silent.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of(missing);
  }

  private static int shards(NamedList<Object> response) {
    return response.get(ShardProtocol.SHARDS) instanceof Integer shards ? shards : 0;
  }

  private static boolean isPartial(NamedList<Object> response) {
    return response.get("responseHeader") instanceof NamedList<?> header
        && Boolean.parseBoolean(String.valueOf(header.get("partialResults")));
  }
}
