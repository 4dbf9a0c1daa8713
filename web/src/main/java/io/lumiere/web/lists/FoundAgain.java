package io.lumiere.web.lists;

import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.web.archives.OpenArchive;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Photos of lists that the index has under other ids, since it was made again. */
final class FoundAgain {
  private FoundAgain() {}

  /** What stands for photos whose ids the index does not know, by these ids. */
  static Map<String, KeptPhoto> in(OpenArchive archive, KeptLists kept) {
    PhotoFinder search = archive.search();
    Map<String, KeptPhoto> unknown = new LinkedHashMap<>();
    kept.lists()
        .forEach(list -> list.photos().forEach(photo -> unknown.putIfAbsent(photo.id(), photo)));
    search.findAll(List.copyOf(unknown.keySet())).forEach(photo -> unknown.remove(photo.id()));
    Map<String, KeptPhoto> found = new HashMap<>();
    unknown.forEach(
        (id, photo) -> find(search, photo).ifPresent(now -> found.put(id, KeptPhoto.of(now))));
    return found;
  }

  /** The photo with the same content: in its old place, else the first that there is. */
  private static Optional<Photo> find(PhotoFinder search, KeptPhoto photo) {
    Optional<Photo> there =
        search.find(photo.path()).filter(now -> now.file().contentHash().equals(photo.hash()));
    return there.isPresent() ? there : findByContent(search, photo.hash());
  }

  private static Optional<Photo> findByContent(PhotoFinder search, String hash) {
    SearchResult result =
        search.search(
            SearchRequest.builder()
                .filter(PhotoFilter.exactly(Fields.CONTENT_HASH, hash))
                .limit(1)
                .build());
    return result.hits().stream().findFirst().map(hit -> hit.photo());
  }
}
