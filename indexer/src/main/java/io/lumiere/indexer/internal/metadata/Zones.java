package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Confidence;
import io.lumiere.schema.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the offset from UTC of a date, in this order: stated with it, the difference to the time
 * that GPS satellites gave, the zone of the place, the zone that a person named. The local time is
 * never changed; only dates that state a moment are converted to it.
 *
 * @param satellites the time by GPS, UTC
 * @param place zone of the place
 * @param option zone that a person named
 */
record Zones(@Nullable LocalDateTime satellites, @Nullable ZoneId place, @Nullable ZoneId option) {
  static final Zones NONE = new Zones(null, null, null);

  /** The source of an offset that a person named for all photos. */
  static final String BY_OPTION = "option";

  /** A receiver's time may be some moments older than the photo. */
  private static final long TOLERANCE_SECONDS = 120;

  private static final int HALF_HOUR = 1800;
  private static final int WIDEST_OFFSET = 14 * 3600;

  /** The Marquesas, Newfoundland, Iran, Afghanistan, India, Myanmar, Australia, in half hours. */
  private static final Set<Long> HALVES_IN_USE = Set.of(-19L, -7L, -5L, 7L, 9L, 11L, 13L, 19L, 21L);

  /** The date with the best offset that is known. */
  Taken complete(DateText text, String source, Confidence confidence) {
    if (text.moment()) {
      return ofMoment(text, source, confidence);
    }
    LocalDateTime local = text.local();
    ZoneOffset offset = text.offset();
    String offsetSource = "stated";
    if (offset == null && text.hasTime() && source.equals(DateReader.EXIF)) {
      offset = bySatellites(local);
      offsetSource = "gps-time";
    }
    if (offset == null && text.hasTime() && zone() != null) {
      // In a gap or an overlap of the clock this is the offset before the change.
      offset = zone().getRules().getOffset(local);
      offsetSource = zoneSource();
    }
    return new Taken(
        local, offset, offset == null ? null : offsetSource, source, confidence, text.precision());
  }

  private Taken ofMoment(DateText text, String source, Confidence confidence) {
    Instant moment = text.local().toInstant(ZoneOffset.UTC);
    ZoneOffset offset = zone() == null ? ZoneOffset.UTC : zone().getRules().getOffset(moment);
    return new Taken(
        LocalDateTime.ofInstant(moment, offset),
        offset,
        zone() == null ? "stated" : zoneSource(),
        source,
        confidence,
        text.precision());
  }

  private @Nullable ZoneId zone() {
    return place == null ? option : place;
  }

  private String zoneSource() {
    return place == null ? BY_OPTION : "place";
  }

  /**
   * Whole and half hours, and the quarters that some place uses; null where the difference is none
   * of these: the receiver's time is an old one.
   */
  private @Nullable ZoneOffset bySatellites(LocalDateTime local) {
    if (satellites == null) {
      return null;
    }
    long difference = Duration.between(satellites, local).toSeconds();
    for (int unit : new int[] {HALF_HOUR, HALF_HOUR / 2}) {
      long rounded = Math.floorDiv(difference + unit / 2, unit) * unit;
      boolean near = Math.abs(difference - rounded) <= TOLERANCE_SECONDS;
      boolean used = rounded % HALF_HOUR == 0 || isQuarterInUse(rounded);
      if (near && used && Math.abs(rounded) <= WIDEST_OFFSET) {
        return ZoneOffset.ofTotalSeconds((int) rounded);
      }
    }
    return null;
  }

  /** Nepal 5:45, Eucla 8:45, the Chatham Islands 12:45 and 13:45. */
  private static boolean isQuarterInUse(long seconds) {
    long quarters = seconds / 900;
    return quarters == 23 || quarters == 35 || quarters == 51 || quarters == 55;
  }

  /** Whether the clocks of some place differ by so much from UTC. */
  static boolean isOffsetInUse(long seconds) {
    boolean isHours = seconds % 3600 == 0;
    boolean isHalf = seconds % HALF_HOUR == 0 && HALVES_IN_USE.contains(seconds / HALF_HOUR);
    boolean isQuarter = seconds % 900 == 0 && isQuarterInUse(seconds);
    return Math.abs(seconds) <= WIDEST_OFFSET && (isHours || isHalf || isQuarter);
  }
}
