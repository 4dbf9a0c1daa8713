package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.event.PhotoEvent;
import io.lumiere.query.group.Section;
import io.lumiere.query.map.MapCluster;
import io.lumiere.query.map.MapClusters;
import io.lumiere.query.order.ResultRows;
import io.lumiere.views.JsonFields;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.JsonMembers;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * All photos of a search in their order: for a grid that scrolls, a map, and events. Orders are
 * made once and kept for a while, so that rows come in milliseconds. Thread-safe.
 */
public final class GridApi implements ApiModule {
  private static final int MOST_ROWS = 2_000;
  private static final int MOST_EVENTS = 200;
  private static final int MOST_PHOTOS = Integer.MAX_VALUE;

  private static final Schema.Members GRID =
      GridJson.withPartial(
          Schema.object("Grid")
              .with("generation", Schema.text(), "the state of the index that the order is of")
              .with(
                  "total",
                  Schema.count(),
                  "how many photos there are, those behind others left out")
              .with("photos", Schema.count(), "how many there are with those behind others")
              .with(
                  "stacking",
                  Schema.oneOf(GridJson.STACKINGS).orNull(),
                  "what is stacked: all near duplicates; copies and bursts while others are"
                      + " pending, or these alone; null where nothing is")
              .with(
                  "likely",
                  Schema.count().orNull(),
                  "how many of them are likely matches, where the cut is automatic")
              .with("cut", GridJson.CUT, "where likely matches end")
              .with("ranked", Schema.flag(), "whether photos have scores")
              .with("sort", Schema.oneOf(SearchParameters.SORTS), "the order")
              .with("sections", GridJson.SECTIONS, "photos that stand together")
              .with("rows", GridJson.ROWS, "the first photos")
              .with("understood", QueryProblems.UNDERSTOOD, "what the parts of q mean")
              .with("suggestions", GridJson.SUGGESTIONS, "corrections of misspelt words")
              .with("notes", Schema.list(Schema.text()), "how q was read, where that may surprise")
              .with("took_ms", Schema.count(), "how long it took"));

  private static final Schema.Members POSITION =
      Schema.object("GridPosition")
          .with("generation", Schema.text(), "the state of the index that the order is of")
          .with("total", Schema.count(), "how many photos there are")
          .with("position", Schema.count().orNull(), "the photo's place; null if it is not one");

  private static final Schema.Members MAP =
      Schema.object("PhotoMap")
          .with("total", Schema.count(), "how many photos have a place")
          .with(
              "clusters",
              Schema.list(
                  Schema.object("MapCluster")
                      .with("lat", Schema.number(-90, 90), "the mean latitude")
                      .with("lon", Schema.number(-180, 180), "the mean longitude")
                      .with("count", Schema.count(), "how many photos")
                      .with("id", Schema.text(), "the first of them")
                      .with("hash", Schema.text(), "12 letters of its content hash")
                      .with("box", Schema.list(Schema.number()), "west, south, east, north")),
              "photos that are near each other, the largest cluster first");

  private static final Schema.Members EVENTS =
      Schema.object("Events")
          .with(
              "events",
              Schema.list(
                  Schema.object("PhotoEvent")
                      .with("key", Schema.text(), "identifies it")
                      .with("title", Schema.text(), "place and days in English")
                      .optional("place", Schema.text(), "the smallest name that most share")
                      .with("places", Schema.list(Schema.text()), "the place, the smallest first")
                      .with("from", Schema.text(), "its first moment, by the clock there")
                      .with("to", Schema.text(), "its last moment")
                      .with("count", Schema.count(), "how many photos of the search are in it")
                      .with("cover", Schema.text(), "the id of a photo that stands for it")
                      .with("cover_hash", Schema.text(), "12 letters of its content hash")
                      .with("query", Schema.text(), "keeps the photos of its days")),
              "the latest first")
          .with("next", Schema.text().orNull(), "what after takes to go on");

  private final Searches searches;

  public GridApi(Searches searches) {
    this.searches = searches;
  }

