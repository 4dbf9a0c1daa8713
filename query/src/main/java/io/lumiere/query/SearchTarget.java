package io.lumiere.query;

import io.lumiere.query.language.Interpretation;
import io.lumiere.query.language.ParsedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a request searches for, by what photos show and by their words.
 *
 * <p>All that photos should show becomes one direction: that of the sum of each text's and
 * picture's unit vector times its weight; the text and the vector of the request have weight 1.
 * Feedback photos are added next, by Rocchio's formula, see {@link SearchRequest#LIKE_WEIGHT};
 * negative terms are subtracted last.
 *
 * <p>Immutable and thread-safe: each method gives another value.
 */
public final class SearchTarget {
  /** Nothing is searched for. */
  static final SearchTarget NOTHING =
      new SearchTarget(
          null,
          true,
          null,
          null,
          List.of(),
          new FeedbackPhotos(List.of(), false),
          NegativeTerms.NOTHING);

  /** What photos should show and their words should contain; null where there is no text. */
  final @Nullable String text;

  /** Whether photos' words are looked at. */
  final boolean isInWords;

  /** The text in the query language, parsed; null where the request has none. */
  final @Nullable ParsedQuery parsed;

  /** Of a picture that photos are to be like; never written to. Null where there is none. */
  final float @Nullable [] vector;

  /** What is added to the text and the vector. */
  final List<WeightedTerm> terms;

  final FeedbackPhotos feedback;
  final NegativeTerms negative;

  private SearchTarget(
      @Nullable String text,
      boolean isInWords,
      @Nullable ParsedQuery parsed,
      float @Nullable [] vector,
      List<WeightedTerm> terms,
      FeedbackPhotos feedback,
      NegativeTerms negative) {
    this.text = text;
    this.isInWords = isInWords;
    this.parsed = parsed;
    this.vector = vector;
    this.terms = List.copyOf(terms);
    this.feedback = feedback;
    this.negative = negative;
  }

  /** Searches for a text; blank is no text. */
  SearchTarget text(String newText) {
    String stripped = newText.isBlank() ? null : newText.strip();
    return new SearchTarget(stripped, isInWords, parsed, vector, terms, feedback, negative);
  }

  /** Whether the text is looked for in photos' words, too; true where it is not called. */
  public SearchTarget inWords(boolean newInWords) {
    return new SearchTarget(text, newInWords, parsed, vector, terms, feedback, negative);
  }

  /** Sets the parsed text; what it asks for is set by other methods. */
  SearchTarget parsed(ParsedQuery query) {
    return new SearchTarget(text, isInWords, query, vector, terms, feedback, negative);
  }

  /** Sets the parsed text, null for none, and what photos should show of it. */
  SearchTarget parsedAs(@Nullable ParsedQuery query, @Nullable String shows) {
    return new SearchTarget(shows, isInWords, query, vector, terms, feedback, negative);
  }

  /**
   * The same, where all that photos should show is one direction: no vector is left to compute.
   *
   * @param direction null where there is none
   */
  SearchTarget resolved(float @Nullable [] direction) {
    List<String> named =
        feedback.photos().stream().map(photo -> photo.photo).filter(Objects::nonNull).toList();
    return resolved(direction, named, feedback.areShown(), negative.texts());
  }

  /**
   * As {@link #resolved(float[])}.
   *
   * @param named photos that were liked or unliked
   * @param areShown whether these may be hits
   * @param away photos whose words say all of one of these get nothing for their words
   */
  SearchTarget resolved(
      float @Nullable [] direction, List<String> named, boolean areShown, List<String> away) {
    return new SearchTarget(
        text,
        isInWords,
        parsed,
        direction,
        List.of(),
        new FeedbackPhotos(
            named.stream().map(photo -> FeedbackPhoto.unliked(photo, 1)).toList(), areShown),
        new NegativeTerms(away, null, negative.weight()));
  }

  /** Searches for a vector of unit length. */
  SearchTarget vector(float[] newVector) {
    return new SearchTarget(text, isInWords, parsed, newVector.clone(), terms, feedback, negative);
  }

