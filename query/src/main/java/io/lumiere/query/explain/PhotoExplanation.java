package io.lumiere.query.explain;

import io.lumiere.query.hybrid.LegShare;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a photo is a hit of a search, or why it is none. Immutable.
 *
 * @param photo its path; what was asked for where the index does not hold it
 * @param outcome what became of it
 * @param rank its place among all hits in the order asked for, from 1, before near duplicates,
 *     groups and diversity; 0 where it is none
 * @param score 0 to 1; what it would be where it is no hit but was looked at
 * @param reasons what keeps it out, in plain words; for a hit, what may hide it or move it
 * @param legs what the vector, the words and legs of the caller's own say of it, in that order
 * @param words which words its words hold; empty where none or where they do not count
 * @param inWords everything in plain words, a line each
 * @param missing what of the photos could not be searched, so that it may be another outcome or
 *     rank, a sentence; null where all were
 */
public record PhotoExplanation(
    String photo,
    PhotoOutcome outcome,
    int rank,
    float score,
    List<String> reasons,
    List<LegShare> legs,
    List<WordShare> words,
    List<String> inWords,
    @Nullable String missing) {
  public PhotoExplanation {
    reasons = List.copyOf(reasons);
    legs = List.copyOf(legs);
    words = List.copyOf(words);
    inWords = List.copyOf(inWords);
  }

  /** An explanation whose lines are the first, the reasons, and what each leg says. */
  public static PhotoExplanation of(
      String photo,
      PhotoOutcome outcome,
      int rank,
      float score,
      List<String> reasons,
      List<LegShare> legs,
      List<WordShare> words) {
    return new PhotoExplanation(
        photo,
        outcome,
        rank,
        score,
        reasons,
        legs,
        words,
        PlainWords.lines(outcome, rank, score, reasons, legs, words),
        null);
  }

  /** The same, with a further reason. */
  public PhotoExplanation because(@Nullable String reason) {
    if (reason == null) {
      return this;
    }
    List<String> more = new ArrayList<>(reasons);
    more.add(reason);
    return of(photo, outcome, rank, score, more, legs, words).partly(missing);
  }

  /** The same where not all photos could be searched. */
  public PhotoExplanation partly(@Nullable String notSearched) {
    return new PhotoExplanation(
        photo, outcome, rank, score, reasons, legs, words, inWords, notSearched);
  }
}
