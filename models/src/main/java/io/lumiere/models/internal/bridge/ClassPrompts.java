package io.lumiere.models.internal.bridge;

import io.lumiere.base.LumiereException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text for each of a classifier's classes, "lemmas: definition", from the three lists that the
 * {@code timm} package carries. The words and definitions are WordNet's. Thread-safe.
 */
public final class ClassPrompts {
  private ClassPrompts() {}

  /**
   * Joins the lists.
   *
   * @param synsets a WordNet id a line, such as {@code n01440764}, in the order of the classes
   * @param lemmas lines of id, tab, words
   * @param definitions lines of id, tab, definition
   * @throws LumiereException where a class has no lemmas or no definition
   */
  public static List<String> of(
      List<String> synsets, List<String> lemmas, List<String> definitions) {
    Map<String, String> words = byId(lemmas);
    Map<String, String> meanings = byId(definitions);
    List<String> prompts = new ArrayList<>();
    for (String line : synsets) {
      String id = line.strip();
      if (!id.isEmpty()) {
        prompts.add(find(words, id, "lemmas") + ": " + find(meanings, id, "definition"));
      }
    }
    return List.copyOf(prompts);
  }

  private static String find(Map<String, String> texts, String id, String what) {
    String text = texts.get(id);
    if (text == null) {
      throw new LumiereException(
          "class %s has no %s: the lists of class names do not belong together"
              .formatted(id, what));
    }
    return text;
  }

  private static Map<String, String> byId(List<String> lines) {
    Map<String, String> texts = new HashMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        texts.put(line.substring(0, tab), line.substring(tab + 1).strip());
      }
    }
    return texts;
  }
}
