package io.lumiere.query;

import io.lumiere.query.language.Interpretation;
import io.lumiere.query.language.Kept;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link SearchRequestBuilder} that says what is searched for.
 *
 * @param <B> the builder itself
 */
public abstract sealed class SoughtBuilder<B extends SoughtBuilder<B>>
    permits SearchRequestBuilder {
  @Nullable String text;
  boolean words = true;
  float @Nullable [] vector;
  final List<MarkedPhoto> marked = new ArrayList<>();
  boolean keepMarked;
  @Nullable Interpretation query;
  @Nullable ParsedQuery parsed;
  final List<WeightedTerm> terms = new ArrayList<>();
  final List<String> notTexts = new ArrayList<>();
  float @Nullable [] notVector;
  float notWeight = SearchRequest.DEFAULT_NOT_WEIGHT;
  final List<Kept> filters = new ArrayList<>();

  SoughtBuilder() {}

  /** This builder. */
  abstract B self();

  /**
   * Ranks by what photos show and by their words; nothing in the text is syntax. Blank is as if not
   * called.
   */
  public B text(String newText) {
    this.text = newText.isBlank() ? null : newText.strip();
    return self();
  }

  /**
   * Searches for what a person wrote in the language of {@link io.lumiere.query.language}. It sets
   * {@link #text} as far as the search says it, and adds to {@link #like}, {@link #unlike}, {@link
   * #not} and the filters of other methods. What is wrong with it is guessed: call {@link
   * ParsedQuery#orThrow} before if it should not be. The photos that it names are photos of the
   * index.
   */
  public B query(ParsedQuery parsed) {
    return query(parsed, Map.of(), Map.of());
  }

  /**
   * As {@link #query(ParsedQuery)}, where the caller has found out which photos the search names.
   *
   * @param paths ids or paths in the index, by {@link PhotoReference#photo}, where they differ
   * @param pictures vectors of unit length of photos that the index does not hold, likewise
   */
  public B query(ParsedQuery newQuery, Map<String, String> paths, Map<String, float[]> pictures) {
    this.parsed = newQuery;
    Interpretation asked = newQuery.interpretation();
    this.query = asked;
    if (!asked.shows().isEmpty()) {
      text(asked.shows());
    }
    if (!asked.away().isEmpty()) {
      not(asked.away());
    }
    for (PhotoReference similar : asked.similar()) {
      float[] picture = pictures.get(similar.photo());
      mark(
          picture == null
              ? MarkedPhoto.of(
                  paths.getOrDefault(similar.photo(), similar.photo()), 1, similar.wanted())
              : MarkedPhoto.of(picture, 1, similar.wanted()));
    }
    filters.addAll(asked.kept());
    return self();
  }

  /** Whether the text is looked for in photos' words, too; true where it is not called. */
  public B words(boolean inWords) {
    this.words = inWords;
    return self();
  }

  /**
   * Adds a text with a weight to what photos are to show; may be called many times, together with
   * {@link #add(float[], double)} at most {@value SearchRequest#MAX_TERMS} times.
   *
   * <p>All that is searched for becomes one direction: that of the sum of each text's, and
   * picture's unit vector times its weight; {@link #text} and {@link #vector} have weight 1. With a
   * weight below 0 the search moves away from the text; something else must be searched for then.
   * {@link #not} comes after the sum. Photos' words are not looked at for what is added.
   *
   * @param weight not 0, and at most {@value SearchRequest#MAX_WEIGHT} either way
   */
  public B add(String newText, double weight) {
    return add(WeightedTerm.of(newText, weight));
  }

  /** As {@link #add(String, double)}, a vector of unit length, such as an image's. */
  public B add(float[] unitVector, double weight) {
    return add(WeightedTerm.of(unitVector, weight));
  }

  private B add(WeightedTerm term) {
    if (terms.size() == SearchRequest.MAX_TERMS) {
      throw new IllegalArgumentException(
          "more than " + SearchRequest.MAX_TERMS + " texts and vectors are added to one search");
    }
    terms.add(term);
    return self();
  }

  /**
   * Moves the search away from what a text says; photos whose words say all of it get nothing for
   * their words. It needs a text, a vector or a photo to move away from. May be called many times:
   * the search moves away from what the texts say together. Blank is as if not called.
   */
  public B not(String newText) {
    if (!newText.isBlank()) {
      notTexts.add(newText.strip());
    }
    return self();
  }

  /** Moves the search away from a vector of unit length, such as an image's. */
  public B not(float[] newVector) {
    this.notVector = newVector.clone();
    return self();
  }

  /**
   * Sets how far the search moves away from what is not wanted, 0 to 2: it looks for the direction
   * of {@code wanted - weight * unwanted}. {@value SearchRequest#DEFAULT_NOT_WEIGHT} where it is
   * not called: as far as towards what is wanted would drown that.
   */
  public B notWeight(float weight) {
    if (!(weight >= 0 && weight <= 2)) {
      throw new IllegalArgumentException("weight of 'not' is " + weight + ", not in 0..2");
    }
    this.notWeight = weight;
    return self();
  }

  /**
   * Ranks by likeness to an image's vector, of unit length. With a text or another photo it looks
   * for the direction of their sum.
   */
  public B vector(float[] newVector) {
    this.vector = newVector.clone();
    return self();
  }

  /**
   * Ranks by likeness to a photo of the index; it is not its own hit unless {@link #keepMarked}
   * says so. May be called many times, together with {@link #unlike} at most {@value
   * SearchRequest#MAX_TERMS} times: hits are to be like the photos' mean. Beside a text or anything
   * else that is searched for, they are feedback: see {@link SearchRequest#LIKE_WEIGHT}.
   *
   * @param idOrPath its id or, failing that, its path
   */
  public B like(String idOrPath) {
    return like(idOrPath, 1);
  }

  /**
   * As {@link #like(String)}.
   *
   * @param weight how much it counts among the photos that are liked; above 0, and at most {@value
   *     SearchRequest#MAX_WEIGHT}
   */
  public B like(String idOrPath, double weight) {
    return mark(MarkedPhoto.of(idOrPath, weight, true));
  }

  /** As {@link #like(String, double)}, any picture by its vector of unit length. */
  public B like(float[] unitVector, double weight) {
    return mark(MarkedPhoto.of(unitVector, weight, true));
  }

  /**
   * Moves the search away from a photo of the index, which is no hit unless {@link #keepMarked}
   * says so. May be called many times: the search moves away from the photos' mean, see {@link
   * SearchRequest#UNLIKE_WEIGHT}. Where nothing is searched for, the photo is only left out.
   *
   * @param idOrPath its id or, failing that, its path
   */
  public B unlike(String idOrPath) {
    return unlike(idOrPath, 1);
  }

  /**
   * As {@link #unlike(String)}.
   *
   * @param weight how much it counts among the photos that are unliked; above 0, and at most
   *     {@value SearchRequest#MAX_WEIGHT}
   */
  public B unlike(String idOrPath, double weight) {
    return mark(MarkedPhoto.of(idOrPath, weight, false));
  }

  /** As {@link #unlike(String, double)}, any picture by its vector of unit length. */
  public B unlike(float[] unitVector, double weight) {
    return mark(MarkedPhoto.of(unitVector, weight, false));
  }

  /** Whether photos that are liked or unliked may be hits; false where it is not called. */
  public B keepMarked(boolean keep) {
    this.keepMarked = keep;
    return self();
  }

  private B mark(MarkedPhoto photo) {
    if (marked.size() == SearchRequest.MAX_TERMS) {
      throw new IllegalArgumentException(
          "more than " + SearchRequest.MAX_TERMS + " photos are liked or unliked in one search");
    }
    marked.add(photo);
    return self();
  }
}
