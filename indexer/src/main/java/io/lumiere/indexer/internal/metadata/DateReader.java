package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_EXIF;
import static com.adobe.internal.xmp.XMPConst.NS_PHOTOSHOP;
import static com.adobe.internal.xmp.XMPConst.NS_XMP;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME_ORIGINAL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL;

import com.drew.metadata.iptc.IptcDirectory;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a photo was taken. The first of {@link DateSource} that holds a possible date wins;
 * where that is no more than a year, a month or a day, a later one that says more of the same
 * completes it. {@code docs/dates.md} documents the order.
 *
 * <p>Dates are read as they are written; the time zone of this machine never matters. Impossible
 * dates are noted. For one photo.
 */
final class DateReader {
  static final String EXIF = DateSource.EXIF.keyword();

  /** An XMP property. */
  private record Property(String namespace, String name) {}

  private static final List<Property> BY_PEOPLE =
      List.of(new Property(NS_EXIF, "DateTimeOriginal"), new Property(NS_PHOTOSHOP, "DateCreated"));
  private static final List<Property> BY_PROGRAMS =
      List.of(new Property(NS_EXIF, "DateTimeDigitized"), new Property(NS_XMP, "CreateDate"));
  private static final List<String> PNG_TEXTS = List.of("Creation Time", "exif:DateTimeOriginal");

  private final PhotoSources photo;
  private final DateLimits limits;
  private final Zones zones;
  private final Notes notes;
  private final SameMoments moments;
  private @Nullable LocalDateTime future;

  DateReader(PhotoSources photo, DateLimits limits, Zones zones, Notes notes) {
    this.photo = photo;
    this.limits = limits;
    this.zones = zones;
    this.notes = notes;
    this.moments = new SameMoments(photo);
  }

  /** When it was taken; null where nothing says so. */
  @Nullable Taken read() {
    return best(EnumSet.allOf(DateSource.class));
  }

  /**
   * The earliest date that {@link #read} refused as one of the future; null where there is none.
   */
  @Nullable LocalDateTime future() {
    return future;
  }

  private @Nullable Taken best(Set<DateSource> sources) {
    Taken best = null;
    for (DateSource source : sources) {
      // Lazy, since the later sources are rarely needed.
      if (best == null || (source.mayRefine() && best.precision() != Precision.TIME)) {
        for (Taken taken : dates(source)) {
          best = best == null || refines(taken, best) ? taken : best;
        }
      }
    }
    return best;
  }

  private static boolean refines(Taken taken, Taken coarse) {
    return Dates.refines(taken.local(), taken.precision(), coarse.local(), coarse.precision());
  }

  private List<Taken> dates(DateSource source) {
    return switch (source) {
      case SIDECAR -> wordsOfPeople();
      case EXIF -> exif(ORIGINAL);
      case EXIF_DIGITIZED -> exif(DIGITIZED);
      case XMP -> {
        List<Taken> dates = xmp(photo.tags(), source, BY_PEOPLE);
        yield dates.isEmpty() ? xmp(photo.tags(), source, BY_PROGRAMS) : dates;
      }
      case IPTC -> iptc();
      case PNG -> png();
      case SIDECAR_CREATED -> sidecars(source, BY_PROGRAMS);
      case FILM -> taken(photo.filmDate(), source);
      case TAKEOUT -> taken(photo.takeoutDate(), source);
      case FILE_NAME -> taken(FileNameDates.find(photo.name()), source);
      case SATELLITES -> taken(satellites(), source);
      case EXIF_MODIFIED -> exif(MODIFIED);
      case FOLDER -> taken(FolderDates.find(photo.folder()), source);
      case FILE_MODIFIED -> taken(DateText.of(photo.modified()), source);
    };
  }

  /**
   * Dates of sidecars that the photo's file does not have: programs also copy its dates into them.
   */
  private List<Taken> wordsOfPeople() {
    List<Taken> stated = sidecars(DateSource.SIDECAR, BY_PEOPLE);
    Taken own = stated.isEmpty() ? null : best(DateSource.OWN);
    return own == null ? stated : stated.stream().filter(word -> !repeats(word, own)).toList();
  }

  private static boolean repeats(Taken word, Taken own) {
    if (word.instant() != null && own.instant() != null && own.precision() == Precision.TIME) {
      return word.instant().getEpochSecond() == own.instant().getEpochSecond();
    }
    return own.precision().compareTo(word.precision()) >= 0
        && Dates.within(own.local(), word.local(), word.precision());
  }

  private List<Taken> sidecars(DateSource source, List<Property> properties) {
    return photo.sidecars().stream()
        .flatMap(sidecar -> xmp(sidecar, source, properties).stream())
        .toList();
  }

