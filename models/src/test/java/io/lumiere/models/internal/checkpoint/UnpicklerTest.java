package io.lumiere.models.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.models.internal.checkpoint.PickleValues.Tuple;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pickle machine on hand-made pickles. */
class UnpicklerTest {
  private static Object load(byte[] pickle) {
    PickleInput in =
        new PickleInput(Path.of("hand.pt"), new ByteArrayInputStream(pickle), pickle.length);
    return new Unpickler(in).load();
  }

  /** Latin-1 text to bytes: one character, one byte. */
  private static Object load(String pickle) {
    return load(("\u0080\u0002" + pickle).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void plainValues() {
    assertThat(load("K\u0005.")).isEqualTo(5L);
    assertThat(load("M\u0001\u0002.")).isEqualTo(513L);
    assertThat(load("J\u00ff\u00ff\u00ff\u00ff.")).isEqualTo(-1L);
    assertThat(load("\u008a\u0000.")).isEqualTo(0L);
    assertThat(load("\u008a\u0001\u00fe.")).isEqualTo(-2L);
    assertThat(
            load("\u008a\u0009\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001.").toString())
        .isEqualTo("18446744073709551616");
    assertThat(load("G?\u00f8\u0000\u0000\u0000\u0000\u0000\u0000.")).isEqualTo(1.5);
    assertThat(load("X\u0003\u0000\u0000\u0000a\u00c3\u00a9.")).isEqualTo("aé");
    assertThat(load("\u0088.")).isEqualTo(true);
    assertThat(load("](K\u0001K\u0002e.")).isEqualTo(List.of(1L, 2L));
    assertThat(load("}(K\u0001\u0089K\u0002\u0088u.")).isEqualTo(Map.of(1L, false, 2L, true));
    assertThat(((Tuple) load("K\u0001K\u0002\u0086.")).items()).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cos\\nsystem\\n. | os.system",
        "cposix\\nsystem\\n. | posix.system",
        "cbuiltins\\neval\\n. | builtins.eval",
        "ctorch\\nload\\n. | torch.load",
        "ctorch._utils\\n_rebuild_tensor_v2x\\n. | _rebuild_tensor_v2x",
        "\\x8c\\x02os\\x8c\\x06system\\x93. | os.system",
        "ctorch\\nFloatStorage\\n)R. | not a function",
        "K\\x01)R. | not a function",
        "ccollections\\nOrderedDict\\n]R. | not a function",
        "ccollections\\nOrderedDict\\nK\\x01\\x85R. | lacks a ArrayList",
        "ctorch._utils\\n_rebuild_tensor_v2\\n)R. | lacks a Storage",
        "K\\x01Q. | not a storage",
        "ccollections\\nOrderedDict\\n)\\x81. | not a class of its own archive",
        "(ios\\nsystem\\n. | instruction 0x69",
        "(cos\\nsystem\\no. | os.system",
        "I1\\n. | instruction 0x49",
        ". | empty stack",
        "0. | empty stack",
        "t. | mark",
        "(. | mark",
        "h\\x00. | recalls value 0",
        "K\\x01K\\x02a. | not a list",
        "K\\x01K\\x02K\\x03s. | not a dictionary",
        "](K\\x01K\\x02K\\x03u. | not a dictionary",
        "}]K\\x01s. | neither text nor a number",
        "}(K\\x01u. | not a dictionary",
        "]}b. | attributes",
        "X\\xff\\xff\\xff\\x7f. | asks for 2147483647 bytes",
        "B\\xff\\xff\\xff\\xff. | asks for 4294967295 bytes",
        "T\\xff\\xff\\xff\\xff. | asks for -1 bytes",
        "\\x8d\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff. | asks for -1 bytes",
        "\\x8b\\xff\\xff\\xff\\x7f. | integer of 2147483647 bytes",
        "\\x80\\x09. | protocol 9",
        "K\\x01 | asks for 1 bytes",
      })
  void refused(String pickle, String message) {
    assertThatThrownBy(() -> load(unescape(pickle)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("hand.pt: its pickle ")
        .hasMessageContaining(message);
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && text.charAt(i + 1) == 'n') {
        out.append('\n');
        i++;
      } else if (text.charAt(i) == '\\') {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  @Test
  void nestingTakesNoStack() {
    int depth = 1_000_000;
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2});
    for (int i = 0; i < depth; i++) {
      pickle.write(']');
    }
    for (int i = 1; i < depth; i++) {
      pickle.write('a');
    }
    pickle.write('.');
    Object root = load(pickle.toByteArray());
    assertThatThrownBy(() -> StateDict.tensors(Path.of("hand.pt"), root))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("more than 64 deep");
  }

  @Test
  void containersMayContainThemselves() {
    Object list = load("]q\u0000h\u0000a.");
    assertThat(list).isInstanceOf(ArrayList.class);
    assertThat(StateDict.tensors(Path.of("hand.pt"), list)).isEmpty();
    Object map = load("}q\u0000K\u0001h\u0000s.");
    assertThat(StateDict.tensors(Path.of("hand.pt"), map)).isEmpty();
  }

  /** Fifty lists, each of the one before twice: 2^50 paths, yet fifty containers. */
  @Test
  void sharedContainersAreVisitedOnce() {
    StringBuilder pickle = new StringBuilder("]q\u0000");
    for (int i = 1; i <= 50; i++) {
      pickle.append("](h").append((char) (i - 1)).append('h').append((char) (i - 1));
      pickle.append("eq").append((char) i);
    }
    Object root = load(pickle.append('.').toString());
    assertThat(StateDict.tensors(Path.of("hand.pt"), root)).isEmpty();
  }
}