  /**
   * Adds a text with a weight to what photos are to show; may be called many times, together with
   * {@link #add(float[], double)} at most {@value SearchRequest#MAX_TERMS} times. With a weight
   * below 0 the search moves away from the text; something else must be searched for then. Photos'
   * words are not looked at for what is added.
   *
   * @param weight not 0, and at most {@value SearchRequest#MAX_WEIGHT} either way
   */
  public SearchTarget add(String newText, double weight) {
    return add(WeightedTerm.of(newText, weight));
  }

  /** As {@link #add(String, double)}, a vector of unit length, such as an image's. */
  public SearchTarget add(float[] unitVector, double weight) {
    return add(WeightedTerm.of(unitVector, weight));
  }

  private SearchTarget add(WeightedTerm term) {
    if (terms.size() == SearchRequest.MAX_TERMS) {
      throw new IllegalArgumentException(
          "more than " + SearchRequest.MAX_TERMS + " texts and vectors are added to one search");
    }
    List<WeightedTerm> more = new ArrayList<>(terms);
    more.add(term);
    return new SearchTarget(text, isInWords, parsed, vector, more, feedback, negative);
  }

  /**
   * Searches for what is like, or unlike, a photo, which is not a hit itself unless {@link
   * #keepFeedbackPhotos} says so. May be called {@value SearchRequest#MAX_TERMS} times: hits are to
   * be like the mean of the photos that are liked, and unlike that of the others. Together with a
   * text or anything else that is searched for, they are feedback. Where nothing is searched for, a
   * photo that is unliked is only left out.
   */
  public SearchTarget feedback(FeedbackPhoto photo) {
    return new SearchTarget(text, isInWords, parsed, vector, terms, feedback.and(photo), negative);
  }

  /** Whether photos that are liked or unliked may be hits; false where it is not called. */
  public SearchTarget keepFeedbackPhotos(boolean keep) {
    FeedbackPhotos kept = new FeedbackPhotos(feedback.photos(), keep);
    return new SearchTarget(text, isInWords, parsed, vector, terms, kept, negative);
  }

  /**
   * Moves the search away from what a text says; photos whose words say all of it get nothing for
   * their words. It needs something that is searched for. May be called many times: the search
   * moves away from what the texts say together. Blank is as if not called.
   */
  public SearchTarget not(String newText) {
    return newText.isBlank() ? this : with(negative.and(newText.strip()));
  }

  /** Moves the search away from a vector of unit length, such as an image's. */
  public SearchTarget not(float[] newVector) {
    return with(new NegativeTerms(negative.texts(), newVector.clone(), negative.weight()));
  }

  /**
   * Sets how far the search moves away from negative terms, 0 to 2: it looks for the direction of
   * {@code wanted - weight * unwanted}. {@value SearchRequest#DEFAULT_NOT_WEIGHT} where it is not
   * called: a larger weight would drown the positive terms.
   */
  public SearchTarget notWeight(float weight) {
    return with(new NegativeTerms(negative.texts(), negative.vector(), weight));
  }

  private SearchTarget with(NegativeTerms newNegative) {
    return new SearchTarget(text, isInWords, parsed, vector, terms, feedback, newNegative);
  }

  /** Whether anything is searched for. */
  boolean isAnything() {
    Interpretation asked = asked();
    return text != null
        || vector != null
        || feedback.hasLiked()
        || (asked != null && asked.isRanked())
        || terms.stream().anyMatch(WeightedTerm::isPositive);
  }

  /** Whether there is a text. */
  boolean isWritten() {
    return text != null || parsed != null;
  }

  /** Whether the search moves away from anything by what it says or shows. */
  boolean movesAway() {
    return !negative.isNothing() || !terms.isEmpty();
  }

  /** What the parsed text asks for; null where there is none. */
  @Nullable Interpretation asked() {
    return parsed == null ? null : parsed.interpretation();
  }

  /** What may be a file's name; empty where it cannot be one. */
  String written() {
    if (parsed != null) {
      return parsed.root().hasFields() ? "" : parsed.text();
    }
    return text == null ? "" : text;
  }
}
