package io.lumiere.examples.cluster;

import io.lumiere.cluster.collection.PhotoCollection;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.TermsResponse;
import org.jspecify.annotations.Nullable;

/**
 * All terms of a field, each with how many documents, deleted ones apart, have it and how often.
 */
final class SolrTerms {
  private SolrTerms() {}

  static Map<String, String> of(DirectoryReader reader, String field) throws IOException {
    Map<String, String> counts = new TreeMap<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    Bits live = MultiBits.getLiveDocs(reader);
    if (terms != null) {
      TermsEnum each = terms.iterator();
      while (each.next() != null) {
        String count = count(each.postings(null, PostingsEnum.FREQS), live);
        if (!count.equals("0 0")) {
          counts.put(each.term().utf8ToString(), count);
        }
      }
    }
    return counts;
  }

  private static String count(PostingsEnum postings, @Nullable Bits live) throws IOException {
    int documents = 0;
    long places = 0;
    while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(postings.docID())) {
        documents++;
        places += postings.freq();
      }
    }
    return documents + " " + places;
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
