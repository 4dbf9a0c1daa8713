package io.lumiere.web.search;

import io.lumiere.query.FeedbackPhoto;
import io.lumiere.query.RequestRules;
import io.lumiere.query.RequestRules.Part;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.workspace.search.NamedPhotos;
import io.lumiere.workspace.search.Weighted;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts, photos, pictures and filters that the parameters of a search name, looked up once.
 * Immutable.
 */
final class RequestParts {
  private static final double MOST_WEIGHT = 3;

  private final Arguments arguments;
  private final @Nullable ParsedQuery parsed;
  private final NamedPhotos photos;
  private final List<Weighted> images;
  private final Function<String, float @Nullable []> pictures;
  private final Map<String, List<ParsedQuery>> choices;
  private final List<PhotoFilter> filters;
  private final String identity;

  /**
   * Parts of a search.
   *
   * @param photos those of the index
   * @param pictures gives the vector of a picture that was sent; null if there is no such picture
   * @param choices values of facets, by the facets' names
   * @param filters places, lists and selections
   * @param identity what tells this search from others
   */
  RequestParts(
      Arguments arguments,
      @Nullable ParsedQuery parsed,
      NamedPhotos photos,
      Function<String, float @Nullable []> pictures,
      Map<String, List<ParsedQuery>> choices,
      List<PhotoFilter> filters,
      String identity) {
    this.arguments = arguments;
    this.parsed = parsed;
    this.photos = photos;
    this.images = arguments.texts("image").stream().map(Weighted::text).toList();
    this.pictures = pictures;
    this.choices = choices;
    this.filters = filters;
    this.identity = identity;
    RequestRules.check(given(), RequestParts::name);
  }

  String identity() {
    return identity;
  }

  Set<String> chosen(String facet) {
    List<ParsedQuery> values = choices.getOrDefault(facet, List.of());
    return Set.copyOf(values.stream().map(ParsedQuery::text).toList());
  }

  /** Adds all to a request. */
  void addTo(SearchRequestBuilder request) {
    if (parsed != null) {
      photos.query(request, parsed);
    } else {
      arguments.text("q").ifPresent(request::text);
    }
    for (Weighted image : images) {
      double weight = weight(image, "image");
      if (weight != 0) {
        float[] vector = picture(image.value());
        request.target(target -> target.add(vector, weight));
      }
    }
    arguments.texts("like").forEach(photo -> addFeedback(request, photo, true));
    arguments.texts("unlike").forEach(photo -> addFeedback(request, photo, false));
    arguments.texts("add").forEach(text -> addText(request, text));
    arguments.texts("not").forEach(text -> addUnwanted(request, text));
    choices.forEach(request::choose);
    filters.forEach(request::filter);
  }

  private float[] picture(String id) {
    float[] vector = pictures.apply(id);
    if (vector == null) {
      throw HttpProblem.notFound(
          "the parameter \"image\" is \""
              + ShownValue.of(id)
              + "\": there is no such picture any more, so send it again");
    }
    return vector;
  }

  private void addFeedback(SearchRequestBuilder request, String argument, boolean isLiked) {
    String parameter = isLiked ? "like" : "unlike";
    Weighted photo = Weighted.text(argument);
    double weight = weight(photo, parameter);
    float[] vector = pictures.apply(photo.value());
    if (weight < 0) {
      throw HttpProblem.badRequest(
          "the parameter \"" + parameter + "\" has a weight below 0: like or unlike it instead");
    }
    if (weight == 0) {
      return;
    }
    if (vector != null) {
      FeedbackPhoto picture =
          isLiked ? FeedbackPhoto.liked(vector, weight) : FeedbackPhoto.unliked(vector, weight);
      request.target(target -> target.feedback(picture));
    } else if (photos.nameInIndex(photo.value()).isPresent()) {
      photos.mark(request, photo.value(), weight, isLiked);
    } else {
      throw HttpProblem.notFound(
          "the parameter \""
              + parameter
              + "\" is \""
              + ShownValue.of(photo.value())
              + "\": there is no such photo in the index");
    }
  }

  private static void addText(SearchRequestBuilder request, String argument) {
    Weighted text = Weighted.text(argument);
    double weight = weight(text, "add");
    if (weight != 0) {
      request.target(target -> target.add(text.value(), weight));
    }
  }

  private static void addUnwanted(SearchRequestBuilder request, String argument) {
    Weighted text = Weighted.text(argument);
    double weight = weight(text, "not");
    if (text.weight() == null) {
      request.not(text.value());
    } else if (weight != 0) {
      request.target(target -> target.add(text.value(), -Math.abs(weight)));
    }
  }

  private static double weight(Weighted weighted, String parameter) {
    double weight = weighted.weightOr(1);
    if (!(Math.abs(weight) <= MOST_WEIGHT)) {
      throw HttpProblem.badRequest(
          "the parameter \""
              + parameter
              + "\" has the weight "
              + weight
              + ": it must be from -3 to 3");
    }
    return weight;
  }

  /** What is asked for, as far as some of it does not go together. */
  private Set<Part> given() {
    Set<Part> given = EnumSet.noneOf(Part.class);
    add(given, Part.NOT, arguments.has("not"));
    boolean isAnything =
        arguments.has("image")
            || arguments.has("like")
            || arguments.texts("add").stream().anyMatch(text -> Weighted.text(text).weightOr(1) > 0)
            || (parsed == null
                ? arguments.text("q").filter(text -> !text.isBlank()).isPresent()
                : parsed.interpretation().isRanked());
    add(given, Part.NOTHING_SOUGHT, !isAnything);
    return given;
  }

  private static void add(Set<Part> parts, Part part, boolean isGiven) {
    if (isGiven) {
      parts.add(part);
    }
  }

  private static String name(Part part) {
    return "the parameter \"" + part.name().toLowerCase(Locale.ROOT) + "\"";
  }
}
