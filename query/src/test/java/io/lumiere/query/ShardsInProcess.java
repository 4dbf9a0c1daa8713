package io.lumiere.query;

import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.HybridRun;
import io.lumiere.query.hybrid.LegScores;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Directories that are searched together, in the stages and by the bytes of several machines. */
final class ShardsInProcess implements SharedSearch.Directories, Closeable {
  private static final IndexedModel INDEXED =
      IndexModels.of(TestArchive.MODEL).expect("test", "test");
  private static final IndexMetadata METADATA = new IndexMetadata(TestArchive.MODEL, "/archive");

  private final List<DirectoryReader> readers = new ArrayList<>();
  private Map<String, List<String>> last = Map.of();
  private @Nullable Run lastRun;

  ShardsInProcess(List<TestArchive> archives) throws IOException {
    for (TestArchive archive : archives) {
      readers.add(archive.reader());
    }
  }

  /** A search of all. */
  SharedSearch search() {
    return new SharedSearch(this, METADATA, INDEXED, TestArchive::encode, Calibration.DEFAULT);
  }

  /** All stages but the last. */
  private static final class Run {
    private final List<ShardSearch> shards = new ArrayList<>();
    private final StatisticsSums sums;
    private final List<@Nullable FusedQuery> fused = new ArrayList<>();
    private final @Nullable CutoffReport cut;

    Run(List<DirectoryReader> readers, SharedRequest request) throws IOException {
      SharedRequest sent = SharedRequest.read(request.parameters());
      for (DirectoryReader reader : readers) {
        shards.add(new ShardSearch(sent, new IndexSearcher(reader), METADATA, INDEXED));
      }
      List<StatisticsSums> answers = new ArrayList<>();
      for (ShardSearch shard : shards) {
        answers.add(StatisticsSums.of(shard.statistics().toBytes()));
      }
      sums = StatisticsSums.of(answers);
      List<HybridRun> runs = new ArrayList<>();
      for (ShardSearch shard : shards) {
        if (shard.query(sums) instanceof HybridQuery query) {
          runs.add(query.start(shard.searcher(sums)));
        }
      }
      List<List<LegScores>> found = new ArrayList<>();
      for (HybridRun run : runs) {
        found.add(run.legScores());
      }
      List<LegWindow> windows = LegWindow.ofAll(found, sent.window());
      for (int i = 0; i < shards.size(); i++) {
        fused.add(runs.isEmpty() ? null : runs.get(i).fused(windows));
      }
      List<FusedScores> scores =
          fused.stream().filter(Objects::nonNull).map(FusedQuery::fusedScores).toList();
      cut = sent.isCut() ? FusedScores.automatic(scores) : null;
    }
  }

  /** The stages run once for what is asked about one request. */
  private Run run(SharedRequest request) throws IOException {
    Map<String, List<String>> parameters = request.parameters();
    if (lastRun == null || !parameters.equals(last)) {
      lastRun = new Run(readers, request);
      last = parameters;
    }
    return lastRun;
  }

  @Override
  public SharedSearch.Answers ask(SharedRequest request) {
    try {
      Run run = run(request);
      List<ShardResult> results = new ArrayList<>();
      for (int i = 0; i < run.shards.size(); i++) {
        results.add(
            ShardResult.of(
                run.shards.get(i).result(run.sums, run.fused.get(i), run.cut).toBytes()));
      }
      return new SharedSearch.Answers(results, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SharedSearch.Said ask(SharedRequest request, ShardQuestion question) {
    try {
      Run run = run(request);
      ShardQuestion sent = ShardQuestion.of(question.toBytes());
      List<byte[]> answers = new ArrayList<>();
      for (int i = 0; i < run.shards.size(); i++) {
        answers.add(run.shards.get(i).answer(sent, run.sums, run.fused.get(i), run.cut));
      }
      return new SharedSearch.Said(answers, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable String path(String idOrPath) {
    return null;
  }

  @Override
  public float @Nullable [] of(String idOrPath) {
    return null;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(readers);
  }
}
