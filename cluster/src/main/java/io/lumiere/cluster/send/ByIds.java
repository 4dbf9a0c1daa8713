package io.lumiere.cluster.send;

import java.util.Collection;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.StrUtils;

/** Requests for photos by their ids, which see what is not committed, too. Thread-safe. */
final class ByIds {
  private ByIds() {}

  /** As a form, since the ids of a batch are too long for an address. */
  static QueryRequest of(Collection<String> ids, ModifiableSolrParams params) {
    params.set("ids", StrUtils.join(ids, ','));
    QueryRequest request = new QueryRequest(params, SolrRequest.METHOD.POST);
    request.setPath("/get");
    return request;
  }
}
