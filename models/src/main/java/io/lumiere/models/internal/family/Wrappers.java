package io.lumiere.models.internal.family;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What training programs put before the names of a model's tensors. */
final class Wrappers {
  /**
   * The dictionary that holds the weights beside others, what PyTorch's data-parallel and compiled
   * modules add, TinyCLIP's parts, and what a text tower alone is called.
   */
  private static final Pattern WRAPPER =
      Pattern.compile(
          "^(state_dict|model_state_dict|model|module|_orig_mod|_image_encoder|_text_encoder|_logit_scale|distilbert|auto_model)\\.");

  private Wrappers() {}

  /** Names without wrappers, each with the name in the file. */
  static Map<String, String> unwrap(Set<String> names) {
    Map<String, String> unwrapped = new HashMap<>();
    Map<String, Integer> depths = new HashMap<>();
    for (String name : names) {
      String inner = name;
      int depth = 0;
      for (String next = strip(inner); !next.equals(inner); next = strip(inner)) {
        inner = next;
        depth++;
      }
      // Where two names become one, such as with a moving average beside, the less wrapped holds.
      Integer before = depths.get(inner);
      if (before == null || depth < before) {
        unwrapped.put(inner, name);
        depths.put(inner, depth);
      }
    }
    return new LinkedHashMap<>(unwrapped);
  }

  private static String strip(String name) {
    return WRAPPER.matcher(name).replaceFirst("");
  }
}
