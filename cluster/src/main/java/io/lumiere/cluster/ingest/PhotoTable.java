package io.lumiere.cluster.ingest;

import io.lumiere.indexer.store.KnownPhoto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each photo of a collection, by numbers from 0 on. Several may be at one path:
 * paths are relative to the archive, and the indexes of several archives may have been copied into
 * the collection. Thread-safe.
 */
final class PhotoTable {
  private final List<String> ids = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final Map<String, KnownPhoto> byPath = new HashMap<>();

  /** By path those that came when another one was there. */
  private final Map<String, List<KnownPhoto>> others = new HashMap<>();

  /** Made when it is asked for: most runs have no use for it. */
  private @Nullable Map<String, Integer> byId;

  /** Takes a photo, which gets the next number. */
  synchronized void add(String id, String path, IntFunction<KnownPhoto> numbered) {
    KnownPhoto photo = numbered.apply(numbers());
    number(id, path);
    if (byPath.putIfAbsent(path, photo) != null) {
      others.computeIfAbsent(path, unused -> new ArrayList<>(1)).add(photo);
    }
  }

  /**
   * Takes a photo in the place of the one that was at its path, which is gone: if that is another
   * one, this gets a number of its own.
   */
  synchronized KnownPhoto put(String id, String path, IntFunction<KnownPhoto> numbered) {
    KnownPhoto before = byPath.get(path);
    KnownPhoto now;
    if (before != null && ids.get(before.document()).equals(id)) {
      now = numbered.apply(before.document());
    } else {
      now = numbered.apply(numbers());
      number(id, path);
    }
    byPath.put(path, now);
    return now;
  }

  private void number(String id, String path) {
    if (byId != null) {
      byId.put(id, numbers());
    }
    ids.add(id);
    paths.add(path);
  }

  /** How many numbers there are. */
  synchronized int numbers() {
    return ids.size();
  }

  /** How many photos there are. */
  synchronized int size() {
    return byPath.size() + others.values().stream().mapToInt(List::size).sum();
  }

  synchronized String id(int number) {
    return ids.get(number);
  }

  synchronized String path(int number) {
    return paths.get(number);
  }

  /** One photo of each path. */
  synchronized Map<String, KnownPhoto> photos() {
    return new HashMap<>(byPath);
  }

  /** The others. */
  synchronized List<KnownPhoto> others() {
    return others.values().stream().flatMap(List::stream).toList();
  }

  /** Forgets the others, and returns their ids. */
  synchronized List<String> withoutOthers() {
    List<String> gone = others().stream().map(photo -> ids.get(photo.document())).toList();
    others.clear();
    return gone;
  }

  /** The photo of an id. */
  synchronized OptionalInt find(String id) {
    if (byId == null) {
      byId = new HashMap<>();
      for (int number = 0; number < ids.size(); number++) {
        byId.put(ids.get(number), number);
      }
    }
    Integer number = byId.get(id);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The photo of an id at a path: it takes no map of all ids. */
  synchronized OptionalInt find(String id, String path) {
    return at(path).stream()
        .filter(number -> ids.get(number).equals(id))
        .mapToInt(number -> number)
        .findFirst();
  }

  /** The numbers of all photos at a path. */
  synchronized List<Integer> at(String path) {
    KnownPhoto first = byPath.get(path);
    if (first == null) {
      return List.of();
    }
    List<Integer> numbers = new ArrayList<>(1);
    numbers.add(first.document());
    others.getOrDefault(path, List.of()).forEach(photo -> numbers.add(photo.document()));
    return numbers;
  }
}
