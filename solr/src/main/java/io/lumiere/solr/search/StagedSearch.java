package io.lumiere.solr.search;

import io.lumiere.base.LumiereException;
import io.lumiere.query.ShardProtocol;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.StagedAnswers;
import io.lumiere.query.StagedAnswers.Stage;
import io.lumiere.query.TooManyWords;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ShardParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.core.SolrCore;
import org.apache.solr.handler.component.ResponseBuilder;
import org.apache.solr.handler.component.SearchComponent;
import org.apache.solr.handler.component.ShardRequest;
import org.apache.solr.handler.component.ShardResponse;
import org.apache.solr.util.plugin.SolrCoreAware;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a search in several shards. In the node that was asked it asks all shards in turn,
 * adds up what they answer and tells them the sums; in a shard it answers. With handler {@code
 * /photos} the last stages are the shards' parts of the result, which the node puts together; with
 * {@code /select} Solr's own search follows. Thread-safe.
 */
public final class StagedSearch extends SearchComponent implements SolrCoreAware {
  /** Its name in the configset. */
  private static final String NAME = "photos";

  /** How {@code q} begins where Solr's own search is one of ours. */
  static final String QUERY = "{!lumiere";

  /** The first stage comes after Solr has read the request, and all before it searches. */
  private static final int FIRST_PLACE = ResponseBuilder.STAGE_PARSE_QUERY + 1;

  private static final List<Stage> STAGES = List.of(Stage.values());

  private static final int UNAVAILABLE = SolrException.ErrorCode.SERVICE_UNAVAILABLE.code;

  private @Nullable CoreMetadata metadata;

  /** What is known of a request in the node that was asked; Solr asks in one thread. */
  private static final class Asked {
    private final StagedAnswers answers;
    private final boolean isOurs;

    /**
     * The addresses of each shard's copies, as Solr writes them, without those that did not answer:
     * they are not waited for in the next stages. Null where none is left.
     */
    private final @Nullable String[] copies;

    /** Why a shard did not answer. */
    private @Nullable Throwable failure;

    Asked(StagedAnswers answers, boolean isOurs, String[] shards) {
      this.answers = answers;
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

    /** The number of a shard that has answered. */
    int number(String shard) {
      return Arrays.asList(copies).indexOf(shard);
    }

    /** The copies of the shards that are asked in a stage, and have answered so far. */
    String[] copies(Stage stage) {
      return answers.asked(stage).stream()
          .map(number -> copies[number])
          .filter(Objects::nonNull)
          .toArray(String[]::new);
    }

    /** The stage that follows; null where all are done. */
    @Nullable Stage next(int place) {
      for (Stage stage : STAGES) {
        boolean isSolrs = !isOurs && stage.compareTo(Stage.RESULT) >= 0;
        if (place < place(stage) && answers.needs(stage) && !isSolrs) {
          return stage;
        }
      }
      return null;
    }
  }

  /** Where a stage stands among Solr's own. */
  private static int place(Stage stage) {
    return FIRST_PLACE + STAGES.indexOf(stage);
  }

  /** The stage that is under way; null where it is one of Solr's. */
  private static @Nullable Stage stage(ResponseBuilder builder) {
    int number = builder.getStage() - FIRST_PLACE;
    return number >= 0 && number < STAGES.size() ? STAGES.get(number) : null;
  }

  /** That of a core. */
  static StagedSearch of(SolrCore core) {
    return (StagedSearch) core.getSearchComponent(NAME);
  }

  @Override
  public void inform(SolrCore core) {
    metadata = new CoreMetadata(core);
    metadata.know();
    FollowerWatch.start(core);
  }

  /** What the core says of its photos. */
  CoreMetadata metadata() {
    return Objects.requireNonNull(metadata);
  }

  @Override
  public void prepare(ResponseBuilder builder) {
    // What is wrong with a request is found where it is read.
  }

  @Override
  public void process(ResponseBuilder builder) throws IOException {
    SolrParams params = builder.req.getParams();
    String stage = params.get(ShardProtocol.STAGE);
    try {
      if (stage != null) {
        ShardRun run = ShardRun.of(builder.req);
        builder.rsp.add(ShardProtocol.ANSWER, run.answer(Stage.valueOf(stage), params));
      } else if (isOurs(builder)) {
        ShardRun run = ShardRun.of(builder.req);
        builder.rsp.add(ShardProtocol.ANSWER, run.answerAlone(params));
      }
    } catch (IllegalArgumentException | LumiereException | TooManyClauses e) {
      throw refusal(e);
    }
  }

  /** What is wrong with the request itself: no other copy would say anything else. */
  static SolrException refusal(RuntimeException mistake) {
    RuntimeException said =
        mistake instanceof TooManyClauses clauses ? TooManyWords.said(clauses) : mistake;
    return new SolrException(SolrException.ErrorCode.BAD_REQUEST, said.getMessage(), said);
  }

  private static boolean isOurs(ResponseBuilder builder) {
    return ShardProtocol.HANDLER.equals(builder.req.getContext().get("path"));
  }

