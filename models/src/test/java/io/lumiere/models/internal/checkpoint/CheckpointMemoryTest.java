package io.lumiere.models.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.models.internal.checkpoint.PickleValues.Storage;
import io.lumiere.models.internal.checkpoint.PickleValues.TensorView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of a few bytes that ask for much memory. */
class CheckpointMemoryTest {
  private static final Path FILE = Path.of("hand.pt");
  private static final String MANY = "more than 5000000 values";

  @TempDir private Path folder;

  private static byte[] bytes(String pickle) {
    return ("\u0080\u0002" + pickle).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Object load(byte[] pickle) {
    return new Unpickler(new PickleInput(FILE, new ByteArrayInputStream(pickle), pickle.length))
        .load();
  }

  @Test
  void namesAreThoseOfTensorsAlone() {
    Object root = Map.of("x".repeat(1 << 17), Collections.nCopies(1 << 17, 0L));
    assertThat(StateDict.tensors(FILE, root)).isEmpty();
  }

  @Test
  void namesHaveAnEnd() {
    TensorView view = new TensorView(new Storage("0", DataType.F32, 0, 1), 0, List.of(), List.of());
    assertThat(StateDict.tensors(FILE, Map.of("a", Map.of("b", view)))).containsOnlyKeys("a.b");
    assertThatThrownBy(
            () -> StateDict.tensors(FILE, Map.of("x".repeat(500), Map.of("y".repeat(500), view))))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("names a tensor by more than 1000 characters");
    assertThatThrownBy(() -> StateDict.tensors(FILE, Collections.nCopies(100_001, view)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("more than 100000 tensors");
  }

  @Test
  void emptyContainersAreCounted() {
    byte[] lists = new byte[6_000_000];
    Arrays.fill(lists, (byte) ']');
    assertMakesTooMuch(lists);
    Arrays.fill(lists, (byte) 0x94);
    lists[0] = ']';
    assertMakesTooMuch(lists);
  }

  private static void assertMakesTooMuch(byte[] pickle) {
    assertThatThrownBy(() -> load(pickle))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(MANY);
  }

  @Test
  void copiesOfContainersAreCounted() {
    String pairs = "](" + "K\1K\2\u0086".repeat(100_000) + "eq\0";
    assertMakesTooMuch(bytes(pairs + "ccollections\nOrderedDict\nh\0\u0085R".repeat(60) + "."));
    String map = "}(" + keys(100_000) + "uq\0";
    assertMakesTooMuch(bytes(map + "c__torch__\nA\n)\u0081h\0b".repeat(60) + "."));
  }

  private static String keys(int count) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < count; i++) {
      keys.append('J').append((char) (i & 0xff)).append((char) (i >> 8 & 0xff));
      keys.append((char) (i >> 16)).append("\0K\0");
    }
    return keys.toString();
  }

  /** A storage of two gibibytes, of which the archive has four bytes and a tensor one number. */
  @Test
  void whatTheArchiveDoesNotHoldIsNotMade() throws IOException {
    String storage =
        "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0" + "0X\3\0\0\0cpuJ\0\0\0\u001ftQ";
    String tensor = storage + "K\0J\0\0\0\u001f\u0085K\0\u0085\u0089ccollections\nOrderedDict\n)R";
    String root = "}X\1\0\0\0wctorch._utils\n_rebuild_tensor_v2\n(" + tensor + "tRs.";
    Path file = folder.resolve("small.pt");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a/data.pkl"));
      zip.write(bytes(root));
      zip.putNextEntry(new ZipEntry("a/data/0"));
      zip.write(new byte[4]);
    }
    Files.write(file, out.toByteArray());
    try (TorchZipCheckpoint checkpoint = TorchZipCheckpoint.open(file)) {
      assertThat(checkpoint.names()).containsExactly("w");
      assertThatThrownBy(() -> checkpoint.floats("w"))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("storage 0 is cut short");
    }
  }
}
