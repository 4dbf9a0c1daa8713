package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexMismatchException;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.Stems;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index of an older schema version becomes one of this version. */
class UpgradeTest {
  /** The fields that came with a version, which older ones lack. */
  private static final NavigableMap<Integer, List<String>> SINCE =
      new TreeMap<>(
          Map.of(
              3,
              List.of(Fields.ID_HASH, Fields.NAME_ORDER),
              4,
              List.of(
                  Fields.SCHEMA,
                  Fields.READER,
                  Fields.CHANGED,
                  Fields.NAME,
                  Fields.LANGUAGE,
                  Fields.NOTE_COUNT)));

  @TempDir private Path temp;
  private Workspace work;
  private final GreyEncoder greys = new GreyEncoder();
  private Map<String, Set<String>> expected;

  @BeforeEach
  void photos() throws IOException {
    work = new Workspace(temp).withPhotos("p", 6);
    Files.writeString(work.file("p/broken.jpg"), "no picture");
    work.run();
    new Reindexer(work.index, ReindexOptions.DEFAULTS)
        .add(new ModelEncoder(GreyEncoder.MODEL, () -> greys), ProgressListener.NONE);
    greys.calls.set(0);
    expected = IndexDump.read(work.index);
  }

  /** Writes the index as an older version did; from {@code upgraded} photos on. */
  private void age(int version, int upgraded) throws IOException {
    try (FSDirectory old = FSDirectory.open(temp.resolve("old"));
        FSDirectory now = FSDirectory.open(work.index);
        DirectoryReader reader = DirectoryReader.open(now);
        IndexWriter writer =
            new IndexWriter(
                old,
                new IndexWriterConfig(Words.analyzer()).setMergePolicy(NoMergePolicy.INSTANCE))) {
      Map<String, String> data = reader.getIndexCommit().getUserData();
      List<IndexedModel> models = IndexMetadata.fromUserData(data, "index").models().all();
      Bits live = MultiBits.getLiveDocs(reader); // Reindexing may have left deleted ones.
      int photos = 0;
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        if (live != null && !live.get(doc)) {
          continue;
        }
        Document stored = reader.storedFields().document(doc);
        if (stored.get(Fields.ID) == null) {
          writer.addDocument(
              PhotoDocuments.toFailure(
                  stored.get(Fields.FAILURE_PATH),
                  stored.get(Fields.FAILURE_REASON),
                  10,
                  Files.getLastModifiedTime(work.file("p/broken.jpg")).toInstant()));
          continue;
        }
        Photo photo = PhotoDocuments.fromDocument(stored);
        Document written =
            PhotoDocuments.toDocument(photo, PhotoVectors.readAll(reader, doc, models));
        if (photos++ >= upgraded) {
          SINCE.tailMap(version, false).values().stream()
              .flatMap(List::stream)
              .forEach(written::removeFields);
          if (version < 4) {
            Stems.FIELDS.forEach(field -> leaveOutStems(written, field));
          }
        }
        writer.addDocument(written);
        writer.flush();
      }
      data = new HashMap<>(data);
      data.put("lumiere.schema", Integer.toString(version));
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
    work = new Workspace(temp, temp.resolve("old"));
  }

  private static void leaveOutStems(Document document, String field) {
    String[] values = document.getValues(field);
    document.removeFields(field);
    for (String value : values) {
      document.add(new TextField(field, value, Store.YES));
    }
  }

  private IndexReport index() {
    return new Indexer(
            work.archive,
            work.index,
            List.of(
                new ModelEncoder(ColourEncoder.MODEL, () -> work.encoder),
                new ModelEncoder(GreyEncoder.MODEL, () -> greys)),
            IndexerOptions.DEFAULTS)
        .run(ProgressListener.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void indexUpgradesWithoutEncodingAnything(int version) throws IOException {
    age(version, 0);
    assertThat(IndexDump.read(work.index)).isNotEqualTo(expected);
    assertThat(Indexer.metadata(work.index).orElseThrow().models().all()).hasSize(2);

    IndexReport report = index();

    assertThat(report.counts().unchanged()).isEqualTo(6);
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(greys.calls).hasValue(0);
    assertThat(IndexDump.read(work.index)).isEqualTo(expected);
    assertThat(work.open().userData()).containsEntry("lumiere.schema", "4");
    assertThat(work.open().failures()).containsOnlyKeys("p/broken.jpg");
    assertThat(index().counts().unchanged()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void anUpgradeThatWasStoppedGoesOn(int version) throws IOException {
    age(version, 4);
    index();
    assertThat(IndexDump.read(work.index)).isEqualTo(expected);
    assertThat(work.open().userData()).containsEntry("lumiere.schema", "4");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void otherRunsRefuseTheOldIndexAndSayWhatUpgradesIt(int version) throws IOException {
    age(version, 0);
    Reindexer reindexer = new Reindexer(work.index, ReindexOptions.DEFAULTS);
    assertThatThrownBy(() -> reindexer.drop("greys", ProgressListener.NONE))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContaining("schema version " + version)
        .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OUTDATED);
    assertThat(work.open().userData()).containsEntry("lumiere.schema", Integer.toString(version));
  }
}
