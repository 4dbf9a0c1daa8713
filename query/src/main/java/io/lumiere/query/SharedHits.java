package io.lumiere.query;

import io.lumiere.query.group.GroupCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one request in several directories, as far as they have been asked for. Each has a
 * number here, in place of the one that a document has in a directory. Not thread-safe.
 */
final class SharedHits {
  /** So many hits of a list are asked for at most before they are wanted. */
  private static final int MOST_AT_ONCE = 1_000;

  private final SharedQuestions questions;
  private final KeyOrder order;
  private final List<ShardCandidate> hits = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  SharedHits(SharedQuestions questions, KeyOrder order) {
    this.questions = questions;
    this.order = order;
  }

  /** The hit that a directory sent. */
  FieldDoc add(ShardCandidate hit) {
    Integer known = numbers.putIfAbsent(hit.id(), hits.size());
    if (known == null) {
      hits.add(hit);
    } else if (hits.get(known).traits().contentHash() == null) {
      hits.set(known, hit); // It may come with what it is compared by now.
    }
    int number = known == null ? hits.size() - 1 : known;
    return new FieldDoc(number, hit.score(), hit.keys());
  }

  ShardCandidate get(int number) {
    return hits.get(number);
  }

  /** The number of the hit with this id; null where it is not known. */
  @Nullable Integer number(String id) {
    return numbers.get(id);
  }

  /**
   * The first hits.
   *
   * @return those of each group in the question, or of all
   */
  List<List<FieldDoc>> first(ShardQuestion.First question) {
    List<List<FieldDoc>> merged = new ArrayList<>();
    for (int i = 0; i < Math.max(1, question.within().size()); i++) {
      merged.add(new ArrayList<>());
    }
    for (ShardValues answer : questions.values(question)) {
      for (int i = 0; i < merged.size(); i++) {
        for (Object candidate : answer.list(i)) {
          merged.get(i).add(add(ShardCandidate.of(candidate)));
        }
      }
    }
    merged.forEach(list -> list.sort(order));
    return merged.stream()
        .map(list -> list.subList(0, Math.min(list.size(), question.most())))
        .toList();
  }

  /**
   * All hits from a place on, or those of a group, in their order; more are asked for at need.
   * Meanwhile a directory may have changed, or be silent: the list goes on after what it gave.
   */
  final class Listed implements HitPages {
    private final boolean continued;
    private final boolean withTraits;
    private final List<GroupCode> within;
    private final List<FieldDoc> known = new ArrayList<>();
    private boolean isAll;
    private int next;

    /**
     * A list.
     *
     * @param continued whether it begins after the request's page token
     * @param group null: all hits
     */
    Listed(boolean continued, boolean withTraits, @Nullable GroupCode group) {
      this.continued = continued;
      this.withTraits = withTraits;
      this.within = group == null ? List.of() : List.of(group);
    }

    /** Takes what has been asked for already. */
    Listed startingWith(List<FieldDoc> first, int most) {
      known.addAll(first);
      isAll = first.size() < most;
      return this;
    }

    @Override
    public List<FieldDoc> next(int most) {
      int end = next + most;
      while (known.size() < end && !isAll) {
        ask(Math.max(end - known.size(), Math.min(known.size(), MOST_AT_ONCE)));
      }
      int from = next;
      next = Math.min(end, known.size());
      return List.copyOf(known.subList(from, next));
    }

    /** Asks for those that follow. */
    private void ask(int most) {
      FieldDoc after = known.isEmpty() ? null : known.getLast();
      int traits = withTraits ? most : 0;
      List<FieldDoc> more =
          first(new ShardQuestion.First(most, continued, after, traits, within)).getFirst();
      isAll = more.size() < most;
      known.addAll(more);
    }
  }

  /** Asks for what these are compared by, where it is not known. */
  void requireTraits(List<Integer> of) {
    List<String> ids =
        of.stream()
            .map(hits::get)
            .filter(hit -> hit.traits().contentHash() == null)
            .map(ShardCandidate::id)
            .toList();
    if (!ids.isEmpty()) {
      for (ShardValues answer : questions.values(new ShardQuestion.Traits(ids))) {
        answer.values().forEach(candidate -> add(ShardCandidate.of(candidate)));
      }
    }
  }

  /** Forgets what a hit is compared by, which takes more memory than all else of it. */
  void dropTraits(int number) {
    hits.set(number, hits.get(number).withoutTraits());
  }

  /** Their ids. */
  List<String> ids(int[] of) {
    return Arrays.stream(of).mapToObj(number -> hits.get(number).id()).toList();
  }
}
