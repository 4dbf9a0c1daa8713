package io.lumiere.query;

import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.query.internal.lucene.DocSetQuery;
import io.lumiere.query.internal.words.WordCounts;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Explains what one search of one state of an index did with photos, and says what other
 * directories must know to do so. Not thread-safe.
 */
final class ExplainSearch {
  private final PreparedSearch prepared;
  private final SearchRequest request;
  private final IndexSearcher searcher;

  ExplainSearch(PreparedSearch prepared) {
    this.prepared = prepared;
    this.request = prepared.request();
    this.searcher = prepared.searcher();
  }

  /** Explains hits, without comparing them with photos that the search did not look at. */
  List<PhotoExplanation> of(List<Hit> hits) throws IOException {
    List<PhotoExplanation> explained = new ArrayList<>();
    for (Hit hit : hits) {
      explained.add(PhotoOutcomes.of(hit, words(hit.doc())));
    }
    return explained;
  }

  /** What became of the photo with this id or, failing that, this path. */
  PhotoExplanation of(String idOrPath) throws IOException {
    HeldPhoto photo = held(idOrPath);
    if (photo != null) {
      HitsAhead ahead =
          photo.dropped().isEmpty() ? ahead(photo.hit(), photo.outside()) : HitsAhead.NONE;
      return new PhotoOutcomes(request, prepared.model()).of(photo, ahead);
    }
    Failure failure = failure(idOrPath);
    return failure == null
        ? PhotoOutcomes.missing(idOrPath, NearestPaths.find(searcher, idOrPath))
        : PhotoOutcomes.failed(idOrPath, failure.reason());
  }

  /** What is said of the photo with this id or, failing that, this path; null where it is not. */
  @Nullable HeldPhoto held(String idOrPath) throws IOException {
    int doc = StoredVectors.findDoc(searcher, idOrPath);
    if (doc == StoredVectors.NONE) {
      return null;
    }
    Photo photo = PhotoDocuments.read(searcher.storedFields(), doc);
    String path = photo.file().path();
    Map<String, String> dropped = dropped(doc, photo);
    if (!dropped.isEmpty()) {
      return HeldPhoto.dropped(photo.id(), path, dropped);
    }
    FusedQuery fused = prepared.fused();
    float[] outside = fused == null ? new float[0] : fused.scoresOutside(searcher, doc);
    return new HeldPhoto(
        photo.id(),
        path,
        dropped,
        hit(doc),
        StoredVectors.read(searcher, doc, prepared.model().field()) != null,
        fused == null ? List.of() : fused.reached(searcher, doc, outside),
        outside,
        fused == null ? List.of() : words(doc));
  }

  private Map<String, String> dropped(int doc, Photo photo) throws IOException {
    Map<String, String> dropped = new LinkedHashMap<>();
    for (PhotoFilter kept : request.filters()) {
      if (!matches(kept.query(), doc)) {
        dropped.put(
            kept.words(),
            "the search keeps only "
                + kept.words()
                + QueryFields.fact(kept.field(), photo).map(fact -> ": " + fact).orElse(""));
      }
    }
    Query hidden = request.target().feedback.hidden();
    if (hidden != null && matches(hidden, doc)) {
      dropped.put(HeldPhoto.HIDDEN, "it is one of the photos that others are to be like or unlike");
    }
    return dropped;
  }

  private boolean matches(Query query, int doc) throws IOException {
    return searcher.count(
            new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(DocSetQuery.of(searcher.getIndexReader(), doc), Occur.FILTER)
                .build())
        > 0;
  }

  private Sort sort() {
    return request.paging().order().sort();
  }

  private @Nullable FieldDoc hit(int doc) throws IOException {
    Query alone = SortedHits.within(prepared.run(), DocSetQuery.of(searcher.getIndexReader(), doc));
    List<FieldDoc> found = new SortedHits(searcher, searcher.rewrite(alone), sort(), null).next(1);
    return found.isEmpty() ? null : found.getFirst();
  }

  /**
   * What comes ahead of a photo, which may be of another directory.
   *
   * @param hit where it stands among the hits; null where it is none
   * @param outside its {@link FusedQuery#scoresOutside}
   */
  HitsAhead ahead(@Nullable FieldDoc hit, float[] outside) throws IOException {
    FusedQuery fused = prepared.fused();
    List<LegShare> legs = fused == null ? List.of() : fused.shares(StoredVectors.NONE);
    // A directory without any vector ranks nothing where only they count.
    int[] better =
        fused == null || outside.length == 0 ? new int[0] : fused.better(searcher, outside);
    return new HitsAhead(hit == null ? 0 : before(hit), better, legs);
  }

  private int before(FieldDoc hit) throws IOException {
    return searcher.search(prepared.run(), new HitsBefore(sort(), hit));
  }

  /**
   * That a file could not be read.
   *
   * @param reason null where it is not known
   */
  record Failure(@Nullable String reason) {}

  /** Why the file with this path could not be read; null where it was not tried. */
  @Nullable Failure failure(String path) throws IOException {
    ScoreDoc[] failed =
        searcher.search(new TermQuery(new Term(Fields.FAILURE_PATH, path)), 1).scoreDocs;
    return failed.length == 0
        ? null
        : new Failure(searcher.storedFields().document(failed[0].doc).get(Fields.FAILURE_REASON));
  }

  /** The path that was likely meant. */
  Optional<NearestPaths.Guess> nearest(String path) throws IOException {
    return NearestPaths.guess(searcher, path);
  }

  /** Which words of the search a document has. */
  List<WordShare> words(int doc) throws IOException {
    RequestWords words = prepared.words();
    return WordCounts.of(words.sought(), words.stems(), searcher, doc).stream()
        .map(word -> new WordShare(word.word(), word.field(), word.counts(), word.isStem()))
        .toList();
  }
}
