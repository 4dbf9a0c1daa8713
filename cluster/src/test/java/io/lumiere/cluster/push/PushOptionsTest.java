package io.lumiere.cluster.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PushOptionsTest {
  @Test
  void theDefaultsWaitAsLongAsOthers() {
    assertThat(PushOptions.DEFAULT.patience())
        .isPositive()
        .isEqualTo(new PushOptions(1, 1, 1, 1).patience());
  }
}
