package io.lumiere.query;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.SkippedFiles;
import io.lumiere.schema.Taken;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * What is in an index. Immutable.
 *
 * @param photos how many photos
 * @param failures the files that could not be read
 * @param dates when the photos were taken
 * @param formats photos by format
 * @param cameras photos by camera, named by make and model
 * @param models the models whose vectors it holds, and how many photos have each
 * @param storage the files of the index; null where photos are not in a directory
 * @param skipped files of the archive that the last index run did not take for photos
 */
public record IndexStats(
    int photos,
    List<Failure> failures,
    Dates dates,
    Map<String, Integer> formats,
    Map<String, Integer> cameras,
    List<Coverage> models,
    @Nullable Storage storage,
    SkippedFiles skipped) {

  private static final FacetSearch COUNTED =
      FacetSearch.of(List.of(Facet.TYPE, Facet.CAMERA), Integer.MAX_VALUE);

  /**
   * A file that could not be read.
   *
   * @param path relative to the archive's root
   * @param reason why
   */
  public record Failure(String path, String reason) {}

  /**
   * When the photos were taken.
   *
   * @param dated how many photos have a date of taking that is not a guess
   * @param guessed how many photos have a guess only, {@link Taken#isGuessed}
   * @param earliest the earliest date that is not a guess; null where no photo has one
   * @param latest the latest date that is not a guess; null where no photo has one
   */
  public record Dates(
      int dated, int guessed, @Nullable LocalDateTime earliest, @Nullable LocalDateTime latest) {}

  /**
   * The files of an index.
   *
   * @param bytes their size
   * @param segments number of Lucene segments
   * @param deletedDocuments documents that are deleted but still in the files
   */
  public record Storage(long bytes, int segments, int deletedDocuments) {}

  static IndexStats of(IndexSearcher searcher, String index) throws IOException {
    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
    FacetSearch.Counted counted =
        COUNTED.count(searcher, new FieldExistsQuery(Fields.ID), List.of());
    return new IndexStats(
        counted.hits(),
        failures(searcher),
        new Dates(
            searcher.count(GuessedDates.known()),
            searcher.count(GuessedDates.query()),
            first(searcher, SearchRequest.Sort.OLDEST),
            first(searcher, SearchRequest.Sort.NEWEST)),
        counts(counted.facets().get(0)),
        counts(counted.facets().get(1)),
        coverage(searcher, index),
        new Storage(bytes(reader), reader.leaves().size(), reader.numDeletedDocs()),
        SkippedFiles.fromUserData(reader.getIndexCommit().getUserData()));
  }

  /** The date that comes first in an order. */
  private static @Nullable LocalDateTime first(IndexSearcher searcher, SearchRequest.Sort order)
      throws IOException {
    ScoreDoc[] hits =
        searcher.search(GuessedDates.known(), 1, new HitOrder(order, 0).sort()).scoreDocs;
    return hits.length == 0 ? null : LocalTimes.fromMillis((Long) ((FieldDoc) hits[0]).fields[0]);
  }

  private static long bytes(DirectoryReader reader) throws IOException {
    long bytes = 0;
    for (String file : reader.getIndexCommit().getFileNames()) {
      try {
        bytes += reader.directory().fileLength(file);
      } catch (NoSuchFileException | FileNotFoundException e) {
        // A writer has replaced the file meanwhile; the open reader stays usable.
      }
    }
    return bytes;
  }

  private static List<Coverage> coverage(IndexSearcher searcher, String index) throws IOException {
    List<Coverage> coverage = new ArrayList<>();
    for (IndexedModel model : models(searcher, index)) {
      coverage.add(Coverage.of(searcher, model));
    }
    return coverage;
  }

  private static List<Failure> failures(IndexSearcher searcher) throws IOException {
    List<Failure> failures = new ArrayList<>();
    FieldExistsQuery all = new FieldExistsQuery(Fields.FAILURE_PATH);
    int count = Math.max(1, searcher.count(all));
    for (ScoreDoc hit : searcher.search(all, count).scoreDocs) {
      Document document = searcher.storedFields().document(hit.doc);
      String reason = document.get(Fields.FAILURE_REASON);
      failures.add(new Failure(document.get(Fields.FAILURE_PATH), reason == null ? "" : reason));
    }
    failures.sort((a, b) -> a.path().compareTo(b.path()));
    return failures;
  }

  /** The models that the index has vectors of, in this state of it. */
  static List<IndexedModel> models(IndexSearcher searcher, String index) throws IOException {
    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
    return IndexMetadata.fromUserData(reader.getIndexCommit().getUserData(), index).models().all();
  }

  /** Photos by the names of a facet's values. */
  public static Map<String, Integer> counts(FacetCounts facet) {
    Map<String, Integer> counts = new TreeMap<>();
    facet.values().forEach(value -> counts.put(value.label(), value.count()));
    return counts;
  }
}
