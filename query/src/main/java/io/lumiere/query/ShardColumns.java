package io.lumiere.query;

import io.lumiere.query.group.GroupCode;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.group.Sections;
import io.lumiere.query.internal.lucene.FieldNumbers;
import io.lumiere.query.internal.lucene.LeafDocs;
import io.lumiere.query.order.AlikeVectors;
import io.lumiere.query.order.DocSorter;
import io.lumiere.query.order.FoundDocs;
import io.lumiere.query.order.NumberKeys;
import io.lumiere.query.order.ResultRows;
import io.lumiere.query.order.RowReader;
import io.lumiere.schema.Fields;
import io.lumiere.schema.SortKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns of photos in one of several directories, each with the hashes of the photos' ids,
 * which whoever asks knows them by. Thread-safe.
 */
final class ShardColumns {
  private ShardColumns() {}

  /** Of the first hits: the hashes of their ids, and their values. */
  static List<Object> of(PreparedSearch prepared, ShardQuestion.Column asked) throws IOException {
    IndexReader reader = prepared.searcher().getIndexReader();
    int[] docs = first(prepared, asked.most());
    long[] hashes = NumberKeys.TIES.of(reader, docs);
    return switch (asked.column()) {
      case PLACE -> coded(hashes, Sections.coded(reader, docs, SectionBy.PLACE));
      case BURST -> coded(hashes, Sections.coded(reader, docs, SectionBy.BURST));
      case CONTENT -> List.of(hashes, contents(reader, docs));
      case LOCATION -> locations(reader, docs, hashes);
      case VECTOR ->
          List.of(
              hashes,
              Arrays.asList((Object[]) AlikeVectors.read(reader, docs, prepared.model().field())));
    };
  }

  /** The hits that an order of so many has, in the order of the index. */
  private static int[] first(PreparedSearch prepared, int most) throws IOException {
    FoundDocs all = FoundDocs.of(prepared.searcher(), prepared.run(), false);
    if (all.docs().length <= most) {
      return all.docs();
    }
    if (prepared.request().isRanked()) {
      all = FoundDocs.of(prepared.searcher(), prepared.run(), true);
    }
    int[] sorted =
        DocSorter.order(
            prepared.searcher().getIndexReader(),
            all.docs(),
            prepared.request().paging().order().levels(all.scores()));
    int[] first = all.at(Arrays.copyOf(sorted, most)).docs();
    Arrays.sort(first);
    return first;
  }

  private static List<Object> coded(long[] hashes, Sections.Coded coded) {
    List<Object> codes = new ArrayList<>();
    for (GroupCode code : coded.codes()) {
      codes.add(ShardQuestion.value(code));
    }
    return List.of(hashes, coded.numbers(), codes);
  }

  private static long[] contents(IndexReader reader, int[] docs) throws IOException {
    List<BytesRef> contents = texts(reader, docs, Fields.CONTENT_HASH).getFirst();
    return contents.stream().mapToLong(text -> SortKeys.idHash(text.utf8ToString())).toArray();
  }

  private static List<Object> locations(IndexReader reader, int[] docs, long[] hashes)
      throws IOException {
    long[] placed = new long[docs.length];
    long[] places = new long[docs.length];
    int[] size = {0};
    LeafDocs.visitPlaces(
        reader,
        docs,
        (index, place) -> {
          placed[size[0]] = hashes[index];
          places[size[0]++] = place;
        });
    return List.of(Arrays.copyOf(placed, size[0]), Arrays.copyOf(places, size[0]));
  }

  /** The first value of each document in some fields, empty where it has none. */
  static List<List<BytesRef>> texts(IndexReader reader, int[] docs, String... fields)
      throws IOException {
    List<List<BytesRef>> columns = new ArrayList<>();
    for (String field : fields) {
      BytesRef[] texts = new BytesRef[docs.length];
      Arrays.fill(texts, new BytesRef());
      LeafDocs.visit(
          reader,
          docs,
          leaf -> {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
            return (index, doc) -> {
              if (values.advanceExact(doc)) {
                texts[index] = BytesRef.deepCopyOf(values.lookupOrd(values.nextOrd()));
              }
            };
          });
      columns.add(List.of(texts));
    }
    return columns;
  }

  /** What a grid shows of photos, of those that are here. */
  static List<@Nullable Object> rows(IndexReader reader, List<Long> idHashes) throws IOException {
    int[] docs = docs(reader, new HashSet<>(idHashes));
    ResultRows rows = RowReader.read(reader, docs, 0);
    return Arrays.asList(
        NumberKeys.TIES.of(reader, docs),
        List.of(rows.ids()),
        rows.ratios(),
        rows.colors(),
        rows.taken(),
        rows.flags(),
        List.of(rows.hashes()));
  }

  /** Where ids have these hashes, in the order of the index: the column is gone through. */
  private static int[] docs(IndexReader reader, Set<Long> idHashes) throws IOException {
    int[] docs = new int[idHashes.size()];
    int size = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues hashes = FieldNumbers.of(leaf.reader(), Fields.ID_HASH);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = hashes.nextDoc();
          doc != NumericDocValues.NO_MORE_DOCS && size < docs.length;
          doc = hashes.nextDoc()) {
        if ((live == null || live.get(doc)) && idHashes.contains(hashes.longValue())) {
          docs[size++] = leaf.docBase + doc;
        }
      }
    }
    return Arrays.copyOf(docs, size);
  }
}
