package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.LumiereException;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Damaged lines are reported by their numbers, and no other lines are lost. */
class JsonlFuzzTest {
  private static final int PHOTOS = 60;

  @TempDir Path temp;

  @RepeatedTest(20)
  void damagedLinesCostThemselvesAlone(@Seeded Random random) throws IOException {
    long seed = Seeds.ofRun();
    Path index = temp.resolve("index");
    TestIndex.write(index, random.nextLong(), PHOTOS);
    List<String> lines = Exchange.lines(index, ExportOptions.DEFAULTS);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(random.nextInt(3) == 0 ? damage(bytes, random) : bytes);
      out.write('\n');
    }
    Path file = Files.write(temp.resolve("damaged.jsonl"), out.toByteArray());
    ImportOptions options =
        ImportOptions.DEFAULTS.withArchive(Path.of("/photos")).withSkipBad(true).withUpdate(true);
    try {
      ImportReport report = Exchange.load(file, temp.resolve("copy"), options);
      long lost = report.bad();
      assertThat(report.added() + report.replaced() + report.failures() + lost)
          .as("seed %d", seed)
          .isBetween((long) PHOTOS - 20, (long) PHOTOS + 40);
      assertThat(report.problems())
          .as("seed %d", seed)
          .allSatisfy(problem -> assertThat(problem).matches("(?s)line \\d+: .{10,}"));
    } catch (LumiereException e) {
      assertThat(e).as("seed %d", seed).hasMessageContaining("damaged");
    }
  }

  private static byte[] damage(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    return switch (random.nextInt(4)) {
      case 0 -> java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
      case 1 -> {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        yield damaged;
      }
      case 2 -> {
        int from = random.nextInt(damaged.length);
        int to = random.nextInt(damaged.length);
        System.arraycopy(bytes, from, damaged, to, damaged.length - Math.max(from, to));
        yield damaged;
      }
      default -> {
        for (int i = 0; i < 10; i++) {
          damaged[random.nextInt(damaged.length)] = (byte) "{}[]\",:0-e\\u".charAt(i);
        }
        yield damaged;
      }
    };
  }
}
