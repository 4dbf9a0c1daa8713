package io.lumiere.query;

import io.lumiere.query.explain.PhotoExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains what a search of several directories did with a photo: the one that holds it says what
 * it knows of it, and then all say what comes ahead of it. Not thread-safe.
 */
final class SharedExplainSearch {
  private final SharedQuestions questions;
  private final PhotoOutcomes outcomes;

  SharedExplainSearch(SharedQuestions questions, PhotoOutcomes outcomes) {
    this.questions = questions;
    this.outcomes = outcomes;
  }

  /** What became of the photo with this id or, failing that, this path. */
  PhotoExplanation of(String idOrPath) {
    List<ShardValues> answers = questions.values(new ShardQuestion.Explained(idOrPath));
    HeldPhoto photo = held(answers, idOrPath);
    PhotoExplanation explanation =
        photo == null ? unheld(answers, idOrPath) : outcomes.of(photo, ahead(photo));
    return explanation.partly(questions.missing());
  }

  private static @Nullable HeldPhoto held(List<ShardValues> answers, String idOrPath) {
    List<HeldPhoto> photos = new ArrayList<>();
    for (ShardValues answer : answers) {
      List<?> photo = answer.listOrNull(0);
      if (photo != null) {
        photos.add(HeldPhoto.of(new ShardValues(photo)));
      }
    }
    return SharedQuestions.likeliest(photos, HeldPhoto::id, idOrPath).orElse(null);
  }

  private PhotoExplanation unheld(List<ShardValues> answers, String idOrPath) {
    for (ShardValues answer : answers) {
      List<?> failure = answer.listOrNull(1);
      if (failure != null) {
        return PhotoOutcomes.failed(idOrPath, new ShardValues(failure).textOrNull(0));
      }
    }
    return PhotoOutcomes.missing(idOrPath, nearest(questions, idOrPath));
  }

  /** The path that was likely meant by one that no photo has. */
  static Optional<String> nearest(SharedQuestions questions, String path) {
    List<NearestPaths.Guess> guesses = new ArrayList<>();
    for (ShardValues answer : questions.values(new ShardQuestion.Nearest(path))) {
      if (!answer.values().isEmpty()) {
        guesses.add(new NearestPaths.Guess(answer.number(0).intValue(), answer.text(1)));
      }
    }
    return NearestPaths.best(path, guesses);
  }

  private HitsAhead ahead(HeldPhoto photo) {
    HitsAhead ahead = HitsAhead.NONE;
    if (photo.dropped().isEmpty()) {
      ShardQuestion question = new ShardQuestion.Ahead(photo.hit(), photo.outside());
      for (ShardValues answer : questions.values(question)) {
        ahead = ahead.plus(HitsAhead.of(answer));
      }
    }
    return ahead;
  }
}
