package io.lumiere.views;

import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.group.Group;
import io.lumiere.query.highlight.Highlight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit as it is shown. Immutable.
 *
 * @param rank its place in the result, from 1, counted through all pages
 * @param score 0 to 1
 * @param similarity the cosine with what was searched for, -1 to 1; null where no vector took part
 * @param photo the photo and its file
 * @param belowCut whether it comes after the likely matches
 * @param highlights where what was sought stands in its words; null where that was not asked for
 * @param group the group that it stands in; null where nothing is grouped
 * @param alike ids of near duplicates that stand behind it; null where these are not collapsed
 * @param explanation what gave it its score; null where that was not asked for
 */
public record HitView(
    int rank,
    float score,
    @Nullable Float similarity,
    PhotoView photo,
    boolean belowCut,
    @Nullable List<Highlight> highlights,
    @Nullable Group group,
    @Nullable List<String> alike,
    @Nullable PhotoExplanation explanation) {
  public HitView {
    highlights = highlights == null ? null : List.copyOf(highlights);
    alike = alike == null ? null : List.copyOf(alike);
  }

  @Nullable String groupKey() {
    return group == null ? null : group.key();
  }
}
