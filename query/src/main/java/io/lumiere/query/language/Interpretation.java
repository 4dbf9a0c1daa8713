package io.lumiere.query.language;

import io.lumiere.query.internal.words.WordExpression;
import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks of an index. Immutable.
 *
 * @param shows what photos are to show; empty where it does not say
 * @param sought what their words are to have; each counts
 * @param away what they are not to show; empty where it does not say
 * @param unwanted a photo whose words have any of these gets nothing for its words
 * @param kept the photos that are kept: those that pass each
 * @param similar the photos that they are to be like or unlike
 */
public record Interpretation(
    String shows,
    List<WordExpression> sought,
    String away,
    List<WordExpression> unwanted,
    List<PhotoFilter> kept,
    List<PhotoReference> similar) {
  public Interpretation {
    sought = List.copyOf(sought);
    unwanted = List.copyOf(unwanted);
    kept = List.copyOf(kept);
    similar = List.copyOf(similar);
  }

  /** All filters of {@link #kept} in one query; null where every photo is kept. */
  public @Nullable Query filter() {
    if (kept.size() <= 1) {
      return kept.isEmpty() ? null : kept.getFirst().query();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    kept.forEach(each -> all.add(each.query(), BooleanClause.Occur.FILTER));
    return all.build();
  }

  /** Whether it ranks photos, not only filters them. */
  public boolean isRanked() {
    return !shows.isEmpty()
        || !sought.isEmpty()
        || similar.stream().anyMatch(PhotoReference::isLiked);
  }
}
