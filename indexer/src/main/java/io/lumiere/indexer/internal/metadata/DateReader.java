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
import io.lumiere.schema.Confidence;
import io.lumiere.schema.Photo.Taken;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a photo was taken. The first that holds a possible date wins: EXIF's original and
 * digitised dates, XMP, IPTC, a PNG text, an XMP sidecar, the film of a live photo, Google Takeout,
 * the file's name, EXIF's date of change, the folders' names, the file's modification time.
 * Copying, unpacking and synchronising set the last, so its confidence is low.
 *
 * <p>Dates are read as they are written. No time zone of this machine ever moves them. Impossible
 * ones are noted.
 */
final class DateReader {
  static final String EXIF = "exif";

  private final DateLimits limits;
  private final Zones zones;
  private final Notes notes;

  DateReader(DateLimits limits, Zones zones, Notes notes) {
    this.limits = limits;
    this.zones = zones;
    this.notes = notes;
  }

  /** One source after another, until one has a date. */
  @Nullable Taken read(PhotoSources photo) {
    Tags tags = photo.tags();
    // Lazily: the later sources are rarely needed.
    List<Supplier<@Nullable Taken>> sources =
        List.of(
            () -> exif(tags, ORIGINAL),
            () -> exif(tags, DIGITIZED),
            () -> xmp(tags, "xmp"),
            () -> iptc(tags),
            () -> png(tags),
            () -> sidecars(photo.sidecars()),
            () -> taken(photo.filmDate(), "quicktime", Confidence.MEDIUM),
            () -> taken(photo.takeoutDate(), "takeout", Confidence.MEDIUM),
            () -> taken(FileNameDates.find(photo.name()), "filename", Confidence.MEDIUM),
            () -> exif(tags, MODIFIED),
            () -> taken(FolderDates.find(photo.folder()), "folder", Confidence.LOW),
            () -> taken(DateText.of(photo.modified()), Taken.FILE_TIME, Confidence.LOW));
    for (Supplier<@Nullable Taken> source : sources) {
      Taken taken = source.get();
      if (taken != null) {
        return taken;
      }
    }
    return null;
  }

  /** The tags of one of EXIF's three dates. */
  private record ExifDate(
      String source, int date, int decimals, int offset, Confidence confidence) {}

  private static final ExifDate ORIGINAL =
      new ExifDate(
          EXIF,
          TAG_DATETIME_ORIGINAL,
          TAG_SUBSECOND_TIME_ORIGINAL,
          TAG_TIME_ZONE_ORIGINAL,
          Confidence.HIGH);
  private static final ExifDate DIGITIZED =
      new ExifDate(
          "exif-digitized",
          TAG_DATETIME_DIGITIZED,
          TAG_SUBSECOND_TIME_DIGITIZED,
          TAG_TIME_ZONE_DIGITIZED,
          Confidence.HIGH);
  private static final ExifDate MODIFIED =
      new ExifDate(
          "exif-modified", TAG_DATETIME, TAG_SUBSECOND_TIME, TAG_TIME_ZONE, Confidence.LOW);

  private @Nullable Taken exif(Tags tags, ExifDate tag) {
    DateText text = parse(tags.exifText(tag.date()), tag.source());
    if (text == null) {
      return null;
    }
    LocalDateTime local = text.local();
    if (local.get(ChronoField.NANO_OF_SECOND) == 0 && text.hasTime()) {
      local = local.withNano(DateText.fraction(tags.exifText(tag.decimals())));
    }
    var stated = text.offset();
    if (stated == null) {
      stated = DateText.parseOffset(tags.exifText(tag.offset()));
    }
    if (stated == null) {
      stated = DateText.parseOffset(tags.exifText(TAG_TIME_ZONE));
    }
    DateText whole = new DateText(local, stated, text.precision(), false);
    return taken(whole, tag.source(), tag.confidence());
  }

  private @Nullable Taken sidecars(List<Tags> sidecars) {
    for (Tags sidecar : sidecars) {
      Taken taken = xmp(sidecar, "sidecar");
      if (taken != null) {
        return taken;
      }
    }
    return null;
  }

  private @Nullable Taken xmp(Tags tags, String source) {
    for (@Nullable String text :
        new @Nullable String[] {
          tags.xmp(NS_EXIF, "DateTimeOriginal"),
          tags.xmp(NS_PHOTOSHOP, "DateCreated"),
          tags.xmp(NS_EXIF, "DateTimeDigitized"),
          tags.xmp(NS_XMP, "CreateDate")
        }) {
      Taken taken = taken(parse(text, source), source, Confidence.MEDIUM);
      if (taken != null) {
        return taken;
      }
    }
    return null;
  }

  private @Nullable Taken iptc(Tags tags) {
    List<String> dates = tags.iptc(IptcDirectory.TAG_DATE_CREATED);
    List<String> times = tags.iptc(IptcDirectory.TAG_TIME_CREATED);
    if (dates.isEmpty()) {
      return null;
    }
    DateText whole =
        times.isEmpty() ? null : DateText.parse(dates.getFirst() + "T" + times.getFirst());
    DateText date = whole == null ? parse(dates.getFirst(), "iptc") : whole;
    return taken(date, "iptc", Confidence.MEDIUM);
  }

  private @Nullable Taken png(Tags tags) {
    for (PngText text : tags.blocks(PngText.class)) {
      if (text.keyword().equalsIgnoreCase("Creation Time")) {
        return taken(parse(text.text(), "png"), "png", Confidence.MEDIUM);
      }
    }
    return null;
  }

  /** Notes what has digits and is no date. */
  private @Nullable DateText parse(@Nullable String text, String source) {
    DateText date = DateText.parse(text);
    if (date == null && text != null && text.chars().anyMatch(Character::isDigit)) {
      reject(source, text.strip(), "there is no such date");
    }
    return date;
  }

  private @Nullable Taken taken(@Nullable DateText date, String source, Confidence confidence) {
    if (date == null) {
      return null;
    }
    String objection = limits.objection(date);
    if (objection != null) {
      reject(source, date.local().toString(), objection);
      return null;
    }
    return zones.complete(date, source, confidence);
  }

  private void reject(String source, String text, String reason) {
    notes.add("the " + source + " date " + text + " is not believed: " + reason);
  }
}
