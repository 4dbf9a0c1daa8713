package io.lumiere.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.language.PhotoFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionsTest {
  private final Selections selections = new Selections();

  @Test
  void theLastAreKept() {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i <= Selections.MOST; i++) {
      kept.add(selections.keep(List.of("id" + i)));
    }
    assertThat(selections.ids(kept.getFirst())).isEmpty();
    for (int i = 1; i <= Selections.MOST; i++) {
      assertThat(selections.ids(kept.get(i))).contains(List.of("id" + i));
    }
  }

  @Test
  void fewerAreKeptWhereTheyAreLarge() {
    List<String> large = Collections.nCopies(PhotoFilter.MAX_IDS, "id");
    String small = selections.keep(List.of("id"));
    List<String> kept = new ArrayList<>();
    int most = Selections.MOST_IDS / PhotoFilter.MAX_IDS;
    for (int i = 0; i <= most; i++) {
      assertThat(selections.ids(small)).isPresent(); // Whoever is asked for stays.
      kept.add(selections.keep(large));
    }
    assertThat(selections.ids(kept.get(0))).isEmpty();
    assertThat(selections.ids(kept.get(1))).isEmpty();
    for (int i = 2; i <= most; i++) {
      assertThat(selections.ids(kept.get(i))).isPresent();
    }
  }
}
