package io.lumiere.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexMismatchException;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index of schema version 2 becomes one of this version. */
@Timeout(120)
class UpgradeTest {
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

  /** Writes the index as version 2 did; from {@code upgraded} photos on. */
  private void age(int upgraded) throws IOException {
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
          written.removeFields(Fields.ID_HASH);
          written.removeFields(Fields.NAME_ORDER);
        }
        writer.addDocument(written);
        writer.flush();
      }
      data = new HashMap<>(data);
      data.put("lumiere.schema", "2");
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
    work = new Workspace(temp, temp.resolve("old"));
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

  @Test
  void indexUpgradesWithoutEncodingAnything() throws IOException {
    age(0);
    assertThat(IndexDump.read(work.index)).isNotEqualTo(expected);
    assertThat(Indexer.metadata(work.index).orElseThrow().models().all()).hasSize(2);

    IndexReport report = index();

    assertThat(report.unchanged()).isEqualTo(6);
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(greys.calls).hasValue(0);
    assertThat(IndexDump.read(work.index)).isEqualTo(expected);
    assertThat(work.open().userData()).containsEntry("lumiere.schema", "3");
    assertThat(work.open().failures()).containsOnlyKeys("p/broken.jpg");
    assertThat(index().unchanged()).isEqualTo(6);
  }

  @Test
  void anUpgradeThatWasStoppedGoesOn() throws IOException {
    age(4);
    index();
    assertThat(IndexDump.read(work.index)).isEqualTo(expected);
    assertThat(work.open().userData()).containsEntry("lumiere.schema", "3");
  }

  @Test
  void otherRunsRefuseTheOldIndexAndSayWhatUpgradesIt() throws IOException {
    age(0);
    Reindexer reindexer = new Reindexer(work.index, ReindexOptions.DEFAULTS);
    assertThatThrownBy(() -> reindexer.drop("greys", ProgressListener.NONE))
        .isInstanceOf(IndexMismatchException.class)
        .hasMessageContainingAll("schema version 2", "lumiere index DIR");
    assertThat(work.open().userData()).containsEntry("lumiere.schema", "2");
  }
}
