package io.lumiere.exchange.internal.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lumiere.base.Fault;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowSource;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON lines. Empty lines are skipped. */
public final class JsonlSource implements RowSource {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** How the library could be told to take NaN, which JSON does not have. */
  private static final Pattern LIBRARY_ADVICE = Pattern.compile(": enable `.*");

  private final LineReader lines;
  private final Set<String> ignored;
  private final DoubleSupplier part;
  private final Map<String, Column> columns = new HashMap<>();
  private final Map<String, String> origin = new TreeMap<>();

  /**
   * A source.
   *
   * @param in is closed with it
   * @param ignored names that are skipped
   * @param part how much of the file was read from {@code in}, 0 to 1
   */
  public JsonlSource(InputStream in, Set<String> ignored, DoubleSupplier part) {
    this.lines = new LineReader(in);
    this.ignored = ignored;
    this.part = part;
  }

  @Override
  public @Nullable Row next() throws IOException, BadRowException {
    while (lines.next()) {
      int from = startsWithMark() ? BYTE_ORDER_MARK.length : 0;
      if (!isBlank(from)) {
        return parse(from);
      }
    }
    return null;
  }

  @Override
  public String place() {
    return "line " + lines.number();
  }

  @Override
  public Map<String, String> origin() {
    return origin;
  }

  @Override
  public double part() {
    return part.getAsDouble();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private boolean startsWithMark() {
    return lines.number() == 1
        && lines.length() >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            lines.bytes(), 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }

  private boolean isBlank(int from) {
    for (int i = from; i < lines.length(); i++) {
      if (lines.bytes()[i] > ' ' || lines.bytes()[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private Row parse(int from) throws IOException, BadRowException {
    try (JsonParser json = FACTORY.createParser(lines.bytes(), from, lines.length() - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadRowException(
            "it is not a JSON object: each line must be one, {\"path\": ...}");
      }
      Row row = readObject(json);
      if (json.nextToken() != null) {
        throw new BadRowException(
            "there is more after the JSON object: each line must be one object");
      }
      return row;
    } catch (StreamConstraintsException e) {
      throw new BadRowException("it is larger than allowed: " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new BadRowException(
          "it is not JSON"
              + (place == null ? "" : " at column " + place.getColumnNr())
              + ": "
              + LIBRARY_ADVICE.matcher(e.getOriginalMessage()).replaceFirst(""),
          e);
    } catch (CharConversionException e) {
      throw new BadRowException("it is not JSON: it is not written in UTF-8", e);
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadRowException("a number is out of range: " + e.getMessage(), e);
    }
  }

  private Row readObject(JsonParser json) throws IOException, BadRowException {
    Row row = new Row();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (ignored.contains(name)) {
        json.skipChildren();
      } else if (name.equals(JsonlSink.ORIGIN)) {
        readOrigin(json);
      } else {
        Column column = column(name);
        if (value != JsonToken.VALUE_NULL) {
          row.put(column, JsonValues.read(json, column));
        }
      }
    }
    return row;
  }

  private Column column(String name) throws BadRowException {
    Column known = columns.get(name);
    if (known != null) {
      return known;
    }
    Column found = Columns.find(name);
    if (found == null) {
      throw new BadRowException(Fault.FIELD_UNKNOWN, name, Columns.unknown(name));
    }
    columns.put(name, found);
    return found;
  }

  /** Where several files were joined into one, the origin of the first one counts. */
  private void readOrigin(JsonParser json) throws IOException, BadRowException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return; // A program that turns lines into a table and back leaves a null in every other line.
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new BadRowException(JsonlSink.ORIGIN + " is not an object as an export writes it");
    }
    Map<String, String> read = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_STRING) {
        throw new BadRowException(
            JsonlSink.ORIGIN
                + "."
                + name
                + " is not a text: the object must be as an export wrote it");
      }
      read.put(name, json.getText());
    }
    if (origin.isEmpty()) {
      origin.putAll(read);
    }
  }
}
