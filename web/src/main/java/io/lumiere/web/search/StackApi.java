package io.lumiere.web.search;

import io.lumiere.query.ResultOrder;
import io.lumiere.query.order.ResultRows;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.util.List;

/** The near duplicates that stand together in the order of a search. Thread-safe. */
public final class StackApi implements ApiModule {
  private static final int MOST_PHOTOS = 1_000;
  private static final int MOST_AROUND = 499;

  private static final Schema.Members STACK =
      Schema.object("Stack")
          .with("generation", Schema.text(), "the state of the index that the order is of")
          .with("position", Schema.count(), "the place of the photo that is shown for all of them")
          .with("total", Schema.count(), "how many photos there are, that one included")
          .with("rows", GridJson.ROWS, "that one, and those behind it in the order of the search");

  private final Searches searches;

  public StackApi(Searches searches) {
    this.searches = searches;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/grid/stack", "gridStack")
            .summary("The photos that stand behind one photo of a search, or together with it.")
            .parameters(Searches.PARAMETERS)
            .parameter(Parameter.text("id", "Any of them.").mandatory())
            .parameter(
                Parameter.integer("start", 0, Integer.MAX_VALUE, "The first place in the stack.")
                    .orElse("0"))
            .parameter(Parameter.integer("count", 0, MOST_PHOTOS, "How many.").orElse("200"))
            .parameter(
                Parameter.integer(
                    "around",
                    0,
                    MOST_AROUND,
                    "In place of start and count: the photo, so many before it, so many after."))
            .parameter(Parameter.text("generation", "That of an earlier answer."))
            .reply(STACK)
            .problems(404, 410)
            .to(this::stack));
  }

  private Reply stack(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    String id = call.arguments().text("id").orElseThrow();
    return searches.withOrder(
        asked,
        call.arguments().text("generation").orElse(null),
        (order, generation) -> {
          int position =
              order
                  .positionOf(id)
                  .orElseThrow(() ->
                      HttpProblem.notFound(
                          "the search does not find the photo \"" + ShownValue.of(id) + "\""));
          int total = order.stackSize(position);
          ResultRows rows = rows(order, position, call.arguments());
          return Reply.json(json -> {
            json.writeStringField("generation", generation);
            json.writeNumberField("position", position);
            json.writeNumberField("total", total);
            json.writeObjectFieldStart("rows");
            GridJson.writeRows(json, rows, false);
            json.writeEndObject();
          });
        });
  }

  private static ResultRows rows(ResultOrder order, int position, Arguments arguments) {
    if (!arguments.has("around")) {
      return order.stack(position, arguments.integer("start", 0), arguments.integer("count", 200));
    }
    int around = arguments.integer("around", 0);
    int place = order.placeInStack(position, arguments.text("id").orElseThrow());
    int start = Math.max(0, place - around);
    return order.stack(position, start, place + around + 1 - start);
  }
}
