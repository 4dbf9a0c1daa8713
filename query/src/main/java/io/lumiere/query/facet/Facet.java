package io.lumiere.query.facet;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Traits;
import java.util.List;
import java.util.Set;

/** What hits can be counted by. */
public enum Facet {
  /** The year of taking, earliest first; guesses count where {@link FacetSearch#guesses} says. */
  YEAR,
  /**
   * The month of taking, of whatever year, January first. A photo of which only the year is known
   * has no value; guesses count as for the year.
   */
  MONTH,
  /** The camera, as people call it: make and model. */
  CAMERA,
  /** The lens. */
  LENS,
  /** The country, within it the region, within that the town. */
  PLACE,
  /** The country. */
  COUNTRY,
  /** The state, province or the like, of whatever country. */
  REGION,
  /** The town, of whatever country. */
  CITY,
  /** The format, such as {@code jpeg}. */
  TYPE,
  /** A keyword or tag, as it is written; a photo may have many. */
  KEYWORD,
  /** A person in it, by the name as it is written; a photo may have many. */
  PEOPLE,
  /** The label, often a colour, as recorded. */
  LABEL,
  /** Stars, fewest first; -1 is for rejected. */
  RATING,
  /** {@code panorama}, {@code screenshot}, {@code live_photo} or {@code burst}; may be several. */
  KIND,
  /** {@code landscape}, {@code portrait} or {@code square}. */
  SHAPE,
  /** {@code fired} or {@code off}. */
  FLASH,
  /** How far the date of taking is to be believed: {@code high}, {@code medium} or {@code low}. */
  CONFIDENCE,
  /** The models that it has vectors of, by {@link IndexedModel#exactName}; may be several. */
  MODEL;

  private static final Set<String> KINDS =
      Set.of(Traits.PANORAMA, Traits.SCREENSHOT, Traits.LIVE_PHOTO, Traits.BURST);
  private static final Set<String> FLASHES = Set.of("fired", "off");
  private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low");

  /**
   * What it counts.
   *
   * @param models the index's
   * @param dates which dates count
   */
  FacetField field(List<IndexedModel> models, CountedDates dates) {
    return switch (this) {
      case YEAR -> new YearFacet(dates);
      case MONTH -> new MonthFacet(dates);
      case CAMERA -> new CameraFacet();
      case LENS -> new KeywordFacet(Fields.LENS, "lens");
      case PLACE -> new PlaceFacet();
      case COUNTRY -> new KeywordFacet(Fields.COUNTRY, "country");
      case REGION -> new KeywordFacet(Fields.REGION, "region");
      case CITY -> new KeywordFacet(Fields.CITY, "city");
      case TYPE -> new KeywordFacet(Fields.FORMAT, "type");
      case KEYWORD -> new KeywordFacet(Fields.KEYWORD, "keyword");
      case PEOPLE -> new KeywordFacet(Fields.PERSON, "people");
      case LABEL -> new KeywordFacet(Fields.LABEL, "label");
      case RATING -> new RatingFacet();
      case KIND -> new ChoiceFacet(Fields.KIND, "is", KINDS);
      case SHAPE -> new ShapeFacet();
      case FLASH -> new ChoiceFacet(Fields.FLASH, "flash", FLASHES);
      case CONFIDENCE -> new ChoiceFacet(Fields.TAKEN_CONFIDENCE, "confidence", CONFIDENCES);
      case MODEL -> new ModelFacet(models);
    };
  }
}
