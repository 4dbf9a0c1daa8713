package io.lumiere.models;

import io.lumiere.base.LumiereException;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Precision;
import io.lumiere.ncnn.PrecisionTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * In which precision an installed model runs: a setting of this machine, in the file {@value #FILE}
 * beside the model's own files, that does not change what the model is. Vectors of the same model
 * in different precisions compare with each other. Immutable.
 */
public enum RunPrecision {
  /** 32-bit floats. */
  FP32,
  /** bfloat16: two to three digits; slow where the processor has no instructions for it. */
  BF16;

  /** The file in a model's folder that holds the setting. */
  public static final String FILE = "precision.txt";

  /**
   * The setting of a model; {@link #FP32} where there is none.
   *
   * @throws LumiereException if the file holds anything else
   */
  public static RunPrecision read(Path modelDir) {
    Path file = modelDir.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return FP32;
    }
    try {
      String text = Files.readString(file).strip();
      for (RunPrecision precision : values()) {
        if (precision.text().equals(text)) {
          return precision;
        }
      }
      throw new LumiereException(
          file + " holds '" + text + "'; it may hold fp32 or bf16, or be deleted");
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read: " + e, e);
    }
  }

  /** Makes this the setting of a model. */
  public void write(Path modelDir) throws IOException {
    Files.writeString(modelDir.resolve(FILE), text() + "\n");
  }

  /**
   * BF16 where this processor gains by it, else FP32; found by a trial of some hundredths of a
   * second, since some processors with instructions for bfloat16 are slower with it.
   */
  public static RunPrecision fastest() {
    return PrecisionTrial.fastest() == Precision.BF16 ? BF16 : FP32;
  }

  /** How to load networks. */
  public NetworkOptions options() {
    return new NetworkOptions(this == BF16 ? Precision.BF16 : Precision.FP32);
  }

  /** As people write it: {@code bf16}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
