package io.lumiere.ncnn;

import java.util.List;

/** The sample networks for tests in other packages. */
public final class SampleNetworksAccess {
  private static final List<SampleNetworks.Sample> SAMPLES =
      List.of(
          SampleNetworks.text(),
          SampleNetworks.image(),
          SampleNetworks.shapes(),
          SampleNetworks.matrices(),
          SampleNetworks.bytes());

  /** How many there are. */
  public static final int COUNT = SAMPLES.size();

  private SampleNetworksAccess() {}

  /** A network's files and the shapes of its inputs. */
  public record Sample(SampleNetworks.Sample sample) {
    /** Returns the graph's text. */
    public String param() {
      return sample.files().param();
    }

    /** Returns the weights. */
    public byte[] bin() {
      return sample.files().bin();
    }

    /** Returns the shape of an input, empty if there is no such input. */
    public int[] shape(String input) {
      Tensor tensor = sample.inputs().get(input);
      return tensor == null ? new int[0] : tensor.shape();
    }
  }

  /** Returns one of {@link #COUNT}. */
  public static Sample sample(int index) {
    return new Sample(SAMPLES.get(index));
  }
}
