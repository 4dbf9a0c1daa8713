package io.lumiere.web.lists;

/**
 * A search that a person has named. Immutable.
 *
 * @param query the search parameters as a query string
 */
record SavedSearch(String id, String name, String query) {
  SavedSearch named(String newName) {
    return new SavedSearch(id, newName, query);
  }
}
