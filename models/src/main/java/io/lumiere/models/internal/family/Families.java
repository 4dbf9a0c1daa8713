package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** All kinds of checkpoints that are known. Thread-safe. */
public final class Families {
  private static final List<Family> ALL =
      List.of(
          new OpenClipFamily(),
          new HuggingFaceClipFamily(),
          new ChineseClipFamily(),
          new HuggingFaceChineseClipFamily(),
          new SentenceTransformersFamily(),
          new HuggingFaceSiglipFamily(),
          new OpenClipSiglipFamily(),
          new MobileClipFamily());

  private static final int SHOWN = 4;

  /**
   * Tensors that no forward pass needs: counters, constants that follow from the shapes, BERT's
   * pooler (no CLIP uses it), what a training program keeps for itself.
   */
  private static final Pattern IDLE =
      Pattern.compile(
          "(.*\\.)?(position_ids|token_type_ids|num_batches_tracked|attn_mask)"
              + "|((bert|text_model)\\.)?pooler\\..*"
              + "|(input_resolution|context_length|vocab_size)"
              + "|(optimizer|scaler|lr_scheduler|epoch|step|ema_state_dict)(\\..*)?");

  private Families() {}

  /**
   * Finds what a checkpoint is.
   *
   * @throws LumiereException naming the nearest known family and what differs, if it is none of
   *     them
   */
  public static Conversion detect(Tensors tensors, Settings settings) {
    for (Family family : ALL) {
      if (family.signature().stream().allMatch(tensors::has)) {
        return family.convert(tensors, settings);
      }
    }
    throw unknown(tensors);
  }

  /**
   * Refuses a checkpoint that has weights which no tower has taken: it is of an architecture that
   * is only like a known one. Called once all networks are built.
   */
  public static void requireAllRead(Tensors tensors, String architecture) {
    List<String> left =
        tensors.unread().stream().filter(name -> !IDLE.matcher(name).matches()).toList();
    if (!left.isEmpty()) {
      throw new LumiereException(
          "the checkpoint is like "
              + architecture
              + ", but has weights which that does not: "
              + some(left)
              + "; such an architecture is not known");
    }
  }

  private static LumiereException unknown(Tensors tensors) {
    Family nearest =
        ALL.stream()
            .max(Comparator.comparingDouble(family -> share(family, tensors)))
            .orElseThrow();
    List<String> missing = nearest.signature().stream().filter(name -> !tensors.has(name)).toList();
    String begins = "; it has " + tensors.names().size() + " tensors, such as ";
    return new LumiereException(
        "the checkpoint is of no kind that is known. Nearest is "
            + nearest.name()
            + ", but it lacks "
            + some(missing)
            + begins
            + some(List.copyOf(tensors.names()))
            + ". Known are: "
            + String.join("; ", ALL.stream().map(Family::name).toList()));
  }

  private static double share(Family family, Tensors tensors) {
    List<String> signature = family.signature();
    return (double) signature.stream().filter(tensors::has).count() / signature.size();
  }

  private static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
  }
}
