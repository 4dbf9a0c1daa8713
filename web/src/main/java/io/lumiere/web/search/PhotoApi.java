package io.lumiere.web.search;

import io.lumiere.query.PhotoFinder;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.highlight.Highlight;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import java.util.List;
import java.util.Optional;

/** A photo: what is known of it, what is like it, and why a search finds it or not. Thread-safe. */
public final class PhotoApi implements ApiModule {
  private static final int MOST_SIMILAR = 200;

  /** Longer bursts are cut. */
  private static final int MOST_OF_BURST = 500;

  private final Searches searches;

  public PhotoApi(Searches searches) {
    this.searches = searches;
  }

  @Override
  public List<Route> routes() {
    Parameter id = Parameter.text("id", "The photo.");
    return List.of(
        Route.get("/photos/{id}", "photo")
            .summary("All that is known of a photo.")
            .variable(id)
            .parameter(Archives.PARAMETER)
            .reply(PhotoJson.PHOTO)
            .problems(404)
            .to(this::photo),
        Route.get("/photos/{id}/similar", "similar")
            .summary("The photos that look most like one.")
            .variable(id)
            .parameters(Searches.PARAMETERS.stream().filter(PhotoApi::choosesIndex).toList())
            .parameter(Parameter.integer("limit", 1, MOST_SIMILAR, "How many.").orElse("50"))
            .reply(HitsJson.PAGE)
            .problems(404)
            .to(this::similar),
        Route.get("/photos/{id}/why", "why")
            .summary("Why a photo has its place in a search, or none.")
            .variable(id)
            .parameters(Searches.PARAMETERS)
            .reply(PhotoJson.WHY)
            .problems(404)
            .to(call -> why(call, known(call))),
        Route.get("/why", "whyByName")
            .summary("Why a search does not find a photo, or how: by its path, file's name or id.")
            .parameters(Searches.PARAMETERS)
            .parameter(
                Parameter.text("path", "The photo; it need not be in the index.").mandatory())
            .reply(PhotoJson.WHY)
            .to(call -> why(call, call.arguments().text("path").orElseThrow())));
  }

  private static boolean choosesIndex(Parameter parameter) {
    return parameter.name().equals("archive") || parameter.name().equals("model");
  }

  private Reply photo(Call call) {
    OpenArchive archive = searches.archiveAlone(call.arguments());
    Photo photo = find(archive, call.variable("id"));
    List<PhotoLists.Membership> lists = searches.lists().listsOf(archive, photo.id());
    List<String> burst = burst(archive.search(), photo);
    return Reply.json(json -> PhotoJson.write(json, archive, photo, lists, burst));
  }

  private static Photo find(OpenArchive archive, String id) {
    return archive
        .search()
        .find(id)
        .filter(photo -> photo.id().equals(id))
        .orElseThrow(() -> HttpProblem.notFound("there is no photo \"" + ShownValue.of(id) + "\""));
  }

  private String known(Call call) {
    return find(searches.archive(call.arguments()), call.variable("id")).id();
  }

  private static List<String> burst(PhotoFinder search, Photo photo) {
    if (photo.traits().burst() == null) {
      return List.of();
    }
    SearchRequest burst =
        SearchRequest.builder()
            .filter(PhotoFilter.exactly(Fields.BURST, photo.traits().burst()))
            .sort(SearchRequest.Sort.OLDEST)
            .build();
    try (ResultOrder order = search.order(burst)) {
      return List.of(order.rows(0, MOST_OF_BURST).ids());
    }
  }

  private Reply similar(Call call) {
    OpenArchive archive = searches.archive(call.arguments());
    Photo photo = find(archive, call.variable("id"));
    AskedSearch everything = searches.everything(archive);
    SearchResult result =
        archive
            .search()
            .search(
                everything
                    .request()
                    .like(photo.id())
                    .limit(call.arguments().integer("limit", 50))
                    .build());
    return HitsJson.reply(everything, result, List.of(), false, false);
  }

  private Reply why(Call call, String name) {
    AskedSearch asked = searches.asked(call.arguments());
    PhotoFinder search = asked.archive().search();
    SearchRequest request = asked.request().build();
    PhotoExplanation explanation = asked.archive().photos().explain(search, request, name);
    Optional<String> id =
        isHeld(explanation) ? search.find(explanation.photo()).map(Photo::id) : Optional.empty();
    List<Highlight> highlights =
        id.map(photo -> highlights(asked, search, photo)).orElse(List.of());
    return Reply.json(json -> PhotoJson.write(json, explanation, id.orElse(null), highlights));
  }

  /** One that no shard has is not looked for again: that fails where a shard is silent. */
  private static boolean isHeld(PhotoExplanation explanation) {
    return switch (explanation.outcome()) {
      case NOT_IN_INDEX, FAILED -> false;
      default -> true;
    };
  }

  /** Where a photo's words match, found or not. */
  private static List<Highlight> highlights(AskedSearch asked, PhotoFinder search, String id) {
    SearchRequest alone =
        asked
            .request()
            .filter(PhotoFilter.ids(List.of(id), "the photo"))
            .cutoff(Cutoff.none())
            .suggest(false)
            .highlight(true)
            .limit(1)
            .build();
    return PhotoJson.highlights(search.search(alone).hits());
  }
}
