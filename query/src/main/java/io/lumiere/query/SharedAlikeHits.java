package io.lumiere.query;

import io.lumiere.query.alike.AlikeHits;
import io.lumiere.query.group.GroupCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * Near duplicates among all hits of several directories, or those of a group. Several photos are
 * compared with all hits in one question. Not thread-safe.
 */
final class SharedAlikeHits implements AlikeHits {
  /** So many photos are compared in one question, at most. */
  private static final int COMPARED_AT_ONCE = 200;

  private final SharedQuestions questions;
  private final SharedHits hits;
  private final float cosine;
  private final Comparator<FieldDoc> shownOrder;
  private final @Nullable GroupCode within;
  private final Map<Integer, int[]> found = new HashMap<>();
  private final Set<Integer> expected = new LinkedHashSet<>();
  private final Set<Integer> decided = new HashSet<>();
  private int atOnce = COMPARED_AT_ONCE;

  /**
   * Near duplicates.
   *
   * @param cosine from which photos are near duplicates
   * @param shownOrder that of the result
   * @param within null: among all hits
   */
  SharedAlikeHits(
      SharedQuestions questions,
      SharedHits hits,
      float cosine,
      Comparator<FieldDoc> shownOrder,
      @Nullable GroupCode within) {
    this.questions = questions;
    this.hits = hits;
    this.cosine = cosine;
    this.shownOrder = shownOrder;
    this.within = within;
  }

  @Override
  public void expect(Collection<Integer> more) {
    more.stream()
        .filter(hit -> !found.containsKey(hit) && !decided.contains(hit))
        .forEach(expected::add);
  }

  @Override
  public void decided(int hit) {
    decided.add(hit);
    expected.remove(hit);
    found.remove(hit);
    hits.dropTraits(hit);
  }

  @Override
  public int[] with(int hit) {
    if (!found.containsKey(hit)) {
      ask(hit);
    }
    return found.getOrDefault(hit, new int[0]);
  }

  /** Asks for this hit, and for others that will be asked for. */
  private void ask(int hit) {
    List<Integer> photos = new ArrayList<>(List.of(hit));
    expected.stream().filter(other -> other != hit).limit(atOnce - 1L).forEach(photos::add);
    photos.forEach(expected::remove);
    hits.requireTraits(photos);
    List<ShardValues> answers = questions.values(new ShardQuestion.Alike(cosine, compared(photos)));
    // Where there are many near duplicates, a directory compares fewer than it was asked to.
    int answered =
        Math.clamp(
            answers.stream().mapToInt(answer -> answer.list(1).size()).min().orElse(photos.size()),
            1,
            photos.size());
    keep(photos.subList(0, answered), answers);
    expect(photos.subList(answered, photos.size()));
    atOnce = Math.min(COMPARED_AT_ONCE, 2 * answered);
  }

  private List<ShardQuestion.Compared> compared(List<Integer> photos) {
    return photos.stream()
        .map(photo -> new ShardQuestion.Compared(hits.get(photo).traits(), within))
        .toList();
  }

  private void keep(List<Integer> photos, List<ShardValues> answers) {
    List<List<FieldDoc>> alike = new ArrayList<>();
    photos.forEach(photo -> alike.add(new ArrayList<>()));
    for (ShardValues answer : answers) {
      List<FieldDoc> candidates =
          answer.list(0).stream().map(value -> hits.add(ShardCandidate.of(value))).toList();
      ShardValues places = ShardValues.of(answer.list(1));
      for (int i = 0; i < photos.size(); i++) {
        for (int place : places.ints(i)) {
          alike.get(i).add(candidates.get(place));
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
