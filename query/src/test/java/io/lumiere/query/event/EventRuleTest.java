package io.lumiere.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.lucene.util.SloppyMath;
import org.junit.jupiter.api.Test;

/** Events are those of the rule as its Javadoc puts it, applied step by step with plain lists. */
class EventRuleTest {
  private static final long HOUR = 3_600_000;
  private static final float NOWHERE = Float.NaN;

  private record Shot(long time, float latitude, float longitude) {
    boolean placed() {
      return !Float.isNaN(latitude);
    }

    double kilometres(double toLatitude, double toLongitude) {
      return SloppyMath.haversinMeters(latitude, longitude, toLatitude, toLongitude) / 1000;
    }
  }

  private static List<Integer> found(List<Shot> shots) {
    long[] times = shots.stream().mapToLong(Shot::time).toArray();
    float[] latitudes = new float[times.length];
    float[] longitudes = new float[times.length];
    for (int i = 0; i < times.length; i++) {
      latitudes[i] = shots.get(i).latitude();
      longitudes[i] = shots.get(i).longitude();
    }
    boolean[] starts = new EventRule(times, latitudes, longitudes).starts();
    List<Integer> sizes = new ArrayList<>();
    for (boolean start : starts) {
      if (start) {
        sizes.add(0);
      }
      sizes.add(sizes.removeLast() + 1);
    }
    return sizes;
  }

  private static List<Integer> expected(List<Shot> shots) {
    List<List<Shot>> sessions = new ArrayList<>();
    for (int i = 0; i < shots.size(); i++) {
      if (i == 0 || isCut(shots, i)) {
        sessions.add(new ArrayList<>());
      }
      sessions.getLast().add(shots.get(i));
    }
    double[] home = home(shots);
    List<List<Shot>> events = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      int joined =
          home == null || events.isEmpty() ? -1 : joined(events.getLast(), sessions, i, home);
      if (joined < 0) {
        events.add(new ArrayList<>(sessions.get(i)));
      } else {
        for (; i <= joined; i++) {
          events.getLast().addAll(sessions.get(i));
        }
        i = joined;
      }
    }
    return events.stream().map(List::size).toList();
  }

  /** The session up to which an event goes on with the one that is next; below 0 if it does not. */
  private static int joined(List<Shot> event, List<List<Shot>> sessions, int next, double[] home) {
    List<Shot> placed = event.stream().filter(Shot::placed).toList();
    if (placed.isEmpty()) {
      return -1;
    }
    Shot last = placed.getLast();
    for (int i = next; i < sessions.size(); i++) {
      for (Shot shot : sessions.get(i)) {
        if (shot.placed()) {
          boolean isTrip =
              shot.time() - last.time() < 48 * HOUR
                  && last.kilometres(shot.latitude(), shot.longitude()) <= 200
                  && last.kilometres(home[0], home[1]) > 100
                  && shot.kilometres(home[0], home[1]) > 100;
          return isTrip ? i : -1;
        }
      }
    }
    return -1;
  }

  private static boolean isCut(List<Shot> shots, int i) {
    Shot before = shots.get(i - 1);
    Shot shot = shots.get(i);
    long gap = shot.time() - before.time();
    boolean jumps =
        before.placed()
            && shot.placed()
            && before.kilometres(shot.latitude(), shot.longitude()) > 50
            && gap >= HOUR / 2;
    double mean =
        LongStream.rangeClosed(Math.max(1, i - 10), Math.min(shots.size() - 1, i + 10))
            .mapToDouble(j ->
                Math.log(
                    (double)
                        Math.max(1000, shots.get((int) j).time() - shots.get((int) j - 1).time())))
            .average()
            .orElseThrow();
    return gap >= 12 * HOUR
        || jumps
        || (gap >= 3 * HOUR && Math.log((double) gap) >= Math.log(17) + mean);
  }

  private static double[] home(List<Shot> shots) {
    Map<List<Integer>, Set<Long>> days = new HashMap<>();
    for (Shot shot : shots) {
      if (shot.placed()) {
        List<Integer> cell =
            List.of((int) Math.floor(shot.latitude() * 2), (int) Math.floor(shot.longitude() * 2));
        days.computeIfAbsent(cell, any -> new HashSet<>()).add(shot.time() / (24 * HOUR));
      }
    }
    int most = days.values().stream().mapToInt(Set::size).max().orElse(0);
    return days.entrySet().stream()
        .filter(cell -> cell.getValue().size() == most)
        .map(Map.Entry::getKey)
        .min((a, b) -> {
          int rows = Integer.compare(a.get(0), b.get(0));
          // Columns below zero come after others, as the bits of their numbers do.
          return rows != 0 ? rows : Integer.compareUnsigned(a.get(1), b.get(1));
        })
        .map(cell -> new double[] {(cell.get(0) + 0.5) / 2, (cell.get(1) + 0.5) / 2})
        .orElse(null);
  }

  @Test
  void eventsAreThoseOfTheRule(@Seeded Random random) {
    float[][] places = {{47.1f, 8.5f}, {47.3f, 8.6f}, {38.7f, -9.1f}, {38.1f, -8.6f}, {35, 135.7f}};
    for (int trial = 0; trial < 300; trial++) {
      List<Shot> shots = new ArrayList<>();
      long time = random.nextLong(1_600_000_000_000L);
      float[] place = places[0];
      for (int n = random.nextInt(120); n > 0; n--) {
        time +=
            switch (random.nextInt(10)) {
              case 0 -> random.nextLong(70 * HOUR);
              case 1 -> random.nextLong(14 * HOUR);
              case 2 -> 0;
              default -> random.nextLong(HOUR);
            };
        place = random.nextInt(12) == 0 ? places[random.nextInt(places.length)] : place;
        boolean isPlaced = random.nextInt(4) > 0;
        shots.add(new Shot(time, isPlaced ? place[0] : NOWHERE, isPlaced ? place[1] : NOWHERE));
      }
      assertThat(found(shots)).as("seed " + Seeds.ofRun()).isEqualTo(expected(shots));
    }
  }

  @Test
  void aTripIsOneEventAndDaysAtHomeAreMany() {
    List<Shot> shots = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      for (int shot = 0; shot < 8; shot++) {
        shots.add(new Shot((day * 24 + 10) * HOUR + shot * HOUR / 4, 47.1f, 8.5f));
      }
    }
    for (int day = 7; day < 12; day++) {
      for (int shot = 0; shot < 8; shot++) {
        // On one of the days the camera does not know where it is.
        float latitude = day == 9 ? NOWHERE : 38.7f;
        shots.add(new Shot((day * 24 + 10) * HOUR + shot * HOUR / 4, latitude, -9.1f));
      }
    }
    assertThat(found(shots)).isEqualTo(List.of(8, 8, 8, 8, 8, 8, 40));
  }

  @Test
  void aPartyInTheEveningIsAnotherEventThanTheMorning() {
    List<Shot> shots = new ArrayList<>();
    for (long minutes : new long[] {0, 2, 3, 5, 9, 12, 500, 502, 503, 507}) {
      shots.add(new Shot(minutes * 60_000, NOWHERE, NOWHERE));
    }
    assertThat(found(shots)).isEqualTo(List.of(6, 4));
    assertThat(found(List.of())).isEqualTo(Arrays.asList());
  }
}
