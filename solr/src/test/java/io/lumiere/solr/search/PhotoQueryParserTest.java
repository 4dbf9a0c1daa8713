package io.lumiere.solr.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.solr.common.params.MapSolrParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.handler.component.ResponseBuilder;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.request.SolrQueryRequestBase;
import org.apache.solr.request.SolrRequestInfo;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.search.SyntaxError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In the node that asks all shards, which searches none of them itself: here it has none. */
class PhotoQueryParserTest {
  private final SolrParams params = new ModifiableSolrParams().set("lumiere.text", "sea");
  private final SolrQueryRequest request = new SolrQueryRequestBase(null, params) {};

  /** Solr keeps with a thread which request it answers. */
  private Query read(@Nullable SolrParams local) throws SyntaxError {
    SolrQueryResponse response = new SolrQueryResponse();
    SolrRequestInfo info = new SolrRequestInfo(request, response);
    info.setResponseBuilder(
        new ResponseBuilder(request, response, List.of()) {
          @Override
          public boolean isDistributed() {
            return true;
          }
        });
    SolrRequestInfo.setRequestInfo(info);
    try {
      return new PhotoQueryParser().createParser("", local, params, request).parse();
    } finally {
      SolrRequestInfo.clearRequestInfo();
    }
  }

  @Test
  void nothingIsSearchedFor() throws SyntaxError {
    assertThat(read(null)).isInstanceOf(MatchNoDocsQuery.class);
  }

  @Test
  void filtersAreWhatTheyAre() throws SyntaxError {
    assertThat(read(new MapSolrParams(Map.of("has", "vector_2"))))
        .isEqualTo(new FieldExistsQuery("vector_2"));
  }
}
