package io.lumiere.query;

import io.lumiere.query.completion.FieldValues;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.query.internal.lucene.PathGlobQuery;
import io.lumiere.query.statistics.AskedStatistics;
import io.lumiere.query.statistics.ReaderStatistics;
import io.lumiere.query.statistics.StatedSearcher;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * A request in one of several directories that are searched together. Each first answers what the
 * request's words ask of it; with the sums of the answers, each makes the very query that one
 * directory of all photos would. The query's own stages follow: {@link
 * io.lumiere.query.hybrid.HybridRun}.
 *
 * <p>Not thread-safe, but for {@link #answerWithoutSearch}.
 */
public final class ShardSearch {
  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final IndexMetadata metadata;
  private final Directions directions;
  private final ShardPhotoAnswers ofPhotos;

  /**
   * A request.
   *
   * @param searcher of one state of one directory
   * @param metadata of all directories
   * @param model whose vectors are compared
   */
  public ShardSearch(
      SharedRequest shared, IndexSearcher searcher, IndexMetadata metadata, IndexedModel model) {
    this.request = shared.request();
    this.searcher = searcher;
    this.metadata = metadata;
    this.directions = new Directions(model, shared.scale());
    IndexReader reader = searcher.getIndexReader();
    this.ofPhotos = new ShardPhotoAnswers(reader, new FieldValues(reader));
  }

  /**
   * What the request asks of this directory, and its answers. Where {@link
   * SharedRequest#needsStatistics} is false, each directory goes by its own.
   */
  public StatisticsSums statistics() throws IOException {
    AskedStatistics asked = new AskedStatistics(new ReaderStatistics(searcher.getIndexReader()));
    StatedSearcher asking = new StatedSearcher(searcher, asked);
    PreparedSearch prepared = prepared(asking);
    Query filter = prepared.filter();
    if (filter != null) {
      PathGlobQuery.folded(filter, asking);
    }
    for (Query words : prepared.rankingQueries()) {
      asking.createWeight(asking.rewrite(words), ScoreMode.COMPLETE, 1);
    }
    return asked.answers();
  }

  /** A searcher of this directory by the statistics of all. */
  public IndexSearcher searcher(StatisticsSums sums) {
    return new StatedSearcher(searcher, sums);
  }

  /**
   * What the request looks for. It must be run by the {@link #searcher} with the same statistics. A
   * {@link HybridQuery} where the request ranks.
   *
   * @param sums the answers of all directories
   */
  public Query query(StatisticsSums sums) throws IOException {
    return prepared(searcher(sums)).query();
  }

  /** The filter that every hit passes, in forms that any searcher of this directory knows. */
  public Query filter(StatisticsSums sums) throws IOException {
    IndexSearcher stated = searcher(sums);
    Query filter = prepared(stated).filter();
    return filter == null ? new FieldExistsQuery(Fields.ID) : stated.rewrite(filter);
  }

  /**
   * This directory's part of the result.
   *
   * @param sums the answers of all directories
   * @param fused what was found, ranked among all directories; null where the request has filters
   *     only
   * @param cut where it is cut off; null where it is not
   * @param most hits that it has
   */
  public ShardResult result(
      StatisticsSums sums, @Nullable FusedQuery fused, @Nullable CutoffReport cut, int most)
      throws IOException {
    boolean areScoresAskedFor = request.view().isCutMarked() || cut != null;
    return new ShardResultSearch(found(sums, fused, cut), metadata.models().all())
        .result(fused == null || !areScoresAskedFor ? null : fused.fusedScores(), most);
  }

  /**
   * What this directory says of its hits.
   *
   * @param sums as {@link #result} takes them, and what follows
   * @param most hits that it sends, where the question asks for all in their order
   * @return what {@link SharedSearch} reads
   */
  public byte[] answer(
      ShardQuestion question,
      StatisticsSums sums,
      @Nullable FusedQuery fused,
      @Nullable CutoffReport cut,
      int most)
      throws IOException {
    byte[] withoutSearch = answerWithoutSearch(question);
    if (withoutSearch != null) {
      return withoutSearch;
    }
    PreparedSearch found = found(sums, fused, cut);
    return new ShardAnswers(
            found,
            new ShardResultSearch(found, metadata.models().all()),
            fused == null ? null : fused.fusedScores())
        .to(
            question instanceof ShardQuestion.Ordered ordered
                ? new ShardQuestion.Ordered(Math.min(ordered.most(), most))
                : question);
  }

  /**
   * What this directory says of its photos and their words, whatever is searched for. Several
   * threads may ask at once.
   *
   * @return null where the question is about hits
   */
  public byte @Nullable [] answerWithoutSearch(ShardQuestion question) throws IOException {
    return question instanceof ShardQuestion.Vector vector
        ? ValueBytes.of(vector(vector.idOrPath()))
        : ofPhotos.to(question);
  }

  /** The photo's id, and its vector if it has one; nothing where the photo is not here. */
  private List<@Nullable Object> vector(String idOrPath) throws IOException {
    int doc = StoredVectors.findDoc(searcher, idOrPath);
    return doc == StoredVectors.NONE
        ? List.of()
        : Arrays.asList(
            KeywordOrds.value(searcher.getIndexReader(), Fields.ID, doc),
            StoredVectors.read(searcher, doc, directions.model().field()));
  }

  private PreparedSearch found(
      StatisticsSums sums, @Nullable FusedQuery fused, @Nullable CutoffReport cut)
      throws IOException {
    PreparedSearch prepared = prepared(searcher(sums));
    if (fused != null) {
      prepared.runAs(cut == null ? fused : fused.cut(cut), cut);
    }
    return prepared;
  }

  private PreparedSearch prepared(IndexSearcher of) throws IOException {
    return new PreparedSearch(request, of, directions, metadata.archive());
  }
}
