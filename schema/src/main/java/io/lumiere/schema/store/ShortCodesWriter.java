package io.lumiere.schema.store;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.hnsw.FlatFieldVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorsWriter;
import org.apache.lucene.index.DocsWithFieldSet;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/**
 * Writes vectors as another writer does, and the short codes of those that are compared by their
 * dot product. Not thread-safe, as Lucene's.
 */
final class ShortCodesWriter extends FlatVectorsWriter {
  /** What a processor fetches from memory at once, in bytes: a row should not need two of them. */
  private static final int ALIGNED = 64;

  private final FlatVectorsWriter vectors;
  private final List<Field> fields = new ArrayList<>();
  private final List<IndexOutput> outputs = new ArrayList<>();
  private final IndexOutput meta;
  private final IndexOutput firsts;
  private final IndexOutput rows;

  /** A field whose documents are collected. */
  private record Field(FieldInfo info, FlatFieldVectorsWriter<float[]> writer) {}

  /** What is done with each of some vectors, in the order in which they are written. */
  private interface Each {
    void accept(float[] vector) throws IOException;
  }

  /** Vectors that can be gone through more than once. */
  private interface Vectors {
    void forEach(Each each) throws IOException;
  }

  ShortCodesWriter(SegmentWriteState state, FlatVectorsWriter vectors) throws IOException {
    super(vectors.getFlatVectorScorer());
    this.vectors = vectors;
    try {
      this.meta = create(ShortCodesFiles.META, state);
      this.firsts = create(ShortCodesFiles.FIRSTS, state);
      this.rows = create(ShortCodesFiles.ROWS, state);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, this);
      throw e;
    }
  }

  private IndexOutput create(ShortCodesFiles file, SegmentWriteState state) throws IOException {
    IndexOutput output = file.create(state);
    outputs.add(output);
    return output;
  }

  @Override
  @SuppressWarnings("unchecked") // Of an encoding is of a type.
  public FlatFieldVectorsWriter<?> addField(FieldInfo info) throws IOException {
    FlatFieldVectorsWriter<?> writer = vectors.addField(info);
    if (hasCodes(info)) {
      fields.add(new Field(info, (FlatFieldVectorsWriter<float[]>) writer));
    }
    return writer;
  }

  private static boolean hasCodes(FieldInfo info) {
    return info.getVectorEncoding() == VectorEncoding.FLOAT32
        && info.getVectorSimilarityFunction() == VectorSimilarityFunction.DOT_PRODUCT;
  }

  @Override
  public void flush(int maxDoc, Sorter.DocMap sortMap) throws IOException {
    vectors.flush(maxDoc, sortMap);
    for (Field field : fields) {
      List<float[]> added = field.writer().getVectors();
      int[] order = sortMap == null ? null : order(field.writer().getDocsWithFieldSet(), sortMap);
      write(
          field.info(),
          each -> {
            for (int i = 0; i < added.size(); i++) {
              each.accept(added.get(order == null ? i : order[i]));
            }
          });
    }
  }

  /** Which of the vectors, as they were added, comes at each place of a segment that is sorted. */
  private static int[] order(DocsWithFieldSet docs, Sorter.DocMap sortMap) throws IOException {
    int[] order = new int[docs.cardinality()];
    mapOldOrdToNewOrd(docs, sortMap, null, order, new DocsWithFieldSet());
    return order;
  }

  @Override
  public void mergeOneFlatVectorField(FieldInfo info, MergeState mergeState) throws IOException {
    vectors.mergeOneFlatVectorField(info, mergeState);
    if (hasCodes(info)) {
      write(
          info,
          each -> {
            FloatVectorValues merged = MergedVectorValues.mergeFloatVectorValues(info, mergeState);
            KnnVectorValues.DocIndexIterator docs = merged.iterator();
            while (docs.nextDoc() != NO_MORE_DOCS) {
              each.accept(merged.vectorValue(docs.index()));
            }
          });
    }
  }

  private void write(FieldInfo info, Vectors all) throws IOException {
    double[] sums = new double[info.getVectorDimension()];
    int[] count = new int[1];
    all.forEach(vector -> {
      count[0]++;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += vector[i];
      }
    });
    float[] mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sums[i] / Math.max(1, count[0]));
    }
    ShortCodesLayout layout = new ShortCodesLayout(mean.length, count[0]);
    ShortCodeSample sample = new ShortCodeSample(layout, mean);
    all.forEach(sample::add);
    ShortCode code = sample.code();
    writeMeta(info, layout, code);
    ShortCodesBlock block = new ShortCodesBlock(layout, firsts);
    all.forEach(vector -> {
      long[] bits = code.of(vector);
      block.add(bits);
      for (long word : bits) {
        rows.writeLong(word);
      }
    });
    block.finish();
  }

  private void writeMeta(FieldInfo info, ShortCodesLayout layout, ShortCode code)
      throws IOException {
    meta.writeInt(info.number);
    meta.writeInt(layout.dimension());
    meta.writeInt(layout.count());
    meta.writeLong(firsts.alignFilePointer(ALIGNED));
    meta.writeLong(rows.alignFilePointer(ALIGNED));
    ShortCodeWords words = code.words();
    for (int i = 0; i < words.groups().length; i++) {
      meta.writeInt(words.groups()[i]);
      writeFloat(meta, words.weights()[i]);
    }
    for (float component : code.axes().mean()) {
      writeFloat(meta, component);
    }
    short[] columns = code.axes().columns();
    meta.writeInt(columns == null ? 0 : columns.length);
    if (columns != null) {
      for (short number : columns) {
        meta.writeShort(number);
      }
    }
  }

  private static void writeFloat(IndexOutput output, float number) throws IOException {
    output.writeInt(Float.floatToIntBits(number));
  }

  @Override
  public void finish() throws IOException {
    vectors.finish();
    meta.writeInt(ShortCodesFiles.NO_FIELD);
    for (IndexOutput output : outputs) {
      CodecUtil.writeFooter(output);
    }
  }

  @Override
  public long ramBytesUsed() {
    return vectors.ramBytesUsed();
  }

  @Override
  public void close() throws IOException {
    try {
      IOUtils.close(outputs);
    } finally {
      vectors.close();
    }
  }
}
