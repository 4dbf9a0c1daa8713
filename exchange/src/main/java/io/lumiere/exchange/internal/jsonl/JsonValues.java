package io.lumiere.exchange.internal.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Times;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads JSON values as a column takes them. Besides what {@link JsonlSink} writes, it takes what
 * tables of other programs make of that: whole numbers with a point, times as milliseconds.
 */
final class JsonValues {
  private static final int SHOWN = 40;

  private JsonValues() {}

  /** The value that the parser stands at, which is not null. */
  static Object read(JsonParser json, Column column) throws IOException, BadRowException {
    return switch (column.type()) {
      case STRING -> string(json, column);
      case INT -> integer(json, column);
      case LONG -> whole(json, column);
      case FLOAT -> single(json, column);
      case DOUBLE -> number(json, column);
      case LOCAL_TIME -> localTime(json, column);
      case INSTANT -> instant(json, column);
      case STRINGS -> strings(json, column);
      case VECTOR -> vector(json, column);
    };
  }

  private static String string(JsonParser json, Column column) throws IOException, BadRowException {
    if (column.field().equals(Fields.TAKEN_OFFSET)
        && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      long seconds = whole(json, column);
      return Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()
          ? ZoneOffset.ofTotalSeconds((int) seconds).getId()
          : json.getText();
    }
    require(json, column, json.currentToken() == JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static long whole(JsonParser json, Column column) throws IOException, BadRowException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      require(json, column, json.getNumberType() != JsonParser.NumberType.BIG_INTEGER);
      return json.getLongValue();
    }
    double number = number(json, column);
    require(json, column, number == Math.rint(number) && Math.abs(number) < 1L << 53);
    return (long) number;
  }

  private static int integer(JsonParser json, Column column) throws IOException, BadRowException {
    long number = whole(json, column);
    require(json, column, number == (int) number);
    return (int) number;
  }

  private static double number(JsonParser json, Column column) throws IOException, BadRowException {
    require(json, column, json.currentToken().isNumeric());
    double number = json.getDoubleValue();
    require(json, column, Double.isFinite(number));
    return number;
  }

  private static float single(JsonParser json, Column column) throws IOException, BadRowException {
    require(json, column, json.currentToken().isNumeric());
    float number = json.getFloatValue();
    require(json, column, Float.isFinite(number));
    return number;
  }

  private static LocalDateTime localTime(JsonParser json, Column column)
      throws IOException, BadRowException {
    if (json.currentToken().isNumeric()) {
      return LocalTimes.fromMillis(whole(json, column));
    }
    require(json, column, json.currentToken() == JsonToken.VALUE_STRING);
    LocalDateTime time = Times.local(json.getText());
    if (time == null) {
      throw wrong(json, column);
    }
    return time;
  }

  private static Instant instant(JsonParser json, Column column)
      throws IOException, BadRowException {
    if (json.currentToken().isNumeric()) {
      return Instant.ofEpochMilli(whole(json, column));
    }
    require(json, column, json.currentToken() == JsonToken.VALUE_STRING);
    Instant moment = Times.instant(json.getText());
    if (moment == null) {
      throw wrong(json, column);
    }
    return moment;
  }

  private static List<String> strings(JsonParser json, Column column)
      throws IOException, BadRowException {
    require(json, column, json.currentToken() == JsonToken.START_ARRAY);
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json, column, json.currentToken() == JsonToken.VALUE_STRING);
      texts.add(json.getText());
    }
    return texts;
  }

  private static float[] vector(JsonParser json, Column column)
      throws IOException, BadRowException {
    require(json, column, json.currentToken() == JsonToken.START_ARRAY);
    float[] numbers = new float[512];
    int length = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (length == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * length);
      }
      numbers[length++] = single(json, column);
    }
    return Arrays.copyOf(numbers, length);
  }

  private static void require(JsonParser json, Column column, boolean fits)
      throws IOException, BadRowException {
    if (!fits) {
      throw wrong(json, column);
    }
  }

  private static BadRowException wrong(JsonParser json, Column column) throws IOException {
    JsonToken token = json.currentToken();
    String text = token == null ? "cut off" : token.isStructStart() ? "" : json.getText();
    String shown =
        switch (token) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "a list";
          case null, default ->
              text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : "'" + text + "'";
        };
    return new BadRowException(
        column.name() + " is or has " + shown + ": it takes " + column.type().accepted());
  }
}
