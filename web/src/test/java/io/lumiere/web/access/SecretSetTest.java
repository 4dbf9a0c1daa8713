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
    assertThat(password.look("correct horse")).isEqualTo(Access.Verdict.RIGHT);
    assertThat(password.look("correct hors")).isEqualTo(Access.Verdict.WRONG);
    assertThat(password.look("")).isEqualTo(Access.Verdict.WRONG);
    assertThat(password.look("x".repeat(2000))).isEqualTo(Access.Verdict.WRONG);
    assertThatThrownBy(() -> new Password("short")).hasMessageContaining("8 to 1024");
  }
}
