package io.lumiere.bench.cluster;

import io.lumiere.query.ShardResult;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.LegScores;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all shards together answered so far to a request, put together as the node does that is
 * asked for all of them. Not thread-safe.
 */
class ShardAnswers {
  final SharedRequest request;
  @Nullable StatisticsSums sums;
  List<LegWindow> windows = List.of();
  @Nullable CutoffReport cut;
  List<ShardResult> results = List.of();

  ShardAnswers(SharedRequest request) {
    this.request = request;
  }

  /** Adds what the shards answered in a stage, one answer of each. */
  final void add(ShardStages.Stage stage, List<Object> answers) {
    switch (stage) {
      case STATISTICS ->
          sums =
              StatisticsSums.of(
                  answers.stream().map(answer -> StatisticsSums.of((byte[]) answer)).toList());
      case LEGS ->
          windows =
              LegWindow.ofAll(answers.stream().map(ShardAnswers::legs).toList(), request.window());
      case SCORES ->
          cut =
              FusedScores.automatic(
                  answers.stream()
                      .map(answer -> (byte[]) answer)
                      .filter(bytes -> bytes.length > 0)
                      .map(FusedScores::of)
                      .toList());
      case RESULT ->
          results = answers.stream().map(answer -> ShardResult.of((byte[]) answer)).toList();
    }
  }

  /** How many bytes an answer has. */
  static long bytes(Object answer) {
    return answer instanceof List<?> parts
        ? parts.stream().mapToLong(ShardAnswers::bytes).sum()
        : ((byte[]) answer).length;
  }

  private static List<LegScores> legs(Object answer) {
    return ((List<?>) answer).stream().map(leg -> LegScores.of((byte[]) leg)).toList();
  }
}
