package io.lumiere.web.lists;

import io.lumiere.web.archives.SearchedIndex;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lists that were deleted last, so that a person can have one back as it was, with the photos
 * that the index does not have. Only as long as the server runs. Thread-safe.
 */
final class DeletedLists {
  private static final int MOST_LISTS = 10;
  private static final int MOST_PHOTOS = PhotoList.MOST_PHOTOS;

  private final Map<SearchedIndex, Deque<PhotoList>> deleted = new HashMap<>();

  synchronized void keep(SearchedIndex index, PhotoList list) {
    Deque<PhotoList> lists = deleted.computeIfAbsent(index, any -> new ArrayDeque<>());
    lists.addFirst(list);
    while (lists.size() > MOST_LISTS || photos(lists) > MOST_PHOTOS) {
      lists.removeLast();
    }
  }

  synchronized Optional<PhotoList> find(SearchedIndex index, String id) {
    return deleted.getOrDefault(index, new ArrayDeque<>()).stream()
        .filter(list -> list.id().equals(id))
        .findFirst();
  }

  private static int photos(Deque<PhotoList> lists) {
    return lists.stream().mapToInt(list -> list.photos().size()).sum();
  }
}