  @Override
  public List<Route> routes() {
    Parameter generation = Parameter.text("generation", "That of an earlier answer.");
    return List.of(
        Route.get("/grid", "grid")
            .summary("All photos of a search: how many, in which sections, and the first rows.")
            .parameters(Searches.PARAMETERS)
            .parameter(
                Parameter.integer("rows", 0, 1_000, "How many rows come with it.").orElse("200"))
            .reply(GRID)
            .link("/generation", "generation", "gridRows")
            .to(this::grid),
        Route.get("/grid/rows", "gridRows")
            .summary("Some photos of a search in their order, as columns.")
            .parameters(Searches.PARAMETERS)
            .parameter(Parameter.integer("start", 0, MOST_PHOTOS, "The first place.").orElse("0"))
            .parameter(Parameter.integer("count", 0, MOST_ROWS, "How many.").orElse("200"))
            .parameter(generation)
            .reply(GridJson.ROWS)
            .problems(410)
            .to(this::rows),
        Route.get("/grid/position", "gridPosition")
            .summary("Where a photo stands in the order of a search.")
            .parameters(Searches.PARAMETERS)
            .parameter(Parameter.text("id", "The photo.").mandatory())
            .reply(POSITION)
            .to(this::position),
        Route.get("/map", "map")
            .summary("The photos of a search that have a place, clustered.")
            .parameters(Searches.PARAMETERS)
            .parameter(
                Parameter.integer("zoom", 0, MapClusters.MAX_ZOOM, "0 shows the world on one tile.")
                    .orElse("2"))
            .reply(MAP)
            .to(this::map),
        Route.get("/events", "events")
            .summary("The events that photos of a search are of, by time and place.")
            .parameters(Searches.PARAMETERS)
            .parameter(Parameter.integer("limit", 1, MOST_EVENTS, "How many.").orElse("50"))
            .parameter(Parameter.integer("after", 0, MOST_PHOTOS, "The next of the answer before."))
            .reply(EVENTS)
            .to(this::events));
  }

  /** Makes the members of a reply while the order is open. */
  private interface Answer {
    JsonMembers of(ResultOrder order, String generation);
  }

  private Reply grid(Call call) {
    long started = System.nanoTime();
    AskedSearch asked = searches.asked(call.arguments());
    int count = call.arguments().integer("rows", 200);
    String shown = "grid " + count + " " + call.arguments().text("group").orElse("");
    return answered(
        call,
        asked,
        shown,
        (order, generation) -> {
          List<Section> sections = sections(asked, order);
          ResultRows rows = order.rows(0, count);
          return json -> {
            json.writeStringField("generation", generation);
            writeOrder(json, order, asked);
            GridJson.writeSections(json, sections);
            json.writeObjectFieldStart("rows");
            GridJson.writeRows(json, rows, asked.isCutByItself());
            json.writeEndObject();
            GridJson.writeNotes(json, asked, order.suggestions(), order.notes());
            GridJson.writePartial(json, order.missing());
            json.writeNumberField("took_ms", (System.nanoTime() - started) / 1_000_000);
          };
        });
  }

  private static List<Section> sections(AskedSearch asked, ResultOrder order) {
    return asked
        .sections(order.sort())
        .map(order::sections)
        .orElseGet(() -> List.of(new Section("", "", 0, order.total())));
  }

  private static void writeOrder(JsonGenerator json, ResultOrder order, AskedSearch asked)
      throws IOException {
    json.writeNumberField("total", order.total());
    json.writeNumberField("photos", order.photos());
    json.writeStringField("stacking", order.stacking().map(GridJson::name).orElse(null));
    OptionalInt likely = likely(asked, order);
    if (likely.isPresent()) {
      json.writeNumberField("likely", likely.getAsInt());
    } else {
      json.writeNullField("likely");
    }
    GridJson.writeCut(json, order, asked);
    json.writeBooleanField("ranked", order.isRanked());
    json.writeStringField("sort", order.sort().name().toLowerCase(Locale.ROOT));
  }

  /**
   * Where the order goes on past its likely photos: how many these are. Another order ends there.
   */
  private static OptionalInt likely(AskedSearch asked, ResultOrder order) {
    boolean goesOn = asked.isCutByItself() && order.sort() == SearchRequest.Sort.RELEVANCE;
    return goesOn ? order.likely() : OptionalInt.empty();
  }

