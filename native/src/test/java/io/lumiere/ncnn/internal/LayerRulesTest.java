package io.lumiere.ncnn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.ncnn.SampleNetworksAccess;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LayerRulesTest {
  /** The samples run in ncnn elsewhere, so what they use is compiled in. */
  @Test
  void theSamplesUseEveryLayerThatIsAllowed() {
    Set<String> used = new TreeSet<>();
    for (int i = 0; i < SampleNetworksAccess.COUNT; i++) {
      SampleNetworksAccess.sample(i)
          .param()
          .lines()
          .skip(2)
          .forEach(line -> used.add(line.substring(0, line.indexOf(' '))));
    }
    assertThat(used).isEqualTo(LayerRules.types());
  }
}
