package io.lumiere.models.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeFileTest {
  @TempDir Path folder;
  private Path file;
  private BridgeMatrices matrices;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("bridge.bin");
    matrices = BridgeGoldens.read().matrices();
    BridgeFile.write(file, matrices);
  }

  @Test
  void givesBackWhatWasWritten() {
    BridgeMatrices read = BridgeFile.read(file);
    assertThat(read.classes()).isDeepEqualTo(matrices.classes());
    assertThat(read.landscape()).isEqualTo(matrices.landscape());
    assertThat(read.anchors()).isDeepEqualTo(matrices.anchors());
    assertThat(read.dimension()).isEqualTo(24 + 21 + 1);
  }

  @Test
  void equalMatricesGiveEqualBytes() throws IOException {
    Path other = folder.resolve("other.bin");
    BridgeFile.write(other, BridgeGoldens.read().matrices());
    assertThat(other).hasSameBinaryContentAs(file);
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 3, 4, 8, 19, 20, 21, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("");
    }
  }

  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += at < 24 ? 1 : 97) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x40;
      Files.write(file, damaged);
      assertRefused("");
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] newer = whole.clone();
    newer[7] = 9;
    Files.write(file, newer);
    assertRefused("is a bridge of version 9, and only 1 is read");
    Files.writeString(file, "something else altogether, and long enough");
    assertRefused("is not a bridge");
    Files.delete(file);
    assertRefused("cannot read the bridge");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> BridgeFile.read(file))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("bridge.bin")
        .hasMessageContaining(why);
  }
}
