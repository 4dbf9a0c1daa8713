package io.lumiere.query;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.LocalTimes;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * What is in an index.
 *
 * @param photos how many photos
 * @param failures the files that could not be read
 * @param dated how many photos have a date of taking
 * @param earliest the earliest date of taking; null where no photo has one
 * @param latest the latest date of taking; null where no photo has one
 * @param formats photos by format
 * @param cameras photos by camera model
 * @param models the models whose vectors it holds, and how many photos have each
 * @param bytes size of the index's files
 * @param segments number of Lucene segments
 * @param deletedDocuments documents that are deleted and not yet merged away
 */
public record IndexStats(
    int photos,
    List<Failure> failures,
    int dated,
    @Nullable LocalDateTime earliest,
    @Nullable LocalDateTime latest,
    Map<String, Integer> formats,
    Map<String, Integer> cameras,
    List<Coverage> models,
    long bytes,
    int segments,
    int deletedDocuments) {

  /**
   * A file that could not be read.
   *
   * @param path relative to the archive's root
   * @param reason why
   */
  public record Failure(String path, String reason) {}

  static IndexStats of(IndexSearcher searcher, Directory directory, String index)
      throws IOException {
    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
    long bytes = 0;
    for (String file : reader.getIndexCommit().getFileNames()) {
      bytes += directory.fileLength(file);
    }
    byte[] earliest = PointValues.getMinPackedValue(reader, Fields.TAKEN);
    byte[] latest = PointValues.getMaxPackedValue(reader, Fields.TAKEN);
    return new IndexStats(
        searcher.count(new FieldExistsQuery(Fields.ID)),
        failures(searcher),
        searcher.count(new FieldExistsQuery(Fields.TAKEN)),
        earliest == null ? null : LocalTimes.fromMillis(LongPoint.decodeDimension(earliest, 0)),
        latest == null ? null : LocalTimes.fromMillis(LongPoint.decodeDimension(latest, 0)),
        count(reader, Fields.FORMAT),
        count(reader, Fields.CAMERA_MODEL),
        models(searcher, reader, index),
        bytes,
        reader.leaves().size(),
        reader.numDeletedDocs());
  }

  private static List<Coverage> models(IndexSearcher searcher, DirectoryReader reader, String index)
      throws IOException {
    List<Coverage> models = new ArrayList<>();
    for (IndexedModel model :
        IndexMetadata.fromUserData(reader.getIndexCommit().getUserData(), index).models().all()) {
      models.add(Coverage.of(searcher, model));
    }
    return models;
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

  /** Live documents by the value of a keyword field. */
  private static Map<String, Integer> count(DirectoryReader reader, String field)
      throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedSetDocValues values = leaf.reader().getSortedSetDocValues(field);
      if (values == null) {
        continue;
      }
      int[] byOrdinal = new int[Math.toIntExact(values.getValueCount())];
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = values.nextDoc();
          doc != SortedSetDocValues.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        if (live == null || live.get(doc)) {
          byOrdinal[Math.toIntExact(values.nextOrd())]++;
        }
      }
      for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
        if (byOrdinal[ordinal] > 0) {
          counts.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Integer::sum);
        }
      }
    }
    return counts;
  }
}
