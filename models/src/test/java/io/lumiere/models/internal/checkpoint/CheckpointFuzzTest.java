package io.lumiere.models.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Fuzz;
import io.lumiere.testing.FuzzReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged checkpoints: each is either read or refused by a {@link CheckpointException}; nothing
 * else is thrown, and not much time is taken.
 */
class CheckpointFuzzTest {
  private static final int ROUNDS = 600;

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
    FuzzReport report =
        Fuzz.target("checkpoint")
            .inputs(List.of(whole))
            .suffix(name.substring(name.indexOf('.')))
            .times(ROUNDS)
            .mutatedBy((input, other, random) ->
                members.isEmpty() ? damage(input, random) : damageZip(input, members, random))
            .run(input -> takes(input.file()));
    assertThat(report.refused()).isGreaterThan(report.executions() / 4);
    assertThat(report.taken()).isPositive();
  }

  private static boolean takes(Path file) {
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      for (String tensor : checkpoint.names()) {
        assertThat(checkpoint.floats(tensor)).hasSize(checkpoint.info(tensor).elements());
      }
      return true;
    } catch (CheckpointException e) {
      assertThat(e).hasMessageStartingWith(file.getFileName() + ": ");
      return false;
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
  private static byte[] damageZip(byte[] whole, Map<String, byte[]> members, Random random) {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
