package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored of a hit is read once: a block of it has to be decompressed each time. */
class HitsReadOnceTest {
  private static final int HITS = 7;

  @TempDir Path folder;

  /** How often each document was read. */
  private final Map<Integer, Integer> reads = new HashMap<>();

  @BeforeEach
  void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 20; i++) {
        archive.add("p" + i + ".jpg", .1f * i, .2f, .3f, .4f);
      }
      archive.commit();
    }
  }

  private DirectoryReader counting() throws IOException {
    return new CountingReader(DirectoryReader.open(FSDirectory.open(folder)), reads);
  }

  @Test
  void byASearchOfOneDirectory() throws IOException {
    try (PhotoSearch search =
        PhotoSearch.open(counting(), TestArchive.MODEL, TestArchive::encode)) {
      SearchRequest request =
          SearchRequest.builder().vector(TestArchive.encode("sunset")).limit(HITS).build();
      assertThat(search.search(request).hits()).hasSize(HITS);
    }
    assertThat(reads.values()).hasSize(HITS).containsOnly(1);
  }

  @Test
  void byAShard() throws IOException {
    try (DirectoryReader reader = counting()) {
      IndexMetadata metadata = new IndexMetadata(TestArchive.MODEL, "/archive");
      SharedRequest request =
          new SharedRequest(SearchRequest.builder().limit(HITS).build(), Scale.COSINE);
      ShardSearch shard =
          new ShardSearch(
              request, new IndexSearcher(reader), metadata, metadata.models().defaultModel());
      ShardResult result = shard.result(shard.statistics(), null, null, HITS);
      assertThat(result.hits()).hasSize(HITS);
    }
    assertThat(reads.values()).hasSize(HITS).containsOnly(1);
  }

  /** A reader that counts what is read of each document. */
  private static final class CountingReader extends FilterDirectoryReader {
    private final Map<Integer, Integer> reads;

    CountingReader(DirectoryReader in, Map<Integer, Integer> reads) throws IOException {
      super(
          in,
          new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader leaf) {
              return new CountingLeaf(leaf, reads);
            }
          });
      this.reads = reads;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
      return new CountingReader(other, reads);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private static final class CountingLeaf extends FilterLeafReader {
    private final Map<Integer, Integer> reads;

    CountingLeaf(LeafReader in, Map<Integer, Integer> reads) {
      super(in);
      this.reads = reads;
    }

    @Override
    public StoredFields storedFields() throws IOException {
      StoredFields stored = in.storedFields();
      return new StoredFields() {
        @Override
        public void document(int doc, StoredFieldVisitor visitor) throws IOException {
          reads.merge(doc, 1, Integer::sum);
          stored.document(doc, visitor);
        }
      };
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }
}
