package io.lumiere.query.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.schema.Fields;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each call makes the filter that it was made of again. */
class FilterCallsTest {
  @Test
  void callsMakeTheSameFilters() {
    List<String> values = List.of("a b", "c+%", "ü", "");
    List<PhotoFilter> filters =
        List.of(
            PhotoFilter.taken(LocalDate.of(2021, 2, 3), null),
            PhotoFilter.dated(),
            PhotoFilter.path("a b/**"),
            PhotoFilter.camera("Maker 1"),
            PhotoFilter.ids(values, "a list"),
            PhotoFilter.exactly(Fields.BURST, "a b"),
            PhotoFilter.anyOf(Fields.CONTENT_HASH, values),
            PhotoFilter.box(-10, 38, -9, 39),
            PhotoFilter.near(38.7, -9.1, 2.5),
            PhotoFilter.kept("iso:>800 lake", LocalDate.of(2021, 2, 3)));
    for (PhotoFilter filter : filters) {
      assertThat(FilterCalls.filter(filter.call())).isEqualTo(filter);
    }
  }

  @Test
  void whatIsNoCallIsRefused() {
    for (String call : List.of("", "nosuch", "taken", "taken x", "near 1 2", "box 1 2 3 x")) {
      assertThatThrownBy(() -> FilterCalls.filter(call))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + call + "' does not make a filter");
    }
  }

  @Test
  void moreThanAFilterTakesAreRefused() {
    List<String> many = Collections.nCopies(PhotoFilter.MAX_IDS + 1, "a");
    assertThatThrownBy(() -> PhotoFilter.anyOf(Fields.CONTENT_HASH, many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100001");
  }
}
