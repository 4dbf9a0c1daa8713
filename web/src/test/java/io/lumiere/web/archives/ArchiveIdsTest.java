package io.lumiere.web.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveIdsTest {
  @ParameterizedTest
  @CsvSource({
    "Family Photos, family-photos",
    "Écureuils & Cie., ecureuils-cie",
    "照片, archive",
    "--, archive",
    "2021, 2021",
  })
  void idsAreMadeOfNames(String name, String id) {
    assertThat(ArchiveIds.of(name, taken -> false)).isEqualTo(id);
    assertThat(ArchiveIds.isId(id)).isTrue();
  }

  @Test
  void aTakenOneGetsANumberAndALongOneIsShort() {
    Set<String> taken = Set.of("a", "a-2");
    assertThat(ArchiveIds.of("A", taken::contains)).isEqualTo("a-3");
    String id = ArchiveIds.of("long name ".repeat(100), taken::contains);
    assertThat(ArchiveIds.isId(id)).isTrue();
    assertThat(id).startsWith("long-name-").hasSizeLessThanOrEqualTo(40);
    assertThat(ArchiveIds.isId("../x")).isFalse();
  }
}
