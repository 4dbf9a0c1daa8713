package io.lumiere.query;

import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.LegScores;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.hybrid.WindowGathering;
import io.lumiere.query.statistics.StatisticsSums;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What several directories answer to one request, stage by stage, put together for the next stage
 * by whoever asks them: a node of a collection. A directory is known by its number. Not
 * thread-safe.
 */
public final class StagedAnswers {
  private final SharedRequest request;
  private final int directories;
  private final WindowGathering windows;
  private final ResultGathering result;
  private final @Nullable SaidGathering said;
  private final List<StatisticsSums> statistics = new ArrayList<>();
  private final List<FusedScores> scores = new ArrayList<>();
  private @Nullable StatisticsSums sums;
  private @Nullable List<LegWindow> allWindows;
  private @Nullable CutoffReport cut;

  /** In their order. */
  public enum Stage {
    /** What the request's words ask of a directory. */
    STATISTICS,
    /** What its legs find there: the first scores. */
    LEGS,
    /** All scores, of directories of which the first may not be enough. */
    MORE_LEGS,
    /** The scores that decide where hits are cut off. */
    SCORES,
    /** Its part of the result, or an answer about its hits. */
    RESULT,
    /** All its hits, of directories of which the first may not be enough. */
    MORE_HITS
  }

  /**
   * Answers to a request.
   *
   * @param directories how many are asked
   * @param question what they are asked in place of a part of the result; null where that is asked
   *     for
   */
  public StagedAnswers(SharedRequest request, int directories, @Nullable ShardQuestion question) {
    this.request = request;
    this.directories = directories;
    this.said = question == null ? null : new SaidGathering(question, directories);
    this.windows = new WindowGathering(request.window(), directories);
    this.result = new ResultGathering(request.request(), directories);
  }

  /** Whether the request has this stage. */
  public boolean needs(Stage stage) {
    return switch (stage) {
      case STATISTICS -> request.needsStatistics();
      case LEGS, MORE_LEGS -> request.isRanked();
      case SCORES -> request.isRanked() && request.isCut();
      case RESULT -> true;
      case MORE_HITS -> said == null || said.isOfShares();
    };
  }

  /** The directories that are asked in a stage, once those before it are {@link #end ended}. */
  public List<Integer> asked(Stage stage) {
    return switch (stage) {
      case MORE_LEGS -> windows.unfinished();
      case MORE_HITS -> said == null ? result.unfinished() : said.unfinished();
      case STATISTICS, LEGS, SCORES, RESULT -> IntStream.range(0, directories).boxed().toList();
    };
  }

  /** How many scores or hits a directory sends in a stage; null where it sends all. */
  public @Nullable Integer first(Stage stage) {
    return switch (stage) {
      case LEGS -> windows.first();
      case RESULT -> said == null ? Integer.valueOf(result.first()) : said.first();
      case STATISTICS, MORE_LEGS, SCORES, MORE_HITS -> null;
    };
  }

  /**
   * Adds what a directory answered in a stage.
   *
   * @param answer of each leg what it found, and one value in all other stages
   */
  public void add(Stage stage, int directory, List<byte[]> answer) {
    switch (stage) {
      case STATISTICS -> statistics.add(StatisticsSums.of(answer.getFirst()));
      case LEGS, MORE_LEGS ->
          windows.add(
              directory, answer.stream().map(LegScores::of).toList(), stage == Stage.MORE_LEGS);
      case SCORES -> answer.forEach(found -> scores.add(FusedScores.of(found)));
      case RESULT, MORE_HITS -> {
        boolean isAll = stage == Stage.MORE_HITS;
        if (said == null) {
          result.add(directory, ShardResult.of(answer.getFirst()), isAll);
        } else {
          said.add(directory, answer.getFirst(), isAll);
        }
      }
    }
  }

  /** Says that all directories have answered that will. */
  public void end(Stage stage) {
    switch (stage) {
      case STATISTICS -> sums = StatisticsSums.of(statistics);
      case LEGS, MORE_LEGS -> allWindows = windows.windows();
      case SCORES -> cut = FusedScores.automatic(scores);
      case RESULT, MORE_HITS -> {}
    }
  }

  /** The statistics of all directories; null where the next stage needs none. */
  public @Nullable StatisticsSums sums() {
    return sums;
  }

  /** The windows of all legs over all directories; null where the next stage needs none. */
  public @Nullable List<LegWindow> windows() {
    return allWindows;
  }

  /** Where hits are cut off; null where they are not. */
  public @Nullable CutoffReport cut() {
    return cut;
  }

  /** What is said in the end: one result of all, or what each directory said to the question. */
  public List<byte[]> said() {
    if (said != null) {
      return said.said();
    }
    return result.size() == 0 ? List.of() : List.of(result.result().toBytes());
  }
}
