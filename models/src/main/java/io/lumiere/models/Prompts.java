package io.lumiere.models;

import io.lumiere.models.internal.UnitVectors;
import java.util.List;

/**
 * Prompt ensembling: a label is put into several sentences, and the mean of their vectors stands
 * for it (Radford et al., "Learning Transferable Visual Models From Natural Language Supervision",
 * 2021, section 3.1.4). Thread-safe.
 */
public final class Prompts {
  /** Where a template takes the label. */
  public static final String LABEL = "{}";

  private Prompts() {}

  /**
   * The unit vector of a label.
   *
   * @param templates sentences with {@value #LABEL} where the label goes; at least one
   * @throws IllegalArgumentException if there is no template, or one without its place
   */
  public static float[] encode(TextEncoder encoder, List<String> templates, String label) {
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("no template");
    }
    List<float[]> vectors =
        encoder.encodeAll(templates.stream().map(template -> fill(template, label)).toList());
    if (vectors.size() == 1) {
      return vectors.getFirst();
    }
    float[] sum = new float[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return UnitVectors.normalise(sum, "label '" + label + "'");
  }

  private static String fill(String template, String label) {
    if (!template.contains(LABEL)) {
      throw new IllegalArgumentException(
          "template '" + template + "' has no " + LABEL + " for the label");
    }
    return template.replace(LABEL, label);
  }
}
