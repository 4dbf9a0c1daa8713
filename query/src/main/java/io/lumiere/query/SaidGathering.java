package io.lumiere.query;

import io.lumiere.query.hybrid.FirstShare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what several directories say to a question. Where it asks for all hits in their order,
 * each first sends its {@link FirstShare} of them; a directory that may have more of the first ones
 * is asked again, for as many as are wanted of all. So an order takes hardly more memory than its
 * hits, however many directories have them. Not thread-safe.
 */
final class SaidGathering {
  /** Hits are small here, but few are sent beyond a share all the same: shares are large. */
  private static final int LEAST = 3;

  /** How many hits are wanted; 0 where the question does not ask for them in their order. */
  private final int most;

  private final int first;
  private final TreeMap<Integer, byte[]> said = new TreeMap<>();
  private final Set<Integer> whole = new HashSet<>();

  /** Of some directories. */
  SaidGathering(ShardQuestion question, int directories) {
    this.most = question instanceof ShardQuestion.Ordered ordered ? ordered.most() : 0;
    this.first = FirstShare.of(most, directories, LEAST);
  }

  /** Whether directories may be asked again. */
  boolean isOfShares() {
    return first < most;
  }

  /** How many hits a directory sends first; null where it sends all that is asked for. */
  @Nullable Integer first() {
    return isOfShares() ? first : null;
  }

  /**
   * Adds what a directory said, in place of what it said before.
   *
   * @param isAll whether it has sent all that is asked for, not only the {@link #first}
   */
  void add(int directory, byte[] answer, boolean isAll) {
    said.put(directory, answer);
    if (isAll) {
      whole.add(directory);
    }
  }

  /** The directories that must send all before the first hits of all of them are known. */
  List<Integer> unfinished() {
    Map<Integer, ShardOrder> orders = new TreeMap<>();
    if (isOfShares()) {
      said.forEach((directory, answer) -> orders.put(directory, ShardOrder.of(answer)));
    }
    List<Integer> unfinished = new ArrayList<>();
    orders.forEach((directory, order) -> {
      boolean isShare = !whole.contains(directory) && order.size() == first;
      if (isShare && isLastWanted(order, orders.values())) {
        unfinished.add(directory);
      }
    });
    return unfinished;
  }

  /** What it has not sent comes after the last that it sent. */
  private boolean isLastWanted(ShardOrder order, Collection<ShardOrder> all) {
    int last = order.size() - 1;
    return all.stream().mapToLong(other -> other.before(order, last)).sum() < most;
  }

  /** What each said. */
  List<byte[]> said() {
    return List.copyOf(said.values());
  }
}
