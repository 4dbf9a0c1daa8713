package io.lumiere.models.internal.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumiere.base.LumiereException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The files of byte-pair vocabularies: a pair a line, and tokens with ids as JSON. */
final class BpeFiles {
  private BpeFiles() {}

  /** The pairs after the first line, which is a heading; at most {@code max}. */
  static List<String[]> gzippedPairs(Path file, int max) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      return pairs(in, max, file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static List<String[]> pairs(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return pairs(in, Integer.MAX_VALUE, file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static List<String[]> pairs(InputStream in, int max, Path file) throws IOException {
    List<String[]> pairs = new ArrayList<>(50_000);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    lines.readLine();
    for (String line = lines.readLine();
        line != null && pairs.size() < max;
        line = lines.readLine()) {
      if (!line.isEmpty()) {
        pairs.add(pair(line, file));
      }
    }
    return pairs;
  }

  /** The two symbols of a merge written with a space between. */
  static String[] pair(String line, Path file) {
    int space = line.indexOf(' ');
    if (space <= 0 || space == line.length() - 1) {
      throw new LumiereException(
          file
              + " is not a list of merges: two symbols are expected where it has \""
              + line
              + "\"");
    }
    return new String[] {line.substring(0, space), line.substring(space + 1)};
  }

  /** A JSON object of tokens and their ids. */
  static Map<String, Integer> ids(Path file) {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      json.nextToken();
      return ids(json, file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The JSON object that the parser is at. */
  static Map<String, Integer> ids(JsonParser json, Path file) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new LumiereException(
          file + " is not a vocabulary: an object of tokens and ids is expected");
    }
    Map<String, Integer> ids = HashMap.newHashMap(50_000);
    for (String token = json.nextFieldName(); token != null; token = json.nextFieldName()) {
      int id = json.nextIntValue(-1);
      if (id < 0) {
        throw new LumiereException(file + " gives the token \"" + token + "\" no id of 0 or more");
      }
      ids.put(token, id);
    }
    return ids;
  }

  static LumiereException unreadable(Path file, IOException e) {
    return new LumiereException(file + " cannot be read as a vocabulary: " + e.getMessage(), e);
  }
}
