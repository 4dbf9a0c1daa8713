package io.lumiere.solr.search;

import io.lumiere.query.SharedRequest;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.LegScores;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.ShardParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.handler.component.ResponseBuilder;
import org.apache.solr.handler.component.SearchComponent;
import org.apache.solr.handler.component.ShardRequest;
import org.apache.solr.handler.component.ShardResponse;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a search in several shards. In the node that was asked it asks all shards in turn,
 * adds up what they answer and tells them the sums; in a shard it answers. With handler {@code
 * /photos} the shards' parts of the result are the last stage, which the program puts together;
 * with {@code /select} Solr's own search follows. Thread-safe.
 */
public final class StagedSearch extends SearchComponent {
  /** The handler that has nothing but this. */
  private static final String HANDLER = "/photos";

  /** What stands under this in a response is ours. */
  private static final String ANSWER = "lumiere";

  /** Under this stand the shards that did not answer. */
  private static final String SILENT = "lumiereSilent";

  /** Each with its place among Solr's own stages. */
  enum Stage {
    STATISTICS(1_100),
    LEGS(1_200),
    SCORES(1_300),
    RESULT(1_400);

    private final int place;

    Stage(int place) {
      this.place = place;
    }
  }

  /** What is known of a request in the node that was asked; Solr asks in one thread. */
  private static final class Asked {
    private final SharedRequest request;
    private final boolean isOurs;
    private @Nullable StatisticsSums sums;
    private @Nullable List<LegWindow> windows;
    private @Nullable CutoffReport cut;
    private final List<byte[]> results = new ArrayList<>();

    /** What the shards have answered in the stage that is under way. */
    private final List<Object> answers = new ArrayList<>();

    /**
     * The addresses of each shard's copies, as Solr writes them, without those that did not answer:
     * they are not waited for in the next stages. Null where none is left.
     */
    private final @Nullable String[] copies;

    Asked(SharedRequest request, boolean isOurs, String[] shards) {
      this.request = request;
      this.isOurs = isOurs;
      this.copies = shards.clone();
    }

    /**
     * Leaves out the copy that was asked first, which did not answer.
     *
     * @return the other ones; null where there are none
     */
    @Nullable String withoutFirst(String shard) {
      int bar = shard.indexOf('|');
      @Nullable String rest = bar < 0 ? null : shard.substring(bar + 1);
      for (int i = 0; i < copies.length; i++) {
        if (shard.equals(copies[i])) {
          copies[i] = rest;
        }
      }
      return rest;
    }

    /** The stage that follows; null where all are done. */
    @Nullable Stage next(int place) {
      if (place < Stage.STATISTICS.place) {
        return Stage.STATISTICS;
      }
      if (place < Stage.LEGS.place && request.isRanked()) {
        return Stage.LEGS;
      }
      if (place < Stage.SCORES.place && request.isRanked() && request.isCut()) {
        return Stage.SCORES;
      }
      return place < Stage.RESULT.place && isOurs ? Stage.RESULT : null;
    }
  }

  @Override
  public void prepare(ResponseBuilder builder) {
    // What is wrong with a request is found where it is read.
  }

  @Override
  public void process(ResponseBuilder builder) throws IOException {
    SolrParams params = builder.req.getParams();
    String stage = params.get(StageParameters.STAGE);
    try {
      if (stage != null) {
        builder.rsp.add(ANSWER, answer(Stage.valueOf(stage), ShardRun.of(builder.req), params));
      } else if (isOurs(builder)) {
        ShardRun run = ShardRun.of(builder.req);
        ShardRun.Alone alone = run.alone();
        builder.rsp.add(
            ANSWER,
            List.of(
                run.result(
                    alone.sums(), alone.windows(), alone.cut(), StageParameters.question(params))));
      }
    } catch (IllegalArgumentException e) {
      throw new SolrException(SolrException.ErrorCode.BAD_REQUEST, e.getMessage(), e);
    }
  }

  private static boolean isOurs(ResponseBuilder builder) {
    return HANDLER.equals(builder.req.getContext().get("path"));
  }

  private static Object answer(Stage stage, ShardRun run, SolrParams params) throws IOException {
    if (stage == Stage.STATISTICS) {
      return run.statistics().toBytes();
    }
    StatisticsSums sums = StageParameters.statistics(params);
    if (sums == null) {
      throw new IllegalArgumentException("stage " + stage + " needs the statistics of all shards");
    }
    List<LegWindow> given = StageParameters.windows(params);
    List<LegWindow> windows = given == null ? List.of() : given;
    return switch (stage) {
      case STATISTICS -> throw new IllegalStateException();
      case LEGS -> run.legScores(sums).stream().map(LegScores::toBytes).toList();
      case SCORES -> {
        FusedScores scores = run.scores(sums, windows);
        yield scores == null ? new byte[0] : scores.toBytes();
      }
      case RESULT ->
          run.result(sums, windows, StageParameters.cut(params), StageParameters.question(params));
    };
  }

  @Override
  public int distributedProcess(ResponseBuilder builder) {
    SolrParams params = builder.req.getParams();
    if (!isOurs(builder) && !isAskedFor(params)) {
      return ResponseBuilder.STAGE_DONE;
    }
    Asked asked = asked(builder);
    for (Stage stage : Stage.values()) {
      if (stage.place == builder.getStage()) {
        ask(builder, stage);
      }
    }
    Stage next = asked.next(builder.getStage());
    return next == null ? ResponseBuilder.STAGE_DONE : next.place;
  }

