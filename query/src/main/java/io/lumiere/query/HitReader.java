package io.lumiere.query;

import io.lumiere.query.group.Group;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Reads the fields of hits from the index. Ranks go up by one with each hit. Not thread-safe. */
final class HitReader {
  private final IndexSearcher searcher;
  private final @Nullable FusedQuery fused;
  private final float @Nullable [] vector;
  private final IndexedModel model;

  /** What a photo is made of: collections of Solr store vectors, too, which it is not. */
  private static final Set<String> FACTS =
      PhotoFields.all().stream()
          .filter(field -> field.type() != FieldType.VECTOR)
          .map(PhotoField::name)
          .collect(Collectors.toUnmodifiableSet());

  private final StoredFields stored;
  private final float likely;
  private int rank;

  HitReader(PreparedSearch prepared) throws IOException {
    this.searcher = prepared.searcher();
    this.fused = prepared.fusedPage();
    this.vector = prepared.vector();
    this.model = prepared.model();
    this.stored = searcher.storedFields();
    CutoffReport report = prepared.request().view().isCutMarked() ? prepared.likely() : null;
    this.likely = report == null ? 0 : report.least();
    PageToken after = prepared.request().paging().after();
    this.rank = after == null ? 0 : after.rank();
  }

  /**
   * The next hit of a page.
   *
   * @param alike near duplicates of it that are hidden
   */
  Hit read(FieldDoc found, @Nullable Group group, int[] alike) throws IOException {
    return of(found, PhotoDocuments.read(stored, found.doc), group, alike);
  }

  /** The next hit of a page, whose document has been read. */
  Hit of(FieldDoc found, Document photo) throws IOException {
    return of(found, PhotoDocuments.fromDocument(photo), null, new int[0]);
  }

  private Hit of(FieldDoc found, Photo photo, @Nullable Group group, int[] alike)
      throws IOException {
    return new Hit(
        ++rank,
        found.score,
        similarity(found.doc),
        photo,
        fused == null ? List.of() : fused.shares(found.doc),
        found.doc,
        List.of(),
        group,
        ids(alike),
        found.score < likely);
  }

  /** The document of a photo, as far as it is stored for people. */
  static Document facts(StoredFields stored, int doc) throws IOException {
    return stored.document(doc, FACTS);
  }

  private List<String> ids(int[] docs) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int doc : docs) {
      ids.add(Objects.requireNonNull(KeywordOrds.value(searcher.getIndexReader(), Fields.ID, doc)));
    }
    return ids;
  }

  private @Nullable Float similarity(int doc) throws IOException {
    float[] photo = vector == null ? null : StoredVectors.read(searcher, doc, model.field());
    return vector == null || photo == null ? null : VectorUtil.dotProduct(vector, photo);
  }
}
