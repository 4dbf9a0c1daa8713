package io.lumiere.examples.cluster;

import io.lumiere.cluster.collection.PhotoCollection;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.TermsResponse;

/** All terms of a field, each with how many documents have it and how often. */
final class SolrTerms {
  private SolrTerms() {}

  static Map<String, String> of(DirectoryReader reader, String field) throws IOException {
    Map<String, String> counts = new TreeMap<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms != null) {
      TermsEnum each = terms.iterator();
      while (each.next() != null) {
        counts.put(each.term().utf8ToString(), each.docFreq() + " " + each.totalTermFreq());
      }
    }
    return counts;
  }

  static Map<String, String> of(PhotoCollection collection, String field)
      throws IOException, SolrServerException {
    SolrQuery query = new SolrQuery();
    query.set("terms", true).set("terms.fl", field).set("terms.limit", -1);
    query.set("terms.ttf", true).set("terms.sort", "index");
    QueryRequest request = new QueryRequest(query);
    request.setPath("/terms");
    Map<String, String> counts = new TreeMap<>();
    for (TermsResponse.Term term :
        request
            .process(collection.client(), collection.name())
            .getTermsResponse()
            .getTerms(field)) {
      counts.put(term.getTerm(), term.getFrequency() + " " + term.getTotalTermFreq());
    }
    return counts;
  }
}
