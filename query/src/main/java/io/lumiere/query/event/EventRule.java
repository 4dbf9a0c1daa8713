package io.lumiere.query.event;

import org.apache.lucene.util.SloppyMath;
import org.jspecify.annotations.Nullable;

/**
 * Where events begin among photos in the order of time.
 *
 * <ol>
 *   <li>Photos are cut into sessions. Between two neighbours there is a cut where at least {@link
 *       #LONGEST} passed; where at least {@link #SHORTEST} passed and that is {@link #TIMES} times
 *       as long as is usual among the {@link #AROUND} gaps before and behind; and where the place
 *       is more than {@value #JUMP_KM} km away and at least {@link #TRAVEL} passed.
 *   <li>Home is where photos were taken on the most days, by cells of half a degree.
 *   <li>Sessions away from home, more than {@value #AWAY_KM} km, are one trip if less than {@link
 *       #PAUSE} and at most {@value #TRIP_KM} km lie between them. A session without any place goes
 *       with the trip if the next one with a place does.
 * </ol>
 *
 * <p>The second cut of the first step is that of PhotoTOC, with its numbers: a gap counts by its
 * logarithm, relative to the mean of those around it, so that it is right for a wedding and for a
 * week with a photo now and then. Used for one archive; not thread-safe.
 *
 * @see <a
 *     href="https://www.microsoft.com/en-us/research/publication/phototoc-automatic-clustering/">
 *     Platt, Czerwinski, Field: PhotoTOC: automatic clustering for browsing personal photographs,
 *     2003</a>
 */
final class EventRule {
  private static final long HOUR = 3_600_000L;

  /** So much between two photos always cuts. */
  static final long LONGEST = 12 * HOUR;

  /** Less never cuts within a place. */
  static final long SHORTEST = 3 * HOUR;

  /** How many times as long as those around it a gap must be. */
  static final double TIMES = 17;

  /** How many gaps on either side are looked at. */
  static final int AROUND = 10;

  /** Within less nobody travels. */
  static final long TRAVEL = HOUR / 2;

  static final double JUMP_KM = 50;
  static final double AWAY_KM = 100;
  static final double TRIP_KM = 200;

  /** Between two days of a trip. */
  static final long PAUSE = 48 * HOUR;

  private static final double CELLS_A_DEGREE = 2;

  private final long[] times;
  private final float[] latitudes;
  private final float[] longitudes;
  private final double[] logSums;

  /**
   * Photos in the order of time.
   *
   * @param times in milliseconds
   * @param latitudes in degrees; NaN where the place is not known
   * @param longitudes likewise
   */
  EventRule(long[] times, float[] latitudes, float[] longitudes) {
    this.times = times;
    this.latitudes = latitudes;
    this.longitudes = longitudes;
    this.logSums = new double[Math.max(1, times.length)];
    for (int i = 1; i < times.length; i++) {
      logSums[i] = logSums[i - 1] + log(i);
    }
  }

  /** Whether an event begins with each photo. */
  boolean[] starts() {
    boolean[] starts = new boolean[times.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i == 0 || isCut(i);
    }
    float @Nullable [] home = home();
    if (home != null) {
      joinTrips(starts, home);
    }
    return starts;
  }

  /** The logarithm of the gap before a photo; a second at least. */
  private double log(int i) {
    return Math.log((double) Math.max(1_000, times[i] - times[i - 1]));
  }

  /** Whether a session begins with a photo that is not the first. */
  private boolean isCut(int i) {
    long gap = times[i] - times[i - 1];
    if (gap >= LONGEST || (gap >= TRAVEL && kilometres(i - 1, i) > JUMP_KM)) {
      return true;
    }
    int first = Math.max(1, i - AROUND);
    int last = Math.min(times.length - 1, i + AROUND);
    double mean = (logSums[last] - logSums[first - 1]) / (last - first + 1);
    return gap >= SHORTEST && log(i) >= Math.log(TIMES) + mean;
  }

  /** 0 where either place is not known. */
  private double kilometres(int a, int b) {
    return isPlaced(a) && isPlaced(b)
        ? kilometres(latitudes[a], longitudes[a], latitudes[b], longitudes[b])
        : 0;
  }

  private boolean isPlaced(int i) {
    return !Float.isNaN(latitudes[i]);
  }

  private static double kilometres(double latitude, double longitude, double lat, double lon) {
    return SloppyMath.haversinMeters(latitude, longitude, lat, lon) / 1000;
  }

  /** Latitude and longitude of the middle of the home's cell; null where no photo has a place. */
  private float @Nullable [] home() {
    DaysOfCells days = new DaysOfCells();
    for (int i = 0; i < times.length; i++) {
      if (isPlaced(i)) {
        days.add(cell(latitudes[i]), cell(longitudes[i]), times[i]);
      }
    }
    int[] cell = days.most();
    return cell == null ? null : new float[] {middle(cell[0]), middle(cell[1])};
  }

  private static int cell(float degrees) {
    return (int) Math.floor(degrees * CELLS_A_DEGREE);
  }

  private static float middle(int cell) {
    return (float) ((cell + 0.5) / CELLS_A_DEGREE);
  }

  /** Goes through sessions; {@code last} is the last photo with a place of the trip so far. */
  private void joinTrips(boolean[] starts, float[] home) {
    int last = -1;
    for (int start = 0; start < starts.length; start = next(starts, start)) {
      int placed = firstPlaced(start, next(starts, start));
      if (placed < 0) {
        // Decided by the next session with a place.
        continue;
      }
      if (last >= 0 && isOneTrip(last, placed, home)) {
        for (int i = last + 1; i <= placed; i++) {
          starts[i] = false;
        }
      }
      last = lastPlaced(placed, next(starts, placed));
    }
  }

  private static int next(boolean[] starts, int start) {
    int next = start + 1;
    while (next < starts.length && !starts[next]) {
      next++;
    }
    return next;
  }

  private int firstPlaced(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isPlaced(i)) {
        return i;
      }
    }
    return -1;
  }

  private int lastPlaced(int placed, int to) {
    int last = placed;
    for (int i = placed + 1; i < to; i++) {
      last = isPlaced(i) ? i : last;
    }
    return last;
  }

  private boolean isOneTrip(int a, int b, float[] home) {
    return times[b] - times[a] < PAUSE
        && kilometres(a, b) <= TRIP_KM
        && kilometres(latitudes[a], longitudes[a], home[0], home[1]) > AWAY_KM
        && kilometres(latitudes[b], longitudes[b], home[0], home[1]) > AWAY_KM;
  }
}
