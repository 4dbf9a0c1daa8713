package io.lumiere.models.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged checkpoints: each is either read or refused by a {@link CheckpointException}; nothing
 * else is thrown, and not much time is taken. A failure names the seed to replay it.
 */
class CheckpointFuzzTest {
  private static final int ROUNDS = Integer.getInteger("lumiere.fuzz.rounds", 600);
  private static final long SEED = Long.getLong("lumiere.fuzz.seed", 20_210_704);

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "types.pt",
        "types-legacy.pt",
        "views.pt",
        "views-legacy.pt",
        "module-legacy.pt",
        "types.safetensors"
      })
  void damagedFilesAreRefused(String name) throws IOException {
    byte[] whole = CheckpointFiles.bytes(name);
    Map<String, byte[]> members = whole[0] == 'P' ? members(name, whole) : Map.of();
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          int refused = 0;
          for (int round = 0; round < ROUNDS; round++) {
            refused += refuses(name, whole, members, SEED + round) ? 1 : 0;
          }
          assertThat(refused).isGreaterThan(ROUNDS / 4).isLessThan(ROUNDS);
        });
  }

  private boolean refuses(String name, byte[] whole, Map<String, byte[]> members, long seed)
      throws IOException {
    Random random = new Random(seed);
    byte[] damaged = !members.isEmpty() ? damageZip(whole, members, random) : damage(whole, random);
    Path file = Files.write(dir.resolve(name), damaged);
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      for (String tensor : checkpoint.names()) {
        assertThat(checkpoint.floats(tensor)).hasSize(checkpoint.info(tensor).elements());
      }
      return false;
    } catch (CheckpointException e) {
      assertThat(e).hasMessageStartingWith(name + ": ");
      return true;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(name + " with seed " + seed, e);
    }
  }

  private Map<String, byte[]> members(String name, byte[] whole) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(Files.write(dir.resolve(name), whole).toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          members.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return members;
  }

  /** A few bytes changed, or the end cut off, or a piece repeated. */
  private static byte[] damage(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    switch (random.nextInt(8)) {
      case 0 -> {
        return Arrays.copyOf(whole, random.nextInt(whole.length));
      }
      case 1 -> {
        int from = random.nextInt(whole.length);
        int to = random.nextInt(whole.length);
        int length = random.nextInt(whole.length - Math.max(from, to));
        System.arraycopy(whole, from, damaged, to, length);
      }
      default -> {
        for (int i = random.nextInt(4); i >= 0; i--) {
          damaged[random.nextInt(damaged.length)] = (byte) randomByte(random);
        }
      }
    }
    return damaged;
  }

  private static int randomByte(Random random) {
    int[] interesting = {0, 1, 0x7f, 0x80, 0xff, '.', '(', 'q', 'h', 'R', 'Q', 't', 'u', '2', '9'};
    return random.nextBoolean()
        ? interesting[random.nextInt(interesting.length)]
        : random.nextInt(256);
  }

  /** Half of the time the archive itself, half of the time a member in a sound archive. */
  private static byte[] damageZip(byte[] whole, Map<String, byte[]> members, Random random)
      throws IOException {
    if (random.nextBoolean()) {
      return damage(whole, random);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        byte[] content = member.getValue();
        boolean damaged = member.getKey().endsWith(".pkl") || random.nextInt(10) == 0;
        out.putNextEntry(new ZipEntry(member.getKey()));
        out.write(damaged && content.length > 0 ? damage(content, random) : content);
      }
    }
    return bytes.toByteArray();
  }
}
