package io.lumiere.indexer.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.Confidence;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Taken;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every zone and moment: seeded, so that a failure can be repeated. */
class ZonesTest {
  private static final long FIRST = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
  private static final List<String> IDS = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  private final long seed = Seeds.ofRun();
  private final Random random;

  ZonesTest(@Seeded Random random) {
    this.random = random;
  }

  private ZoneId zone() {
    return ZoneId.of(IDS.get(random.nextInt(IDS.size())));
  }

  /** A moment, every other time within a day of a change of the zone's clock. */
  private Instant moment(ZoneId zone) {
    Instant any = Instant.ofEpochSecond(random.nextLong(FIRST, LAST));
    ZoneOffsetTransition change = zone.getRules().nextTransition(any);
    return change == null || random.nextBoolean()
        ? any
        : change.getInstant().plusSeconds(random.nextLong(-86_400, 86_400));
  }

  @Test
  void noClockIsEverMoved() {
    for (int i = 0; i < 20_000; i++) {
      ZoneId zone = zone();
      LocalDateTime local = LocalDateTime.ofInstant(moment(zone), zone);
      Taken taken =
          new Zones(null, zone, null)
              .complete(new DateText(local, null), DateReader.EXIF, Confidence.HIGH);

      assertThat(taken.local()).as("seed %d, %s", seed, zone).isEqualTo(local);
      assertThat(zone.getRules().getValidOffsets(local))
          .as("seed %d, %s %s", seed, zone, local)
          .contains(taken.offset());
      LocalDate day = local.toLocalDate();
      assertThat(LocalTimes.toMillis(taken.local()))
          .as("seed %d, %s %s", seed, zone, local)
          .isBetween(LocalTimes.startOf(day), LocalTimes.endOf(day))
          .isGreaterThan(LocalTimes.endOf(day.minusDays(1)))
          .isLessThan(LocalTimes.startOf(day.plusDays(1)));
    }
  }

  @Test
  void aMomentIsWhatTheClockThereSaid() {
    for (int i = 0; i < 20_000; i++) {
      ZoneId zone = zone();
      Instant moment = moment(zone);
      Taken taken =
          new Zones(null, null, zone).complete(DateText.of(moment), "filename", Confidence.MEDIUM);

      assertThat(taken.instant()).as("seed %d, %s", seed, zone).isEqualTo(moment);
      assertThat(taken.local())
          .as("seed %d, %s", seed, zone)
          .isEqualTo(LocalDateTime.ofInstant(moment, zone));
    }
  }

  @Test
  void satellitesGiveEveryOffsetThatIsInUse() {
    for (int i = 0; i < 20_000; i++) {
      ZoneId zone = zone();
      // Of late: older offsets have minutes and seconds.
      Instant moment = Instant.ofEpochSecond(random.nextLong(LAST - 300_000_000, LAST));
      ZoneOffset offset = zone.getRules().getOffset(moment);
      LocalDateTime received =
          LocalDateTime.ofInstant(moment, ZoneOffset.UTC).minusSeconds(random.nextInt(110));
      DateText local = new DateText(LocalDateTime.ofInstant(moment, zone), null);
      Taken taken =
          new Zones(received, null, null).complete(local, DateReader.EXIF, Confidence.HIGH);

      assertThat(taken.offset()).as("seed %d, %s %s", seed, zone, moment).isEqualTo(offset);
      assertThat(taken.offsetSource()).isEqualTo("gps-time");
    }
  }
}
