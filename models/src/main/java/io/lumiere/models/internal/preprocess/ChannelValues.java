package io.lumiere.models.internal.preprocess;

/** A number for each colour channel, on the scale where black is 0 and white is 1. */
public record ChannelValues(float red, float green, float blue) {
  public ChannelValues {
    if (!Float.isFinite(red) || !Float.isFinite(green) || !Float.isFinite(blue)) {
      throw new IllegalArgumentException(
          "channel values " + red + ", " + green + ", " + blue + " are not all finite");
    }
  }

  /** The same number for all three. */
  public static ChannelValues all(float value) {
    return new ChannelValues(value, value, value);
  }

  float of(int channel) {
    return channel == 0 ? red : channel == 1 ? green : blue;
  }
}