  /** Whether Solr's own search is one of ours: {@code q={!lumiere}}. */
  private static boolean isAskedFor(SolrParams params) {
    return params.get("q", "").startsWith("{!lumiere");
  }

  private Asked asked(ResponseBuilder builder) {
    Object known = builder.req.getContext().get(getClass().getName());
    if (known instanceof Asked asked) {
      return asked;
    }
    try {
      Asked asked =
          new Asked(
              SharedRequest.read(StageParameters.request(builder.req.getParams())),
              isOurs(builder),
              builder.shards);
      builder.req.getContext().put(getClass().getName(), asked);
      return asked;
    } catch (IllegalArgumentException e) {
      throw new SolrException(SolrException.ErrorCode.BAD_REQUEST, e.getMessage(), e);
    }
  }

  /**
   * Asks all shards that have answered so far. Nothing but our own parameters goes along, so no
   * other component answers.
   */
  private void ask(ResponseBuilder builder, Stage stage) {
    ShardRequest request = new ShardRequest();
    request.purpose = ShardRequest.PURPOSE_PRIVATE;
    request.shards =
        Stream.of(asked(builder).copies).filter(Objects::nonNull).toArray(String[]::new);
    ask(builder, stage, request);
  }

  private void ask(ResponseBuilder builder, Stage stage, ShardRequest request) {
    request.params = new ModifiableSolrParams();
    StageParameters.copy(builder.req.getParams(), request.params);
    request.params.set(StageParameters.STAGE, stage.name());
    if (stage == Stage.RESULT) {
      StageParameters.copyQuestion(builder.req.getParams(), request.params);
    }
    request.params.set(ShardParams.SHARDS_QT, HANDLER);
    // Solr lets no component change a private request.
    modifyRequest(builder, this, request);
    builder.addRequest(this, request);
  }

  @Override
  public void modifyRequest(ResponseBuilder builder, SearchComponent who, ShardRequest request) {
    if (builder.req.getContext().get(getClass().getName()) instanceof Asked asked) {
      if (asked.sums != null) {
        StageParameters.set(request.params, asked.sums);
      }
      if (asked.windows != null) {
        StageParameters.set(request.params, asked.windows);
      }
      if (asked.cut != null) {
        StageParameters.set(request.params, asked.cut);
      }
    }
  }

  @Override
  public void handleResponses(ResponseBuilder builder, ShardRequest request) {
    String stage = request.params.get(StageParameters.STAGE);
    if (stage == null || request.responses.size() < request.actualShards.length) {
      return;
    }
    Asked asked = asked(builder);
    for (ShardResponse response : request.responses) {
      if (response.getException() != null) {
        requireNotRefused(response.getException());
        askOthers(builder, Stage.valueOf(stage), asked.withoutFirst(response.getShard()));
      } else if (response.getSolrResponse() != null) {
        Object answer = response.getSolrResponse().getResponse().get(ANSWER);
        if (answer != null) {
          asked.answers.add(answer);
        }
      }
    }
  }

  /** Solr itself asks another copy where one refuses connections, not where one is late. */
  private void askOthers(ResponseBuilder builder, Stage stage, @Nullable String copies) {
    if (copies != null) {
      ShardRequest request = new ShardRequest();
      request.purpose = ShardRequest.PURPOSE_PRIVATE;
      request.shards = new String[] {copies};
      ask(builder, stage, request);
    }
  }

  /** A request that one shard refuses is wrong for all: the others are not all that there is. */
  private static void requireNotRefused(Throwable failure) {
    if (failure instanceof SolrException refusal
        && refusal.code() == SolrException.ErrorCode.BAD_REQUEST.code) {
      throw new SolrException(SolrException.ErrorCode.BAD_REQUEST, refusal.getMessage(), refusal);
    }
  }

  private static void add(Asked asked, Stage stage, List<Object> answers) {
    switch (stage) {
      case STATISTICS ->
          asked.sums =
              StatisticsSums.of(
                  answers.stream().map(answer -> StatisticsSums.of((byte[]) answer)).toList());
      case LEGS ->
          asked.windows =
              LegWindow.ofAll(
                  answers.stream().map(StagedSearch::legs).toList(), asked.request.window());
      case SCORES ->
          asked.cut =
              FusedScores.automatic(
                  answers.stream()
                      .map(answer -> (byte[]) answer)
                      .filter(bytes -> bytes.length > 0)
                      .map(FusedScores::of)
                      .toList());
      case RESULT -> answers.forEach(answer -> asked.results.add((byte[]) answer));
    }
  }

  private static List<LegScores> legs(Object answer) {
    return ((List<?>) answer).stream().map(leg -> LegScores.of((byte[]) leg)).toList();
  }

  @Override
  public void finishStage(ResponseBuilder builder) {
    for (Stage stage : Stage.values()) {
      if (stage.place == builder.getStage()) {
        Asked asked = asked(builder);
        add(asked, stage, List.copyOf(asked.answers));
        asked.answers.clear();
      }
    }
    if (builder.getStage() == Stage.RESULT.place) {
      builder.rsp.add(ANSWER, asked(builder).results);
      builder.rsp.add(SILENT, silent(builder, asked(builder)));
    }
  }

  private static List<String> silent(ResponseBuilder builder, Asked asked) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < asked.copies.length; i++) {
      if (asked.copies[i] == null) {
        names.add(builder.slices == null ? builder.shards[i] : builder.slices[i]);
      }
    }
    return names;
  }

  @Override
  public String getDescription() {
    return "Lumiere's searches, with the same scores in every shard as in one index";
  }
}
