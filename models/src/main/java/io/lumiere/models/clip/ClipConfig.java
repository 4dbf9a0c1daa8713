package io.lumiere.models.clip;

import io.lumiere.base.LumiereException;
import io.lumiere.models.Scoring;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.preprocess.Preprocessing;
import io.lumiere.models.internal.tokenizer.TokenizerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a CLIP model's networks are used, in {@code clip.json} of its folder. Immutable.
 *
 * @param architecture for people, such as {@code CLIP ViT-B/32}
 * @param preprocessing what is done to pictures
 * @param tokenizer how texts become tokens
 * @param input how tokens go into the text tower
 * @param scoring how cosines become probabilities
 * @param templates sentences that labels are put into
 */
public record ClipConfig(
    String architecture,
    Preprocessing preprocessing,
    TokenizerSpec tokenizer,
    TextInput input,
    Scoring scoring,
    List<String> templates) {

  public ClipConfig {
    templates = List.copyOf(templates);
  }

  /**
   * Whether vectors keep three digits when the networks run in bfloat16. Those of ResNets, whose
   * sums are not normalised along the way, do not: with generated weights RN50's had a cosine of
   * .997 to full precision, where every transformer's had more than .9997.
   */
  public boolean standsBf16() {
    return !architecture.contains(" RN") && !architecture.contains("ResNet");
  }

  /**
   * Reads the configuration of a model's folder.
   *
   * @throws LumiereException if it is missing or damaged
   */
  public static ClipConfig read(Path modelDir) {
    Path file = modelDir.resolve(ClipFiles.CONFIG);
    try {
      return ClipConfigJson.read(Files.readAllBytes(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new LumiereException(
          file
              + " is not a CLIP model's configuration: "
              + e.getMessage()
              + "; add the model again",
          e);
    }
  }

  void write(Path modelDir) throws IOException {
    Files.write(modelDir.resolve(ClipFiles.CONFIG), ClipConfigJson.write(this));
  }
}