  /**
   * The tags of one of EXIF's three dates.
   *
   * @param date the date and time
   * @param decimals of its second
   * @param offset its offset from UTC
   */
  private record ExifDate(DateSource source, int date, int decimals, int offset) {}

  private static final ExifDate ORIGINAL =
      new ExifDate(
          DateSource.EXIF,
          TAG_DATETIME_ORIGINAL,
          TAG_SUBSECOND_TIME_ORIGINAL,
          TAG_TIME_ZONE_ORIGINAL);
  private static final ExifDate DIGITIZED =
      new ExifDate(
          DateSource.EXIF_DIGITIZED,
          TAG_DATETIME_DIGITIZED,
          TAG_SUBSECOND_TIME_DIGITIZED,
          TAG_TIME_ZONE_DIGITIZED);
  private static final ExifDate MODIFIED =
      new ExifDate(DateSource.EXIF_MODIFIED, TAG_DATETIME, TAG_SUBSECOND_TIME, TAG_TIME_ZONE);

  private List<Taken> exif(ExifDate tag) {
    Tags tags = photo.tags();
    String written = tags.exifText(tag.date());
    if (written == null && tag.equals(ORIGINAL)) {
      written = MakerNotes.date(tags);
    }
    DateText text = parse(written, tag.source());
    if (text == null || !text.hasTime()) {
      return taken(text, tag.source());
    }
    LocalDateTime local = text.local();
    if (local.get(ChronoField.NANO_OF_SECOND) == 0) {
      local = local.withNano(ClockTime.fraction(tags.exifText(tag.decimals())));
    }
    ZoneOffset stated = text.offset();
    if (stated == null) {
      stated = Offsets.parse(tags.exifText(tag.offset()));
    }
    if (stated == null) {
      stated = Offsets.parse(tags.exifText(TAG_TIME_ZONE));
    }
    if (stated == null && tag.equals(ORIGINAL)) {
      stated = SameMoments.originalOffset(tags);
    }
    return taken(new DateText(local, stated), tag.source());
  }

  private List<Taken> xmp(Tags tags, DateSource source, List<Property> properties) {
    List<Taken> dates = new ArrayList<>();
    for (Property property : properties) {
      String text = tags.xmp(property.namespace(), property.name());
      dates.addAll(taken(parse(text, source), source));
    }
    return dates;
  }

  private @Nullable DateText satellites() {
    LocalDateTime time = zones.satellites();
    return time == null ? null : DateText.of(time.toInstant(ZoneOffset.UTC));
  }

  private List<Taken> iptc() {
    List<String> dates = photo.tags().iptc(IptcDirectory.TAG_DATE_CREATED);
    DateText date =
        SameMoments.iptc(
            photo.tags(), IptcDirectory.TAG_DATE_CREATED, IptcDirectory.TAG_TIME_CREATED);
    if (date == null && !dates.isEmpty()) {
      date = parse(dates.getFirst(), DateSource.IPTC);
    }
    return taken(date, DateSource.IPTC);
  }

  private List<Taken> png() {
    List<Taken> dates = new ArrayList<>();
    for (String keyword : PNG_TEXTS) {
      dates.addAll(taken(parse(photo.tags().png(keyword), DateSource.PNG), DateSource.PNG));
    }
    return dates;
  }

  /** Parses a date, and notes a text that has digits but is not a date. */
  private @Nullable DateText parse(@Nullable String text, DateSource source) {
    DateText date = DateText.parse(text);
    if (date == null && text != null && text.chars().anyMatch(Character::isDigit)) {
      reject(source, text.strip(), "there is no such date");
    }
    return date;
  }

  private List<Taken> taken(@Nullable DateText date, DateSource source) {
    if (date == null) {
      return List.of();
    }
    String objection = limits.objection(date, source);
    if (objection == null) {
      return List.of(complete(date, source));
    }
    reject(source, date.local().toString(), objection);
    if (limits.isFuture(date) && (future == null || date.local().isBefore(future))) {
      future = date.local();
    }
    return List.of();
  }

  private Taken complete(DateText date, DateSource source) {
    Taken taken = zones.complete(date, source.keyword(), source.confidence());
    ZoneOffset stated =
        date.offset() == null && date.hasTime() ? moments.offset(date.local()) : null;
    if (stated == null) {
      return taken;
    }
    // Programs that know no offset write zero, so any other evidence comes before it.
    boolean known = taken.offset() != null && !Zones.BY_OPTION.equals(taken.offsetSource());
    return stated.equals(ZoneOffset.UTC) && known
        ? taken
        : zones.complete(date.withOffset(stated), source.keyword(), source.confidence());
  }

  private void reject(DateSource source, String text, String reason) {
    notes.add("the " + source.keyword() + " date " + text + " is not believed: " + reason);
  }
}
