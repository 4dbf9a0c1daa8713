package io.lumiere.web.lists;

import io.lumiere.query.Hit;
import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Map<String, List<KeptPhoto>> moved = byContent(search, unknown.values());
    Set<String> taken = new HashSet<>();
    kept.lists().forEach(list -> list.photos().forEach(photo -> taken.add(photo.id())));
    found.values().forEach(photo -> taken.add(photo.id()));
    unknown.forEach((id, photo) -> {
      List<KeptPhoto> copies = moved.getOrDefault(photo.hash(), List.of());
      // A list may have several copies of one content: each finds another, as long as there are.
      copies.stream()
          .filter(copy -> !taken.contains(copy.id()))
          .findFirst()
          .or(() -> copies.stream().findFirst())
          .ifPresent(copy -> {
            taken.add(copy.id());
            found.put(id, copy);
          });
    });
    return found;
  }

  /** The photos that there are of each content, by its hash. */
  private static Map<String, List<KeptPhoto>> byContent(
      PhotoFinder search, Collection<KeptPhoto> photos) {
    List<String> hashes = photos.stream().map(KeptPhoto::hash).distinct().toList();
    Map<String, List<KeptPhoto>> copies = new HashMap<>();
    for (int start = 0; start < hashes.size(); start += AT_ONCE) {
      List<String> some = hashes.subList(start, Math.min(start + AT_ONCE, hashes.size()));
      addCopies(search, PhotoFilter.anyOf(Fields.CONTENT_HASH, some), copies);
    }
    return copies;
  }

  private static void addCopies(
      PhotoFinder search, PhotoFilter filter, Map<String, List<KeptPhoto>> copies) {
    @Nullable PageToken next = null;
    for (int page = 0; page == 0 || (page < MOST_PAGES && next != null); page++) {
      var request = SearchRequest.builder().filter(filter).limit(AT_ONCE);
      SearchResult result = search.search((next == null ? request : request.after(next)).build());
      for (Hit hit : result.hits()) {
        KeptPhoto copy = KeptPhoto.of(hit.photo());
        copies.computeIfAbsent(copy.hash(), hash -> new ArrayList<>()).add(copy);
      }
      next = result.next();
    }
  }
}
