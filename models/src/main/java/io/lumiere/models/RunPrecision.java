package io.lumiere.models;

import io.lumiere.ncnn.CpuFeatures;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Precision;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * In which precision an installed model runs: a setting of this machine, in the file {@value #FILE}
 * beside the model's own files, that does not change what the model is. Vectors of the same model
 * in different precisions compare with each other.
 */
public enum RunPrecision {
  /** BF16 where the processor has instructions for it, else FP32. */
  AUTOMATIC,
  /** 32-bit floats. */
  FP32,
  /** bfloat16: two to three digits; slow where the processor has no instructions for it. */
  BF16;

  /** The file in a model's folder that holds the setting. */
  public static final String FILE = "precision.txt";

  /**
   * The setting of a model; {@link #AUTOMATIC} where there is none.
   *
   * @throws LumiereException if the file holds anything else
   */
  public static RunPrecision read(Path modelDir) {
    Path file = modelDir.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return AUTOMATIC;
    }
    try {
      String text = Files.readString(file).strip();
      for (RunPrecision precision : values()) {
        if (precision.text().equals(text)) {
          return precision;
        }
      }
      throw new LumiereException(
          file + " holds '" + text + "'; it may hold automatic, fp32 or bf16, or be deleted");
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read: " + e, e);
    }
  }

  /** Makes this the setting of a model. */
  public void write(Path modelDir) throws IOException {
    Files.writeString(modelDir.resolve(FILE), text() + "\n");
  }

  /** How to load networks on this machine. */
  public NetworkOptions options() {
    boolean bf16 = this == BF16 || (this == AUTOMATIC && CpuFeatures.detect().fastBf16());
    return new NetworkOptions(bf16 ? Precision.BF16 : Precision.FP32);
  }

  /** As people write it: {@code bf16}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
