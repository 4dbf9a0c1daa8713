package io.lumiere.web.search;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Photos that clients selected, by their ids; the last {@value #MOST} are kept, and fewer where
 * they have more than {@value #MOST_IDS} ids, of which each takes some 90 bytes. Thread-safe.
 */
final class Selections {
  static final int MOST = 64;
  static final int MOST_IDS = 1_000_000;

  private final Map<String, List<String>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Keeps a selection; returns what identifies it. */
  synchronized String keep(List<String> ids) {
    String selection = UUID.randomUUID().toString();
    kept.put(selection, List.copyOf(ids));
    int sum = kept.values().stream().mapToInt(List::size).sum();
    Iterator<List<String>> oldestFirst = kept.values().iterator();
    while (kept.size() > 1 && (kept.size() > MOST || sum > MOST_IDS)) {
      sum -= oldestFirst.next().size();
      oldestFirst.remove();
    }
    return selection;
  }

  /** The ids of a selection's photos; empty if it is not kept. */
  synchronized Optional<List<String>> ids(String selection) {
    return Optional.ofNullable(kept.get(selection));
  }
}
