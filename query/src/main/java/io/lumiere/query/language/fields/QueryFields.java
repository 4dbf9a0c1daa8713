package io.lumiere.query.language.fields;

import static io.lumiere.query.language.fields.QueryField.exists;
import static io.lumiere.query.language.fields.QueryField.phrase;
import static io.lumiere.query.language.fields.QueryField.words;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.language.dates.FriendlyDates;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.Query;

/**
 * The catalogue of all fields that a search can name. The parser, its help, {@code has:}, facets,
 * explanations and the order of highlights come from it. Immutable, thread-safe.
 */
public final class QueryFields {
  private final FriendlyDates dates;
  private final List<QueryField> all = new ArrayList<>();
  private final Map<String, QueryField> byName = new LinkedHashMap<>();

  /** The fields that do not depend on what dates mean today; made when first used. */
  private static final class OfAnyDay {
    static final QueryFields FIELDS = new QueryFields(new FriendlyDates(LocalDate.EPOCH, false));
    static final Map<String, Integer> RANKS = new HashMap<>();

    static {
      FIELDS.all.forEach(field -> RANKS.putAll(field.ranks()));
    }
  }

  /**
   * The fields.
   *
   * @param dates what dates mean today
   */
  public QueryFields(FriendlyDates dates) {
    this.dates = dates;
    all.addAll(DateFields.all(dates));
    all.addAll(PlaceFields.all());
    all.addAll(CameraFields.all());
    all.addAll(FileFields.all());
    all.addAll(CaptionFields.all());
    Map<String, Query> has = new HashMap<>();
    all.forEach(field -> has.putAll(field.has()));
    all.addAll(ofAnyKind(has));
    for (QueryField field : all) {
      byName.put(field.name(), field);
      field.aliases().forEach(alias -> byName.put(alias, field));
    }
  }

  /**
   * What hits can be counted by, in the order of the fields; models, which none is of, are last.
   */
  public static List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    OfAnyDay.FIELDS.all.forEach(field -> facets.addAll(field.facets()));
    facets.add(Facet.MODEL);
    return List.copyOf(facets);
  }

  /**
   * What is known of a photo, to explain why a value of a field leaves it out.
   *
   * @param name of the field, as {@link QueryField#name} has it
   * @return such as {@code it was taken on 2021-07-04}; empty where a few words cannot say it
   */
  public static Optional<String> fact(String name, Photo photo) {
    return Optional.ofNullable(OfAnyDay.FIELDS.byName.get(name))
        .flatMap(field -> field.fact(photo));
  }

  /**
   * The rank of a field of the index among those shown where words were found: what people wrote of
   * a photo comes first.
   *
   * @return least first; empty for fields that follow by their names
   */
  public static Optional<Integer> rank(String indexed) {
    return Optional.ofNullable(OfAnyDay.RANKS.get(indexed));
  }

  /** What dates mean. */
  public FriendlyDates dates() {
    return dates;
  }

  /** All, in the order in which help shows them. */
  public List<QueryField> all() {
    return List.copyOf(all);
  }

  /** A field by its name or another name of it, whatever its case. */
  public Optional<QueryField> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The name that was likely meant. */
  public Optional<String> nearest(String name, List<String> others) {
    List<String> names = new ArrayList<>(byName.keySet());
    names.addAll(others);
    return Nearest.to(name, names);
  }

  private static List<QueryField> ofAnyKind(Map<String, Query> has) {
    has.put("copyright", exists(Fields.COPYRIGHT));
    has.put("note", exists(Fields.NOTE_COUNT));
    has.put("notes", exists(Fields.NOTE_COUNT));
    return QueryField.all(
        phrase(
            "has",
            "gps",
            "date, gps, place, camera, title, keywords, rating, ...",
            new ChoiceReader("has", has)),
        phrase(
                "is",
                "panorama",
                "screenshot, live, burst, landscape, portrait, square, ...",
                KindReaders.is())
            .facet(Facet.KIND)
            .facet(Facet.SHAPE)
            .fact(Facts::pixels),
        words("id", "ID", "the photo with this id", QueryFields::id));
  }

  private static Meaning id(Value value) {
    return new Meaning(
        "id is " + value.plain(), KeywordField.newExactQuery(Fields.ID, value.plain()));
  }
}
