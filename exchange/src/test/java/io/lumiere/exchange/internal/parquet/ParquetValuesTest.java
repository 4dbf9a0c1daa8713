package io.lumiere.exchange.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of Parquet files that a column takes, or refuses rather than change them. */
class ParquetValuesTest {
  private static Column column(String name) {
    return Objects.requireNonNull(Columns.find(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775808", "18446744073709551615", "9007199254740993.5", "-1e19"})
  void numbersThatDoNotFitAreRefused(String number) {
    assertThatThrownBy(() -> ParquetValues.of(column("size"), new BigDecimal(number)))
        .isInstanceOf(BadRowException.class)
        .hasMessageContaining("size is or has '")
        .hasMessageContaining("it takes a whole number of 64 bits");
  }

  @Test
  void wholeNumbersAreTakenExactly() throws BadRowException {
    Column size = column("size");
    assertThat(ParquetValues.of(size, new BigDecimal("9007199254740993.00")))
        .isEqualTo(9007199254740993L);
    assertThat(ParquetValues.of(size, 0x1p62)).isEqualTo(1L << 62);
    assertThat(ParquetValues.of(column("iso"), 200f)).isEqualTo(200);
    assertThatThrownBy(() -> ParquetValues.of(size, 0x1p63)).isInstanceOf(BadRowException.class);
    assertThatThrownBy(() -> ParquetValues.of(column("iso"), 1L << 32))
        .hasMessageContaining("iso is or has '4294967296'");
  }

  @Test
  void missingItemsAreNamed() {
    assertThatThrownBy(() -> ParquetValues.of(column("keywords"), Arrays.asList("a", null)))
        .hasMessageContaining("keywords is or has a missing item");
    assertThatThrownBy(() -> ParquetValues.of(column("vector"), new float[] {Float.NaN}))
        .hasMessageContaining("missing, or no finite number");
  }

  /** A structure of one field is not that field. */
  @Test
  void structuresAreRefused() {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { optional group title { optional binary x (UTF8); } }");
    assertThatThrownBy(() ->
            TableColumn.of(column("title"), schema.getType(0), 0, schema.getColumns().getFirst()))
        .hasMessageContaining("column title has values that are made of others");
  }
}
