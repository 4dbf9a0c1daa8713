package io.lumiere.models.internal.tokenizer;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Tokens and their ids: a text file of one token a line, whose id is the line's number from 0.
 * Immutable and thread-safe.
 */
public final class Vocabulary {
  private final String name;
  private final Map<String, Integer> ids;

  private Vocabulary(String name, Map<String, Integer> ids) {
    this.name = name;
    this.ids = ids;
  }

  /** Reads {@code file}, which is UTF-8. */
  public static Vocabulary read(Path file) {
    try {
      return of(file.getFileName().toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read as a vocabulary: " + e.getMessage(), e);
    }
  }

  /** Tokens in the order of their ids; {@code name} is for messages. */
  public static Vocabulary of(String name, List<String> tokens) {
    Map<String, Integer> ids = HashMap.newHashMap(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      ids.put(tokens.get(i), i);
    }
    return new Vocabulary(name, ids);
  }

  /** How many distinct tokens there are. */
  public int size() {
    return ids.size();
  }

  /** The id of a token that must be there. */
  public int expect(String token) {
    return find(token)
        .orElseThrow(
            () -> new LumiereException("vocabulary " + name + " lacks the token " + token));
  }

  /** The id of a token, if it has one. */
  public OptionalInt find(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }
}
