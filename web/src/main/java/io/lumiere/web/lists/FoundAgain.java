package io.lumiere.web.lists;

import io.lumiere.query.Hit;
import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Photos of lists that the index has under other ids, since it was made again. */
final class FoundAgain {
  /** How many contents one search looks for: an album of a disk that is away has thousands. */
  private static final int AT_ONCE = 500;

  /** Of how many pages of hits: a content may have any number of copies. */
  private static final int MOST_PAGES = 20;

  private FoundAgain() {}

  /** What stands for photos whose ids the index does not know, by these ids. */
  static Map<String, KeptPhoto> in(PhotoFinder search, KeptLists kept) {
    Map<String, KeptPhoto> unknown = new LinkedHashMap<>();
    kept.lists()
        .forEach(list -> list.photos().forEach(photo -> unknown.putIfAbsent(photo.id(), photo)));
    search.findAll(List.copyOf(unknown.keySet())).forEach(photo -> unknown.remove(photo.id()));
    Map<String, KeptPhoto> found = new HashMap<>();
    unknown.forEach((id, photo) ->
        search
            .find(photo.path())
            .filter(now -> now.file().contentHash().equals(photo.hash()))
            .ifPresent(now -> found.put(id, KeptPhoto.of(now))));
    unknown.keySet().removeAll(found.keySet());
    Map<String, Photo> moved = byContent(search, unknown.values());
    unknown.forEach((id, photo) -> {
      Photo now = moved.get(photo.hash());
      if (now != null) {
        found.put(id, KeptPhoto.of(now));
      }
    });
    return found;
  }

  /** The first photo that there is of each content, by its hash. */
  private static Map<String, Photo> byContent(PhotoFinder search, Collection<KeptPhoto> photos) {
    List<String> hashes = photos.stream().map(KeptPhoto::hash).distinct().toList();
    Map<String, Photo> first = new HashMap<>();
    for (int start = 0; start < hashes.size(); start += AT_ONCE) {
      List<String> some = hashes.subList(start, Math.min(start + AT_ONCE, hashes.size()));
      addFirst(search, PhotoFilter.anyOf(Fields.CONTENT_HASH, some), first);
    }
    return first;
  }

  private static void addFirst(PhotoFinder search, PhotoFilter filter, Map<String, Photo> first) {
    @Nullable PageToken next = null;
    for (int page = 0; page == 0 || (page < MOST_PAGES && next != null); page++) {
      var request = SearchRequest.builder().filter(filter).limit(AT_ONCE);
      SearchResult result = search.search((next == null ? request : request.after(next)).build());
      for (Hit hit : result.hits()) {
        first.putIfAbsent(hit.photo().file().contentHash(), hit.photo());
      }
      next = result.next();
    }
  }
}
