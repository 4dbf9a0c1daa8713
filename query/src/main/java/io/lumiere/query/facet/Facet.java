package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.CameraName;
import io.lumiere.query.internal.lucene.ImageShape.Orientation;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Traits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.FieldExistsQuery;
import org.jspecify.annotations.Nullable;

/**
 * A property that hits can be counted by: where a photo's values come from, how a search is
 * narrowed to one of them, and in which order they are shown. {@link
 * io.lumiere.query.language.fields.QueryFields#facets} lists all. Immutable, thread-safe; facets of
 * the same name are equal.
 */
public final class Facet {
  private static final List<String> PLACE_FIELDS =
      List.of(Fields.COUNTRY, Fields.REGION, Fields.CITY);

  private static final ValueSource<List<@Nullable String>> PLACES =
      new KeywordsLeaf.Source(PLACE_FIELDS);

  /** The year of taking, earliest first; guesses count where {@link FacetSearch#guesses} says. */
  public static final Facet YEAR = TakenFacets.year();

  /**
   * The month of taking, of whatever year, January first. A photo of which only the year is known
   * has no value; guesses count as for the year.
   */
  public static final Facet MONTH = TakenFacets.month();

  /** The camera, named by its make and model. */
  public static final Facet CAMERA =
      new Facet(
          "camera",
          Values.of(
              new KeywordsLeaf.Source(List.of(Fields.CAMERA_MAKE, Fields.CAMERA_MODEL)),
              (names, index) -> path(CameraName.of(names.get(0), names.get(1)))),
          (path, index) ->
              DrillDown.exactly("camera", path.getFirst(), CameraName.query(path.getFirst())));

  /** The lens. */
  public static final Facet LENS = ofKeywords("lens", Fields.LENS);

  /** The country, within it the region, within that the town; it ends where one is not known. */
  public static final Facet PLACE =
      new Facet(
          "place",
          Values.of(PLACES, (names, index) -> names.stream().takeWhile(Objects::nonNull).toList()),
          Facet::place,
          3,
          null);

  /** The country. */
  public static final Facet COUNTRY = ofKeywords("country", Fields.COUNTRY);

  /** The state, province or the like, of whatever country. */
  public static final Facet REGION = ofKeywords("region", Fields.REGION);

  /** The town, of whatever country. */
  public static final Facet CITY = ofKeywords("city", Fields.CITY);

  /** The format, such as {@code jpeg}. */
  public static final Facet TYPE = ofKeywords("type", Fields.FORMAT);

  /** A keyword or tag, as it is written; a photo may have many. */
  public static final Facet KEYWORD = ofKeywords("keyword", Fields.KEYWORD);

  /** A person in it, by the name as it is written; a photo may have many. */
  public static final Facet PEOPLE = ofKeywords("people", Fields.PERSON);

  /** The label, often a colour, as recorded. */
  public static final Facet LABEL = ofKeywords("label", Fields.LABEL);

  /** Stars, fewest first; -1 is for rejected. */
  public static final Facet RATING =
      new Facet(
          "rating",
          Values.of(reader ->
              new NumbersLeaf(reader, List.of(Fields.RATING), stars -> stars[0], Long::toString)),
          (path, index) ->
              new DrillDown(
                  "rating:" + path.getFirst(),
                  IntField.newExactQuery(Fields.RATING, Integer.parseInt(path.getFirst()))),
          1,
          Comparator.comparingInt(Integer::parseInt));

  /** {@code panorama}, {@code screenshot}, {@code live_photo} or {@code burst}; may be several. */
  public static final Facet KIND =
      ofChoices(
          "kind",
          Fields.KIND,
          "is",
          Set.of(Traits.PANORAMA, Traits.SCREENSHOT, Traits.LIVE_PHOTO, Traits.BURST));

  /** {@code landscape}, {@code portrait} or {@code square}. */
  public static final Facet SHAPE =
      new Facet(
          "shape",
          Values.of(reader ->
              new NumbersLeaf(
                  reader,
                  List.of(Fields.WIDTH, Fields.HEIGHT),
                  sizes -> 1 + Long.signum(sizes[0] - sizes[1]),
                  shape -> List.of("portrait", "square", "landscape").get((int) shape))),
          (path, index) ->
              new DrillDown(
                  "is:" + path.getFirst(),
                  Orientation.valueOf(path.getFirst().toUpperCase(Locale.ROOT)).query()));

  /** {@code fired} or {@code off}. */
  public static final Facet FLASH =
      ofChoices("flash", Fields.FLASH, "flash", Set.of("fired", "off"));

