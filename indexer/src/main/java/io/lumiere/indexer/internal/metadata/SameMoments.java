package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_EXIF;
import static com.adobe.internal.xmp.XMPConst.NS_PHOTOSHOP;
import static com.adobe.internal.xmp.XMPConst.NS_XMP;

import com.drew.metadata.iptc.IptcDirectory;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The offsets from UTC that XMP, sidecars and IPTC state with their copies of the dates. */
final class SameMoments {

  private final List<DateText> dates = new ArrayList<>();

  SameMoments(PhotoSources photo) {
    photo.sidecars().forEach(this::addXmp);
    addXmp(photo.tags());
    add(iptc(photo.tags(), IptcDirectory.TAG_DATE_CREATED, IptcDirectory.TAG_TIME_CREATED));
    add(
        iptc(
            photo.tags(),
            IptcDirectory.TAG_DIGITAL_DATE_CREATED,
            IptcDirectory.TAG_DIGITAL_TIME_CREATED));
  }

  /** The offset that is stated beside a date and time, to the second; null where there is none. */
  @Nullable ZoneOffset offset(LocalDateTime local) {
    for (DateText date : dates) {
      if (date.local().withNano(0).equals(local.withNano(0))) {
        return date.offset();
      }
    }
    return null;
  }

  private void addXmp(Tags tags) {
    DateText original = DateText.parse(tags.xmp(NS_EXIF, "DateTimeOriginal"));
    if (original != null && original.offset() == null) {
      original = original.withOffset(originalOffset(tags));
    }
    add(original);
    add(DateText.parse(tags.xmp(NS_PHOTOSHOP, "DateCreated")));
    add(DateText.parse(tags.xmp(NS_EXIF, "DateTimeDigitized")));
    add(DateText.parse(tags.xmp(NS_XMP, "CreateDate")));
  }

  /** EXIF's own tag of the offset, as XMP has it. */
  static @Nullable ZoneOffset originalOffset(Tags tags) {
    ZoneOffset offset = Offsets.parse(tags.xmp(XmpPrefixes.EXIF_EX, "OffsetTimeOriginal"));
    return offset == null ? Offsets.parse(tags.xmp(NS_EXIF, "OffsetTimeOriginal")) : offset;
  }

  private void add(@Nullable DateText date) {
    if (date != null && date.hasTime() && date.offset() != null) {
      dates.add(date);
    }
  }

  /** IPTC's date, with the time in its own data set; null where there is none. */
  static @Nullable DateText iptc(Tags tags, int dateTag, int timeTag) {
    List<String> dates = tags.iptc(dateTag);
    List<String> times = tags.iptc(timeTag);
    if (dates.isEmpty()) {
      return null;
    }
    DateText whole =
        times.isEmpty() ? null : DateText.parse(dates.getFirst() + "T" + times.getFirst());
    return whole == null ? DateText.parse(dates.getFirst()) : whole;
  }
}
