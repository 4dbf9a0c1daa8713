package io.lumiere.models.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPromptsTest {
  private static final List<String> LEMMAS =
      List.of("n2\tpier", "n1\tlakeside, lakeshore", "n3\tunused");
  private static final List<String> DEFINITIONS =
      List.of("n1\tthe shore of a lake", "n2\ta platform built out from the shore", "");

  @Test
  void joinsWordsAndDefinitionInTheOrderOfTheClasses() {
    assertThat(ClassPrompts.of(List.of("n1", "n2", ""), LEMMAS, DEFINITIONS))
        .containsExactly(
            "lakeside, lakeshore: the shore of a lake",
            "pier: a platform built out from the shore");
  }

  @Test
  void aClassWithoutATextIsRefused() {
    assertThatThrownBy(() -> ClassPrompts.of(List.of("n1", "n3"), LEMMAS, DEFINITIONS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("class n3 has no definition");
    assertThatThrownBy(() -> ClassPrompts.of(List.of("n4"), LEMMAS, DEFINITIONS))
        .hasMessageContaining("class n4 has no lemmas");
  }
}
