package io.lumiere.web.lists;

import io.lumiere.query.Hit;
import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Photos of lists that the index has under other ids, since it was made again. */
final class FoundAgain {
  /** How many contents one search looks for: an album of a disk that is away has thousands. */
  private static final int AT_ONCE = 500;

  private FoundAgain() {}

  /** What stands for photos whose ids the index does not know, by these ids. */
  static Map<String, KeptPhoto> in(PhotoFinder search, KeptLists kept) {
    Map<String, KeptPhoto> unknown = new LinkedHashMap<>();
    kept.lists()
        .forEach(list -> list.photos().forEach(photo -> unknown.putIfAbsent(photo.id(), photo)));
    search.findAll(List.copyOf(unknown.keySet())).forEach(photo -> unknown.remove(photo.id()));
    Map<String, List<Photo>> byContent = new HashMap<>();
    List<String> hashes = unknown.values().stream().map(KeptPhoto::hash).distinct().toList();
    for (int start = 0; start < hashes.size(); start += AT_ONCE) {
      List<String> some = hashes.subList(start, Math.min(start + AT_ONCE, hashes.size()));
      addAll(search, PhotoFilter.anyOf(Fields.CONTENT_HASH, some), byContent);
    }
    Map<String, KeptPhoto> found = new HashMap<>();
    unknown.forEach((id, photo) -> {
      List<Photo> same = byContent.get(photo.hash());
      if (same != null) {
        found.put(id, KeptPhoto.of(likeliest(same, photo.path())));
      }
    });
    return found;
  }

  private static void addAll(
      PhotoFinder search, PhotoFilter filter, Map<String, List<Photo>> byContent) {
    @Nullable PageToken next = null;
    do {
      var request = SearchRequest.builder().filter(filter).limit(AT_ONCE);
      SearchResult result = search.search((next == null ? request : request.after(next)).build());
      for (Hit hit : result.hits()) {
        byContent
            .computeIfAbsent(hit.photo().file().contentHash(), hash -> new ArrayList<>())
            .add(hit.photo());
      }
      next = result.next();
    } while (next != null);
  }

  /** Of photos with the same content that in the old place, else the first. */
  private static Photo likeliest(List<Photo> same, String path) {
    return same.stream()
        .filter(photo -> photo.file().path().equals(path))
        .findFirst()
        .orElse(same.getFirst());
  }
}
