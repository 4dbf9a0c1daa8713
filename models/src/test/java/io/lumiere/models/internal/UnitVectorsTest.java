package io.lumiere.models.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitVectorsTest {
  private static final Offset<Float> NEAR = Offset.offset(1e-6f);

  @Test
  void vectorIsScaledInPlace() {
    float[] vector = {3, 4};
    assertThat(UnitVectors.normalise(vector, "a test"))
        .isSameAs(vector)
        .containsExactly(new float[] {.6f, .8f}, NEAR);
    float[] huge = {3e30f, 4e30f};
    assertThat(UnitVectors.normalise(huge, "a test")).containsExactly(new float[] {.6f, .8f}, NEAR);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void vectorWithoutDirectionIsRefused(float value) {
    assertThatThrownBy(() -> UnitVectors.normalise(new float[] {value, 0}, "a test"))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("no usable vector for a test");
  }

  @Test
  void lengthIsChecked() {
    assertThat(UnitVectors.check(new float[] {1.00005f, 0}, "a test")).hasSize(2);
    assertThatThrownBy(() -> UnitVectors.check(new float[] {1.0002f, 0}, "a test"))
        .isInstanceOf(LumiereException.class);
    assertThatThrownBy(() -> UnitVectors.check(new float[] {Float.NaN}, "a test"))
        .isInstanceOf(LumiereException.class);
  }
}
