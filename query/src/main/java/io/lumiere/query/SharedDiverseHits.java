package io.lumiere.query;

import io.lumiere.query.alike.Diversity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * The hits of several directories in a diverse order, as {@link DiverseHits} has those of one. Not
 * thread-safe.
 */
final class SharedDiverseHits implements HitPages {
  private final SharedHits hits;
  private final Diversity diversity;
  private final KeyOrder byScore;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final List<FieldDoc> order = new ArrayList<>();
  private int asked;
  private int next;

  /**
   * The hits.
   *
   * @param most so many will be wanted, if nothing comes in between
   */
  SharedDiverseHits(SharedHits hits, Diversity diversity, KeyOrder byScore, int most) {
    this.hits = hits;
    this.diversity = diversity;
    this.byScore = byScore;
    ask(Math.max(most, Diversity.DIVERSIFIED));
  }

  private void ask(int most) {
    List<FieldDoc> best =
        hits.first(new ShardQuestion.First(most, false, null, Diversity.DIVERSIFIED, List.of()))
            .getFirst();
    List<float @Nullable []> vectors = new ArrayList<>();
    for (FieldDoc hit : best.subList(0, Math.min(best.size(), Diversity.DIVERSIFIED))) {
      vectors.add(hits.get(hit.doc).traits().vector());
    }
    asked = most;
    // Hits keep their places, also where a directory has changed meanwhile, or is silent.
    for (FieldDoc hit : diversity.order(best, vectors)) {
      if (places.putIfAbsent(hit.doc, order.size()) == null) {
        order.add(hit);
      }
    }
  }

  /** Continues after a hit of an earlier page. */
  SharedDiverseHits startAfter(PageToken last) {
    ask(Integer.MAX_VALUE);
    Integer number = hits.number(last.id());
    next = (number == null ? last.rank() - 1 : places.getOrDefault(number, last.rank() - 1)) + 1;
    return this;
  }

  @Override
  public List<FieldDoc> next(int most) {
    if (next + most > asked && order.size() >= asked) {
      ask(Integer.MAX_VALUE);
    }
    int from = Math.min(next, order.size());
    next = Math.min(from + most, order.size());
    return order.subList(from, next);
  }

  /** This order; hits that have not been asked for follow by their scores. */
  Comparator<FieldDoc> order() {
    return Comparator.<FieldDoc>comparingInt(hit -> places.getOrDefault(hit.doc, Integer.MAX_VALUE))
        .thenComparing(byScore);
  }
}
