package io.lumiere.query.language;

import io.lumiere.query.internal.words.Sought;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks of an index. Immutable.
 *
 * @param shows what photos are to show; empty where it does not say
 * @param sought what their words are to have; each counts
 * @param away what they are not to show; empty where it does not say
 * @param unwanted a photo whose words have any of these gets nothing for its words
 * @param filter the photos that are kept; null where all are
 * @param similar the photos that they are to be like or unlike
 */
public record Interpretation(
    String shows,
    List<Sought> sought,
    String away,
    List<Sought> unwanted,
    @Nullable Query filter,
    List<PhotoReference> similar) {
  public Interpretation {
    sought = List.copyOf(sought);
    unwanted = List.copyOf(unwanted);
    similar = List.copyOf(similar);
  }

  /** Whether it ranks photos, not only filters them. */
  public boolean isRanked() {
    return !shows.isEmpty()
        || !sought.isEmpty()
        || similar.stream().anyMatch(PhotoReference::wanted);
  }
}
