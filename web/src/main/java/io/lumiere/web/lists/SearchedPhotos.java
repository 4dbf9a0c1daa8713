package io.lumiere.web.lists;

import io.lumiere.web.archives.OpenArchive;
import java.util.List;

/** Finds all photos of a search, for lists that take whole results. Thread-safe. */
@FunctionalInterface
public interface SearchedPhotos {
  /**
   * The ids of all hits.
   *
   * @param search the search parameters as a query string
   * @param most more hits than this are refused
   * @throws io.lumiere.web.http.HttpProblem if it makes no search, or finds too many
   */
  List<String> ids(OpenArchive archive, String search, int most);
}
