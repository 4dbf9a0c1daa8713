package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.LumiereException;
import io.lumiere.query.StagedAnswers.Stage;
import io.lumiere.query.hybrid.FusedQuery;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

  /** What was asked about hits. */
  final List<ShardQuestion> asked = new ArrayList<>();

  /** How many bytes the largest answer about hits had. */
  int largestAnswer;

  /** The directories that were asked for more hits than they sent first, the last time. */
  List<Integer> askedAgain = List.of();

  /** The directories that do not answer questions about hits. */
  final Set<Integer> silent = new TreeSet<>();

  /** What happens after something is asked about hits, and before it is answered. */
  Consumer<ShardQuestion> meanwhile = question -> {};

  /** Which questions cannot be asked at all. */
  Predicate<ShardQuestion> refused = question -> false;

  ShardsInProcess(List<TestArchive> archives) throws IOException {
    for (TestArchive archive : archives) {
      readers.add(archive.reader());
    }
  }

  /** Sees what has been written meanwhile. */
  void refresh() throws IOException {
    for (int i = 0; i < readers.size(); i++) {
      DirectoryReader newer = DirectoryReader.openIfChanged(readers.get(i));
      if (newer != null) {
        readers.set(i, newer).close();
      }
    }
    lastRun = null;
  }

  /** A search of all. */
  SharedSearch search() {
    return search(SharedOrderSearch.MOST);
  }

  /** A search whose orders have so many hits at most. */
  SharedSearch search(int mostOrdered) {
    return new SharedSearch(
        this, METADATA, INDEXED, TestArchive::encode, Calibration.DEFAULT, mostOrdered);
  }

  /** One request in all stages but the last ones. */
  private final class Run {
    private final SharedRequest sent;
    private final List<ShardSearch> shards = new ArrayList<>();
    private final StagedAnswers answers;
    private final List<@Nullable HybridRun> runs = new ArrayList<>();
    private final List<@Nullable FusedQuery> fused = new ArrayList<>();

    Run(List<DirectoryReader> readers, SharedRequest request) throws IOException {
      sent = SharedRequest.read(request.parameters());
      for (DirectoryReader reader : readers) {
        shards.add(new ShardSearch(sent, new IndexSearcher(reader), METADATA, INDEXED));
      }
      answers = answers(null);
      for (Stage stage : List.of(Stage.STATISTICS, Stage.LEGS, Stage.MORE_LEGS, Stage.SCORES)) {
        ask(answers, stage, null);
        if (stage == Stage.STATISTICS) {
          start();
        } else if (stage == Stage.MORE_LEGS) {
          fuse();
        }
      }
    }

    private StagedAnswers answers(@Nullable ShardQuestion question) {
      return new StagedAnswers(sent, shards.size(), question);
    }

    private void start() throws IOException {
      for (int i = 0; i < shards.size(); i++) {
        StatisticsSums sums = sums(i);
        runs.add(
            shards.get(i).query(sums) instanceof HybridQuery query
                ? query.start(shards.get(i).searcher(sums))
                : null);
      }
    }

    private StatisticsSums sums(int shard) throws IOException {
      StatisticsSums all = answers.sums();
      if (all != null) {
        return all;
      }
      // Nothing may depend on what the others have.
      StatisticsSums own = shards.get(shard).statistics();
      assertThat(own.counts().keySet())
          .isSubsetOf("QUERY FieldExistsQuery [field=" + INDEXED.field() + "]");
      return own;
    }

    private void fuse() throws IOException {
      for (HybridRun run : runs) {
        List<LegWindow> windows = answers.windows();
        fused.add(run == null || windows == null ? null : run.fused(windows));
      }
    }

    private void ask(StagedAnswers to, Stage stage, @Nullable ShardQuestion question)
        throws IOException {
      if (to.needs(stage)) {
        for (int shard : to.asked(stage)) {
          Integer first = to.first(stage);
          int most = first == null ? Integer.MAX_VALUE : first;
          to.add(stage, shard, answer(stage, shard, most, question));
        }
        to.end(stage);
      }
    }

    private List<byte[]> answer(Stage stage, int shard, int most, @Nullable ShardQuestion question)
        throws IOException {
      HybridRun run = shard < runs.size() ? runs.get(shard) : null;
      FusedQuery found = shard < fused.size() ? fused.get(shard) : null;
      ShardSearch search = shards.get(shard);
      return switch (stage) {
        case STATISTICS -> List.of(search.statistics().toBytes());
        case LEGS, MORE_LEGS ->
            run == null ? List.of() : run.legScores(most).stream().map(LegScores::toBytes).toList();
        case SCORES -> found == null ? List.of() : List.of(found.fusedScores().toBytes());
        case RESULT, MORE_HITS ->
            List.of(
                question == null
                    ? search.result(sums(shard), found, answers.cut(), most).toBytes()
                    : search.answer(question, sums(shard), found, answers.cut(), most));
      };
    }

    /** The last stages. */
    private List<byte[]> said(@Nullable ShardQuestion question) throws IOException {
      StagedAnswers last = answers(question);
      ask(last, Stage.RESULT, question);
      if (last.needs(Stage.MORE_HITS)) {
        askedAgain = last.asked(Stage.MORE_HITS);
      }
      ask(last, Stage.MORE_HITS, question);
      return last.said();
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
      return new SharedSearch.Answers(
          run(request).said(null).stream().map(ShardResult::of).toList(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SharedSearch.Said ask(SharedRequest request, ShardQuestion question) {
    asked.add(question);
    meanwhile.accept(question);
    if (refused.test(question)) {
      throw new LumiereException("no shard answers");
    }
    try {
      List<byte[]> all = run(request).said(ShardQuestion.of(question.toBytes()));
      List<byte[]> said = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (!silent.contains(i)) {
          said.add(all.get(i));
          largestAnswer = Math.max(largestAnswer, all.get(i).length);
        }
      }
      List<String> names = silent.stream().map(String::valueOf).toList();
      return new SharedSearch.Said(
          said,
          silent.isEmpty()
              ? null
              : "shard " + String.join(" and ", names) + " of " + readers.size() + " is silent",
          Set.copyOf(names));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(readers);
  }
}