  @Override
  public int distributedProcess(ResponseBuilder builder) {
    SolrParams params = builder.req.getParams();
    if (!isOurs(builder) && !isAskedFor(params)) {
      return ResponseBuilder.STAGE_DONE;
    }
    Asked asked = asked(builder);
    Stage stage = stage(builder);
    if (stage != null) {
      ask(builder, stage);
    }
    Stage next = asked.next(builder.getStage());
    return next == null ? ResponseBuilder.STAGE_DONE : place(next);
  }

  /** Whether Solr's own search is one of ours. */
  private static boolean isAskedFor(SolrParams params) {
    return params.get("q", "").startsWith(QUERY);
  }

  private Asked asked(ResponseBuilder builder) {
    Object known = builder.req.getContext().get(getClass().getName());
    if (known instanceof Asked asked) {
      return asked;
    }
    try {
      SolrParams params = builder.req.getParams();
      StagedAnswers answers =
          new StagedAnswers(
              SharedRequest.read(StageParameters.request(params)),
              builder.shards.length,
              StageParameters.question(params));
      Asked asked = new Asked(answers, isOurs(builder), builder.shards);
      builder.req.getContext().put(getClass().getName(), asked);
      return asked;
    } catch (IllegalArgumentException | LumiereException e) {
      throw refusal(e);
    }
  }

  /** Asks the shards of a stage that have answered so far; no other component answers. */
  private void ask(ResponseBuilder builder, Stage stage) {
    ShardRequest request = new ShardRequest();
    request.purpose = ShardRequest.PURPOSE_PRIVATE;
    request.shards = asked(builder).copies(stage);
    // Where Solr is given no shards, it asks all of them.
    if (request.shards.length > 0) {
      ask(builder, stage, request);
    }
  }

  private void ask(ResponseBuilder builder, Stage stage, ShardRequest request) {
    request.params = StageParameters.handedOn(builder.req.getParams());
    request.params.set(ShardProtocol.STAGE, stage.name());
    Integer first = asked(builder).answers.first(stage);
    if (first != null) {
      request.params.set(ShardProtocol.FIRST, first);
    }
    if (stage.compareTo(Stage.RESULT) >= 0) {
      StageParameters.copyQuestion(builder.req.getParams(), request.params);
    }
    request.params.set(ShardParams.SHARDS_QT, ShardProtocol.HANDLER);
    // Solr lets no component change a private request.
    modifyRequest(builder, this, request);
    builder.addRequest(this, request);
  }

  @Override
  public void modifyRequest(ResponseBuilder builder, SearchComponent who, ShardRequest request) {
    if (builder.req.getContext().get(getClass().getName()) instanceof Asked asked) {
      StatisticsSums sums = asked.answers.sums();
      if (sums != null) {
        StageParameters.set(request.params, sums);
      }
      List<LegWindow> windows = asked.answers.windows();
      if (windows != null) {
        StageParameters.set(request.params, windows);
      }
      CutoffReport cut = asked.answers.cut();
      if (cut != null) {
        StageParameters.set(request.params, cut);
      }
    }
  }

  @Override
  public void handleResponses(ResponseBuilder builder, ShardRequest request) {
    String stage = request.params.get(ShardProtocol.STAGE);
    if (stage == null || request.responses.size() < request.actualShards.length) {
      return;
    }
    Asked asked = asked(builder);
    for (ShardResponse response : request.responses) {
      if (response.getException() != null) {
        requireNotRefused(response.getException());
        asked.failure = response.getException();
        askOthers(builder, Stage.valueOf(stage), asked.withoutFirst(response.getShard()));
      } else if (response.getSolrResponse() != null) {
        Object answer = response.getSolrResponse().getResponse().get(ShardProtocol.ANSWER);
        if (answer instanceof List<?> values) {
          asked.answers.add(
              Stage.valueOf(stage),
              asked.number(response.getShard()),
              values.stream().map(byte[].class::cast).toList());
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

  @Override
  public void finishStage(ResponseBuilder builder) {
    Stage stage = stage(builder);
    if (stage == null) {
      return;
    }
    Asked asked = asked(builder);
    asked.answers.end(stage);
    if (asked.isOurs && asked.next(builder.getStage()) == null) {
      requireAnswer(asked);
      builder.rsp.add(ShardProtocol.ANSWER, asked.answers.said());
      builder.rsp.add(ShardProtocol.SILENT, silent(builder, asked));
      builder.rsp.add(ShardProtocol.SHARDS, asked.copies.length);
    }
  }

  /** Where no shard has answered, the failure of one is that of the request. */
  private static void requireAnswer(Asked asked) {
    if (asked.failure != null && asked.answers.said().isEmpty()) {
      int code = asked.failure instanceof SolrException failed ? failed.code() : UNAVAILABLE;
      throw new SolrException(
          SolrException.ErrorCode.getErrorCode(code),
          "no shard answers: " + asked.failure.getMessage(),
          asked.failure);
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
