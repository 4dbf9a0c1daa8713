package io.lumiere.exchange;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.Stems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** What an index says of its photos, asked of Lucene. */
final class IndexedPhotos implements AutoCloseable {
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<Photo> photos = new ArrayList<>();
  private final Map<String, Map<String, float[]>> vectors = new HashMap<>();

  private IndexedPhotos(FSDirectory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    for (ScoreDoc hit : all(Sort.INDEXORDER)) {
      photos.add(PhotoDocuments.fromDocument(reader.storedFields().document(hit.doc)));
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      readVectors(leaf, "vector");
      readVectors(leaf, "vector_2");
    }
  }

  static IndexedPhotos open(Path index) throws IOException {
    return new IndexedPhotos(FSDirectory.open(index));
  }

  private void readVectors(LeafReaderContext leaf, String field) throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    if (values == null) {
      return;
    }
    DocIndexIterator docs = values.iterator();
    while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      String id = reader.storedFields().document(leaf.docBase + docs.docID()).get(Fields.ID);
      boolean live =
          leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(docs.docID());
      if (live) {
        vectors
            .computeIfAbsent(field, name -> new HashMap<>())
            .put(id, values.vectorValue(docs.index()).clone());
      }
    }
  }

  private ScoreDoc[] all(Sort order) throws IOException {
    return searcher.search(new FieldExistsQuery(Fields.ID), reader.maxDoc(), order).scoreDocs;
  }

  /** All photos. */
  List<Photo> all() {
    return photos;
  }

  /** The vector of a photo; null if it has none. */
  float[] vector(String id, String field) {
    return vectors.get(field).get(id);
  }

  /** The dot products of the nearest, computed for all. */
  List<Double> nearest(String field, float[] target, int count) {
    return vectors.get(field).values().stream()
        .map(vector -> dot(target, vector))
        .sorted(Comparator.reverseOrder())
        .limit(count)
        .toList();
  }

  static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  /** The words of a field, without stems. */
  List<String> words(String field) throws IOException {
    List<String> words = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, field);
    TermsEnum all = terms.iterator();
    while (all.next() != null) {
      String word = all.term().utf8ToString();
      if (!word.startsWith(Stems.MARK)) {
        words.add(word);
      }
    }
    return words;
  }

  long countOfTerm(String field, String word) throws IOException {
    return count(new TermQuery(new Term(field, word)));
  }

  long count(Query query) throws IOException {
    return searcher.count(query);
  }

  /** All ids, by name and then by id. */
  List<String> sortedByName() throws IOException {
    return ids(
        new Sort(
            new SortField(Fields.NAME_ORDER, SortField.Type.STRING),
            KeywordField.newSortField(Fields.ID, false, SortedSetSelector.Type.MIN)));
  }

  /** All ids, by their hash. */
  List<String> sortedByHash() throws IOException {
    return ids(new Sort(new SortField(Fields.ID_HASH, SortField.Type.LONG)));
  }

  private List<String> ids(Sort order) throws IOException {
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : all(order)) {
      ids.add(reader.storedFields().document(hit.doc).get(Fields.ID));
    }
    return ids;
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }
}
