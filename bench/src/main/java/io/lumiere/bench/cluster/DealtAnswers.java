package io.lumiere.bench.cluster;

import io.lumiere.query.ShardResult;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.StagedAnswers;
import io.lumiere.query.StagedAnswers.Stage;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.LegScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What many shards would answer to a request, made of what few answered: their scores and hits are
 * dealt out like cards, so each of the many has its share of the same windows and of the same page.
 * Where there are more shards than cards, some are dealt twice. Statistics are the same in all. Not
 * thread-safe.
 */
final class DealtAnswers {
  private final SharedRequest request;
  private final int shards;
  private final Map<Stage, List<List<byte[]>>> dealt = new EnumMap<>(Stage.class);

  /**
   * Deals answers out.
   *
   * @param answers of few shards, stage by stage
   */
  DealtAnswers(SharedRequest request, Map<Stage, List<List<byte[]>>> answers, int shards) {
    this.request = request;
    this.shards = shards;
    StagedAnswers asked = new StagedAnswers(request, shards, null);
    answers.forEach((stage, few) -> {
      List<List<byte[]>> many = new ArrayList<>();
      Integer first = asked.first(stage);
      for (int shard = 0; shard < shards; shard++) {
        List<byte[]> one = few.get(shard % few.size());
        int turn = shard / few.size();
        int turns = Math.max(1, shards / few.size());
        int most = first == null ? Integer.MAX_VALUE : first;
        many.add(one.stream().map(answer -> dealt(stage, answer, turn, turns, most)).toList());
      }
      dealt.put(stage, many);
    });
  }

  /** The cards of a shard: those whose turn it is. */
  private static byte[] dealt(Stage stage, byte[] answer, int turn, int turns, int most) {
    return switch (stage) {
      case STATISTICS -> answer;
      case LEGS, MORE_LEGS -> {
        LegScores all = LegScores.of(answer);
        int count = Math.min(most, cards(all.scores().length, turn, turns));
        float[] scores = new float[count];
        long[] ties = new long[count];
        for (int i = 0; i < count; i++) {
          scores[i] = all.scores()[turn % turns + i * turns];
          ties[i] = all.ties()[turn % turns + i * turns];
        }
        yield new LegScores(scores, ties).toBytes();
      }
      case SCORES -> scores(FusedScores.of(answer), turn, turns).toBytes();
      case RESULT, MORE_HITS -> {
        ShardResult all = ShardResult.of(answer);
        int count = Math.min(all.hits().size(), Math.min(most, 1 + all.hits().size() / turns));
        yield new ShardResult(
                all.hits().subList(0, count),
                all.total(),
                all.scores() == null ? null : scores(all.scores(), turn, turns),
                all.counts(),
                all.photos(),
                all.withVector(),
                all.notes())
            .toBytes();
      }
    };
  }

  private static int cards(int all, int turn, int turns) {
    return all <= turn % turns ? 0 : (all - 1 - turn % turns) / turns + 1;
  }

  private static FusedScores scores(FusedScores all, int turn, int turns) {
    float[] scores = new float[cards(all.descending().length, turn, turns)];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = all.descending()[turn % turns + i * turns];
    }
    return new FusedScores(
        scores,
        scores.length,
        scores.length == 0 ? 0 : scores[scores.length - 1],
        all.hasAllWords(),
        all.areRanks(),
        all.counts());
  }

  /** How long the node that asks them takes to put them together. */
  double mergeMillis() {
    long began = System.nanoTime();
    StagedAnswers merged = new StagedAnswers(request, shards, null);
    dealt.forEach((stage, many) -> {
      for (int shard = 0; shard < many.size(); shard++) {
        merged.add(stage, shard, many.get(shard));
      }
      merged.end(stage);
      merged.asked(stage);
    });
    ShardResult.of(merged.said().getFirst());
    return (System.nanoTime() - began) / 1e6;
  }
}
