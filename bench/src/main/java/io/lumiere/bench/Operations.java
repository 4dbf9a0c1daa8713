package io.lumiere.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What models have to compute. */
final class Operations {
  private static final Pattern VISION = Pattern.compile("ViT-([BL])-(\\d+)");
  private static final Pattern NORMALISED = Pattern.compile("(?m)^LayerNorm .* 0=(\\d+)");

  private Operations() {}

  /** Additions and multiplications of an image, 0 where that is not known. */
  static double ofImage(String model) {
    Matcher matcher = VISION.matcher(model);
    if (!matcher.matches()) {
      return 0;
    }
    double width = matcher.group(1).equals("B") ? 768 : 1024;
    double layers = matcher.group(1).equals("B") ? 12 : 24;
    double patch = Integer.parseInt(matcher.group(2));
    double patches = Math.pow(224 / patch, 2);
    double tokens = patches + 1;
    double layer = 24 * tokens * width * width + 4 * tokens * tokens * width;
    // Of the last layer, only the keys and values of all tokens.
    double last = 4 * tokens * width * width + 20 * width * width;
    return 2 * patches * width * 3 * patch * patch + (layers - 1) * layer + last;
  }

  /** The width of a text tower. */
  static int textWidth(Path param) throws IOException {
    Matcher matcher = NORMALISED.matcher(Files.readString(param));
    if (!matcher.find()) {
      throw new IOException(param + " has no layer that says how wide it is");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
