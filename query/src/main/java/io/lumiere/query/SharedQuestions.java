package io.lumiere.query;

import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.explain.WordShare;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Asks several directories about their hits of one request. Not thread-safe. */
final class SharedQuestions {
  private final SharedSearch.Directories directories;
  private final SharedRequest request;

  /** Sets of directories that did not answer a question, with what says so. */
  private final Map<Set<String>, String> silent = new LinkedHashMap<>();

  SharedQuestions(SharedSearch.Directories directories, SharedRequest request) {
    this.directories = directories;
    this.request = request;
  }

  /** What says that a directory did not answer one of the questions; null where all did. */
  @Nullable String missing() {
    return silent.values().stream().findFirst().orElse(null);
  }

  /** The directories that did not answer one of the questions. */
  Set<String> silent() {
    Set<String> all = new HashSet<>();
    silent.keySet().forEach(all::addAll);
    return all;
  }

  /**
   * Refuses answers without those of a directory that answered before.
   *
   * @param before what {@link #silent} was then
   * @throws SilentShardException if another one is silent
   */
  void requireNoneSilentBut(Set<String> before) {
    silent.forEach((these, said) -> {
      if (!before.containsAll(these)) {
        throw new SilentShardException(said);
      }
    });
  }

  /** What each directory says. */
  List<ShardValues> values(ShardQuestion question) {
    return ask(question).stream().map(answer -> ShardValues.of(ValueBytes.read(answer))).toList();
  }

  /** The hits of each directory, in their order. */
  List<ShardOrder> ordered(int most) {
    return ask(new ShardQuestion.Ordered(most)).stream().map(ShardOrder::of).toList();
  }

  /** Which state the directories are in, all together. */
  long state() {
    return state(
        values(new ShardQuestion.State()).stream()
            .mapToLong(answer -> answer.number(0).longValue()));
  }

  /** The state of several directories, from the state of each: 0 or more. */
  static long state(LongStream ofEach) {
    return ofEach.sum() & Long.MAX_VALUE;
  }

  /** The photo with this id or, failing that, this path. */
  Optional<Photo> named(String idOrPath) {
    List<Photo> photos = new ArrayList<>();
    for (byte[] answer : ask(new ShardQuestion.Named(idOrPath))) {
      ShardResult.of(answer).hits().stream()
          .map(hit -> PhotoDocuments.fromDocument(hit.stored()))
          .forEach(photos::add);
    }
    return likeliest(photos, Photo::id, idOrPath);
  }

  /**
   * As {@link SharedRequest.NamedVectors#of}.
   *
   * @throws SilentShardException if no directory that answers has the photo, and not all do
   */
  float @Nullable [] vector(String idOrPath) {
    List<ShardValues> photos =
        values(new ShardQuestion.Vector(idOrPath)).stream()
            .filter(photo -> !photo.values().isEmpty())
            .toList();
    ShardValues photo = likeliest(photos, each -> each.text(0), idOrPath).orElse(null);
    if (photo == null) {
      requireNoneSilentBut(Set.of());
      return null;
    }
    float[] vector = photo.vectorOrNull(1);
    return vector == null ? new float[0] : vector;
  }

  /** Of the photos with an id or a path: the one with the id or, failing that, the first. */
  static <T> Optional<T> likeliest(List<T> photos, Function<T, String> id, String idOrPath) {
    return photos.stream()
        .filter(photo -> id.apply(photo).equals(idOrPath))
        .findFirst()
        .or(() -> photos.stream().findFirst());
  }

  /** The photos with these ids, in no order; without those that are not there. */
  List<Photo> identified(List<String> ids) {
    return shown(ids).stream().map(hit -> PhotoDocuments.fromDocument(hit.stored())).toList();
  }

  /** All that is shown of the hits with these ids. */
  List<ShardHit> shown(List<String> ids) {
    List<ShardHit> hits = new ArrayList<>();
    for (byte[] answer : ask(new ShardQuestion.Shown(ids))) {
      hits.addAll(ShardResult.of(answer).hits());
    }
    return hits;
  }

  /** The words of the search that hits have, by the hits' ids. */
  Map<String, List<WordShare>> words(List<String> ids) {
    Map<String, List<WordShare>> words = new HashMap<>();
    for (ShardValues answer : values(new ShardQuestion.Words(ids))) {
      for (Object each : answer.values()) {
        ShardValues photo = ShardValues.of(each);
        words.put(photo.text(0), photo.list(1).stream().map(ShareValues::word).toList());
      }
    }
    return words;
  }

  private List<byte[]> ask(ShardQuestion question) {
    SharedSearch.Said said = directories.ask(request, question);
    String missing = said.missing();
    if (missing != null) {
      silent.putIfAbsent(said.silent(), missing);
    }
    return said.answers();
  }
}
