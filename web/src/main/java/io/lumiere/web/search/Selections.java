package io.lumiere.web.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Photos that clients selected, by their ids; the last {@value #MOST} are kept. Thread-safe. */
final class Selections {
  static final int MOST = 64;

  private final Map<String, List<String>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Keeps a selection; returns what identifies it. */
  synchronized String keep(List<String> ids) {
    String selection = UUID.randomUUID().toString();
    kept.put(selection, List.copyOf(ids));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return selection;
  }

  /** The ids of a selection's photos; empty if it is not kept. */
  synchronized Optional<List<String>> ids(String selection) {
    return Optional.ofNullable(kept.get(selection));
  }
}
