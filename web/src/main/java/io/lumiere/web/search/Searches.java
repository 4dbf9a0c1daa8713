package io.lumiere.web.search;

import io.lumiere.base.LumiereException;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SilentShardException;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.SortKeys;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Searches by the parameters of the API, and what they share: the pictures and selections that
 * clients sent, and the orders of hits that pages scroll through. One for a server. Thread-safe.
 */
public final class Searches implements AutoCloseable {
  /** What says what is searched for; an endpoint may have more of its own. */
  public static final List<Parameter> PARAMETERS = SearchParameters.ALL;

  /** Says what day it is where the server is. */
  private static final Clock TODAY = Clock.system(ZoneId.systemDefault());

  /** Ends the name of a state in which near duplicates are still being found. */
  private static final String PENDING = "-pending";

  /** The index may change while an order is made. */
  private static final int TRIES = 3;

  private final Archives archives;
  private final PhotoLists lists;
  private final Pictures pictures = new Pictures();
  private final Selections selections = new Selections();
  private final Orders orders = new Orders();
  private final QueryParser parser = new QueryParser(TODAY);

  /** Searches in archives, narrowed to lists where asked for. */
  public Searches(Archives archives, PhotoLists lists) {
    this.archives = archives;
    this.lists = lists;
  }

  PhotoLists lists() {
    return lists;
  }

  Pictures pictures() {
    return pictures;
  }

  Selections selections() {
    return selections;
  }

  /** Reads a query, half-written or not. */
  ParsedQuery parse(String text) {
    return parser.parse(text);
  }

  /** The archive that is asked for. */
  OpenArchive archive(Arguments arguments) {
    return archives.open(
        arguments.text("archive").orElse(null), arguments.text("model").orElse(null));
  }

  /** The archive of an endpoint without a choice of models. */
  OpenArchive archiveAlone(Arguments arguments) {
    return archives.open(arguments);
  }

  /**
   * What the parameters ask for.
   *
   * @param arguments of a route with {@link #PARAMETERS}, or of a query string with these
   * @throws HttpProblem of status 400 if they make no search, 422 if the archive cannot be searched
   */
  public AskedSearch asked(Arguments arguments) {
    return asked(archive(arguments), arguments);
  }

  /** A search for all photos of an archive. */
  AskedSearch everything(OpenArchive archive) {
    return asked(archive, Arguments.parse("", SearchParameters.ALL));
  }

  private AskedSearch asked(OpenArchive archive, Arguments arguments) {
    String text = arguments.text("q").orElse("");
    boolean isRead = !arguments.flag("plain") && !text.isBlank();
    ParsedQuery parsed = isRead ? parser.parse(text) : null;
    if (parsed != null && !parsed.problems().isEmpty()) {
      throw QueryProblems.of(parsed.problems());
    }
    Map<String, List<ParsedQuery>> choices = choices(arguments);
    StringBuilder listState = new StringBuilder();
    List<PhotoFilter> filters = filters(arguments, archive, listState);
    return AskedSearch.orBadRequest(() ->
        new AskedSearch(
            archive,
            arguments,
            parsed,
            new RequestParts(
                arguments,
                parsed,
                archive.photos(),
                picture -> pictures.vector(picture, archive),
                choices,
                filters,
                identity(arguments)),
            listState.toString()));
  }

  /** All parameters but those that choose the index or only show the order in another way. */
  private static String identity(Arguments arguments) {
    StringBuilder identity = new StringBuilder().append(LocalDate.now(TODAY));
    for (Parameter parameter : SearchParameters.ALL) {
      String name = parameter.name();
      if (!name.equals("archive") && !name.equals("group")) {
        for (Object value : arguments.values(name)) {
          String text = value.toString();
          // The length keeps a value apart from what follows it, whatever is in it.
          identity.append('\n').append(name).append('=').append(text.length()).append(':');
          identity.append(text);
        }
      }
    }
    return identity.toString();
  }

  private Map<String, List<ParsedQuery>> choices(Arguments arguments) {
    Map<String, List<ParsedQuery>> choices = new LinkedHashMap<>();
    for (String argument : arguments.texts("facet")) {
      int colon = argument.indexOf(':');
      String facet = argument.substring(0, colon);
      ParsedQuery value = parser.parse(argument.substring(colon + 1));
      if (!value.problems().isEmpty()) {
        throw HttpProblem.badRequest(
            "the parameter \"facet\" is \""
                + ShownValue.of(argument)
                + "\": "
                + value.problems().getFirst().text());
      }
      choices.computeIfAbsent(facet, name -> new ArrayList<>()).add(value);
    }
    return choices;
  }