  private Reply rows(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    int start = call.arguments().integer("start", 0);
    int count = call.arguments().integer("count", 200);
    String asOf = call.arguments().text("generation").orElse(null);
    return searches.withOrder(
        asked,
        asOf,
        (order, generation) ->
            answered(
                call,
                asked,
                "rows " + start + " " + count,
                order,
                generation,
                (same, state) -> {
                  ResultRows rows = same.rows(start, count);
                  return json -> GridJson.writeRows(json, rows, asked.isCutByItself());
                }));
  }

  private Reply position(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    String id = call.arguments().text("id").orElseThrow();
    return answered(
        call,
        asked,
        "position " + id,
        (order, generation) -> {
          OptionalInt position = order.positionOf(id);
          return json -> {
            json.writeStringField("generation", generation);
            json.writeNumberField("total", order.total());
            if (position.isPresent()) {
              json.writeNumberField("position", position.getAsInt());
            } else {
              json.writeNullField("position");
            }
          };
        });
  }

  private Reply map(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    int zoom = call.arguments().integer("zoom", 2);
    return answered(
        call,
        asked,
        "map " + zoom,
        (order, generation) -> {
          List<MapCluster> clusters = order.clusters(zoom, shown(asked, order));
          ResultRows firsts = order.rowsAt(clusters.stream().mapToInt(MapCluster::first).toArray());
          return json -> {
            json.writeNumberField("total", clusters.stream().mapToInt(MapCluster::count).sum());
            json.writeArrayFieldStart("clusters");
            for (int i = 0; i < clusters.size(); i++) {
              write(json, clusters.get(i), firsts.ids()[i], firsts.hashes()[i]);
            }
            json.writeEndArray();
          };
        });
  }

  /** What has no line behind the likely photos shows these alone, as facets count them. */
  private static int shown(AskedSearch asked, ResultOrder order) {
    return likely(asked, order).orElse(order.total());
  }

  private static void write(JsonGenerator json, MapCluster cluster, String id, String hash)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("lat", cluster.latitude());
    json.writeNumberField("lon", cluster.longitude());
    json.writeNumberField("count", cluster.count());
    json.writeStringField("id", id);
    json.writeStringField("hash", hash);
    json.writeFieldName("box");
    json.writeArray(
        new double[] {cluster.west(), cluster.south(), cluster.east(), cluster.north()}, 0, 4);
    json.writeEndObject();
  }

  private Reply events(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    int limit = call.arguments().integer("limit", 50);
    int after = call.arguments().integer("after", 0);
    return answered(
        call,
        asked,
        "events " + after + " " + limit,
        (order, generation) -> {
          // One more than asked for shows whether there are more.
          List<PhotoEvent> events = order.events(after, limit + 1, shown(asked, order));
          List<PhotoEvent> shown = events.subList(0, Math.min(limit, events.size()));
          return json -> {
            JsonFields.objects(json, "events", shown, GridApi::write);
            json.writeStringField(
                "next", events.size() > limit ? Integer.toString(after + limit) : null);
          };
        });
  }

  private static void write(JsonGenerator json, PhotoEvent event) throws IOException {
    json.writeStringField("key", event.key());
    json.writeStringField("title", event.title());
    if (!event.place().isEmpty()) {
      json.writeStringField("place", event.place().getFirst());
    }
    JsonFields.texts(json, "places", event.place());
    json.writeStringField("from", event.from().toString());
    json.writeStringField("to", event.to().toString());
    json.writeNumberField("count", event.count());
    json.writeStringField("cover", event.cover());
    json.writeStringField("cover_hash", event.coverHash());
    json.writeStringField("query", event.query());
  }

  private Reply answered(Call call, AskedSearch asked, String shown, Answer answer) {
    return searches.withOrder(
        asked, (order, generation) -> answered(call, asked, shown, order, generation, answer));
  }

  /** A client that holds the answer for this state of the index is told so at once. */
  private static Reply answered(
      Call call,
      AskedSearch asked,
      String shown,
      ResultOrder order,
      String generation,
      Answer answer) {
    String about = asked.identity() + '\n' + shown;
    String etag = generation + "-" + UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
    return call.holds(etag)
        ? Reply.notModified(etag)
        : Reply.json(answer.of(order, generation)).etag(etag);
  }
}
