package io.lumiere.web.lists;

import io.lumiere.base.LumiereException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All lists and saved searches of an archive. Immutable.
 *
 * @param revision one more with each change
 */
record KeptLists(long revision, List<PhotoList> lists, List<SavedSearch> searches) {
  static final KeptLists NONE = new KeptLists(0, List.of(), List.of());

  private static final int MOST_LISTS = 1_000;
  private static final int MOST_SEARCHES = 1_000;
  private static final int MOST_PHOTOS = 200_000;

  /** Copies and checks the parts. */
  KeptLists {
    lists = List.copyOf(lists);
    searches = List.copyOf(searches);
    int photos = lists.stream().mapToInt(list -> list.photos().size()).sum();
    if (lists.size() > MOST_LISTS || searches.size() > MOST_SEARCHES || photos > MOST_PHOTOS) {
      throw new LumiereException(
          "there may be at most "
              + MOST_LISTS
              + " lists with "
              + MOST_PHOTOS
              + " photos in all, and "
              + MOST_SEARCHES
              + " saved searches");
    }
  }

  Optional<PhotoList> list(String id) {
    return lists.stream().filter(list -> list.id().equals(id)).findFirst();
  }

  Optional<SavedSearch> search(String id) {
    return searches.stream().filter(search -> search.id().equals(id)).findFirst();
  }

  KeptLists plus(PhotoList list) {
    return new KeptLists(revision + 1, plus(lists, list), searches);
  }

  KeptLists plus(SavedSearch search) {
    return new KeptLists(revision + 1, lists, plus(searches, search));
  }

  KeptLists withoutList(String id) {
    return new KeptLists(
        revision + 1, lists.stream().filter(list -> !list.id().equals(id)).toList(), searches);
  }

  KeptLists withoutSearch(String id) {
    return new KeptLists(
        revision + 1, lists, searches.stream().filter(each -> !each.id().equals(id)).toList());
  }

  /** The same with a list changed; as it was where that changes nothing. */
  KeptLists withList(String id, UnaryOperator<PhotoList> change) {
    return changed(list -> list.id().equals(id) ? change.apply(list) : list);
  }

  /** The same with all lists changed; as it was where that changes nothing. */
  KeptLists changed(UnaryOperator<PhotoList> change) {
    List<PhotoList> after = lists.stream().map(change).toList();
    return after.equals(lists) ? this : new KeptLists(revision + 1, after, searches);
  }

  KeptLists withSearch(String id, UnaryOperator<SavedSearch> change) {
    return new KeptLists(
        revision + 1,
        lists,
        searches.stream().map(each -> each.id().equals(id) ? change.apply(each) : each).toList());
  }

  private static <T> List<T> plus(List<T> all, T one) {
    return new ArrayList<>(Stream.concat(all.stream(), Stream.of(one)).toList());
  }
}
