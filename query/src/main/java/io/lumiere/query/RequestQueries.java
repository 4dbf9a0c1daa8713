package io.lumiere.query;

import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.jspecify.annotations.Nullable;

/** Turns requests into Lucene queries. Thread-safe. */
final class RequestQueries {
  /**
   * How far a search moves away from what is not wanted; as far as it goes towards what is would
   * drown the rest.
   */
  private static final float NOT_WEIGHT = 0.5f;

  private final WordsQueries words = new WordsQueries();
  private final @Nullable TextEncoder encoder;

  RequestQueries(@Nullable TextEncoder encoder) {
    this.encoder = encoder;
  }

  /** Whether a request's hits have scores. */
  boolean isRanked(SearchRequest request) {
    return request.text != null || request.vector != null;
  }

  Query query(SearchRequest request, IndexSearcher searcher) {
    Query filter = filter(request);
    if (!isRanked(request)) {
      return new ConstantScoreQuery(filter == null ? new FieldExistsQuery(Fields.ID) : filter);
    }
    HybridQuery.Builder query =
        new HybridQuery.Builder()
            .fusion(request.fusion)
            // A page longer than the window would end early.
            .window(Math.max(request.window, request.limit + 1))
            .minScore(request.minScore);
    if (filter != null) {
      query.filter(filter);
    }
    float[] vector = vector(request);
    if (vector != null) {
      query.vector(Fields.VECTOR, vector, 1);
    }
    Query named = request.text == null ? null : words.anyField(request.text);
    if (named != null) {
      query.words("words", named, PhotoSearch.WORDS_WEIGHT);
    } else if (vector == null) {
      return new MatchNoDocsQuery("no vector and no words in '" + request.text + "'");
    }
    return query.build();
  }

  /** The order of a request's hits; null for the order of scores. */
  @Nullable Sort sort(SearchRequest request) {
    if (request.sort == SearchRequest.Sort.RELEVANCE && isRanked(request)) {
      return null;
    }
    boolean oldestFirst = request.sort == SearchRequest.Sort.OLDEST;
    SortField taken =
        new SortedNumericSortField(
            Fields.TAKEN,
            SortField.Type.LONG,
            !oldestFirst,
            SortedNumericSelector.Type.MIN,
            oldestFirst ? Long.MAX_VALUE : Long.MIN_VALUE);
    return new Sort(taken, SortField.FIELD_DOC);
  }

  private float @Nullable [] vector(SearchRequest request) {
    float[] sum = request.vector;
    if (request.text != null && encoder != null) {
      float[] text = encoder.encode(request.text);
      sum = sum == null ? text : Vectors.plus(sum, 1, text);
    }
    if (sum == null) {
      return null;
    }
    if (request.notText != null) {
      if (encoder == null) {
        throw new IllegalArgumentException(
            "'not " + request.notText + "' needs a text encoder, and none is plugged in");
      }
      sum = Vectors.plus(Vectors.unit(sum), -NOT_WEIGHT, encoder.encode(request.notText));
    }
    return Vectors.unit(sum);
  }

  private @Nullable Query filter(SearchRequest request) {
    List<Query> filters = new ArrayList<>(request.filters);
    if (request.from != null || request.to != null) {
      filters.add(
          LongField.newRangeQuery(
              Fields.TAKEN,
              request.from == null ? Long.MIN_VALUE : LocalTimes.startOf(request.from),
              request.to == null ? Long.MAX_VALUE : LocalTimes.endOf(request.to)));
    }
    if (request.path != null) {
      filters.add(PathGlob.query(Fields.PATH, request.path));
    }
    if (request.camera != null) {
      Query camera = words.allWords(Fields.CAMERA, request.camera);
      filters.add(
          camera == null
              ? new MatchNoDocsQuery("no words in camera '" + request.camera + "'")
              : camera);
    }
    if (filters.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    filters.forEach(filter -> all.add(filter, BooleanClause.Occur.FILTER));
    // A filter of the caller's own may match the records of failures.
    return all.add(new FieldExistsQuery(Fields.ID), BooleanClause.Occur.FILTER).build();
  }
}
