package io.lumiere.query;

import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.order.AlikeVectors;
import io.lumiere.query.order.FoundDocs;
import io.lumiere.query.order.HiddenDocs;
import io.lumiere.query.order.InCommon;
import io.lumiere.query.order.Stacking;
import io.lumiere.query.order.Stacks;
import io.lumiere.query.spelling.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds all hits of a request in several directories, in their order: each sends its own in order,
 * as columns, and they are merged here. Not thread-safe.
 */
final class SharedOrderSearch {
  /**
   * The most hits of an order: all directories together send hardly more, 24 to 32 bytes each (by
   * name: the names), and 16 to 20 bytes of each are kept.
   */
  static final int MOST = 1_000_000;

  private final SearchRequest request;
  private final Supplier<SharedQuestions> questions;
  private final Supplier<SharedQuestions> ofAllPhotos;
  private final int most;
  private final float alike;
  private long[] idHashes = {};
  private long[] taken = {};

  /**
   * A search.
   *
   * @param questions about the request
   * @param ofAllPhotos about photos, whatever is searched for
   * @param most how many hits it has at most: {@link #MOST}
   */
  SharedOrderSearch(
      SearchRequest request,
      Calibration calibration,
      Supplier<SharedQuestions> questions,
      Supplier<SharedQuestions> ofAllPhotos,
      int most) {
    this.request = request;
    this.most = most;
    this.questions = questions;
    this.ofAllPhotos = ofAllPhotos;
    Arrangement arrangement = request.view().arrangement();
    this.alike = arrangement.alike(calibration);
    if (arrangement.groupBy() != null) {
      throw new IllegalArgumentException(
          "an order of all hits has no groups: leave them out, and ask for its sections");
    }
    if (arrangement.lambda() != null) {
      throw SharedRequest.refusal(
          "all hits in a diverse order", "vectors of all of them would have to be sent");
    }
  }

  /**
   * The order.
   *
   * @param suggestions what was likely meant
   * @param unspelt says what did not answer when these were looked for; null where all did
   */
  ResultOrder order(List<Suggestion> suggestions, @Nullable String unspelt) {
    SharedQuestions asked = questions.get();
    List<ShardOrder> shards = asked.ordered(most);
    FoundDocs hits = merged(shards);
    SharedHitColumns columns = new SharedHitColumns(questions, asked.silent(), idHashes, most);
    HiddenDocs hidden = null;
    if (request.view().arrangement().collapses()) {
      Stacks stacks = stacks(columns);
      Stacking stacking = idHashes.length <= Stacks.COMPARED ? Stacking.ALL : Stacking.COPIES;
      hidden = HiddenDocs.of(stacks, hits, stacking);
      hits = hits.at(stacks.shown());
    }
    return new ResultOrder(
        new ShardedHits(columns, ofAllPhotos, asked.silent(), idHashes, taken),
        SharedQuestions.state(shards.stream().mapToLong(ShardOrder::state)),
        hits,
        hidden,
        summary(shards, suggestions, asked.missing() == null ? unspelt : asked.missing()));
  }

  private Stacks stacks(SharedHitColumns columns) {
    InCommon common = columns.inCommon();
    return idHashes.length <= Stacks.COMPARED
        ? Stacks.compared(common, new AlikeVectors(columns.vectors(), alike))
        : Stacks.grouped(common, null);
  }

  private ResultOrder.Summary summary(
      List<ShardOrder> shards, List<Suggestion> suggestions, @Nullable String missing) {
    ShardResult found =
        new SharedSearch.Answers(shards.stream().map(ShardOrder::part).toList(), missing)
            .merged(request);
    FusedScores scores = found.scores();
    CutoffReport likely = scores == null ? null : scores.automatic();
    List<String> notes = new ArrayList<>(found.notes());
    int all = found.total();
    if (all > idHashes.length) {
      notes.add(
          "these are the first "
              + idHashes.length
              + " of "
              + all
              + " photos: narrow the search, for example by a year, to see others");
    }
    return new ResultOrder.Summary(
        request.order(),
        request.cutoff() instanceof Cutoff.Automatic ? likely : null,
        likely,
        scores == null ? null : scores.counts(),
        suggestions,
        notes,
        missing);
  }

  /** The hits of all, by their numbers, with their scores. */
  private FoundDocs merged(List<ShardOrder> shards) {
    int size = (int) Math.min(most, shards.stream().mapToLong(ShardOrder::size).sum());
    idHashes = new long[size];
    taken = new long[size];
    float[] scores =
        shards.stream().anyMatch(shard -> shard.scores() != null) ? new float[size] : null;
    int[] next = new int[shards.size()];
    for (int i = 0; i < size; i++) {
      int first = first(shards, next);
      ShardOrder shard = shards.get(first);
      int hit = next[first]++;
      idHashes[i] = shard.idHashes()[hit];
      taken[i] = shard.taken()[hit];
      float[] ranked = shard.scores();
      if (scores != null && ranked != null) {
        scores[i] = ranked[hit];
      }
    }
    int[] places = new int[size];
    Arrays.setAll(places, i -> i);
    return new FoundDocs(places, scores);
  }

  /** Which directory has the hit that comes next. */
  private static int first(List<ShardOrder> shards, int[] next) {
    int first = -1;
    for (int i = 0; i < next.length; i++) {
      ShardOrder shard = shards.get(i);
      if (next[i] < shard.size()
          && (first < 0 || shard.compare(next[i], shards.get(first), next[first]) < 0)) {
        first = i;
      }
    }
    return first;
  }
}
