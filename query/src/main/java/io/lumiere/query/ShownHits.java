package io.lumiere.query;

import io.lumiere.query.alike.Collapse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a query that are shown: all of them, or near duplicates only once. Not thread-safe.
 */
final class ShownHits {
  private static final int[] NONE = {};

  /** The most hits that are fetched at once, where most of them are hidden. */
  private static final int MOST_AT_ONCE = 1_000;

  private final HitPages hits;
  private final @Nullable Collapse collapse;

  ShownHits(HitPages hits, @Nullable Collapse collapse) {
    this.hits = hits;
    this.collapse = collapse;
  }

  /** The first hits that are shown. */
  List<FieldDoc> first(int most) throws IOException {
    if (collapse == null) {
      return hits.next(most);
    }
    List<FieldDoc> shown = new ArrayList<>();
    int atOnce = most;
    while (shown.size() < most) {
      List<FieldDoc> batch = hits.next(atOnce);
      collapse.expect(batch.stream().map(hit -> hit.doc).toList());
      for (FieldDoc hit : batch) {
        if (shown.size() < most && collapse.isShown(hit.doc)) {
          shown.add(hit);
        }
      }
      if (batch.size() < atOnce) {
        break;
      }
      atOnce = Math.max(most, Math.min(2 * atOnce, MOST_AT_ONCE));
    }
    return shown;
  }

  /** The near duplicates that stand behind a hit that is shown. */
  int[] hiddenBehind(FieldDoc hit) throws IOException {
    return collapse == null ? NONE : collapse.hiddenBehind(hit.doc);
  }
}
