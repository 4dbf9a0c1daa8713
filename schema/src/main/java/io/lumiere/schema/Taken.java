package io.lumiere.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a photo was taken. Immutable.
 *
 * @param local date and time by the clock on the wall where the photo was taken; kept to the
 *     millisecond
 * @param offset that clock's offset from UTC, where it is known
 * @param offsetSource how the offset is known: {@code stated} beside the date, {@code gps-time},
 *     {@code place} (the zone of the place) or {@code option} (the zone that a person gave); null
 *     just where the offset is
 * @param source where the date came from, such as {@code exif}
 * @param confidence how far it is to be believed
 * @param precision how much of {@code local} is known; the rest is its first moment
 */
public record Taken(
    LocalDateTime local,
    @Nullable ZoneOffset offset,
    @Nullable String offsetSource,
    String source,
    Confidence confidence,
    Precision precision) {
  /**
   * The {@link #source} of a date that is a guess: nothing says when the photo was taken, and the
   * last-modified time of its file stands in, which may be that of a copy or an edit.
   */
  public static final String FILE_TIME = "file-modified";

  private static final FieldGroup<Taken, Draft> GROUP =
      new FieldGroup<>(Photo::taken, draft -> draft.taken);

  static final List<PhotoField<?>> FIELDS =
      List.of(
          GROUP.one(
              Fields.TAKEN,
              FieldType.LOCAL_TIME,
              "date and time on the clock there, ms, counted as if it were UTC",
              Taken::local,
              (taken, local) -> taken.local = local),
          GROUP.one(
              Fields.TAKEN_INSTANT,
              FieldType.INSTANT,
              "the moment, ms since 1970 UTC, where the offset is known",
              Taken::instant,
              (taken, instant) -> {
                // The date and the offset say it.
              }),
          GROUP.one(
              Fields.TAKEN_OFFSET,
              FieldType.OFFSET,
              "that clock's offset from UTC in seconds",
              Taken::offset,
              (taken, offset) -> taken.offset = offset),
          GROUP.one(
              Fields.TAKEN_OFFSET_SOURCE,
              FieldType.KEYWORD,
              "`stated`, `gps-time`, `place` or `option`",
              Taken::offsetSource,
              (taken, source) -> taken.offsetSource = source),
          GROUP.one(
              Fields.TAKEN_SOURCE,
              FieldType.KEYWORD,
              "`exif`, `exif-digitized`, `xmp`, `iptc`, `png`, `sidecar`, `quicktime`, `takeout`,"
                  + " `filename`, `gps`, `exif-modified`, `folder`, `file-modified`",
              Taken::source,
              (taken, source) -> taken.source = source),
          GROUP.one(
              Fields.TAKEN_CONFIDENCE,
              FieldType.KEYWORD,
              "`high`, `medium` or `low`",
              taken -> taken.confidence.keyword(),
              (taken, keyword) -> taken.confidence = Confidence.of(keyword)),
          GROUP.one(
              Fields.TAKEN_PRECISION,
              FieldType.KEYWORD,
              "`year`, `month`, `day` or `time`",
              taken -> taken.precision.keyword(),
              (taken, keyword) -> taken.precision = Precision.of(keyword)));

  public Taken {
    local = local.truncatedTo(ChronoUnit.MILLIS);
    if ((offset == null) != (offsetSource == null)) {
      throw new IllegalArgumentException(
          "offset is " + offset + " and its source is " + offsetSource + ": both or neither");
    }
  }

  /** A date and time as a camera wrote it, with the offset beside it where one is known. */
  public Taken(LocalDateTime local, @Nullable ZoneOffset offset, String source) {
    this(local, offset, offset == null ? null : "stated", source, Confidence.HIGH, Precision.TIME);
  }

  /** Whether it is the file's time and thus a guess. */
  public boolean isGuessed() {
    return source.equals(FILE_TIME);
  }

  /**
   * As much as is known, for people: {@code 2021-07-04 18:30}, {@code 2021-07-04}, {@code 2021-07}
   * or {@code 2021}, with a {@code ~} before a guess.
   */
  public String known() {
    String digits =
        switch (precision) {
          case YEAR -> "uuuu";
          case MONTH -> "uuuu-MM";
          case DAY -> "uuuu-MM-dd";
          case TIME -> "uuuu-MM-dd HH:mm";
        };
    return (isGuessed() ? "~" : "")
        + local.format(DateTimeFormatter.ofPattern(digits, Locale.ROOT));
  }

  /** The moment; null where the offset is not known. */
  public @Nullable Instant instant() {
    return offset == null ? null : local.toInstant(offset);
  }

  /** Day and time, with the offset where it is known: {@code 2021-07-04T18:30:00+02:00}. */
  public String iso() {
    String text = local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    return offset == null ? text : text + offset;
  }

  /** Gathers what fields give back. Not thread-safe. */
  static final class Draft {
    private @Nullable LocalDateTime local;
    private @Nullable ZoneOffset offset;
    private @Nullable String offsetSource;
    private @Nullable String source;
    private @Nullable Confidence confidence;
    private @Nullable Precision precision;

    @Nullable Taken build() {
      return local == null
          ? null
          : new Taken(
              local,
              offset,
              offsetSource,
              PhotoDraft.expect(Fields.TAKEN_SOURCE, source),
              PhotoDraft.expect(Fields.TAKEN_CONFIDENCE, confidence),
              PhotoDraft.expect(Fields.TAKEN_PRECISION, precision));
    }
  }
}