  private List<PhotoFilter> filters(
      Arguments arguments, OpenArchive archive, StringBuilder listState) {
    List<PhotoFilter> filters = new ArrayList<>(PlaceParameters.filters(arguments));
    arguments
        .text("list")
        .ifPresent(list -> {
          List<String> ids =
              lists
                  .photosOf(archive, list)
                  .orElseThrow(() -> missing("list", list, "there is no such list"));
          long hash = ids.stream().mapToLong(SortKeys::idHash).sum();
          listState.append(ids.size()).append(':').append(Long.toHexString(hash)).append('-');
          filters.add(PhotoFilter.ids(ids, "photos of the list"));
        });
    arguments
        .text("selection")
        .ifPresent(selection ->
            filters.add(
                PhotoFilter.ids(
                    selections
                        .ids(selection)
                        .orElseThrow(() ->
                            missing("selection", selection, "there is no such selection any more")),
                    "selected photos")));
    return filters;
  }

  private static HttpProblem missing(String parameter, String value, String why) {
    return HttpProblem.notFound(
        "the parameter \"" + parameter + "\" is \"" + ShownValue.of(value) + "\": " + why);
  }

  /**
   * Uses the order of all hits of a search, which stays open as long as the use takes.
   *
   * @throws LumiereException as {@link io.lumiere.query.PhotoSearch#order}
   */
  public <T> T withOrder(AskedSearch asked, Function<ResultOrder, T> use) {
    return withOrder(asked, (order, generation) -> use.apply(order));
  }

  /** Uses an order of a state of the index. */
  interface OrderUse<T> {
    /**
     * Uses it.
     *
     * @param generation identifies the state
     */
    T apply(ResultOrder order, String generation);
  }

  /** As {@link #withOrder(AskedSearch, Function)}, told the state of the index. */
  <T> T withOrder(AskedSearch asked, OrderUse<T> use) {
    for (int left = TRIES; ; left--) {
      String generation = generation(asked);
      T done = tried(asked, generation, use, left == 1);
      if (done != null) {
        return done;
      }
      orders.drop(key(generation, asked));
    }
  }

  /** Null where the order is not one of the state, or of photos that do not answer any more. */
  private <T> @Nullable T tried(
      AskedSearch asked, String generation, OrderUse<T> use, boolean isLast) {
    try {
      return orders.use(
          key(generation, asked),
          () ->
              AskedSearch.orBadRequest(
                  () -> asked.archive().search().order(asked.request().build())),
          order ->
              isLast || isOf(generation, order.generation()) ? use.apply(order, generation) : null);
    } catch (SilentShardException e) {
      if (isLast) {
        throw e;
      }
      return null;
    }
  }

  /**
   * Uses the order of an earlier answer.
   *
   * @param generation of that answer; null for now
   * @throws HttpProblem of status 410 if that order is not kept any more
   */
  <T> T withOrder(AskedSearch asked, @Nullable String generation, OrderUse<T> use) {
    if (generation == null) {
      return withOrder(asked, use);
    }
    T done =
        generation.equals(generation(asked))
            ? tried(asked, generation, use, false)
            : ofKept(asked, generation, use);
    if (done == null) {
      orders.drop(key(generation, asked));
      throw HttpProblem.gone(
          "the photos have changed since, and that order is not kept any more: ask for the grid"
              + " again");
    }
    return done;
  }

  /** Null where the order is not kept, or of photos that do not answer any more. */
  private <T> @Nullable T ofKept(AskedSearch asked, String generation, OrderUse<T> use) {
    try {
      return orders
          .useIfKept(key(generation, asked), order -> use.apply(order, generation))
          .orElse(null);
    } catch (SilentShardException e) {
      return null;
    }
  }

  /**
   * The state that an order made now is of. Near duplicates may be found after the index was
   * opened: that changes orders in which they are stacked, and so is a state of its own. So is what
   * a list has, which changes without the index.
   */
  private static String generation(AskedSearch asked) {
    boolean isPending = asked.isStacked() && !asked.archive().search().hasFoundAlike();
    return asked.listState() + asked.archive().generation() + (isPending ? PENDING : "");
  }

  private static boolean isOf(String generation, long state) {
    return generation.endsWith("-" + state) || generation.endsWith("-" + state + PENDING);
  }

  private static String key(String generation, AskedSearch asked) {
    return asked.archive().id() + '\n' + generation + '\n' + asked.identity();
  }

  /** Closes what is kept; the archives are the server's to close. */
  @Override
  public void close() {
    orders.close();
  }
}
