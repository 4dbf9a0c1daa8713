package io.lumiere.web.search;

import io.lumiere.query.ResultOrder;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.JsonObject;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** What a client sends to search with: pictures, and selections of photos. Thread-safe. */
public final class ProbesApi implements ApiModule {
  private static final long MOST_BYTES = 64L << 20;

  /** 100,000 ids of 36 letters, with quotes and commas. */
  private static final long MOST_BYTES_OF_IDS = 8L << 20;

  private static final int MOST_RANGES = 10_000;
  private static final int MOST_MORE = 10_000;
  private static final int LONGEST_ID = 200;
  private static final int ROWS_AT_ONCE = 10_000;

  private static final Schema.Members PICTURE =
      Schema.object("Picture")
          .with("picture", Schema.text(), "identifies it, for the parameters image, like, unlike")
          .with("width", Schema.count(), "in pixels")
          .with("height", Schema.count(), "in pixels");

  private static final Schema.Members SELECTION =
      Schema.object("Selection")
          .with("selection", Schema.text(), "identifies it, for the parameter selection")
          .with("count", Schema.count(), "how many photos it has");

  private static final Schema.Members SELECTED =
      Schema.object("SelectionOrder")
          .optional(
              "ids",
              Schema.list(Schema.text(LONGEST_ID), PhotoFilter.MAX_IDS),
              "the photos; or search")
          .optional("search", Schema.text(20_000), "the photos of a search, as its query string")
          .optional(
              "ranges",
              Schema.list(Schema.list(Schema.integer(0, Integer.MAX_VALUE), 2), MOST_RANGES),
              "only these of the search: the first place and how many")
          .optional("generation", Schema.text(200), "what the places are of")
          .optional("with", Schema.list(Schema.text(LONGEST_ID), MOST_MORE), "these besides")
          .optional(
              "stacks",
              Schema.flag(),
              "whether the near duplicates behind the photos are selected, too");

  private final Searches searches;

  /** Each holds its file in memory. */
  private final Semaphore receiving = new Semaphore(6);

  public ProbesApi(Searches searches) {
    this.searches = searches;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/pictures", "sendPicture")
            .summary("Sends a picture to search with; it is kept in memory for a while.")
            .upload("image/*", MOST_BYTES)
            .reply(201, PICTURE)
            .link("/picture", "picture", "picture")
            .link("/picture", "image", "grid")
            .problems(413)
            .to(this::send),
        Route.get("/pictures/{picture}", "picture")
            .summary("A small JPEG of a picture that was sent.")
            .variable(Parameter.text("picture", "The picture."))
            .reply("image/jpeg")
            .problems(404)
            .to(this::picture),
        Route.post("/selections", "select")
            .summary("Keeps a selection of photos, by ids or as all or some hits of a search.")
            .body(SELECTED, MOST_BYTES_OF_IDS)
            .reply(201, SELECTION)
            .link("/selection", "selection", "grid")
            .problems(410, 413)
            .to(this::select));
  }

  private Reply send(Call call) throws IOException, InterruptedException {
    String id = receive(call);
    Pictures.Picture picture = find(id);
    return Reply.json(
            json -> {
              json.writeStringField("picture", id);
              json.writeNumberField("width", picture.width());
              json.writeNumberField("height", picture.height());
            })
        .status(201);
  }

  private String receive(Call call) throws IOException, InterruptedException {
    if (!receiving.tryAcquire()) {
      throw new HttpProblem(503, "too many pictures come in at the moment: send it again");
    }
    try {
      byte[] bytes = call.upload().readAllBytes();
      if (bytes.length == 0) {
        throw HttpProblem.badRequest("the body is empty: it must be a picture");
      }
      return searches.pictures().keep(bytes);
    } finally {
      receiving.release();
    }
  }

  private Pictures.Picture find(String id) {
    return searches
        .pictures()
        .find(id)
        .orElseThrow(() ->
            HttpProblem.notFound("there is no picture \"" + ShownValue.of(id) + "\" any more"));
  }

  private Reply picture(Call call) {
    return Reply.bytes(find(call.variable("picture")).jpeg(), "image/jpeg").immutable();
  }

  private Reply select(Call call) {
    JsonObject body = call.json();
    if (body.has("ids") == body.has("search")) {
      throw HttpProblem.badRequest("the body must have either \"ids\" or \"search\"");
    }
    for (String part : List.of("ranges", "generation", "with", "stacks")) {
      if (body.has("ids") && body.has(part)) {
        throw HttpProblem.badRequest("\"" + part + "\" goes with \"search\" only");
      }
    }
    List<String> ids =
        body.has("ids") ? body.texts("ids").stream().distinct().toList() : found(body);
    String selection = searches.selections().keep(ids);
    return Reply.json(
            json -> {
              json.writeStringField("selection", selection);
              json.writeNumberField("count", ids.size());
            })
        .status(201);
  }

  private List<String> found(JsonObject body) {
    Arguments arguments = Arguments.parse(body.text("search").orElseThrow(), Searches.PARAMETERS);
    AskedSearch asked = searches.asked(arguments);
    return searches.withOrder(
        asked,
        body.text("generation").orElse(null),
        (order, generation) -> {
          Set<String> ids = new LinkedHashSet<>();
          for (PlaceRange range : PlaceRange.of(body, order.total())) {
            checkCount(ids.size() + (long) range.count());
            addShown(ids, order, range);
            if (body.flag("stacks")) {
              addHidden(ids, order, range);
            }
          }
          ids.addAll(body.texts("with"));
          checkCount(ids.size());
          return List.copyOf(ids);
        });
  }

  private static void addShown(Set<String> ids, ResultOrder order, PlaceRange range) {
    for (int start = range.start(); start < range.end(); start += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, range.end() - start);
      ids.addAll(List.of(order.rows(start, count).ids()));
    }
  }

  private static void addHidden(Set<String> ids, ResultOrder order, PlaceRange range) {
    int hidden = order.hiddenCount(range.start(), range.end());
    checkCount(ids.size() + (long) hidden);
    for (int start = 0; start < hidden; start += ROWS_AT_ONCE) {
      ids.addAll(List.of(order.hidden(range.start(), range.end(), start, ROWS_AT_ONCE).ids()));
    }
  }

  private static void checkCount(long count) {
    if (count > PhotoFilter.MAX_IDS) {
      throw HttpProblem.unprocessable(
          "a selection has at most "
              + PhotoFilter.MAX_IDS
              + " photos: narrow the search, or act on all of its hits");
    }
  }
}
