package io.lumiere.cluster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.schema.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhotoTableTest {
  private final PhotoTable table = new PhotoTable();

  @BeforeEach
  void fill() {
    table.add("a", "one.jpg", PhotoTableTest::known);
    table.add("b", "two.jpg", PhotoTableTest::known);
    table.add("c", "one.jpg", PhotoTableTest::known);
  }

  private static KnownPhoto known(int number) {
    return new KnownPhoto(number, 1, 2, null, new Reading(null, null, null));
  }

  @Test
  void photosAtOnePathAreAllKnown() {
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.photos()).containsOnlyKeys("one.jpg", "two.jpg");
    assertThat(table.photos().get("one.jpg").document()).isZero();
    assertThat(table.others()).containsExactly(known(2));
    assertThat(table.at("one.jpg")).containsExactly(0, 2);
    assertThat(table.at("none.jpg")).isEmpty();
    assertThat(table.path(2)).isEqualTo("one.jpg");
    assertThat(table.find("c")).hasValue(2);
    assertThat(table.find("c", "one.jpg")).hasValue(2);
    assertThat(table.find("c", "two.jpg")).isEmpty();
    assertThat(table.find("d")).isEmpty();
  }

  @Test
  void theOthersAreForgotten() {
    assertThat(table.withoutOthers()).containsExactly("c");
    assertThat(table.others()).isEmpty();
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.at("one.jpg")).containsExactly(0);
    assertThat(table.withoutOthers()).isEmpty();
  }

  @Test
  void anotherPhotoAtAPathGetsANumberOfItsOwn() {
    assertThat(table.put("b", "two.jpg", PhotoTableTest::known).document()).isEqualTo(1);
    assertThat(table.find("d")).isEmpty();
    assertThat(table.put("d", "two.jpg", PhotoTableTest::known).document()).isEqualTo(3);
    assertThat(table.at("two.jpg")).containsExactly(3);
    assertThat(table.find("d")).hasValue(3);
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.numbers()).isEqualTo(4);
  }
}
