package io.lumiere.web.lists;

import io.lumiere.base.LumiereException;
import io.lumiere.query.Hit;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.Photo;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.archives.SearchedIndex;
import io.lumiere.web.kept.KeptFile;
import io.lumiere.web.search.PhotoLists;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The lists and saved searches of all archives. Thread-safe, and safe with other processes. */
public final class Lists implements PhotoLists {
  private static final long MOST_BYTES = 64L << 20;

  /** Photos that are gone are not looked for all the time. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Most lists begin with photos that are there. */
  private static final int LOOKED_AT = 50;

  private final Map<SearchedIndex, KeptFile<KeptLists>> files = new ConcurrentHashMap<>();
  private final Map<SearchedIndex, Known> known = new ConcurrentHashMap<>();
  private final Map<SearchedIndex, Long> lookedFor = new ConcurrentHashMap<>();

  /** One request counts at a time; those that wait find what it counted. */
  private final Map<SearchedIndex, Object> counting = new ConcurrentHashMap<>();

  /** What was counted last, of which lists and which state of the index. */
  private record Known(String generation, KeptLists kept, List<ListState> states) {}

  /** The ids of a list's photos, those that the index does not have included. */
  @Override
  public Optional<List<String>> photosOf(OpenArchive archive, String list) {
    return states(archive).stream()
        .map(ListState::list)
        .filter(each -> each.id().equals(list))
        .findFirst()
        .map(found -> found.photos().stream().map(KeptPhoto::id).toList());
  }

  /** The lists that a photo is in; none where they cannot be read. */
  @Override
  public List<Membership> listsOf(OpenArchive archive, String photo) {
    try {
      if (!known.containsKey(archive.index())) {
        states(archive); // The index may have been made again, so that photos have other ids.
      }
      return get(archive).lists().stream()
          .filter(list -> list.has(photo))
          .map(list -> new Membership(list.id(), list.name(), list.kind().word()))
          .toList();
    } catch (LumiereException e) {
      return List.of(); // Who looks at a photo need not mend a file first.
    }
  }

  /** The lists and searches as they are now. */
  KeptLists get(OpenArchive archive) {
    return file(archive).get();
  }

  /** Changes them; see {@link KeptFile#change}. */
  KeptLists change(OpenArchive archive, UnaryOperator<KeptLists> change) {
    return file(archive).change(change);
  }

  /** All lists with what the index has of them. */
  List<ListState> states(OpenArchive archive) {
    synchronized (counting.computeIfAbsent(archive.index(), index -> new Object())) {
      return counted(archive);
    }
  }

  private List<ListState> counted(OpenArchive archive) {
    KeptLists kept = get(archive);
    String generation = archive.generation();
    Known before = known.get(archive.index());
    if (before != null && before.generation().equals(generation) && before.kept().equals(kept)) {
      return before.states();
    }
    List<ListState> states = count(archive, kept);
    if (hasMissing(states) && isWhole(archive) && isDue(archive)) {
      Map<String, KeptPhoto> found = lookedFor(archive, kept);
      UnaryOperator<KeptLists> change =
          now -> now.changed(list -> list.changed(each -> found.getOrDefault(each.id(), each)));
      // A photo whose copies are all in its list stays as it is: the file is left alone then.
      if (!change.apply(kept).equals(kept)) {
        kept = change(archive, change);
        states = count(archive, kept);
      }
    }
    known.put(archive.index(), new Known(generation, kept, states));
    return states;
  }

  private Map<String, KeptPhoto> lookedFor(OpenArchive archive, KeptLists kept) {
    try {
      return FoundAgain.in(archive.search(), kept);
    } finally {
      lookedFor.put(archive.index(), System.nanoTime());
    }
  }

  private static List<ListState> count(OpenArchive archive, KeptLists kept) {
    return kept.lists().stream().map(list -> count(archive, list)).toList();
  }

  private static ListState count(OpenArchive archive, PhotoList list) {
    if (list.photos().isEmpty()) {
      return new ListState(list, 0, null);
    }
    PhotoFilter filter =
        PhotoFilter.ids(list.photos().stream().map(KeptPhoto::id).toList(), list.name());
    SearchRequest request = SearchRequest.builder().filter(filter).limit(0).build();
    int present = archive.search().search(request).total();
    return new ListState(list, present, present == 0 ? null : cover(archive, list));
  }

  /** The first of its photos that is there; of those that can be searched, where not all can. */
  private static @Nullable Photo cover(OpenArchive archive, PhotoList list) {
    List<String> ids = list.photos().stream().map(KeptPhoto::id).toList();
    for (int start = 0; start < ids.size(); start += LOOKED_AT) {
      List<String> some = ids.subList(start, Math.min(start + LOOKED_AT, ids.size()));
      SearchRequest request =
          SearchRequest.builder()
              .filter(PhotoFilter.ids(some, list.name()))
              .limit(LOOKED_AT)
              .build();
      Optional<Photo> first =
          archive.search().search(request).hits().stream()
              .map(Hit::photo)
              .min(Comparator.comparingInt(photo -> some.indexOf(photo.id())));
      if (first.isPresent()) {
        return first.get();
      }
    }
    return null;
  }

  /** Whether all of the archive can be searched: what is silent now is not gone. */
  private static boolean isWhole(OpenArchive archive) {
    SearchRequest all = SearchRequest.builder().limit(0).build();
    return archive.search().search(all).missing() == null;
  }

  private static boolean hasMissing(List<ListState> states) {
    return states.stream().anyMatch(state -> state.present() < state.list().photos().size());
  }

  private boolean isDue(OpenArchive archive) {
    Long last = lookedFor.get(archive.index());
    return last == null || System.nanoTime() - last > PATIENCE.toNanos();
  }

  private KeptFile<KeptLists> file(OpenArchive archive) {
    return files.computeIfAbsent(
        archive.index(), index -> new KeptFile<>(index.lists(), MOST_BYTES, new ListsFormat()));
  }
}
