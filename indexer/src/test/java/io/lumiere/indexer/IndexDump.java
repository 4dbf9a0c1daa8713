package io.lumiere.indexer;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;

/**
 * All that an index holds of each photo, by path: stored values, terms, points, doc values and
 * vectors, each as a line that names its field.
 */
final class IndexDump {
  private final Map<Integer, Set<String>> lines = new HashMap<>();

  private IndexDump() {}

  static Map<String, Set<String>> read(Path index) {
    Map<String, Set<String>> photos = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        IndexDump dump = new IndexDump();
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          dump.read(leaf.reader(), field);
        }
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          String path = leaf.reader().storedFields().document(doc).get(Fields.PATH);
          boolean live =
              leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
          if (live && path != null) {
            for (IndexableField stored : leaf.reader().storedFields().document(doc)) {
              dump.add(doc, "stored " + stored.name(), stored.toString());
            }
            photos.put(path, dump.lines.get(doc));
          }
        }
      }
      return photos;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(int doc, String what, Object value) {
    lines.computeIfAbsent(doc, any -> new TreeSet<>()).add(what + " = " + value);
  }

  private void read(LeafReader reader, FieldInfo field) throws IOException {
    readTerms(reader, field.name);
    PointValues points = reader.getPointValues(field.name);
    if (points != null) {
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
    readDocValues(reader, field);
    if (field.hasVectorValues()) {
      var values = reader.getFloatVectorValues(field.name);
      var having = values.iterator();
      while (having.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        float[] vector = values.vectorValue(having.index());
        add(having.docID(), "vector " + field.name, Arrays.toString(vector));
      }
    }
  }

  private void readTerms(LeafReader reader, String field) throws IOException {
    Terms terms = reader.terms(field);
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    while (all.next() != null) {
      PostingsEnum postings = all.postings(null, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        StringBuilder positions = new StringBuilder();
        for (int i = 0; i < postings.freq(); i++) {
          positions.append(' ').append(postings.nextPosition());
        }
        add(postings.docID(), "term " + field, all.term().utf8ToString() + positions);
      }
    }
  }

  private void readDocValues(LeafReader reader, FieldInfo field) throws IOException {
    switch (field.getDocValuesType()) {
      case NONE -> {}
      case SORTED_NUMERIC -> {
        SortedNumericDocValues values = DocValues.getSortedNumeric(reader, field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = 0; i < values.docValueCount(); i++) {
            add(values.docID(), "number " + field.name, values.nextValue());
          }
        }
      }
      case NUMERIC -> {
        NumericDocValues values = DocValues.getNumeric(reader, field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          add(values.docID(), "number " + field.name, values.longValue());
        }
      }
      case SORTED -> {
        SortedDocValues values = DocValues.getSorted(reader, field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          add(values.docID(), "value " + field.name, values.lookupOrd(values.ordValue()));
        }
      }
      case SORTED_SET -> {
        SortedSetDocValues values = DocValues.getSortedSet(reader, field.name);
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
