package io.lumiere.query;

import io.lumiere.query.alike.AlikeHits;
import io.lumiere.query.group.GroupCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one request in several directories, as far as they have been asked for. Each has a
 * number here, in place of the one that a document has in a directory. Not thread-safe.
 */
final class SharedHits {
  private static final int ALL = Integer.MAX_VALUE;

  /** So many photos are compared with all hits in one question, at most. */
  private static final int COMPARED_AT_ONCE = 200;

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
    private List<FieldDoc> known = List.of();
    private int asked;
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
      known = first;
      asked = most;
      isAll = first.size() < most;
      return this;
    }

    @Override
    public List<FieldDoc> next(int most) {
      int end = next + most;
      while (known.size() < end && !isAll) {
        ask(Math.max(end, 2 * asked));
      }
      int from = next;
      next = Math.min(end, known.size());
      return known.subList(from, next);
    }

    private void ask(int most) {
      List<FieldDoc> first =
          first(new ShardQuestion.First(most, continued, withTraits ? ALL : 0, within)).getFirst();
      asked = most;
      isAll = first.size() < most;
      List<FieldDoc> given = known.subList(0, next);
      List<FieldDoc> all = new ArrayList<>(given);
      first.stream()
          .filter(hit -> given.isEmpty() || order.compare(hit, given.getLast()) > 0)
          .forEach(all::add);
      known = all;
    }
  }

  /** Near duplicates among all hits or those of a group. */
  final class Alike implements AlikeHits {
    private final float cosine;
    private final Comparator<FieldDoc> shownOrder;
    private final @Nullable GroupCode within;
    private final Map<Integer, int[]> found = new HashMap<>();
    private final Set<Integer> expected = new HashSet<>();

    /**
     * Near duplicates.
     *
     * @param cosine from which photos are near duplicates
     * @param shownOrder that of the result
     * @param within null: among all hits
     */
    Alike(float cosine, Comparator<FieldDoc> shownOrder, @Nullable GroupCode within) {
      this.cosine = cosine;
      this.shownOrder = shownOrder;
      this.within = within;
    }

    @Override
    public void expect(Collection<Integer> more) {
      more.stream().filter(hit -> !found.containsKey(hit)).forEach(expected::add);
    }

    @Override
    public int[] with(int hit) {
      while (!found.containsKey(hit)) {
        ask(hit);
      }
      return found.getOrDefault(hit, new int[0]);
    }

    /** Asks for this hit, and for others that will be asked for. */
    private void ask(int hit) {
      Set<Integer> asked = new HashSet<>(Set.of(hit));
      expected.stream().limit(COMPARED_AT_ONCE - 1L).forEach(asked::add);
      expected.removeAll(asked);
      List<Integer> photos = List.copyOf(asked);
      List<List<FieldDoc>> alike = new ArrayList<>();
      photos.forEach(photo -> alike.add(new ArrayList<>()));
      ShardQuestion question =
          new ShardQuestion.Alike(
              cosine,
              photos.stream()
                  .map(photo -> new ShardQuestion.Compared(hits.get(photo).traits(), within))
                  .toList());
      for (ShardValues answer : questions.values(question)) {
        for (int i = 0; i < photos.size(); i++) {
          for (Object candidate : answer.list(i)) {
            alike.get(i).add(add(ShardCandidate.of(candidate)));
          }
        }
      }
      for (int i = 0; i < photos.size(); i++) {
        int photo = photos.get(i);
        int[] all = numbers(photo, alike.get(i));
        found.put(photo, all);
        // Those that stand before it decide about it, and may be asked for next.
        expect(Arrays.stream(all).takeWhile(other -> other != photo).boxed().toList());
      }
    }

    private int[] numbers(int photo, List<FieldDoc> alike) {
      if (alike.stream().noneMatch(doc -> doc.doc == photo)) {
        ShardCandidate own = hits.get(photo);
        alike.add(new FieldDoc(photo, own.score(), own.keys()));
      }
      alike.sort(shownOrder);
      return alike.stream().mapToInt(doc -> doc.doc).toArray();
    }
  }

  /** Their ids. */
  List<String> ids(int[] of) {
    return Arrays.stream(of).mapToObj(number -> hits.get(number).id()).toList();
  }
}
