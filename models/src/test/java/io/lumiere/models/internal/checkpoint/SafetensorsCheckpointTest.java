package io.lumiere.models.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsCheckpointTest {
  @TempDir Path dir;

  private Path write(long headerLength, String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(headerLength < 0 ? json.length : headerLength).put(json);
    return Files.write(dir.resolve("hostile.safetensors"), bytes.array());
  }

  @Test
  void tensorsAreReadFromTheirPlaces() throws IOException {
    String header =
        """
        {"__metadata__":{"a":"b"},
         "second":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},
         "first":{"dtype":"I16","shape":[2,2],"data_offsets":[0,8]}}\
        """;
    Path file = write(-1, header, 12);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, 1.5f);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(bytes.length - 6, (short) -7);
    Files.write(file, bytes);
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      assertThat(checkpoint.floats("first")).containsExactly(0, 0, 0, -7);
      assertThat(checkpoint.floats("second")).containsExactly(1.5f);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a | not JSON",
        "{} {} | not JSON",
        "{\"a\":1,\"a\":2} | Duplicate",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | takes 8 bytes",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | natural numbers",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}} | natural numbers",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}} | natural numbers",
        "{\"t\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}} | natural numbers",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | where 0 is expected",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}} | natural numbers",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4]}} | offsets",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | has 4 bytes of data",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}} | speaks of 3",
        "{\"t\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}} | type 'F31'",
        "{\"t\":{\"shape\":[1],\"data_offsets\":[0,4]}} | type ''",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}"
            + " | out of bounds",
        "{\"t\":{\"dtype\":\"U8\",\"shape\":[536870912,536870912,536870912,536870912],"
            + "\"data_offsets\":[0,0]}} | out of bounds",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,4]}}"
            + " | natural numbers",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[9223372036854775804,"
            + "9223372036854775807]}} | offsets",
        "{\"t\":5} | natural numbers",
      })
  void badHeaderIsRefused(String header, String message) throws IOException {
    Path file = write(-1, header, 4);
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("hostile.safetensors: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "3", "1000", "100000001", "9223372036854775807"})
  void badHeaderLengthIsRefused(long length) throws IOException {
    Path file = write(length, "{}", 0);
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("header of " + length + " bytes");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Path file = write(-1, "{\"t\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", 0);
    assertThatThrownBy(() -> Checkpoint.open(file)).isInstanceOf(CheckpointException.class);
  }

  @Test
  void fileCutShortMeanwhileIsRefused() throws IOException {
    Path file = write(-1, "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8);
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
      assertThatThrownBy(() -> checkpoint.floats("t"))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("cut short");
    }
  }
}
