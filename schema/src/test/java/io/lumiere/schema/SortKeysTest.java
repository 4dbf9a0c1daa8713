package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SortKeysTest {
  private static final Comparator<String> ORDER = Comparator.comparing(SortKeys::name);

  @Test
  void namesSortAsPeopleExpect() {
    List<String> sorted =
        Stream.of(
                "あさ.jpg,Łódź.jpg,IMG_10.jpg,zebra.jpg,DSC10a.jpg,10 boats.jpg,img 11.jpg,"
                    + "Ecole 2.png,img.jpg,DSC10.jpg,lakeside.jpg,dsc9.JPG,海.jpg,IMG_2.jpg,"
                    + "DSC10000000000000000000000000.jpg,img_10.heic,eclipse.jpg,lake.jpg,DSC1.jpg,"
                    + "2 boats.jpg,école.jpg,img 2.jpg")
            .flatMap(names -> Stream.of(names.split(",")))
            .sorted(ORDER)
            .toList();
    assertThat(sorted)
        .containsExactly(
            "2 boats.jpg",
            "10 boats.jpg",
            "DSC1.jpg",
            "dsc9.JPG",
            "DSC10.jpg",
            "DSC10a.jpg",
            "DSC10000000000000000000000000.jpg",
            "eclipse.jpg",
            "école.jpg",
            "Ecole 2.png",
            "img.jpg",
            "img 2.jpg",
            "img 11.jpg",
            "IMG_2.jpg",
            "img_10.heic",
            "IMG_10.jpg",
            "lake.jpg",
            "lakeside.jpg",
            "Łódź.jpg",
            "zebra.jpg",
            "あさ.jpg",
            "海.jpg");
  }

  @Test
  void caseAccentsWidthAndLeadingZerosDoNotCount() {
    BytesRef key = SortKeys.name("Été_7.jpg");
    assertThat(Stream.of("ete_7.JPG", "ÉTÉ_007.jpg", "ｅｔｅ_７.jpg"))
        .allSatisfy(name -> assertThat(SortKeys.name(name)).isEqualTo(key));
    assertThat(SortKeys.name("ete_70.jpg")).isGreaterThan(key);
  }

  @Test
  void oddNamesHaveKeys() {
    for (String name :
        List.of(
            "a", ".jpg", "0", "000", "a.", "..", "\ud800", "x".repeat(50_000), "9".repeat(900))) {
      assertThat(SortKeys.name(name).length).isBetween(1, 32_766);
    }
    assertThat(SortKeys.name("000")).isLessThan(SortKeys.name("1"));
  }

  @Test
  void hashesAndPlacesAreTheSameInEveryProcess() {
    assertThat(SortKeys.idHash("photo")).isEqualTo(-2826695754984378026L);
    assertThat(SortKeys.random(1, 2)).isEqualTo(-972091869234291113L);
  }

  @Test
  void everySeedIsAnotherOrderWithoutTies() {
    Set<List<Integer>> orders = new HashSet<>();
    for (long seed = -20; seed < 20; seed++) {
      long s = seed;
      Comparator<Integer> order =
          Comparator.comparingLong(n -> SortKeys.random(SortKeys.idHash("id " + n), s));
      List<Integer> shuffled = Stream.iterate(0, n -> n + 1).limit(100).sorted(order).toList();
      assertThat(shuffled.subList(0, 50).stream().filter(n -> n < 50).count()).isBetween(8L, 42L);
      orders.add(shuffled);
    }
    assertThat(orders).hasSize(40);
  }
}
