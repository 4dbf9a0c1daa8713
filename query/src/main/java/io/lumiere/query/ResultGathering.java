package io.lumiere.query;

import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.facet.SharedCounts;
import io.lumiere.query.hybrid.FirstShare;
import io.lumiere.query.hybrid.FusedScores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one result of the parts that several directories send. For a plain page each first sends
 * the photos of its {@link FirstShare} of it; a directory that may have more of the page is asked
 * again, for all of its hits. Not thread-safe.
 */
final class ResultGathering {
  /** Photos are large, so few are sent beyond a share. */
  private static final int LEAST = 3;

  private final Comparator<ShardHit> order;
  private final int most;
  private final int first;
  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  private record Part(ShardResult result, boolean isAll) {}

  /** Of some directories. */
  ResultGathering(SearchRequest request, int directories) {
    Paging paging = request.paging();
    KeyOrder keys = new KeyOrder(paging.order().sort());
    this.order = Comparator.comparing(ShardHit::sorted, keys);
    // Hits that are compared with each other are no page yet: what was sent of them is kept.
    boolean isPlain = request.view().arrangement().isPlain();
    this.most = isPlain ? paging.limit() + 1 : Integer.MAX_VALUE;
    this.first = isPlain ? FirstShare.of(most, directories, LEAST) : Integer.MAX_VALUE;
  }

  /** How many hits a directory sends first. */
  int first() {
    return first;
  }

  /**
   * Adds what a directory sent, in place of what it sent before.
   *
   * @param isAll whether it has sent all hits of a page, not only the {@link #first}
   */
  void add(int directory, ShardResult result, boolean isAll) {
    parts.put(directory, new Part(result, isAll));
  }

  /** How many directories have sent something. */
  int size() {
    return parts.size();
  }

  /** The directories that must send all hits before the page is right. */
  List<Integer> unfinished() {
    Set<ShardHit> page = Collections.newSetFromMap(new IdentityHashMap<>());
    page.addAll(hits());
    return parts.entrySet().stream()
        .filter(each -> mayHaveMore(each.getValue(), page))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What it has not sent comes after the last that it sent. */
  private boolean mayHaveMore(Part part, Set<ShardHit> page) {
    List<ShardHit> hits = part.result.hits();
    boolean isFirst = !part.isAll && hits.size() == first && first < most;
    return isFirst && page.contains(hits.getLast());
  }

  /** The first hits of all parts, in the order of the request. */
  private List<ShardHit> hits() {
    List<ShardHit> hits = new ArrayList<>();
    parts.values().forEach(part -> hits.addAll(part.result.hits()));
    hits.sort(order);
    return hits.subList(0, Math.min(most, hits.size()));
  }

  /** All parts as one. */
  ShardResult result() {
    List<ShardResult> results = parts.values().stream().map(Part::result).toList();
    return new ShardResult(
        hits(),
        results.stream().mapToInt(ShardResult::total).sum(),
        scores(results.stream().map(ShardResult::scores).filter(Objects::nonNull).toList()),
        counts(results.stream().map(ShardResult::counts).filter(Objects::nonNull).toList()),
        results.stream().mapToInt(ShardResult::photos).sum(),
        results.stream().mapToInt(ShardResult::withVector).sum(),
        results.stream().flatMap(result -> result.notes().stream()).distinct().toList());
  }

  private static @Nullable FusedScores scores(Collection<FusedScores> scores) {
    return scores.isEmpty() ? null : FusedScores.merged(scores);
  }

  private static @Nullable SharedCounts counts(Collection<SharedCounts> counts) {
    return counts.isEmpty() ? null : SharedCounts.merged(counts);
  }
}
