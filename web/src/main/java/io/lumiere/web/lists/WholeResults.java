package io.lumiere.web.lists;

import io.lumiere.query.ResultOrder;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.search.AskedSearch;
import io.lumiere.web.search.Searches;
import java.util.ArrayList;
import java.util.List;

/** All hits of a search, for lists that take whole results. */
final class WholeResults {
  private final Searches searches;

  WholeResults(Searches searches) {
    this.searches = searches;
  }

  /**
   * The ids of all hits in their order.
   *
   * @param search the search parameters as a query string
   * @throws HttpProblem if it makes no search, is of another archive, or finds more photos than a
   *     list may have
   */
  List<String> ids(OpenArchive archive, String search) {
    AskedSearch asked = searches.asked(Arguments.parse(search, Searches.PARAMETERS));
    if (!asked.archive().id().equals(archive.id())) {
      throw HttpProblem.unprocessable(
          "the search is of the archive \""
              + asked.archive().id()
              + "\" and the list of \""
              + archive.id()
              + "\"");
    }
    return searches.withOrder(asked, WholeResults::ids);
  }

  private static List<String> ids(ResultOrder order) {
    String missing = order.missing();
    if (missing != null) {
      throw HttpProblem.unprocessable(missing); // A list would keep no trace of what it lacks.
    }
    if (order.total() > PhotoList.MOST_PHOTOS) {
      throw HttpProblem.unprocessable(
          "the search finds "
              + order.total()
              + " photos, and a list has at most "
              + PhotoList.MOST_PHOTOS);
    }
    List<String> ids = new ArrayList<>(order.total());
    while (ids.size() < order.total()) {
      int count = Math.min(ResultOrder.MAX_ROWS, order.total() - ids.size());
      ids.addAll(List.of(order.rows(ids.size(), count).ids()));
    }
    return ids;
  }
}
