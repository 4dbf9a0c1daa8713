package io.lumiere.views;

import io.lumiere.query.Hit;
import io.lumiere.query.SearchResult;
import io.lumiere.query.explain.PhotoExplanation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes views of the results of one archive. Immutable, so thread-safe.
 *
 * @param archive the folder that paths are relative to
 * @param highlights whether hits show where what was sought stands in their words
 * @param alike whether hits show which near duplicates stand behind them
 */
public record Views(Path archive, boolean highlights, boolean alike) {
  /** Views without highlights and near duplicates. */
  public Views(Path archive) {
    this(archive, false, false);
  }

  /**
   * The view of a result.
   *
   * @param query the text that was searched for, where one run searches for many; null otherwise
   * @param explanations one for each hit; empty where none are to be shown
   */
  public ResultView of(
      SearchResult result, @Nullable String query, List<PhotoExplanation> explanations) {
    List<HitView> hits = new ArrayList<>();
    for (Hit hit : result.hits()) {
      hits.add(of(hit, explanations.isEmpty() ? null : explanations.get(hits.size())));
    }
    return new ResultView(
        query,
        hits,
        result.total(),
        result.facets(),
        result.histogram(),
        result.cutoff(),
        result.next(),
        result.suggestions(),
        result.notes(),
        result.missing(),
        result.took());
  }

  private HitView of(Hit hit, @Nullable PhotoExplanation explanation) {
    return new HitView(
        hit.rank(),
        hit.score(),
        hit.similarity(),
        new PhotoView(hit.photo(), archive.resolve(hit.photo().file().path())),
        hit.belowCut(),
        highlights ? hit.highlights() : null,
        hit.group(),
        alike ? hit.alike() : null,
        explanation);
  }
}
