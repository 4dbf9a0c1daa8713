package io.lumiere.query.event;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An event of an archive, and the hits of a search in it. Immutable.
 *
 * @param key identifies it, by when it begins, such as {@code 2021-07-04T0912}
 * @param from when the first photo of the archive in it was taken, by the clock there
 * @param to when the last one was
 * @param place what the place is called, the smallest name first, such as Lisbon and Portugal;
 *     empty where no name is shared by most of its photos
 * @param count how many of the hits are in it
 * @param cover the id of a hit that stands for it
 * @param coverHash the beginning of the content hash of that hit
 */
public record PhotoEvent(
    String key,
    LocalDateTime from,
    LocalDateTime to,
    List<String> place,
    int count,
    String cover,
    String coverHash) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  public PhotoEvent {
    place = List.copyOf(place);
  }

  /** A title in English: the place and the days, such as {@code Lisbon, 4–9 July 2021}. */
  public String title() {
    return place.isEmpty() ? days() : place.getFirst() + ", " + days();
  }

  /** Keeps the photos of its days, in the language of searches. */
  public String query() {
    LocalDate first = from.toLocalDate();
    LocalDate last = to.toLocalDate();
    return first.equals(last) ? "date:" + first : "date:" + first + ".." + last;
  }

  private String days() {
    LocalDate first = from.toLocalDate();
    LocalDate last = to.toLocalDate();
    if (first.equals(last)) {
      return DAY.format(last);
    }
    if (first.getYear() != last.getYear()) {
      return DAY.format(first) + " – " + DAY.format(last);
    }
    return first.getMonth() == last.getMonth()
        ? first.getDayOfMonth() + "–" + DAY.format(last)
        : DAY_OF_YEAR.format(first) + " – " + DAY.format(last);
  }
}
