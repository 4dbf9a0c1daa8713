package io.lumiere.exchange;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/**
 * All that an index holds of each live document, by path: stored values, terms with positions,
 * points, doc values and the bits of vectors, each as a line that names its field.
 */
final class Contents {
  private final Map<Integer, List<String>> lines = new HashMap<>();

  private Contents() {}

  static Map<String, List<String>> read(Path index) {
    Map<String, List<String>> documents = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Contents contents = new Contents();
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          contents.readField(leaf.reader(), field);
        }
        contents.addTo(documents, leaf.reader());
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> userData(Path index) {
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return new TreeMap<>(reader.getIndexCommit().getUserData());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addTo(Map<String, List<String>> documents, LeafReader reader) throws IOException {
    Bits live = reader.getLiveDocs();
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        Document stored = reader.storedFields().document(doc);
        for (IndexableField field : stored) {
          add(doc, "stored " + field.name(), field);
        }
        String path = stored.get(Fields.PATH);
        List<String> found = lines.get(doc);
        found.sort(null);
        if (documents.put(path == null ? stored.get(Fields.FAILURE_PATH) : path, found) != null) {
          throw new AssertionError("two documents of " + path);
        }
      }
    }
  }

  private void add(int doc, String what, Object value) {
    lines.computeIfAbsent(doc, any -> new ArrayList<>()).add(what + " = " + value);
  }

  private void readField(LeafReader reader, FieldInfo field) throws IOException {
    Terms terms = reader.terms(field.name);
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    while (all.next() != null) {
      PostingsEnum postings = all.postings(null, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        for (int i = 0; i < postings.freq(); i++) {
          add(
              postings.docID(),
              "term " + field.name,
              all.term().utf8ToString() + " " + postings.nextPosition());
        }
      }
    }
    readPoints(reader, field);
    readDocValues(reader, field);
    if (field.hasVectorValues()) {
      var values = reader.getFloatVectorValues(field.name);
      var having = values.iterator();
      while (having.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        add(
            having.docID(),
            "vector " + field.name,
            Arrays.toString(values.vectorValue(having.index())));
      }
    }
  }

  private void readPoints(LeafReader reader, FieldInfo field) throws IOException {
    PointValues points = reader.getPointValues(field.name);
    if (points == null) {
      return;
    }
    points.intersect(
        new PointValues.IntersectVisitor() {
          @Override
          public void visit(int doc) {
            throw new AssertionError("every value is asked for");
          }

          @Override
          public void visit(int doc, byte[] packed) {
            add(doc, "point " + field.name, Arrays.toString(packed));
          }

          @Override
          public PointValues.Relation compare(byte[] least, byte[] most) {
            return PointValues.Relation.CELL_CROSSES_QUERY;
          }
        });
  }

  private void readDocValues(LeafReader reader, FieldInfo field) throws IOException {
    switch (field.getDocValuesType()) {
      case NONE -> {}
      case SORTED_NUMERIC -> {
        var values = DocValues.getSortedNumeric(reader, field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = 0; i < values.docValueCount(); i++) {
            add(values.docID(), "number " + field.name, values.nextValue());
          }
        }
      }
      case NUMERIC -> {
        var values = DocValues.getNumeric(reader, field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          add(values.docID(), "number " + field.name, values.longValue());
        }
      }
      case SORTED -> {
        var values = DocValues.getSorted(reader, field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          add(values.docID(), "value " + field.name, values.lookupOrd(values.ordValue()));
        }
      }
      case SORTED_SET -> {
        var values = DocValues.getSortedSet(reader, field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = 0; i < values.docValueCount(); i++) {
            add(
                values.docID(),
                "value " + field.name,
                values.lookupOrd(values.nextOrd()).utf8ToString());
          }
        }
      }
      default -> throw new AssertionError("doc values that this does not compare: " + field.name);
    }
  }
}
