package io.lumiere.query;

import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The photos that hits are to be like, and unlike. Immutable.
 *
 * @param areShown whether they may be hits themselves
 */
record FeedbackPhotos(List<FeedbackPhoto> photos, boolean areShown) {
  FeedbackPhotos {
    photos = List.copyOf(photos);
  }

  FeedbackPhotos and(FeedbackPhoto photo) {
    if (photos.size() == SearchRequest.MAX_TERMS) {
      throw new IllegalArgumentException(
          "more than " + SearchRequest.MAX_TERMS + " photos are liked or unliked in one search");
    }
    List<FeedbackPhoto> more = new ArrayList<>(photos);
    more.add(photo);
    return new FeedbackPhotos(more, areShown);
  }

  boolean hasLiked() {
    return photos.stream().anyMatch(photo -> photo.isLiked);
  }

  /** Those that hits are to be like, or unlike. */
  List<FeedbackPhoto> photos(boolean liked) {
    return photos.stream().filter(photo -> photo.isLiked == liked).toList();
  }

  /** Those of the index that may not be hits; null where there are none. */
  @Nullable Query hidden() {
    List<BytesRef> names =
        photos.stream()
            .map(feedback -> feedback.photo)
            .filter(Objects::nonNull)
            .map(BytesRef::new)
            .toList();
    return areShown || names.isEmpty()
        ? null
        : new BooleanQuery.Builder()
            .add(new TermInSetQuery(Fields.ID, names), Occur.SHOULD)
            .add(new TermInSetQuery(Fields.PATH, names), Occur.SHOULD)
            .build();
  }
}
