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
import io.lumiere.schema.Photo.Taken;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a photo was taken. The first that holds a possible date wins: EXIF's original and
 * digitised dates, XMP, IPTC, a PNG text, the file's name, EXIF's date of change. The file's
 * modification time is not believed: copying, unpacking and synchronising set it, and a photo
 * without a date is better than one in the wrong year. It has a field of its own.
 *
 * <p>Dates are read as they are written. No time zone of this machine ever moves them.
 */
final class DateReader {
  private final DateLimits limits;

  DateReader(DateLimits limits) {
    this.limits = limits;
  }

  @Nullable Taken read(Tags tags, String fileName) {
    // Lazily: the later sources are rarely needed.
    return Stream.<Supplier<@Nullable Taken>>of(
            () ->
                exif(
                    tags,
                    TAG_DATETIME_ORIGINAL,
                    TAG_SUBSECOND_TIME_ORIGINAL,
                    TAG_TIME_ZONE_ORIGINAL,
                    "exif"),
            () ->
                exif(
                    tags,
                    TAG_DATETIME_DIGITIZED,
                    TAG_SUBSECOND_TIME_DIGITIZED,
                    TAG_TIME_ZONE_DIGITIZED,
                    "exif-digitized"),
            () -> xmp(tags),
            () -> iptc(tags),
            () -> png(tags),
            () -> taken(FileNameDates.find(fileName), "filename"),
            () -> exif(tags, TAG_DATETIME, TAG_SUBSECOND_TIME, TAG_TIME_ZONE, "exif-modified"))
        .map(Supplier::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Taken exif(Tags tags, int date, int decimals, int offset, String source) {
    DateText text = DateText.parse(tags.exifText(date));
    if (text == null) {
      return null;
    }
    LocalDateTime local = text.local();
    if (local.get(ChronoField.NANO_OF_SECOND) == 0) {
      local = local.withNano(DateText.fraction(tags.exifText(decimals)));
    }
    ZoneOffset stated = text.offset();
    if (stated == null) {
      stated = DateText.parseOffset(tags.exifText(offset));
    }
    if (stated == null) {
      stated = DateText.parseOffset(tags.exifText(TAG_TIME_ZONE));
    }
    return taken(new DateText(local, stated), source);
  }

  private @Nullable Taken xmp(Tags tags) {
    List<@Nullable String> texts =
        Arrays.asList(
            tags.xmp(NS_EXIF, "DateTimeOriginal"),
            tags.xmp(NS_PHOTOSHOP, "DateCreated"),
            tags.xmp(NS_EXIF, "DateTimeDigitized"),
            tags.xmp(NS_XMP, "CreateDate"));
    for (String text : texts) {
      Taken taken = taken(DateText.parse(text), "xmp");
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
    return taken(whole == null ? DateText.parse(dates.getFirst()) : whole, "iptc");
  }

  private @Nullable Taken png(Tags tags) {
    for (PngText text : tags.blocks(PngText.class)) {
      if (text.keyword().equalsIgnoreCase("Creation Time")) {
        return taken(DateText.parse(text.text()), "png");
      }
    }
    return null;
  }

  private @Nullable Taken taken(@Nullable DateText date, String source) {
    return date == null || !limits.accept(date.local())
        ? null
        : new Taken(date.local(), date.offset(), source);
  }
}