  /** How reliable the date of taking is: {@code high}, {@code medium} or {@code low}. */
  public static final Facet CONFIDENCE =
      ofChoices(
          "confidence",
          Fields.TAKEN_CONFIDENCE,
          "confidence",
          Arrays.stream(Confidence.values())
              .map(Confidence::keyword)
              .collect(Collectors.toUnmodifiableSet()));

  /**
   * The models that it has vectors of, by {@link IndexedModel#exactName}; may be several. The query
   * language has no field for models, so searches cannot be narrowed to them.
   */
  public static final Facet MODEL =
      new Facet(
          "model",
          new Values<>(index -> new ModelsLeaf.Source(index.models()), (names, index) -> names),
          (path, index) -> new DrillDown(null, new FieldExistsQuery(model(path, index))));

  private final String name;
  private final Values<?> values;
  private final Narrower narrower;
  private final int depth;
  private final @Nullable Comparator<String> order;

  /**
   * What is counted.
   *
   * @param source where values come from
   * @param path what the facet makes of a value; an empty path stands for none
   */
  record Values<V>(
      Function<FacetIndex, ValueSource<V>> source, BiFunction<V, FacetIndex, List<String>> path) {
    static <V> Values<V> of(ValueSource<V> source, BiFunction<V, FacetIndex, List<String>> path) {
      return new Values<>(index -> source, path);
    }

    static Values<List<String>> of(ValueSource<List<String>> paths) {
      return of(paths, (path, index) -> path);
    }

    Map<List<String>, Integer> paths(FacetIndex index, ValueCounts counted) {
      Map<List<String>, Integer> paths = new HashMap<>();
      counted
          .counts(source.apply(index))
          .forEach((value, count) -> paths.merge(path.apply(value, index), count, Integer::sum));
      return paths;
    }
  }

  /** Keeps the photos with a value, or with values that begin with it. */
  @FunctionalInterface
  interface Narrower {
    DrillDown narrow(List<String> path, FacetIndex index);
  }

  /** A facet whose paths have one part; the commonest values come first. */
  private Facet(String name, Values<?> values, Narrower narrower) {
    this(name, values, narrower, 1, null);
  }

  /**
   * A facet.
   *
   * @param depth how many parts a path has at most
   * @param order of values that have one of their own; null where the commonest come first
   */
  Facet(
      String name,
      Values<?> values,
      Narrower narrower,
      int depth,
      @Nullable Comparator<String> order) {
    this.name = name;
    this.values = values;
    this.narrower = narrower;
    this.depth = depth;
    this.order = order;
  }

  /**
   * The values of a keyword field.
   *
   * @param name what searches call the field
   */
  public static Facet ofKeywords(String name, String field) {
    int level = PLACE_FIELDS.indexOf(field);
    return new Facet(
        name,
        // What is counted for places anyway need not be counted again.
        level >= 0
            ? Values.of(PLACES, (names, index) -> path(names.get(level)))
            : Values.of(new KeywordLeaf.Source(field), (value, index) -> path(value.orElse(null))),
        (path, index) -> DrillDown.exactly(name, field, path.getFirst()));
  }

  /**
   * The values of a keyword field that has a few known ones.
   *
   * @param searched what searches call the field
   * @param known the values that searches know
   */
  private static Facet ofChoices(String name, String field, String searched, Set<String> known) {
    return new Facet(
        name,
        Values.of(new KeywordLeaf.Source(field), (value, index) -> path(value.orElse(null))),
        (path, index) ->
            new DrillDown(
                known.contains(path.getFirst()) ? searched + ":" + path.getFirst() : null,
                KeywordField.newExactQuery(field, path.getFirst())));
  }

  /** What it is called, in lower case. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Facet facet && facet.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  /** What must be counted. */
  ValueSource<?> source(FacetIndex index) {
    return values.source().apply(index);
  }

  /** How many of the hits have each path. */
  Map<List<String>, Integer> paths(FacetIndex index, ValueCounts counted) {
    return values.paths(index, counted);
  }

  DrillDown narrow(List<String> path, FacetIndex index) {
    return narrower.narrow(path, index);
  }

  int depth() {
    return depth;
  }

  @Nullable Comparator<String> order() {
    return order;
  }

  /** The path of a value; an empty one stands for none. */
  private static List<String> path(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static DrillDown place(List<String> path, FacetIndex index) {
    List<Facet> levels = List.of(COUNTRY, REGION, CITY);
    DrillDown all = COUNTRY.narrow(path.subList(0, 1), index);
    for (int i = 1; i < path.size(); i++) {
      all = all.and(levels.get(i).narrow(path.subList(i, i + 1), index));
    }
    return all;
  }

  private static String model(List<String> path, FacetIndex index) {
    return index.models().stream()
        .filter(model -> model.exactName().equals(path.getFirst()))
        .findFirst()
        .orElseThrow()
        .field();
  }
}
