package io.lumiere.cluster.collection;

import io.lumiere.schema.Fields;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.CursorMarkParams;

/** All photos that a query of Solr finds, page by page, in the order of their ids. Thread-safe. */
public final class PhotoPages {
  private PhotoPages() {}

  /**
   * Shows photos.
   *
   * @param query says which fields they come with; its order and place are set here
   * @param rows photos in a page
   * @param request sends a query
   * @param each is shown photos until it says false
   * @return false if it did
   */
  public static boolean visit(
      SolrQuery query,
      int rows,
      Function<SolrQuery, QueryResponse> request,
      Predicate<SolrDocument> each) {
    query.setRows(rows).setSort(Fields.ID, SolrQuery.ORDER.asc);
    String mark = CursorMarkParams.CURSOR_MARK_START;
    String last = null;
    while (!mark.equals(last)) {
      query.set(CursorMarkParams.CURSOR_MARK_PARAM, mark);
      QueryResponse page = request.apply(query);
      for (SolrDocument photo : page.getResults()) {
        if (!each.test(photo)) {
          return false;
        }
      }
      last = mark;
      mark = page.getNextCursorMark();
    }
    return true;
  }
}
