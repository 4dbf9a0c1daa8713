package io.lumiere.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretSetTest {
  @Test
  void theOldestIsForgotten() {
    SecretSet secrets = new SecretSet(2);
    String first = secrets.issue();
    String second = secrets.issue();
    assertThat(secrets.holds(first)).isTrue();
    String third = secrets.issue();
    assertThat(secrets.holds(first)).isFalse();
    assertThat(secrets.take(second)).isTrue();
    assertThat(secrets.take(second)).isFalse();
    assertThat(secrets.holds(third)).isTrue();
    assertThat(secrets.holds("")).isFalse();
  }

  @Test
  void aPasswordIsKnownAgain() {
    Password password = new Password("correct horse");
    assertThat(password.matches("correct horse")).isTrue();
    assertThat(password.matches("correct hors")).isFalse();
    assertThat(password.matches("")).isFalse();
    assertThat(password.matches("x".repeat(2000))).isFalse();
    assertThatThrownBy(() -> new Password("short")).hasMessageContaining("8 to 1024");
  }
}
